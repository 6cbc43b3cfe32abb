// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detectors/detector.h"

#include <array>

namespace cbpm {

/// What the bench measures without a beam: how much of a signal put on button i comes out of button j, by Button. The
/// diagonal is not used.
using Transmission = std::array<std::array<double, buttonCount>, buttonCount>;

/// Relative button gains of a transmission V_ij = g_i g_j G_ij, where G is the same for like pairs (upright neighbours,
/// level neighbours): g_i goes as sqrt(V_ij V_ik / V_jk) with j and k the neighbours of i. Lambertson's method: domain
/// notes 4.9. Their mean is 1; NaN where a transmission is not positive.
std::array<double, buttonCount> benchGains(const Transmission &transmission);

} // namespace cbpm
