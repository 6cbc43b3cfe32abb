// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/types/samplebatch.h"

#include <cstdint>
#include <vector>

namespace cbpm {

/// Place of one sample in a batch.
struct SamplePlace
{
    std::int64_t time;
    std::uint32_t detector; ///< index in SampleBatch::detectors
    std::uint32_t sample;   ///< index in its columns
};

/// All samples of a batch by time, then detector order (rows of the table, then unknown ones by name).
std::vector<SamplePlace> samplesInOrder(const SampleBatch &batch);

} // namespace cbpm
