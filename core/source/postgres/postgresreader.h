// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/postgres/connection.h"
#include "core/source/postgres/readtransaction.h"
#include "core/source/postgres/rowlayout.h"
#include "core/source/postgres/samplerows.h"
#include "core/source/samplesource.h"

#include <chrono>
#include <memory>
#include <optional>

namespace cbpm {

using SharedConnection = std::shared_ptr<Connection>;

/// A reader whose transaction others can join, as long as it lives.
class ServerReader : public SampleReader
{
public:
    /// The session, idle in its transaction between start() and the stretch before.
    virtual const SharedConnection &connection() const = 0;

    /// Many read there: once the first slice of the next stretch is there, the server is left to the others for so
    /// long, and slices are as long as they may be.
    virtual void giveWay(std::chrono::milliseconds time) = 0;
};

/// One connection that reads slices of time. The COPY of the next slice is sent before a batch is handed out, so the
/// server works while the client computes.
class PostgresReader : public ServerReader
{
public:
    PostgresReader(SharedConnection connection, RowLayout layout, DetectorTablePtr table, const std::vector<int> &rows,
                   const PostgresLimits &limits);
    ~PostgresReader() override;

    Result<void> start(const TimeRange &stretch) override;
    Result<void> renew() override;
    Result<SampleBatchPtr> next(const CancelToken &cancel) override;
    Result<std::optional<SampleBatch>> visitNext(const Visitor &visit, const CancelToken &cancel) override;
    const SharedConnection &connection() const override { return m_connection; }
    void giveWay(std::chrono::milliseconds time) override;
    const PostgresLimits &limits() const { return m_limits; }

private:
    /// A slice whose rows are in m_rows.
    struct Slice
    {
        TimeRange range;
        std::uint64_t bytes;
        TimePoint seenTo;
    };

    Result<std::optional<Slice>> nextSlice(const CancelToken &cancel);
    Result<void> leave(const CancelToken &cancel);
    Result<void> beginAgain(const CancelToken &cancel);
    Result<void> sendSlice(const CancelToken &cancel);
    Result<void> sendCopy(const TimeRange &slice, const CancelToken &cancel);
    Result<std::uint64_t> readSlice(const CancelToken &cancel);
    Result<std::uint64_t> readRows(const CancelToken &cancel);
    Result<void> skipEmptyStretch(const CancelToken &cancel);
    Result<TimePoint> nextSample(const TimeRange &rest, const CancelToken &cancel);
    void adaptSlice(std::uint64_t rows);

    /// How fast a slice came: decides the length of the next.
    struct Pace
    {
        using Clock = std::chrono::steady_clock;
        Clock::time_point asked;
        Clock::time_point firstRow; ///< the epoch: none yet
        Clock::time_point lastRow;

        void note(Clock::time_point now);
    };

    SharedConnection m_connection;
    PostgresLimits m_limits;
    RowLayout m_layout;
    QByteArray m_detectorCondition;
    SampleRows m_rows;
    std::optional<TimeRange> m_stretch;
    TimePoint m_next;                    ///< begin of what was not asked for yet
    std::optional<TimeRange> m_inFlight; ///< slice whose COPY was sent
    bool m_isUnclear = false;            ///< a row of the slice read last must come in another form
    Duration m_slice;                    ///< length of the next one
    Pace m_pace;
    bool m_isAmongMany = false;
    std::chrono::milliseconds m_wayToGive{0};
    std::optional<Pace::Clock::time_point> m_standsBackUntil;
};

} // namespace cbpm
