// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/position/positions.h"
#include "core/source/postgres/postgreslimits.h"
#include "core/source/postgres/prepareddata.h"
#include "core/source/samplesource.h"

#include <functional>
#include <map>

namespace cbpm {

/// Reads the cells that were prepared on the server. Those that SQL left open, because a sample in them is not plain,
/// are made here from the samples, as a load makes them.
class RollupReader : public CellReader
{
public:
    /// A reader of some rows of the table over the same session.
    using OpenSamples = std::function<Result<std::unique_ptr<SampleReader>>(const std::vector<int> &rows)>;

    RollupReader(std::shared_ptr<Connection> connection, RowLayout layout, PreparedData::Rollup rollup,
                 DetectorTablePtr table, std::vector<int> wanted, std::optional<PositionMethod> method,
                 const PostgresLimits &limits, OpenSamples openSamples);

    std::optional<TimeRange> covered(Interval interval) const override;
    Result<std::vector<BinSeries>> read(Interval interval, const TimeRange &range, const CancelToken &cancel) override;

private:
    /// Cells of one detector: told by the server, left open, and made here of those.
    struct Cells
    {
        std::string name;            ///< as the rows spell it
        bool isSpelledTwice = false; ///< its samples lie apart: nothing that is told is whole
        BinSeries told;
        std::vector<std::int64_t> open; ///< numbers, ascending
        BinSeries made;

        void leaveOpen();
    };
    using Ring = std::map<std::string, Cells>; ///< by location

    Result<Ring> fetch(Interval interval, const TimeRange &range, const CancelToken &cancel);
    Result<void> makeOpenOnes(Ring &ring, Interval interval, const CancelToken &cancel);
    Result<void> makeStretch(SampleReader &reader, const TimeRange &stretch, Ring &ring, Interval interval,
                             const CancelToken &cancel);
    const PositionMap &mapOf(int row);

    std::shared_ptr<Connection> m_connection;
    RowLayout m_layout;
    PreparedData::Rollup m_rollup;
    DetectorTablePtr m_table;
    std::vector<int> m_wanted;
    std::optional<PositionMethod> m_method;
    PostgresLimits m_limits;
    OpenSamples m_openSamples;
    std::map<int, PositionMap> m_maps; ///< by row, made when asked for
};

} // namespace cbpm
