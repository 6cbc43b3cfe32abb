// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/samplesource.h"

#include <mutex>

namespace cbpm::test {

/// Rows as a logger writes them: each has a time, and a later moment from which on it can be read. Thread-safe.
class LogSource : public SampleSource
{
public:
    struct Row
    {
        int detector;
        TimePoint time;
        TimePoint visibleFrom;
        std::array<double, buttonCount> button;
    };

    /// What readers see from now on.
    void setNow(TimePoint now)
    {
        const std::lock_guard lock{m_log->mutex};
        m_log->now = now;
    }
    /// Readers fail from now on, or read again.
    void setBroken(bool broken)
    {
        const std::lock_guard lock{m_log->mutex};
        m_log->broken = broken;
    }
    /// What readers then say.
    void setFailure(const Error &failure)
    {
        const std::lock_guard lock{m_log->mutex};
        m_log->failure = failure;
    }
    void write(const Row &row)
    {
        const std::lock_guard lock{m_log->mutex};
        m_log->rows.push_back(row);
    }

    Result<SourceInfo> info(const CancelToken &) const override
    {
        const std::lock_guard lock{m_log->mutex};
        if (m_log->broken)
            return m_log->failure;
        SourceInfo info;
        info.name = QStringLiteral("log");
        info.path = QStringLiteral("rows");
        info.clock = m_log->now;
        for (const Row &row : m_log->rows) {
            if (row.visibleFrom > m_log->now)
                continue;
            const TimePoint begin = info.extent ? std::min(info.extent->begin(), row.time) : row.time;
            const TimePoint end =
                info.extent ? std::max(info.extent->end(), row.time + Duration{1}) : row.time + Duration{1};
            info.extent = TimeRange::between(begin, end);
        }
        return info;
    }
    Result<std::unique_ptr<SampleReader>> open(const std::vector<int> &rows, const CancelToken &) const override
    {
        return std::unique_ptr<SampleReader>{std::make_unique<Reader>(m_log, m_table, rows)};
    }
    int usefulReaders() const override { return 1; }
    DetectorTablePtr table() const override { return m_table; }
    SampleSourcePtr withTable(DetectorTablePtr) const override { return std::make_shared<LogSource>(*this); }

private:
    struct Log
    {
        std::mutex mutex;
        std::vector<Row> rows;
        TimePoint now;
        bool broken = false;
        Error failure{Error::Kind::Connection, QStringLiteral("the link is gone"), {}, Error::Again::Often};
    };

    class Reader : public SampleReader
    {
    public:
        Reader(std::shared_ptr<Log> log, DetectorTablePtr table, std::vector<int> rows)
            : m_log{std::move(log)}, m_table{std::move(table)}, m_rows{std::move(rows)}
        {
        }
        Result<void> start(const TimeRange &stretch) override
        {
            m_stretch = stretch;
            return {};
        }
        Result<SampleBatchPtr> next(const CancelToken &) override
        {
            const std::lock_guard lock{m_log->mutex};
            if (m_log->broken)
                return m_log->failure;
            if (!m_stretch)
                return SampleBatchPtr{};
            const TimeRange range = *std::exchange(m_stretch, std::nullopt);
            std::vector<Row> seen;
            for (const Row &row : m_log->rows) {
                const bool wanted = m_rows.empty() || std::ranges::find(m_rows, row.detector) != m_rows.end();
                if (wanted && row.visibleFrom <= m_log->now && range.contains(row.time))
                    seen.push_back(row);
            }
            std::ranges::sort(seen, {}, [](const Row &row) { return std::pair{row.detector, row.time}; });
            auto batch = std::make_shared<SampleBatch>(SampleBatch{range, {}, seen.size(), 0, 0, 0, 0});
            for (const Row &row : seen) {
                if (batch->detectors.empty() || batch->detectors.back().row != row.detector)
                    batch->detectors.push_back({m_table->at(row.detector).location, row.detector, {}, {}, {}});
                batch->detectors.back().time.push_back(unixMicroseconds(row.time));
                for (std::size_t k = 0; k < buttonCount; ++k)
                    batch->detectors.back().button[k].push_back(row.button[k]);
            }
            return SampleBatchPtr{std::move(batch)};
        }

    private:
        std::shared_ptr<Log> m_log;
        DetectorTablePtr m_table;
        std::vector<int> m_rows;
        std::optional<TimeRange> m_stretch;
    };

    std::shared_ptr<Log> m_log = std::make_shared<Log>();
    DetectorTablePtr m_table = builtinDetectorTable();
};

} // namespace cbpm::test
