// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/bins/binseries.h"
#include "core/position/positions.h"

namespace cbpm {

/// Bins of one detector's samples: valid ones only, counts of the others. Times must ascend.
/// For an unknown detector buttons and sum are binned, x, y and q stay unset. The only place where a bin is computed.
/// Adds to `out` (of the same detector and interval); a bin that `out` already has at its end is merged.
/// Intensity and residual are binned where `positions` has them. Samples before number `first` are left out.
void binSamples(const DetectorSamples &samples, const PositionColumns &positions, Interval interval, BinSeries &out,
                QuantitySet wanted = allQuantities, std::size_t first = 0);

} // namespace cbpm
