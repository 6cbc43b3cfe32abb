// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>

namespace cbpm {

/// What is binned: positions in mm; buttons, sum and intensity in ADU; q and the residual r dimensionless.
enum class Quantity : std::uint8_t { X, Y, TopInner, BottomInner, BottomOuter, TopOuter, Sum, Q, Residual, Intensity };
inline constexpr int quantityCount = 10;

/// A set of quantities, a bit each.
using QuantitySet = std::uint16_t;

template<class... Q>
constexpr QuantitySet quantities(Q... quantity) noexcept
{
    return static_cast<QuantitySet>(((1U << static_cast<unsigned>(quantity)) | ... | 0U));
}

inline constexpr QuantitySet allQuantities = (1U << quantityCount) - 1;
/// Those of the command line's files.
inline constexpr QuantitySet filedQuantities =
    quantities(Quantity::X, Quantity::Y, Quantity::TopInner, Quantity::BottomInner, Quantity::BottomOuter,
               Quantity::TopOuter, Quantity::Sum, Quantity::Q);

constexpr bool contains(QuantitySet set, std::size_t quantity) noexcept
{
    return set >> quantity & 1;
}

constexpr bool contains(QuantitySet set, Quantity quantity) noexcept
{
    return contains(set, static_cast<std::size_t>(quantity));
}

/// Mergeable statistics of one quantity over n samples; n itself is the bin's. Merging two halves equals binning
/// the whole: min and max exactly, mean and m2 to rounding (Chan, Golub, LeVeque 1979).
struct Moments
{
    double mean = 0.0;
    double m2 = 0.0; ///< sum of squared deviations from the mean
    double min = std::numeric_limits<double>::infinity();
    double max = -std::numeric_limits<double>::infinity();

    /// Sample standard deviation (n-1); NaN for fewer than two samples.
    double std(std::uint64_t n) const noexcept
    {
        return n < 2 ? std::numeric_limits<double>::quiet_NaN() : std::sqrt(m2 / static_cast<double>(n - 1));
    }

    /// Takes in `other` of m samples; this has n.
    void merge(std::uint64_t n, const Moments &other, std::uint64_t m) noexcept
    {
        if (m == 0)
            return;
        if (n == 0) {
            *this = other;
            return;
        }
        const double total = static_cast<double>(n + m);
        const double delta = other.mean - mean;
        mean += delta * (static_cast<double>(m) / total);
        m2 += other.m2 + delta * delta * (static_cast<double>(n) * static_cast<double>(m) / total);
        min = other.min < min ? other.min : min;
        max = other.max > max ? other.max : max;
    }
};

} // namespace cbpm
