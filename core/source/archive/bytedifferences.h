// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace cbpm {

/// Differences of successive values, zig-zag coded (0, -1, 1, -2, …) and laid out as planes: the lowest bytes of all n
/// of them, then the next ones, up to four planes; bytes of planes that are not there are zero.
struct ByteDifferences
{
    const std::uint8_t *bytes; ///< [planes][n]
    int planes;                ///< 0 to 4
};

/// values[i] = first + differences[0] + … + differences[i], modulo 2^32: damaged ones may wrap.
void sumDifferences(const ByteDifferences &differences, std::int32_t first, std::span<double> values);

/// The same with 64 bits, where each difference is counted from `step`.
void sumDifferences(const ByteDifferences &differences, std::int64_t first, std::int64_t step,
                    std::span<std::int64_t> values);

} // namespace cbpm
