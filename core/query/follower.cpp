// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/follower.h"

#include <algorithm>
#include <functional>

using namespace std::chrono_literals;

namespace cbpm {
namespace {

/// What one look reads at most, unless nothing is found there.
constexpr Duration shortestReach = 60s;
/// Samples before the beginning, for flags that compare neighbours: longer than any run that makes a reading frozen.
constexpr Duration context = 10s;
/// What a clock of a detector may be ahead of the others'.
constexpr Duration mostAhead = 15s;
/// The newest trigger may still be coming in: so many are looked at for the one that has the most detectors.
constexpr int triggersLookedAt = 3;
/// Samples that these triggers may have.
constexpr Duration tail = triggerSpacing * (triggersLookedAt + 1);

SampleBatch partOf(const SampleBatch &whole, const TimeRange &range)
{
    SampleBatch part{range, {}, 0, 0, 0, 0};
    for (const DetectorSamples &all : whole.detectors) {
        DetectorSamples samples = all;
        crop(samples, range);
        if (samples.size() == 0)
            continue;
        part.rows += samples.size();
        part.detectors.push_back(std::move(samples));
    }
    return part;
}

/// How far the ring is: one detector in ten may be ahead of it by its own clock, or what the others send would be taken
/// for late. Where nearly all fall silent the rest goes on, that much later.
std::optional<TimePoint> frontOf(const SampleBatch &whole)
{
    std::vector<std::int64_t> lasts;
    for (const DetectorSamples &samples : whole.detectors)
        lasts.push_back(samples.time.back());
    if (lasts.empty())
        return std::nullopt;
    std::ranges::sort(lasts, std::greater{});
    return std::max(timePoint(lasts[lasts.size() / 10]), timePoint(lasts.front()) - mostAhead);
}

} // namespace

Follower::Follower(SampleSourcePtr source, const LoadRequest &request, TimePoint begin, Duration lateness)
    : m_source{std::move(source)}, m_request{request}, m_table{m_source->table()}, m_binner{*m_table, request},
      m_ring{*m_table, request.method}, m_lateness{lateness},
      m_settledTo{begin}, m_reach{shortestReach}, m_joiner{request.interval}
{
}

Result<SampleBatch> Follower::read(const TimeRange &stretch, const CancelToken &cancel)
{
    if (!m_reader) {
        auto reader = m_source->open(m_request.rows, cancel);
        if (!reader)
            return reader.error();
        m_reader = std::move(*reader);
    }
    if (const auto started = m_reader->start(stretch); !started)
        return started.error();
    SampleBatch whole{stretch, {}, 0, 0, 0, 0};
    std::map<std::string, std::size_t> places;
    for (;;) {
        const auto batch = m_reader->next(cancel);
        if (!batch)
            return batch.error();
        if (!*batch)
            break;
        whole.rows += (*batch)->rows;
        whole.duplicates += (*batch)->duplicates;
        whole.outOfOrder += (*batch)->outOfOrder;
        for (const DetectorSamples &part : (*batch)->detectors) {
            const auto [place, isNew] = places.try_emplace(part.location, whole.detectors.size());
            if (isNew)
                whole.detectors.push_back(part);
            else
                append(whole.detectors[place->second], part);
        }
    }
    if (const auto renewed = m_reader->renew(); !renewed)
        return renewed.error();
    return whole;
}

Result<Advance> Follower::look(TimePoint end, const CancelToken &cancel)
{
    Advance advance{{}, {}, m_newest, {}, false};
    const TimePoint stop = std::min(end, m_settledTo + m_reach);
    const auto stretch = TimeRange::between(m_settledTo - (m_hasContext ? Duration{0} : context), stop);
    if (!stretch || stop <= m_settledTo)
        return advance;
    auto whole = read(*stretch, cancel);
    if (!whole) {
        m_reader.reset(); // whatever it is, a new one begins cleanly
        return whole.error();
    }
    if (const auto last = frontOf(*whole))
        m_newest = std::max(m_newest.value_or(*last), *last);
    if (!m_hasContext) {
        if (const auto before = TimeRange::between(stretch->begin(), m_settledTo))
            binned(*whole, *before, m_joiner);
        m_hasContext = true;
    }
    const TimePoint settles =
        m_lateness == Duration{0} ? stop : std::min(stop, m_newest.value_or(m_settledTo) - m_lateness);
    if (const auto settled = TimeRange::between(m_settledTo, settles)) {
        advance.settled = binned(*whole, *settled, m_joiner);
        m_settledTo = settles;
        m_reach = shortestReach;
    } else if (stop < end) {
        m_reach *= 2; // a gap that is longer than the reach
    }
    if (const auto open = TimeRange::between(m_settledTo, stop)) {
        SeamJoiner joiner = m_joiner; // the next look begins at the same place
        advance.open = binned(*whole, *open, joiner);
    }
    advance.newest = m_newest;
    advance.orbit = newestOrbit(*whole);
    advance.isBehind = stop < end;
    return advance;
}

BinBatchPtr Follower::binned(const SampleBatch &whole, const TimeRange &part, SeamJoiner &joiner) const
{
    auto batch = std::make_shared<BinBatch>(m_binner.binned(partOf(whole, part)));
    joiner.join(*batch);
    return batch;
}

std::optional<Orbit> Follower::newestOrbit(const SampleBatch &whole)
{
    const auto last = frontOf(whole);
    if (!last)
        return std::nullopt;
    SampleBatch ends{*TimeRange::between(*last - tail, *last + Duration{1}), {}, 0, 0, 0, 0};
    for (const DetectorSamples &samples : whole.detectors) {
        DetectorSamples &kept = m_tail[samples.location];
        if (kept.size() > 0 && kept.time.back() >= samples.time.front())
            crop(kept, *TimeRange::between(timePoint(kept.time.front()) - tail, timePoint(samples.time.front())));
        kept.location = samples.location;
        kept.row = samples.row;
        append(kept, samples);
    }
    for (auto &[location, kept] : m_tail) {
        crop(kept, ends.range);
        if (kept.size() > 0)
            ends.detectors.push_back(kept);
    }
    std::optional<Orbit> best;
    for (std::int64_t trigger = triggerOf(*last); trigger > triggerOf(*last) - triggersLookedAt; --trigger) {
        Orbit orbit = orbitOf(partOf(ends, triggerRange(trigger)), trigger, m_ring, *m_table);
        if (!best || orbit.points.size() > best->points.size())
            best = std::move(orbit);
    }
    return best;
}

} // namespace cbpm
