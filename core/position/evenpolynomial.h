// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detectors/detector.h"

#include <array>

namespace cbpm {

/// What is even in both planes, as a polynomial of u² and v²: how the sum of the buttons depends on the position.
class EvenPolynomial
{
public:
    /// Least squares of sum(x, y) / sum(0, 0) over |x| <= xMax_mm, |y| <= yMax_mm, against the chamber's exact field.
    static EvenPolynomial fittedSum(const Chamber &chamber, double xMax_mm, double yMax_mm);

    double at(double u, double v) const;

private:
    static constexpr int terms = 7; ///< powers of u² and of v², i + j < terms

    std::array<double, static_cast<std::size_t>(terms *terms)> m_c{};
};

} // namespace cbpm
