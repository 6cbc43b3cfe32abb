// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/rememberedsource.h"

#include "core/types/timetext.h"

#include <algorithm>
#include <deque>
#include <mutex>
#include <set>

namespace cbpm {
namespace {

/// Locations that a read is about; empty: all of them.
using Names = std::set<std::string>;

/// One stretch that was read to its end.
struct Memory
{
    TimeRange range;
    Names names;
    std::vector<SampleBatchPtr> batches;
    std::size_t bytes = 0;
};

using MemoryPtr = std::shared_ptr<const Memory>;

std::size_t bytesOf(const SampleBatch &batch)
{
    std::size_t bytes = sizeof batch;
    for (const DetectorSamples &samples : batch.detectors)
        bytes += sizeof samples + samples.size() * (buttonCount * sizeof(double) + sizeof(std::int64_t));
    return bytes;
}

/// What the sources of one server share. The latest stretches stay.
class Store
{
public:
    Store(std::size_t bytes, Duration settled) : m_limit{bytes}, m_settled{settled} {}

    std::size_t limit() const { return m_limit; }
    bool isSettled(const TimeRange &range) const { return range.end() + m_settled <= systemNow(); }

    MemoryPtr find(const TimeRange &range, const Names &names) const
    {
        const std::lock_guard lock{m_mutex};
        for (const MemoryPtr &memory : m_kept) {
            const bool allNames =
                memory->names.empty()
                || (!names.empty()
                    && std::includes(memory->names.begin(), memory->names.end(), names.begin(), names.end()));
            if (allNames && memory->range.begin() <= range.begin() && range.end() <= memory->range.end())
                return memory;
        }
        return nullptr;
    }

    void keep(MemoryPtr memory)
    {
        const std::lock_guard lock{m_mutex};
        m_bytes += memory->bytes;
        m_kept.push_front(std::move(memory));
        while (m_bytes > m_limit) {
            m_bytes -= m_kept.back()->bytes;
            m_kept.pop_back();
        }
    }

private:
    mutable std::mutex m_mutex;
    std::deque<MemoryPtr> m_kept; ///< newest first
    std::size_t m_bytes = 0;
    const std::size_t m_limit;
    const Duration m_settled;
};

/// Reads from the store where it has the stretch, else from the source, which is opened only then.
class RememberingReader : public SampleReader
{
public:
    RememberingReader(SampleSourcePtr source, std::shared_ptr<Store> store, std::vector<int> rows, CancelToken cancel)
        : m_source{std::move(source)}, m_store{std::move(store)}, m_table{m_source->table()}, m_rows{std::move(rows)},
          m_cancel{std::move(cancel)}
    {
        for (const int row : m_rows)
            m_names.insert(m_table->at(row).location);
    }

    Result<void> start(const TimeRange &stretch) override
    {
        m_memory = m_store->find(stretch, m_names);
        m_next = 0;
        m_stretch = stretch;
        m_gathered = {stretch, m_names, {}, 0};
        m_isGathering = m_store->isSettled(stretch);
        if (m_memory)
            return {};
        if (!m_reader) {
            auto reader = m_source->open(m_rows, m_cancel);
            if (!reader)
                return reader.error();
            m_reader = std::move(*reader);
        }
        return m_reader->start(stretch);
    }

    Result<SampleBatchPtr> next(const CancelToken &cancel) override
    {
        if (m_memory)
            return nextRemembered();
        auto batch = m_reader->next(cancel);
        if (batch)
            gather(*batch);
        return batch;
    }

private:
    void gather(const SampleBatchPtr &batch)
    {
        if (!m_isGathering)
            return;
        if (!batch) {
            m_store->keep(std::make_shared<const Memory>(std::move(m_gathered)));
            m_isGathering = false;
            return;
        }
        m_gathered.bytes += bytesOf(*batch);
        m_gathered.batches.push_back(batch);
        if (m_gathered.bytes > m_store->limit()) { // too much to keep: let go of it at once
            m_gathered.batches.clear();
            m_isGathering = false;
        }
    }

    /// What is kept may be of more time, of more detectors and of another table.
    Result<SampleBatchPtr> nextRemembered()
    {
        while (m_next < m_memory->batches.size()) {
            const SampleBatch &kept = *m_memory->batches[m_next++];
            const auto range = TimeRange::between(std::max(kept.range.begin(), m_stretch->begin()),
                                                  std::min(kept.range.end(), m_stretch->end()));
            if (!range)
                continue;
            SampleBatch batch{*range, {}, 0, 0, 0, 0};
            for (const DetectorSamples &samples : kept.detectors) {
                if (!m_names.empty() && !m_names.contains(samples.location))
                    continue;
                DetectorSamples part = samples;
                part.row = m_table->find(samples.location);
                crop(part, *range);
                batch.rows += part.size();
                if (part.size() > 0)
                    batch.detectors.push_back(std::move(part));
            }
            const bool isWhole = *range == kept.range && m_names == m_memory->names;
            batch.duplicates = isWhole ? kept.duplicates : 0;
            batch.outOfOrder = isWhole ? kept.outOfOrder : 0;
            return std::make_shared<const SampleBatch>(std::move(batch));
        }
        return SampleBatchPtr{};
    }

    SampleSourcePtr m_source;
    std::shared_ptr<Store> m_store;
    DetectorTablePtr m_table;
    std::vector<int> m_rows;
    Names m_names;
    CancelToken m_cancel;
    std::unique_ptr<SampleReader> m_reader;
    MemoryPtr m_memory; ///< set while the stretch is read from it
    std::size_t m_next = 0;
    std::optional<TimeRange> m_stretch;
    Memory m_gathered{*TimeRange::between(TimePoint{}, TimePoint{Duration{1}}), {}, {}, 0};
    bool m_isGathering = false;
};

class RememberedSource : public SampleSource
{
public:
    RememberedSource(SampleSourcePtr source, std::shared_ptr<Store> store)
        : m_source{std::move(source)}, m_store{std::move(store)}
    {
    }

    Result<SourceInfo> info(const CancelToken &cancel) const override { return m_source->info(cancel); }
    Result<std::unique_ptr<SampleReader>> open(const std::vector<int> &rows, const CancelToken &cancel) const override
    {
        return std::unique_ptr<SampleReader>{std::make_unique<RememberingReader>(m_source, m_store, rows, cancel)};
    }
    int usefulReaders() const override { return m_source->usefulReaders(); }
    DetectorTablePtr table() const override { return m_source->table(); }
    SampleSourcePtr withTable(DetectorTablePtr table) const override
    {
        return std::make_shared<RememberedSource>(m_source->withTable(std::move(table)), m_store);
    }

private:
    SampleSourcePtr m_source;
    std::shared_ptr<Store> m_store;
};

} // namespace

SampleSourcePtr remembered(SampleSourcePtr source, std::size_t bytes, Duration settled)
{
    return std::make_shared<RememberedSource>(std::move(source), std::make_shared<Store>(bytes, settled));
}

} // namespace cbpm
