// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/bins/binseries.h"

#include <optional>

namespace cbpm {

/// A gain that changed for good: the residual r, zero wherever the beam is, took another level.
struct GainStep
{
    std::int64_t bin = 0; ///< the first one at the new level
    double size = 0.0;    ///< change of r; one button's gain by g changes r by g/4 with a centred beam
};

/// Looks for one step in the means of the residual. The cut is where the levels before and after it differ most
/// (CUSUM); it is a step where, in up to 30 bins on either side, r changes
/// - by 0.002 at least, as a gain by 0.8 %,
/// - by 8 times what the scatter of the bins (median of successive differences) explains,
/// - by half of the difference of the two levels at least: a drift changes little there,
/// and three bins at least lie on either side: a step within the last three shows when more have come.
std::optional<GainStep> findGainStep(const BinSeries &bins);

} // namespace cbpm
