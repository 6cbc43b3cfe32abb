// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/ringmap.h"
#include "core/source/samplesource.h"
#include "core/types/trigger.h"

#include <vector>

namespace cbpm {

/// One detector's reading within one trigger.
struct OrbitPoint
{
    int row = unknownDetector; ///< in the table
    TimePoint time;            ///< the row's own
    double x = 0.0;            ///< mm; NaN where invalid
    double y = 0.0;            ///< mm; NaN where invalid
    double sum = 0.0;          ///< ADU
    double q = 0.0;
    std::uint16_t flags = 0;
};

/// The whole ring at one trigger, never a mixture of two.
struct Orbit
{
    std::int64_t trigger = 0;
    std::vector<OrbitPoint> points;   ///< in ring order, each detector at most once
    std::vector<int> missing;         ///< rows of enabled detectors without a reading in this trigger
    std::vector<std::string> unknown; ///< names that the table lacks
    std::uint64_t duplicates = 0;     ///< readings dropped for a later one of the same detector and trigger
};

/// Puts the readings of `batch` that belong to `trigger` together; later readings of a detector win.
Orbit orbitOf(const SampleBatch &batch, std::int64_t trigger, const RingMap &ring, const DetectorTable &table);

/// Loads the orbit of the trigger nearest to `time`. Blocks; any thread.
Result<Orbit> loadOrbit(const SampleSource &source, TimePoint time, const RingMap &ring, const CancelToken &cancel);

} // namespace cbpm
