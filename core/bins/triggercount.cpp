// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bins/triggercount.h"

#include "core/types/trigger.h"

#include <algorithm>
#include <bitset>
#include <map>
#include <unordered_map>

namespace cbpm {
namespace {

/// First trigger whose nominal time is not before `time`.
std::int64_t firstTriggerFrom(TimePoint time)
{
    const std::int64_t nearest = triggerOf(time);
    return triggerTime(nearest) < time ? nearest + 1 : nearest;
}

std::uint64_t triggersIn(TimePoint begin, TimePoint end)
{
    return begin < end ? static_cast<std::uint64_t>(firstTriggerFrom(end) - firstTriggerFrom(begin)) : 0;
}

/// Bins counted together: within a second the rows of a trigger may lie in two bins, and another one is empty.
std::int64_t binsTogether(Interval interval)
{
    return std::max<std::int64_t>(1, std::chrono::seconds{1} / interval.width());
}

/// Numbers of triggers, of minutes or of years: chunks are there where triggers are.
class TriggerSet
{
public:
    void insert(std::int64_t trigger)
    {
        if (const std::int64_t chunk = chunkOf(trigger); !m_here || chunk != m_hereIs) {
            m_here = &m_chunks[chunk];
            m_hereIs = chunk;
        }
        const auto bit = static_cast<std::size_t>(trigger - m_hereIs * chunkSize);
        m_size += !m_here->test(bit);
        m_here->set(bit);
    }
    bool contains(std::int64_t trigger) const
    {
        const auto chunk = m_chunks.find(chunkOf(trigger));
        return chunk != m_chunks.end()
               && chunk->second.test(static_cast<std::size_t>(trigger - chunk->first * chunkSize));
    }
    std::uint64_t size() const { return m_size; }

private:
    static constexpr std::int64_t chunkSize = 1024;
    static std::int64_t chunkOf(std::int64_t trigger)
    {
        return trigger >= 0 ? trigger / chunkSize : -((-trigger + chunkSize - 1) / chunkSize);
    }

    std::unordered_map<std::int64_t, std::bitset<chunkSize>> m_chunks;
    std::bitset<chunkSize> *m_here = nullptr;
    std::int64_t m_hereIs = 0;
    std::uint64_t m_size = 0;
};

} // namespace

TriggerCount &TriggerCount::operator+=(const TriggerCount &other)
{
    due += other.due;
    missing += other.missing;
    return *this;
}

TriggerCount countTriggers(std::span<const BinSeries *const> series, Interval interval, const TimeRange &range)
{
    const std::int64_t together = binsTogether(interval);
    std::map<std::int64_t, std::uint64_t> most; // by the first bin of those counted together
    for (const BinSeries *const one : series) {
        auto here = most.begin();
        std::uint64_t sent = 0;
        for (std::size_t k = 0; one && k < one->size(); ++k) {
            const std::int64_t bin = one->bin[k];
            const std::int64_t first = bin - ((bin % together) + together) % together;
            if (k == 0 || here->first != first) {
                here = most.try_emplace(here, first, 0);
                sent = 0;
            }
            sent += std::uint64_t{one->count[k]} + one->invalid[k];
            here->second = std::max(here->second, sent);
        }
    }
    TriggerCount count{triggersIn(range.begin(), range.end()), 0};
    count.missing = count.due;
    for (const auto &[first, sent] : most)
        count.missing -= std::min(sent, triggersIn(std::max(interval.binBegin(first), range.begin()),
                                                   std::min(interval.binBegin(first + together), range.end())));
    return count;
}

void TriggerTally::add(const SampleBatch &batch)
{
    const std::int64_t first = firstTriggerFrom(batch.range.begin());
    const std::int64_t end = firstTriggerFrom(batch.range.end());
    const bool goesOn = first == m_end;
    TriggerSet came;
    if (goesOn && m_nextCame)
        came.insert(first);
    for (const DetectorSamples &samples : batch.detectors) {
        for (const std::int64_t time : samples.time)
            came.insert(triggerOf(timePoint(time)));
    }
    const bool lastCame = came.contains(first - 1);
    if (goesOn && m_lastIsMissing && lastCame)
        --m_count.missing;
    const auto due = static_cast<std::uint64_t>(end - first);
    m_count += {due, due - (came.size() - came.contains(end) - lastCame)};
    m_lastIsMissing = due > 0 ? !came.contains(end - 1) : m_lastIsMissing && !lastCame;
    m_nextCame = came.contains(end);
    m_end = end;
}

} // namespace cbpm
