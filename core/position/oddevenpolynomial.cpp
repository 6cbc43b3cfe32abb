// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/position/oddevenpolynomial.h"

#include "core/position/chamberfield.h"
#include "core/types/targetclones.h"

#include <Eigen/Dense>

#include <cmath>
#include <vector>

namespace cbpm {
namespace {

constexpr int halves = (OddEvenPolynomial::largestOrder + 1) / 2;

/// Nested Horner in squares; the triangle of coefficients i + j <= order is what is not zero.
CBPM_CLONES void evaluate(const double *__restrict cx, const double *__restrict cy, double *__restrict x,
                          double *__restrict y, std::size_t n)
{
    for (std::size_t k = 0; k < n; ++k) {
        const double u = x[k], v = y[k];
        const double uu = u * u, vv = v * v;
        double outerX = 0.0, outerY = 0.0;
#pragma GCC unroll 8
        for (int i = halves - 1; i >= 0; --i) {
            double innerX = 0.0, innerY = 0.0;
#pragma GCC unroll 8
            for (int j = halves - 1 - i; j >= 0; --j) {
                innerX = innerX * vv + cx[i * halves + j];
                innerY = innerY * uu + cy[i * halves + j];
            }
            outerX = outerX * uu + innerX;
            outerY = outerY * vv + innerY;
        }
        x[k] = u * outerX;
        y[k] = v * outerY;
    }
}

struct Sight
{
    double x, y, u, v;
};

/// What the buttons say of beams on a grid of one quadrant; the others are its mirror images.
std::vector<Sight> sightsOf(const Chamber &chamber, double xMax, double yMax, OddEvenPolynomial::Grid grid)
{
    const auto spread = [grid](double share) {
        return grid == OddEvenPolynomial::Grid::Even ? share : std::sin(0.5 * M_PI * share);
    };
    constexpr int steps = 28;
    std::vector<Sight> sights;
    for (int i = 0; i <= steps; ++i) {
        for (int j = 0; j <= steps; ++j) {
            const double x = xMax * spread(static_cast<double>(i) / steps);
            const double y = yMax * spread(static_cast<double>(j) / steps);
            const auto b = chamberSignals(chamber, x, y);
            const double sum = b[0] + b[1] + b[2] + b[3];
            sights.push_back({x, y, (b[3] + b[2] - b[0] - b[1]) / sum, (b[3] + b[0] - b[2] - b[1]) / sum});
        }
    }
    return sights;
}

} // namespace

OddEvenPolynomial OddEvenPolynomial::fitted(const Chamber &chamber, int order, double xMax_mm, double yMax_mm,
                                            Grid grid)
{
    const std::vector<Sight> sights = sightsOf(chamber, xMax_mm, yMax_mm, grid);
    const double uScale = sights.back().u;
    const double vScale = sights.back().v;
    std::vector<std::pair<int, int>> terms;
    for (int i = 1; i <= order; i += 2) {
        for (int j = 0; i + j <= order; j += 2)
            terms.emplace_back(i, j);
    }
    const auto rows = static_cast<Eigen::Index>(sights.size());
    const auto columns = static_cast<Eigen::Index>(terms.size());
    Eigen::MatrixXd forX(rows, columns), forY(rows, columns);
    Eigen::VectorXd x(rows), y(rows);
    for (Eigen::Index r = 0; r < rows; ++r) {
        const Sight &sight = sights[static_cast<std::size_t>(r)];
        const double u = sight.u / uScale, v = sight.v / vScale; // of order one: the fit stays well conditioned
        for (Eigen::Index c = 0; c < columns; ++c) {
            const auto [i, j] = terms[static_cast<std::size_t>(c)];
            forX(r, c) = std::pow(u, i) * std::pow(v, j);
            forY(r, c) = std::pow(v, i) * std::pow(u, j);
        }
        x(r) = sight.x;
        y(r) = sight.y;
    }
    const Eigen::VectorXd cx = forX.colPivHouseholderQr().solve(x);
    const Eigen::VectorXd cy = forY.colPivHouseholderQr().solve(y);
    OddEvenPolynomial polynomial;
    for (Eigen::Index c = 0; c < columns; ++c) {
        const auto [i, j] = terms[static_cast<std::size_t>(c)];
        polynomial.m_x[index(i, j)] = cx(c) / (std::pow(uScale, i) * std::pow(vScale, j));
        polynomial.m_y[index(i, j)] = cy(c) / (std::pow(vScale, i) * std::pow(uScale, j));
    }
    return polynomial;
}

void OddEvenPolynomial::apply(double *x, double *y, std::size_t n) const
{
    evaluate(m_x.data(), m_y.data(), x, y, n);
}

} // namespace cbpm
