// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <cstdint>

namespace cbpm {

/// splitmix64: every input bit changes every output bit; the same on every machine.
constexpr std::uint64_t hashed(std::uint64_t value) noexcept
{
    value += 0x9E3779B97F4A7C15U;
    value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9U;
    value = (value ^ (value >> 27)) * 0x94D049BB133111EBU;
    return value ^ (value >> 31);
}

constexpr std::uint64_t hashed(std::uint64_t a, std::uint64_t b, std::uint64_t c = 0) noexcept
{
    return hashed(hashed(hashed(a) ^ b) ^ c);
}

/// [0, 1)
constexpr double uniform(std::uint64_t hash) noexcept
{
    return static_cast<double>(hash >> 11) * 0x1.0p-53;
}

/// Near normal, mean 0, deviation 1, within 3.5: the sum of four uniform parts of one hash.
constexpr double normal(std::uint64_t hash) noexcept
{
    const auto part = [hash](int shift) { return static_cast<double>((hash >> shift) & 0xFFFF); };
    return (part(0) + part(16) + part(32) + part(48) - 2.0 * 65535.0) * (1.7320508075688772 / 65536.0);
}

/// Smooth noise of deviation about 1 that changes over `period_s`; any time can be asked for.
inline double smoothNoise(std::uint64_t seed, double time_s, double period_s) noexcept
{
    const double u = time_s / period_s;
    const double k = std::floor(u);
    const double f = u - k;
    const auto at = [seed](double knot) {
        return normal(hashed(seed, static_cast<std::uint64_t>(static_cast<std::int64_t>(knot))));
    };
    // Cubic through four knots: no corners in the drift.
    const double a = at(k - 1), b = at(k), c = at(k + 1), d = at(k + 2);
    return b + 0.5 * f * (c - a + f * (2.0 * a - 5.0 * b + 4.0 * c - d + f * (3.0 * (b - c) + d - a)));
}

} // namespace cbpm
