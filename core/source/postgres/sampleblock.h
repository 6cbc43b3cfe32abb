// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/types/samplebatch.h"

#include <optional>
#include <span>
#include <string_view>

namespace cbpm {

/// One row of a block table, still as it came: (begin, bpm, n, width, samples).
struct SampleBlock
{
    std::int64_t begin = 0; ///< µs since 1970: times in it are int4 µs from here
    std::string_view name;  ///< of the detector, as the rows spell it
    std::size_t n = 0;
    std::size_t width = 0; ///< bytes of a button: 2 and 4 are whole numbers, 8 are doubles
    std::string_view samples;

    /// nullopt for what is no block.
    static std::optional<SampleBlock> of(std::span<const std::string_view> fields);

    /// Adds its samples, which ascend in time, equal times in the order of their arrival.
    void appendTo(DetectorSamples &to) const;
};

} // namespace cbpm
