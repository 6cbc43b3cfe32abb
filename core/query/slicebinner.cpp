// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/slicebinner.h"

#include "core/bins/binner.h"

namespace cbpm {

SliceBinner::SliceBinner(const DetectorTable &table, const LoadRequest &request)
    : m_interval{request.interval}, m_ring{table, request.method}
{
}

BinBatchPtr SliceBinner::bin(const SampleBatch &batch) const
{
    auto binned = std::make_shared<BinBatch>(BinBatch{batch.range, {}, rowCounts(batch)});
    binned->series.reserve(batch.detectors.size());
    PositionColumns positions;
    for (const DetectorSamples &samples : batch.detectors) {
        m_ring.apply(samples, positions, binned->counts);
        BinSeries &series = binned->series.emplace_back();
        series.location = samples.location;
        series.row = samples.row;
        binSamples(samples, positions, m_interval, series);
    }
    return binned;
}

LoadCounts rowCounts(const SampleBatch &batch)
{
    LoadCounts counts;
    counts.rows = batch.rows;
    counts.duplicates = batch.duplicates;
    counts.outOfOrder = batch.outOfOrder;
    counts.bytes = batch.bytes;
    return counts;
}

} // namespace cbpm
