// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/samplepreview.h"

#include "core/position/positions.h"
#include "core/query/sampleload.h"
#include "core/query/sampleorder.h"

#include <algorithm>

namespace cbpm {
namespace {

/// A few triggers; where samples are rarer, the newest one is among them all the same.
constexpr Duration newestStretch = std::chrono::seconds{2};

std::vector<PreviewRow> newestOf(const SampleBatch &batch, std::size_t most, const DetectorTable &table)
{
    std::vector<PositionColumns> positions(batch.detectors.size());
    for (std::size_t k = 0; k < positions.size(); ++k) {
        const DetectorSamples &samples = batch.detectors[k];
        const PositionMap map = samples.row == unknownDetector ? PositionMap{} : PositionMap{table.at(samples.row)};
        map.apply(samples, positions[k]);
    }
    const auto order = samplesInOrder(batch);
    std::vector<PreviewRow> rows;
    for (auto place = order.rbegin(); place != order.rend() && rows.size() < most; ++place) {
        const DetectorSamples &samples = batch.detectors[place->detector];
        const PositionColumns &at = positions[place->detector];
        PreviewRow row{timePoint(place->time), QString::fromStdString(samples.location),
                       samples.row != unknownDetector};
        for (std::size_t k = 0; k < buttonCount; ++k)
            row.button[k] = samples.button[k][place->sample];
        row.x_mm = at.x[place->sample];
        row.y_mm = at.y[place->sample];
        row.flags = at.flags[place->sample];
        rows.push_back(row);
    }
    return rows;
}

} // namespace

Result<std::vector<PreviewRow>> previewSamples(const SampleSource &source, std::size_t most, const CancelToken &cancel)
{
    const auto info = source.info(cancel);
    if (!info)
        return info.error();
    std::vector<PreviewRow> rows;
    if (!info->extent)
        return rows;
    const TimePoint end = info->extent->end();
    const auto range = TimeRange::between(std::max(info->extent->begin(), end - newestStretch), end);
    const auto loaded = loadSamples(
        source, *range, {},
        [&](const SampleBatchPtr &batch) { // slices come in order of time: the last ones count
            auto newer = newestOf(*batch, most, *source.table());
            newer.insert(newer.end(), rows.begin(), rows.end());
            newer.resize(std::min(newer.size(), most));
            rows = std::move(newer);
            return true;
        },
        cancel);
    if (!loaded)
        return loaded.error();
    return rows;
}

} // namespace cbpm
