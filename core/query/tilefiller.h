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
    /// Of what the load brings in this order, cells of `level` within `range` are wanted.
    TileFiller(TileSink sink, Level level, const TimeRange &range, LoadOrder order);

    /// The next slice in the order of the load; series of cells of the level.
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
        TimePoint left; ///< everything before it was handed over; the newest first: everything from it on
        std::map<std::string, BinSeries> series;
    };

    bool isBackward() const { return m_order == LoadOrder::NewestFirst; }
    void addForward(const BinBatch &batch);
    void addBackward(const BinBatch &batch);
    void put(Step &step, const BinSeries &series);
    void leaveTiles(Step &step, TimePoint reached);
    void leave(Step &step, TimePoint to);

    TileSink m_sink;
    TimeRange m_range;
    LoadOrder m_order;
    TimePoint m_reached;
    bool m_isBegun = false;
    std::vector<Step> m_steps; ///< fine to coarse
};

} // namespace cbpm
