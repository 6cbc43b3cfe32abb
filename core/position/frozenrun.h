// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detectors/detector.h"

#include <array>
#include <cstddef>

namespace cbpm {

/// Raw columns [n] of one stretch of samples, by Button.
using RawColumns = std::array<const double *, buttonCount>;

/// Readings in a row that are the same in all four buttons, from which on the last is flagged Frozen; at least two.
std::size_t frozenRun(const Thresholds &limits);

/// Whether [n] samples may hold such a run: true wherever they do, and seldom else. Looks at few of them.
bool mayBeFrozen(const RawColumns &raw, std::size_t n, const Thresholds &limits);

} // namespace cbpm
