// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/position/positions.h"

#include <utility>

namespace cbpm {

/// Where one stretch of a detector's samples meets the next: flags that compare neighbours (step, frozen) must not
/// depend on how a read was cut into slices.
struct Seam
{
    struct Reading
    {
        std::array<double, buttonCount> raw{}; ///< ADU
        double x = 0.0;                        ///< mm; NaN where invalid
        double y = 0.0;
        std::size_t run = 1; ///< identical readings that end here
    };

    std::int64_t begin = 0; ///< time of the first sample
    Reading first;
    Reading last;
    std::vector<std::int64_t> head; ///< times of the leading identical readings, at most one less than make frozen
    bool isOneRun = false;          ///< all readings of the stretch are identical
    double step_mm = 0.0;
    std::size_t frozenSamples = 2;
};

/// Of a stretch with at least one sample; `map` places its first and its last one.
Seam seamOf(const DetectorSamples &samples, const PositionMap &map);

/// Of both stretches as one; `later` has been told of `earlier` by flagsAcross().
Seam joined(const Seam &earlier, const Seam &later);

/// Flags that samples of the later stretch get because of the one before: (time, flag). Updates later.last.run.
std::vector<std::pair<std::int64_t, std::uint16_t>> flagsAcross(const Seam::Reading &before, Seam &later);

} // namespace cbpm
