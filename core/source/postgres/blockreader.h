// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/postgres/postgresreader.h"
#include "core/source/postgres/prepareddata.h"
#include "core/source/postgres/wirename.h"

#include <deque>
#include <map>
#include <set>

namespace cbpm {

/// Reads blocks as far as they were prepared, and rows before and after, over one connection and in one transaction.
/// The samples are those of the rows, to the bit.
class BlockReader : public ServerReader
{
public:
    BlockReader(std::unique_ptr<PostgresReader> rows, PreparedData::Blocks blocks, WireForm form,
                DetectorTablePtr table, const std::vector<int> &wanted);
    ~BlockReader() override;

    Result<void> start(const TimeRange &stretch) override;
    Result<void> renew() override;
    Result<SampleBatchPtr> next(const CancelToken &cancel) override;
    Result<std::optional<SampleBatch>> visitNext(const Visitor &visit, const CancelToken &cancel) override;
    const SharedConnection &connection() const override { return m_rows->connection(); }
    void giveWay(std::chrono::milliseconds time) override { m_rows->giveWay(time); }

    /// Whether every detector of `blocks` has one spelling: else what belongs together lies apart.
    static bool canRead(const PreparedData::Blocks &blocks, WireForm form, const DetectorTable &table);

private:
    /// A part of the stretch that comes one way.
    struct Piece
    {
        TimeRange range;
        bool fromBlocks;
    };

    Result<void> sendSlice(const CancelToken &cancel);
    Result<void> sendCopy(const TimeRange &slice, const CancelToken &cancel);
    Result<std::optional<SampleBatch>> readSlice(const Visitor &visit, const CancelToken &cancel);
    Result<void> readBlocks(SampleBatch &batch, DetectorSamples &last, const Visitor &visit, const CancelToken &cancel);
    void hand(DetectorSamples &samples, SampleBatch &batch, const Visitor &visit) const;
    void adaptSlice(std::uint64_t rows);

    std::unique_ptr<PostgresReader> m_rows;
    PreparedData::Blocks m_blocks;
    std::map<std::string, WireName, std::less<>> m_known;
    QByteArray m_condition; ///< on the names that are wanted
    std::deque<Piece> m_pieces;
    bool m_rowsStarted = false;          ///< the first piece is under way in m_rows
    TimePoint m_next;                    ///< begin of what was not asked for yet, of a piece of blocks
    std::optional<TimeRange> m_inFlight; ///< slice whose COPY was sent
    std::set<std::string> m_complete;    ///< names of its blocks: detectors that all blocks came of
    std::int64_t m_slots = 1;            ///< length of the next slice
};

} // namespace cbpm
