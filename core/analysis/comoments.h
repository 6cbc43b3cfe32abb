// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/bins/cell.h"
#include "core/position/positions.h"
#include "core/types/time.h"

#include <array>
#include <cstdint>
#include <limits>
#include <span>

namespace cbpm {

/// Count, means and co-moments of positions and their times. Two halves merge to the whole (Chan, Golub, LeVeque 1979):
/// nothing is ever the small difference of two large sums, however far off the beam is.
class CoMoments
{
public:
    /// Times count from `origin`, which should be near: those of 1970 would cost digits.
    explicit CoMoments(TimePoint origin) : m_origin{origin} {}

    /// Takes in the valid ones of samples, columns of equal length [n].
    void add(std::span<const std::int64_t> time_us, const PositionColumns &positions);
    /// Takes in samples that are all valid: time in µs since 1970, x and y in mm, [n] each.
    void add(std::span<const std::int64_t> time_us, std::span<const double> x, std::span<const double> y);
    /// Takes in `other` of the same origin.
    void merge(const CoMoments &other);
    /// Takes in `count` samples near `time` of which only the moments of each plane are known: the co-moment of x and y
    /// among them is lost.
    void mergePlanes(std::uint64_t count, TimePoint time, const Moments &x, const Moments &y);

    std::uint64_t count() const { return m_count; }

    enum Axis : std::size_t { T, X, Y }; ///< s, mm, mm
    double mean(Axis axis) const { return m_mean[axis]; }
    /// Sum over samples of the product of both deviations from their means.
    double product(Axis a, Axis b) const { return m_product[index(a, b)]; }
    double min(Axis plane) const { return m_min[plane]; }
    double max(Axis plane) const { return m_max[plane]; }

private:
    static constexpr std::size_t index(Axis a, Axis b) { return a == b ? a : a + b + 2; } // tt xx yy tx ty xy

    TimePoint m_origin;
    std::uint64_t m_count = 0;
    std::array<double, 3> m_mean{};
    std::array<double, 6> m_product{};
    std::array<double, 3> m_min{std::numeric_limits<double>::infinity(), std::numeric_limits<double>::infinity(),
                                std::numeric_limits<double>::infinity()};
    std::array<double, 3> m_max{-std::numeric_limits<double>::infinity(), -std::numeric_limits<double>::infinity(),
                                -std::numeric_limits<double>::infinity()};
};

} // namespace cbpm
