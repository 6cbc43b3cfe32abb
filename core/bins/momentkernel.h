// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/bins/cell.h"

#include <cstddef>

namespace cbpm {

/// Statistics of `values` [n], n > 0, all finite. Two passes over data that should sit in the first-level cache;
/// eight fixed lanes, so that every machine gets the same bits.
Moments momentsOf(const double *values, std::size_t n) noexcept;

} // namespace cbpm
