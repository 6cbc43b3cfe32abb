// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/position/evenpolynomial.h"
#include "core/position/oddevenpolynomial.h"

#include <cstdint>
#include <memory>
#include <optional>

namespace cbpm {

/// Inverts the exact field of one chamber: (u, v) to (x, y). Near the centre by a polynomial fitted until it is good to
/// 0.02 µm, elsewhere by Newton's method on the field itself. Immutable; any thread.
class ChamberMap
{
public:
    struct Point
    {
        double x_mm, y_mm;
    };

    /// Made once per chamber, and kept.
    static std::shared_ptr<const ChamberMap> of(const Chamber &chamber);

    /// The position whose field gives exactly these differences; nullopt where there is none inside the chamber.
    std::optional<Point> invert(double u, double v) const;

    /// u, v [n] to x, y [n] in mm, in place; where no position is found x, y become NaN and `flags` gets NotConverged.
    void apply(double *x, double *y, std::uint16_t *flags, std::size_t n) const;

    /// Sum of the four buttons with the beam where they give (u, v), over that with the beam at the centre; to 1e-6
    /// within the fitted rectangle. NaN where no position is found.
    double sumFactor(double u, double v) const;

    explicit ChamberMap(const Chamber &chamber);

private:
    Chamber m_chamber;
    OddEvenPolynomial m_near;
    EvenPolynomial m_sum;
    double m_centreSum;
    double m_xNear_mm; ///< the polynomial is good inside
    double m_yNear_mm;
    double m_uNear;
    double m_vNear;
};

} // namespace cbpm
