// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/position/chambermap.h"

#include "core/position/chamberfield.h"
#include "core/types/flags.h"

#include <cmath>
#include <limits>
#include <mutex>
#include <vector>

namespace cbpm {
namespace {

struct Differences
{
    double u, v;
};

Differences differencesAt(const Chamber &chamber, double x, double y)
{
    const auto b = chamberSignals(chamber, x, y);
    const double sum = b[0] + b[1] + b[2] + b[3];
    return {(b[3] + b[2] - b[0] - b[1]) / sum, (b[3] + b[0] - b[2] - b[1]) / sum};
}

double sumAt(const Chamber &chamber, double x, double y)
{
    const auto b = chamberSignals(chamber, x, y);
    return b[0] + b[1] + b[2] + b[3];
}

bool isInside(const Chamber &chamber, double x, double y)
{
    const double a = chamber.a_mm;
    const double b = chamber.shape == Chamber::Shape::Round ? chamber.a_mm : chamber.b_mm;
    return (x / a) * (x / a) + (y / b) * (y / b) < 0.999;
}

/// Where the polynomial is used: 90 x 50 mm ellipse |x| <= 10.5, |y| <= 6.3; others in proportion.
double nearX(const Chamber &chamber)
{
    return chamber.a_mm * 10.5 / 45.0;
}

double nearY(const Chamber &chamber)
{
    return chamber.shape == Chamber::Shape::Round ? nearX(chamber) : chamber.b_mm * 6.3 / 25.0;
}

} // namespace

ChamberMap::ChamberMap(const Chamber &chamber)
    : m_chamber{chamber}, m_near{OddEvenPolynomial::fitted(chamber, OddEvenPolynomial::largestOrder, nearX(chamber),
                                                           nearY(chamber), OddEvenPolynomial::Grid::DenseAtRim)},
      m_sum{EvenPolynomial::fittedSum(chamber, nearX(chamber), nearY(chamber))}, m_centreSum{sumAt(chamber, 0.0, 0.0)},
      m_xNear_mm{nearX(chamber)}, m_yNear_mm{nearY(chamber)}
{
    // Differences grow towards the corner, so within these the point lies within the fitted rectangle.
    m_uNear = std::min(differencesAt(chamber, m_xNear_mm, 0.0).u, differencesAt(chamber, m_xNear_mm, m_yNear_mm).u);
    m_vNear = std::min(differencesAt(chamber, 0.0, m_yNear_mm).v, differencesAt(chamber, m_xNear_mm, m_yNear_mm).v);
}

std::shared_ptr<const ChamberMap> ChamberMap::of(const Chamber &chamber)
{
    static std::mutex mutex;
    static std::vector<std::pair<Chamber, std::shared_ptr<const ChamberMap>>> made;
    const std::lock_guard lock{mutex};
    for (const auto &[known, map] : made) {
        if (known == chamber)
            return map;
    }
    return made.emplace_back(chamber, std::make_shared<const ChamberMap>(chamber)).second;
}

std::optional<ChamberMap::Point> ChamberMap::invert(double u, double v) const
{
    constexpr double h = 1e-4; // mm, of the numeric Jacobian
    double x = u, y = v;
    m_near.apply(&x, &y, 1);
    if (!isInside(m_chamber, x, y)) {
        // Far out the polynomial is no guide: start on the way there.
        const double r = 1.02 * std::hypot(u, v) + 1e-9;
        x = 0.5 * m_chamber.a_mm * u / r;
        y = 0.5 * (m_chamber.shape == Chamber::Shape::Round ? m_chamber.a_mm : m_chamber.b_mm) * v / r;
    }
    for (int step = 0; step < 60; ++step) {
        const Differences at = differencesAt(m_chamber, x, y);
        const Differences right = differencesAt(m_chamber, x + h, y);
        const Differences up = differencesAt(m_chamber, x, y + h);
        const double a = (right.u - at.u) / h, b = (up.u - at.u) / h;
        const double c = (right.v - at.v) / h, d = (up.v - at.v) / h;
        const double determinant = a * d - b * c;
        const double du = u - at.u, dv = v - at.v;
        double dx = (d * du - b * dv) / determinant;
        double dy = (a * dv - c * du) / determinant;
        if (!std::isfinite(dx) || !std::isfinite(dy))
            return std::nullopt;
        if (std::hypot(dx, dy) < 1e-8) // mm: a hundred-thousandth of a micrometre
            return Point{x + dx, y + dy};
        int halvings = 0;
        while (!isInside(m_chamber, x + dx, y + dy) && ++halvings < 40) {
            dx *= 0.5;
            dy *= 0.5;
        }
        if (halvings == 40)
            return std::nullopt;
        x += dx;
        y += dy;
    }
    return std::nullopt;
}

double ChamberMap::sumFactor(double u, double v) const
{
    if (std::fabs(u) <= m_uNear && std::fabs(v) <= m_vNear)
        return m_sum.at(u, v);
    const auto point = std::isfinite(u) && std::isfinite(v) ? invert(u, v) : std::nullopt;
    return point ? sumAt(m_chamber, point->x_mm, point->y_mm) / m_centreSum : std::numeric_limits<double>::quiet_NaN();
}

void ChamberMap::apply(double *x, double *y, std::uint16_t *flags, std::size_t n) const
{
    // First who is far out, while x and y are still u and v.
    std::vector<std::pair<std::size_t, std::optional<Point>>> far;
    for (std::size_t i = 0; i < n; ++i) {
        if (std::fabs(x[i]) > m_uNear || std::fabs(y[i]) > m_vNear)
            far.emplace_back(i, invert(x[i], y[i]));
    }
    m_near.apply(x, y, n);
    for (const auto &[i, point] : far) {
        const double nan = std::numeric_limits<double>::quiet_NaN();
        x[i] = point ? point->x_mm : nan;
        y[i] = point ? point->y_mm : nan;
        if (!point)
            flags[i] |= NotConverged;
    }
}

} // namespace cbpm
