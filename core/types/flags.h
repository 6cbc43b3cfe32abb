// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace cbpm {

/// What is to be said about one sample; a set of bits. Words as in the command line's `flags` column.
enum Flag : std::uint16_t {
    // These make a sample invalid: no position, left out of every bin.
    NoSignal = 1 << 0,     ///< two buttons or more below the no-signal threshold
    Saturated = 1 << 1,    ///< a raw button at or above the saturation threshold
    LowSum = 1 << 2,       ///< sum of the corrected buttons below the detector's gate
    NonFinite = 1 << 3,    ///< NULL, NaN or infinite button
    NotConverged = 1 << 4, ///< the map found no position
    Unknown = 1 << 5,      ///< the detector is not in the table
    // These only speak.
    Low = 1 << 6,
    High = 1 << 7,
    Residual = 1 << 8,
    Step = 1 << 9,
    Frozen = 1 << 10,
    Degraded = 1 << 11, ///< one button dead, position made from the other three
    Duplicate = 1 << 12,
    Late = 1 << 13,
};
inline constexpr int flagCount = 14;

inline constexpr std::uint16_t invalidatingFlags = NoSignal | Saturated | LowSum | NonFinite | NotConverged | Unknown;

/// Word of the bit `1 << index`, index in [0, flagCount).
constexpr const char *flagWord(int index) noexcept
{
    constexpr const char *words[flagCount] = {"nosignal", "saturated", "lowsum",    "nonfinite", "notconverged",
                                              "unknown",  "low",       "high",      "residual",  "step",
                                              "frozen",   "degraded",  "duplicate", "late"};
    return words[index];
}

} // namespace cbpm
