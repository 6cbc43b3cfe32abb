// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detectors/detector.h"

#include <array>

namespace cbpm {

/// What each button sees of a beam at (x, y): the share of the wall's image charge on it, by Button. Exact: closed form
/// in a round pipe, Chebyshev series in an elliptical one (harmonic measure of the button's arc). x, y in mm, inside
/// the chamber.
std::array<double, buttonCount> chamberSignals(const Chamber &chamber, double x_mm, double y_mm);

} // namespace cbpm
