// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detectors/detectortable.h"
#include "core/position/positions.h"

#include <vector>

namespace cbpm {

/// The position maps of a whole table, each for its time of validity. Immutable; any thread.
class RingMap
{
public:
    RingMap(const DetectorTable &table, std::optional<PositionMethod> method);

    /// Positions of one detector's samples, by the constants of its row that are valid at each. `out` is reused.
    void apply(const DetectorSamples &samples, PositionColumns &out, bool withIntensity = false) const;

    /// The one map that is valid for all of [begin, end); nullptr where constants change in between.
    const PositionMap *onlyMap(int row, TimePoint begin, TimePoint end) const;
    /// The map at `time`.
    const PositionMap &mapAt(int row, TimePoint time) const;

private:
    struct Epoch
    {
        TimePoint begin;
        PositionMap map;
    };

    std::vector<std::vector<Epoch>> m_rows; ///< by row of the table, by time
    PositionMap m_unknown;
};

} // namespace cbpm
