// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detectors/detectortable.h"
#include "core/query/loadrequest.h"
#include "core/tiles/tilestore.h"

#include <functional>
#include <map>

namespace cbpm {

/// What every cell in the store holds.
inline constexpr QuantitySet tiledQuantities = filedQuantities | quantities(Quantity::Residual);

/// Name under which cells of these constants and this method are kept.
QString ringOf(const QString &identity, const DetectorTable &table, std::optional<PositionMethod> method);

/// Takes cells of `piece`; `series` may hold more than it.
using TileSink = std::function<void(Level level, const TilePiece &piece, const std::vector<BinSeries> &series)>;

/// Makes tiles of the cells of one load, and of all coarser levels. One thread.
class TileFiller
{
public:
    /// Of what the load brings, cells of `level` within `range` are wanted.
    TileFiller(TileSink sink, Level level, const TimeRange &range);

    /// The next slice in time; series of cells of the level.
    void add(const BinBatch &batch);
    /// All of the range came.
    void complete();
    /// The load ended early: hands over what is whole.
    void finish();

private:
    /// Cells of one level that wait for their tile to be full.
    struct Step
    {
        Level level;
        TimePoint left; ///< everything before it was handed over
        std::map<std::string, BinSeries> series;
    };

    void leave(Step &step, TimePoint to);

    TileSink m_sink;
    TimeRange m_range;
    TimePoint m_reached;
    std::vector<Step> m_steps; ///< fine to coarse
};

} // namespace cbpm
