// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detectors/detectortable.h"
#include "core/position/positions.h"
#include "core/query/loadrequest.h"

#include <vector>

namespace cbpm {

/// The position maps of a whole table. Immutable; any thread.
class RingMap
{
public:
    RingMap(const DetectorTable &table, std::optional<PositionMethod> method);

    /// Positions of one detector's samples, by the map of its row. `out` is reused; `counts` grows by what was seen.
    void apply(const DetectorSamples &samples, PositionColumns &out, LoadCounts &counts) const;

private:
    std::vector<PositionMap> m_maps; ///< by row of the table
    PositionMap m_unknown;
};

} // namespace cbpm
