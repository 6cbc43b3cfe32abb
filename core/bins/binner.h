// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/bins/binseries.h"
#include "core/position/positions.h"

namespace cbpm {

/// Bins of one detector's samples: valid ones only, counts of the others. Times must ascend.
/// For an unknown detector buttons and sum are binned, x, y and q stay unset. The only place where a bin is computed.
/// Adds to `out` (of the same detector and interval); a bin that `out` already has at its end is merged.
/// Intensity and residual are binned where `positions` has them.
void binSamples(const DetectorSamples &samples, const PositionColumns &positions, Interval interval, BinSeries &out,
                QuantitySet wanted = allQuantities);

/// The same for samples of which none carries a flag, straight from the raw buttons; false, and `out` as it was, where
/// that cannot be said of all of them. `constants` of PositionMap::plainConstants().
bool binPlainSamples(const DetectorSamples &samples, const KernelConstants &constants, Interval interval,
                     BinSeries &out, QuantitySet wanted);

} // namespace cbpm
