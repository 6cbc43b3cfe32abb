// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/position/chamberfield.h"

#include <cmath>
#include <complex>
#include <numbers>

namespace cbpm {
namespace {

using std::numbers::pi;

/// Signs of x and y of each button's place: TI, BI, BO, TO.
constexpr std::array<std::array<int, 2>, buttonCount> places{{{-1, 1}, {-1, -1}, {1, -1}, {1, 1}}};

constexpr int terms = 120; // double precision wherever a beam can be measured

/// Line charge in a round pipe: the angle under which the beam sees the button, against the one from the centre.
double roundShare(const Chamber &chamber, double x, double y)
{
    const double R = chamber.a_mm;
    const double phi1 = std::acos(chamber.buttonX2_mm / R);
    const double phi2 = std::acos(chamber.buttonX1_mm / R);
    const double a1x = R * std::cos(phi1) - x, a1y = R * std::sin(phi1) - y;
    const double a2x = R * std::cos(phi2) - x, a2y = R * std::sin(phi2) - y;
    const double alpha = std::atan2(a1x * a2y - a1y * a2x, a1x * a2x + a1y * a2y);
    return (2.0 * alpha - (phi2 - phi1)) / (2.0 * pi);
}

double ellipseShare(const Chamber &chamber, double x, double y)
{
    const double a = chamber.a_mm;
    const double b = chamber.b_mm;
    const double c = std::sqrt(a * a - b * b);
    const double mu0 = std::atanh(b / a);
    const double nu1 = std::acos(chamber.buttonX2_mm / a);
    const double nu2 = std::acos(chamber.buttonX1_mm / a);
    const std::complex<double> z{x / c, y / c};
    std::complex<double> before{1.0, 0.0};
    std::complex<double> chebyshev = z;
    double sum = nu2 - nu1;
    for (int n = 1; n <= terms; ++n) {
        const double even = (std::sin(n * nu2) - std::sin(n * nu1)) / std::cosh(n * mu0);
        const double odd = (std::cos(n * nu2) - std::cos(n * nu1)) / std::sinh(n * mu0);
        sum += 2.0 / n * (chebyshev.real() * even - chebyshev.imag() * odd);
        const std::complex<double> next = 2.0 * z * chebyshev - before;
        before = chebyshev;
        chebyshev = next;
    }
    return sum / (2.0 * pi);
}

} // namespace

std::array<double, buttonCount> chamberSignals(const Chamber &chamber, double x_mm, double y_mm)
{
    std::array<double, buttonCount> shares{};
    for (std::size_t k = 0; k < buttonCount; ++k) {
        // The four buttons are mirror images: mirror the beam, look at the outer top one.
        const double x = places[k][0] * x_mm;
        const double y = places[k][1] * y_mm;
        shares[k] = chamber.shape == Chamber::Shape::Round ? roundShare(chamber, x, y) : ellipseShare(chamber, x, y);
    }
    return shares;
}

} // namespace cbpm
