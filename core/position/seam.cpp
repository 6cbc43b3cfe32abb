// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/position/seam.h"

#include "core/position/frozenrun.h"
#include "core/types/flags.h"

#include <algorithm>
#include <cmath>

namespace cbpm {
namespace {

/// The first and the last sample, placed at once.
std::array<Seam::Reading, 2> endsOf(const DetectorSamples &samples, const PositionMap &map)
{
    thread_local DetectorSamples ends; // asked for with every block of samples: two dozen columns of two values
    thread_local PositionColumns positions;
    ends.row = samples.row;
    ends.time = {samples.time.front(), samples.time.back()};
    for (std::size_t k = 0; k < buttonCount; ++k)
        ends.button[k] = {samples.button[k].front(), samples.button[k].back()};
    map.apply(ends, positions);
    std::array<Seam::Reading, 2> readings;
    for (std::size_t i = 0; i < readings.size(); ++i) {
        for (std::size_t k = 0; k < buttonCount; ++k)
            readings[i].raw[k] = ends.button[k][i];
        readings[i].x = positions.x[i];
        readings[i].y = positions.y[i];
    }
    return readings;
}

} // namespace

Seam seamOf(const DetectorSamples &samples, const PositionMap &map)
{
    const std::size_t n = samples.size();
    Seam seam;
    seam.begin = samples.time.front();
    const auto ends = endsOf(samples, map);
    seam.first = ends[0];
    seam.last = ends[1];
    seam.step_mm = map.detector().thresholds.step_mm;
    seam.frozenSamples = frozenRun(map.detector().thresholds);
    const RawColumns raw = rawColumns(samples);
    std::size_t head = 1;
    while (head < n && isRepeated(raw, 0, head))
        ++head;
    seam.isOneRun = head == n;
    seam.head.assign(samples.time.begin(),
                     samples.time.begin() + static_cast<std::ptrdiff_t>(std::min(head, seam.frozenSamples - 1)));
    for (std::size_t i = n - 1; i > 0 && isRepeated(raw, i - 1, i); --i)
        ++seam.last.run;
    return seam;
}

Seam joined(const Seam &earlier, const Seam &later)
{
    Seam both = earlier;
    both.last = later.last;
    const bool goesOn = earlier.isOneRun && earlier.last.raw == later.first.raw;
    both.isOneRun = goesOn && later.isOneRun;
    if (goesOn) {
        both.head.insert(both.head.end(), later.head.begin(), later.head.end());
        both.head.resize(std::min(both.head.size(), both.frozenSamples - 1));
    }
    return both;
}

std::vector<std::pair<std::int64_t, std::uint16_t>> flagsAcross(const Seam::Reading &before, Seam &later)
{
    std::vector<std::pair<std::int64_t, std::uint16_t>> flags;
    const bool step = std::fabs(later.first.x - before.x) > later.step_mm
                      || std::fabs(later.first.y - before.y) > later.step_mm; // NaN compares false
    if (step)
        flags.emplace_back(later.begin, Step);
    if (before.raw != later.first.raw)
        return flags;
    for (std::size_t i = 0; i < later.head.size(); ++i) {
        if (before.run + i + 1 >= later.frozenSamples)
            flags.emplace_back(later.head[i], Frozen);
    }
    if (later.isOneRun)
        later.last.run += before.run;
    return flags;
}

} // namespace cbpm
