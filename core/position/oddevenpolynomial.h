// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detectors/detector.h"

#include <array>
#include <cstddef>

namespace cbpm {

/// x and y of a mirror-symmetric chamber as polynomials of u and v, odd in the own plane, even in the other:
///   x = sum c_ij u^i v^j, i odd, j even, i + j <= order      y = sum d_ij v^i u^j
/// (A. Nosych et al.; IHEP, Symmetry 16 (2024) 566).
class OddEvenPolynomial
{
public:
    static constexpr int largestOrder = 15;

    /// Where the fit looks: evenly, as published ones, or more often towards the rim, where high orders run away.
    enum class Grid { Even, DenseAtRim };

    /// Least squares over a grid of |x| <= xMax_mm, |y| <= yMax_mm inside the chamber, against its exact field.
    static OddEvenPolynomial fitted(const Chamber &chamber, int order, double xMax_mm, double yMax_mm,
                                    Grid grid = Grid::Even);

    /// u, v [n] to x, y [n] in mm, in place; NaN stays NaN.
    void apply(double *x, double *y, std::size_t n) const;

    double x(int i, int j) const { return m_x[index(i, j)]; } ///< coefficient of u^i v^j
    double y(int i, int j) const { return m_y[index(i, j)]; } ///< coefficient of v^i u^j

private:
    static constexpr int halves = (largestOrder + 1) / 2;
    static constexpr std::size_t index(int i, int j) { return static_cast<std::size_t>((i - 1) / 2 * halves + j / 2); }

    std::array<double, static_cast<std::size_t>(halves *halves)> m_x{}; ///< by (i-1)/2, j/2; zero above the order
    std::array<double, static_cast<std::size_t>(halves *halves)> m_y{};
};

} // namespace cbpm
