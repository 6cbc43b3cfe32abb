// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/samplesource.h"
#include "core/types/rangeset.h"

#include <QSemaphore>

#include <algorithm>
#include <atomic>
#include <functional>
#include <memory>
#include <mutex>

namespace cbpm::test {

/// A ring whose sample k of detector d has buttons that tell k and d apart; slices of fixed length; may be gated,
/// may fail at a time.
class FakeSource : public SampleSource
{
public:
    Duration slice = std::chrono::seconds{30};
    int readers = 1;
    std::shared_ptr<QSemaphore> gate; ///< one credit per batch, where set
    std::optional<TimePoint> failsAt; ///< reading past it is an error
    Error failure{Error::Kind::Connection, QStringLiteral("the link is gone"), {}};
    std::function<bool(TimePoint)> fails; ///< the same for single slices, by their begin; on the reading thread
    std::vector<int> present{0, 1, 2};    ///< rows with data
    DetectorTablePtr constants = builtinDetectorTable();
    std::function<void(DetectorSamples &)> shape;   ///< may change what a slice holds of a detector
    std::function<void(const CancelToken &)> opens; ///< called where a reader beside another one is opened
    std::shared_ptr<const int> place = std::make_shared<const int>(); ///< held by what opens one
    /// Batches that readers gave away.
    std::shared_ptr<std::atomic<int>> given = std::make_shared<std::atomic<int>>(0);
    /// What readers were asked for.
    std::shared_ptr<RangeSet> asked = std::make_shared<RangeSet>();
    std::shared_ptr<std::mutex> asking = std::make_shared<std::mutex>(); ///< several readers may ask at once

    Result<SourceInfo> info(const CancelToken &) const override
    {
        SourceInfo info;
        info.name = QStringLiteral("fake");
        info.path = QStringLiteral("rows");
        return info;
    }
    Result<std::unique_ptr<SampleReader>> open(const std::vector<int> &rows, const CancelToken &) const override
    {
        std::vector<int> read = present;
        std::erase_if(read, [&](int row) { return !rows.empty() && std::ranges::find(rows, row) == rows.end(); });
        return std::unique_ptr<SampleReader>{std::make_unique<Reader>(*this, std::move(read))};
    }
    Result<ReaderOpening> openingBeside(SampleReader &, const std::vector<int> &rows,
                                        const CancelToken &) const override
    {
        return ReaderOpening{[this, rows, held = place](const CancelToken &cancel) {
            if (opens)
                opens(cancel);
            return open(rows, cancel);
        }};
    }
    int usefulReaders() const override { return readers; }
    DetectorTablePtr table() const override { return constants; }
    SampleSourcePtr withTable(DetectorTablePtr table) const override
    {
        auto other = std::make_shared<FakeSource>(*this);
        other->constants = std::move(table);
        return other;
    }

private:
    class Reader : public SampleReader
    {
    public:
        Reader(const FakeSource &source, std::vector<int> rows) : m_source{source}, m_rows{std::move(rows)} {}

        Result<void> start(const TimeRange &stretch) override
        {
            m_stretch = stretch;
            m_next = stretch.begin();
            const std::lock_guard lock{*m_source.asking};
            m_source.asked->add(stretch);
            return {};
        }

        Result<SampleBatchPtr> next(const CancelToken &cancel) override
        {
            while (m_source.gate && !m_source.gate->tryAcquire(1, 10)) {
                if (cancel.isCancelled())
                    return Error{Error::Kind::Cancelled, {}, {}};
            }
            if (cancel.isCancelled())
                return Error{Error::Kind::Cancelled, {}, {}};
            if ((m_source.failsAt && m_next >= *m_source.failsAt) || (m_source.fails && m_source.fails(m_next)))
                return m_source.failure;
            const auto range = TimeRange::between(m_next, std::min(m_next + m_source.slice, m_stretch->end()));
            if (!range)
                return SampleBatchPtr{};
            m_next = range->end();
            auto batch = make(*range);
            ++*m_source.given;
            return batch;
        }

    private:
        SampleBatchPtr make(const TimeRange &range) const
        {
            auto batch = std::make_shared<SampleBatch>(SampleBatch{range, {}, 0, 0, 0, 0});
            for (const int row : m_rows) {
                DetectorSamples samples;
                samples.row = row;
                samples.location = m_source.table()->at(row).location;
                constexpr std::int64_t spacing = 100'000;
                const std::int64_t first = (unixMicroseconds(range.begin()) + spacing - 1) / spacing;
                for (std::int64_t k = first; k * spacing < unixMicroseconds(range.end()); ++k) {
                    samples.time.push_back(k * spacing);
                    for (std::size_t b = 0; b < buttonCount; ++b)
                        samples.button[b].push_back(
                            16'000.0
                            + static_cast<double>((k * 7 + row * 13 + static_cast<std::int64_t>(b) * 29) % 101));
                }
                if (m_source.shape)
                    m_source.shape(samples);
                batch->rows += samples.size();
                if (samples.size() > 0)
                    batch->detectors.push_back(std::move(samples));
            }
            return batch;
        }

        const FakeSource &m_source;
        std::vector<int> m_rows;
        std::optional<TimeRange> m_stretch;
        TimePoint m_next;
    };
};

} // namespace cbpm::test
