// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/orbit.h"

#include "core/query/sampleload.h"
#include "core/types/flags.h"

#include <algorithm>

namespace cbpm {
namespace {

OrbitPoint pointAt(const DetectorSamples &samples, const PositionColumns &positions, std::size_t i)
{
    return {samples.row,    timePoint(samples.time[i]), positions.x[i], positions.y[i], positions.sum[i],
            positions.q[i], positions.flags[i]};
}

/// Indices [begin, end) of the samples that belong to the trigger.
std::pair<std::size_t, std::size_t> samplesOf(const DetectorSamples &samples, std::int64_t trigger)
{
    const TimeRange range = triggerRange(trigger);
    const auto at = [&](TimePoint time) {
        return static_cast<std::size_t>(
            std::lower_bound(samples.time.begin(), samples.time.end(), unixMicroseconds(time)) - samples.time.begin());
    };
    return {at(range.begin()), at(range.end())};
}

std::vector<int> missingRows(const Orbit &orbit, const DetectorTable &table)
{
    std::vector<int> missing;
    auto present = orbit.points.begin();
    for (int row = 0; row < table.size(); ++row) {
        if (present != orbit.points.end() && present->row == row)
            ++present;
        else if (table.at(row).enabled)
            missing.push_back(row);
    }
    return missing;
}

} // namespace

Orbit orbitOf(const SampleBatch &batch, std::int64_t trigger, const RingMap &ring, const DetectorTable &table)
{
    Orbit orbit;
    orbit.trigger = trigger;
    PositionColumns positions;
    for (const DetectorSamples &samples : batch.detectors) {
        const auto [begin, end] = samplesOf(samples, trigger);
        if (begin == end)
            continue;
        orbit.duplicates += end - begin - 1;
        if (samples.row == unknownDetector) {
            orbit.unknown.push_back(samples.location);
            continue;
        }
        ring.apply(samples, positions);
        OrbitPoint point = pointAt(samples, positions, end - 1);
        if (end - begin > 1)
            point.flags |= Duplicate;
        orbit.points.push_back(point);
    }
    std::sort(orbit.points.begin(), orbit.points.end(),
              [](const OrbitPoint &a, const OrbitPoint &b) { return a.row < b.row; });
    orbit.missing = missingRows(orbit, table);
    return orbit;
}

Result<Orbit> loadOrbit(const SampleSource &source, TimePoint time, const RingMap &ring, const CancelToken &cancel)
{
    const std::int64_t trigger = triggerOf(time);
    // Slices of so short a range are put together before anything is grouped.
    SampleBatch whole{triggerRange(trigger), {}, 0, 0, 0, 0};
    const auto loaded = loadSamples(
        source, whole.range, {},
        [&](const SampleBatchPtr &batch) {
            whole.detectors.insert(whole.detectors.end(), batch->detectors.begin(), batch->detectors.end());
            return true;
        },
        cancel);
    if (!loaded)
        return loaded.error();
    return orbitOf(whole, trigger, ring, *source.table());
}

} // namespace cbpm
