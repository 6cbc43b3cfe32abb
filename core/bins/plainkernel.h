// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/bins/cell.h"
#include "core/position/frozenrun.h"
#include "core/position/linearkernel.h"

#include <array>
#include <optional>

namespace cbpm {

/// Difference over sum and statistics of one bin in one pass over the raw buttons, without a column in between: what
/// nearly all samples of a healthy ring need. Formula and order of operations are those of linearPositions(), so min
/// and max have the same bits.
/// nullopt where any sample may carry a flag that it gets by itself, or where `wanted` has more than position, buttons,
/// sum, q and residual: then positions and bins go the long way. Without buttons, q and residual in `wanted` it is
/// twice as fast.
std::optional<std::array<Moments, quantityCount>> plainMoments(const KernelConstants &constants, const RawColumns &raw,
                                                               std::size_t n, QuantitySet wanted);

/// Whether any two successive samples of [n] are further apart than a step may be.
bool hasStep(const KernelConstants &constants, const RawColumns &raw, std::size_t n);

} // namespace cbpm
