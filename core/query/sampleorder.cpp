// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/sampleorder.h"

#include <algorithm>
#include <numeric>

namespace cbpm {
namespace {

bool before(const DetectorSamples &a, const DetectorSamples &b)
{
    const bool aKnown = a.row != unknownDetector;
    const bool bKnown = b.row != unknownDetector;
    if (aKnown != bKnown)
        return aKnown;
    return aKnown ? a.row < b.row : a.location < b.location;
}

} // namespace

std::vector<SamplePlace> samplesInOrder(const SampleBatch &batch)
{
    std::vector<std::uint32_t> detectors(batch.detectors.size());
    std::iota(detectors.begin(), detectors.end(), 0U);
    std::sort(detectors.begin(), detectors.end(),
              [&](std::uint32_t a, std::uint32_t b) { return before(batch.detectors[a], batch.detectors[b]); });
    std::vector<SamplePlace> places;
    for (const std::uint32_t detector : detectors) {
        const auto &time = batch.detectors[detector].time;
        for (std::uint32_t i = 0; i < time.size(); ++i)
            places.push_back({time[i], detector, i});
    }
    // Stable: among equal times the detectors stay in their order.
    std::stable_sort(places.begin(), places.end(),
                     [](const SamplePlace &a, const SamplePlace &b) { return a.time < b.time; });
    return places;
}

} // namespace cbpm
