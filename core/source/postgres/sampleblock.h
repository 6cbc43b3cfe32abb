// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/types/samplebatch.h"

#include <map>
#include <optional>
#include <span>
#include <string_view>

namespace cbpm {

/// Times that the detectors of one slot have in common, by page of ten seconds: µs since 1970.
using SlotTimes = std::map<int, std::vector<std::int64_t>>;

/// One row of a block table or of its table of times, still as it came: (begin, bpm, n, bytes); packaging/sql/README.md
/// has the layout of the bytes.
struct SampleBlock
{
    std::int64_t begin = 0; ///< µs since 1970: times in it are int4 µs from here
    std::string_view name;  ///< of the detector, as the rows spell it
    std::size_t n = 0;      ///< samples; 0: `bytes` are the slot's times
    std::string_view bytes;

    /// nullopt for what is no block.
    static std::optional<SampleBlock> of(std::span<const std::string_view> fields);

    /// nullopt where they are damaged.
    std::optional<SlotTimes> times() const;

    /// Adds its samples, which ascend in time, equal times in the order of their arrival. False where the block is
    /// damaged, or not of a slot with these times; then some of them may have been added.
    [[nodiscard]] bool appendTo(DetectorSamples &to, const SlotTimes &common) const;
};

} // namespace cbpm
