// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/bins/cell.h"
#include "core/query/orbit.h"
#include "core/references/referenceorbit.h"

#include <functional>
#include <vector>

namespace cbpm {

class RingSeries;

/// One detector's part of an orbit: mean and reach over `count` valid samples, in mm; a mean of NaN: not measured.
struct OrbitReading
{
    Moments x{std::numeric_limits<double>::quiet_NaN()};
    Moments y{std::numeric_limits<double>::quiet_NaN()};
    std::uint64_t count = 0;

    const Moments &of(Quantity plane) const { return plane == Quantity::X ? x : y; }
};

/// An orbit as pages draw it: the bin at a time, a stretch, one trigger, or a saved one.
struct RingOrbit
{
    std::optional<TimePoint> time;
    std::optional<TimeRange> stretch; ///< what was averaged
    std::vector<OrbitReading> rows;   ///< by row of the table
};

/// The bin that holds `time`; an empty orbit where nothing is loaded there. `rows`: size of the table.
RingOrbit orbitAt(const RingSeries &series, int rows, TimePoint time);
/// All bins that touch `stretch`, merged.
RingOrbit orbitOver(const RingSeries &series, int rows, const TimeRange &stretch);
/// The readings of one trigger.
RingOrbit orbitOf(const Orbit &trigger, int rows);
/// A saved orbit on the rows of `table`.
RingOrbit orbitOf(const ReferenceOrbit &reference, const DetectorTable &table);

/// `orbit` as it is saved; rows for which `skip` holds are left out. Who, how and by which table is
/// the caller's to say.
ReferenceOrbit referenceOf(const RingOrbit &orbit, const DetectorTable &table, const std::function<bool(int)> &skip);

/// orbit - reference where both have the detector, else not measured; the reach is that of `orbit`.
RingOrbit difference(RingOrbit orbit, const RingOrbit &reference);

/// How far an orbit is from zero.
struct OrbitSize
{
    double rms_mm = std::numeric_limits<double>::quiet_NaN();
    double largest_mm = std::numeric_limits<double>::quiet_NaN(); ///< with its sign
    int row = unknownDetector;                                    ///< where it is largest
    int count = 0;                                                ///< detectors
};

/// Over the measured rows for which `skip` does not hold.
OrbitSize sizeOf(const RingOrbit &orbit, Quantity plane, const std::function<bool(int)> &skip);

} // namespace cbpm
