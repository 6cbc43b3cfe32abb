// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/slicebinner.h"

#include "core/bins/binner.h"

namespace cbpm {
namespace {

void count(const PositionColumns &positions, LoadCounts &counts)
{
    const std::size_t n = positions.flags.size();
    counts.invalid += positions.invalid;
    counts.valid += n - positions.invalid;
    std::uint16_t seen = 0;
    for (const std::uint16_t flags : positions.flags)
        seen |= flags;
    for (int bit = 0; seen != 0 && bit < flagCount; ++bit) {
        if (!(seen >> bit & 1))
            continue;
        std::uint64_t flagged = 0;
        for (const std::uint16_t flags : positions.flags)
            flagged += flags >> bit & 1;
        counts.byFlag[static_cast<std::size_t>(bit)] += flagged;
    }
}

} // namespace

SliceBinner::SliceBinner(const DetectorTable &table, const LoadRequest &request) : m_interval{request.interval}
{
    m_maps.reserve(static_cast<std::size_t>(table.size()));
    for (const Detector &detector : table.detectors())
        m_maps.emplace_back(detector, request.method);
}

const PositionMap &SliceBinner::mapOf(int row) const
{
    return row == unknownDetector ? m_unknown : m_maps[static_cast<std::size_t>(row)];
}

BinBatchPtr SliceBinner::bin(const SampleBatch &batch) const
{
    auto binned = std::make_shared<BinBatch>(BinBatch{batch.range, {}, {}});
    binned->counts.rows = batch.rows;
    binned->counts.duplicates = batch.duplicates;
    binned->counts.outOfOrder = batch.outOfOrder;
    binned->counts.bytes = batch.bytes;
    binned->series.reserve(batch.detectors.size());
    PositionColumns positions;
    for (const DetectorSamples &samples : batch.detectors) {
        mapOf(samples.row).apply(samples, positions);
        count(positions, binned->counts);
        BinSeries &series = binned->series.emplace_back();
        series.location = samples.location;
        series.row = samples.row;
        binSamples(samples, positions, m_interval, series);
    }
    return binned;
}

} // namespace cbpm
