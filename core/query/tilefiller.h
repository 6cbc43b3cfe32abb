// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detectors/detectortable.h"
#include "core/query/loadrequest.h"
#include "core/tiles/tilestore.h"

#include <map>

namespace cbpm {

/// What every cell in the store holds.
inline constexpr QuantitySet tiledQuantities = filedQuantities | quantities(Quantity::Residual);

/// Name under which cells of these constants and this method are kept.
QString ringOf(const QString &identity, const DetectorTable &table, std::optional<PositionMethod> method);

/// Leaves the cells of one load in the store, a tile at a time, and those of all coarser levels. One thread.
class TileFiller
{
public:
    /// The load brings cells of `level` for all of `range`.
    TileFiller(TileStore &store, QString ring, Level level, const TimeRange &range, DetectorNames names);

    /// The next slice in time; series of cells of the level.
    void add(const BinBatch &batch);
    /// All of the range came.
    void complete();
    /// The load ended early: leaves what is whole.
    void finish();

private:
    /// Cells of one level that wait for their tile to be full.
    struct Step
    {
        Level level;
        TimePoint left; ///< everything before it is in the store
        std::map<std::string, BinSeries> series;
    };

    void leave(Step &step, TimePoint to);

    TileStore &m_store;
    QString m_ring;
    DetectorNames m_names;
    TimeRange m_range;
    TimePoint m_reached;
    std::vector<Step> m_steps; ///< fine to coarse
};

} // namespace cbpm
