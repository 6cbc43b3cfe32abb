// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/position/evenpolynomial.h"

#include "core/position/chamberfield.h"

#include <Eigen/Dense>

#include <cmath>
#include <utility>
#include <vector>

namespace cbpm {

EvenPolynomial EvenPolynomial::fittedSum(const Chamber &chamber, double xMax_mm, double yMax_mm)
{
    constexpr int steps = 24;
    const auto rim = [](int k) { return std::sin(0.5 * M_PI * k / steps); }; // denser at the rim, where powers run away
    std::vector<std::pair<int, int>> powers;
    for (int i = 0; i < terms; ++i) {
        for (int j = 0; i + j < terms; ++j)
            powers.emplace_back(i, j);
    }
    const auto centre = chamberSignals(chamber, 0.0, 0.0);
    const double centreSum = centre[0] + centre[1] + centre[2] + centre[3];
    Eigen::MatrixXd model((steps + 1) * (steps + 1), static_cast<Eigen::Index>(powers.size()));
    Eigen::VectorXd truth(model.rows());
    Eigen::Index row = 0;
    for (int i = 0; i <= steps; ++i) {
        for (int j = 0; j <= steps; ++j, ++row) {
            const auto b = chamberSignals(chamber, xMax_mm * rim(i), yMax_mm * rim(j));
            const double sum = b[0] + b[1] + b[2] + b[3];
            const double u = (b[3] + b[2] - b[0] - b[1]) / sum;
            const double v = (b[3] + b[0] - b[2] - b[1]) / sum;
            for (Eigen::Index k = 0; k < model.cols(); ++k) {
                const auto [p, q] = powers[static_cast<std::size_t>(k)];
                model(row, k) = std::pow(u * u, p) * std::pow(v * v, q);
            }
            truth(row) = sum / centreSum;
        }
    }
    const Eigen::VectorXd scale = model.colwise().norm().cwiseInverse(); // powers differ by many orders
    const Eigen::VectorXd fit = scale.asDiagonal() * (model * scale.asDiagonal()).colPivHouseholderQr().solve(truth);
    EvenPolynomial polynomial;
    for (std::size_t k = 0; k < powers.size(); ++k)
        polynomial.m_c[static_cast<std::size_t>(powers[k].first * terms + powers[k].second)] =
            fit(static_cast<Eigen::Index>(k));
    return polynomial;
}

double EvenPolynomial::at(double u, double v) const
{
    const double uu = u * u, vv = v * v;
    double outer = 0.0;
    for (int i = terms - 1; i >= 0; --i) {
        double inner = 0.0;
        for (int j = terms - 1 - i; j >= 0; --j)
            inner = inner * vv + m_c[static_cast<std::size_t>(i * terms + j)];
        outer = outer * uu + inner;
    }
    return outer;
}

} // namespace cbpm
