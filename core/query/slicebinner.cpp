// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/slicebinner.h"

#include "core/bins/binner.h"

namespace cbpm {

SliceBinner::SliceBinner(const DetectorTable &table, const LoadRequest &request)
    : m_interval{request.interval}, m_ring{table, request.method}
{
}

Result<BinBatchPtr> SliceBinner::next(SampleReader &reader, const CancelToken &cancel) const
{
    std::vector<BinSeries> series;
    LoadCounts counts;
    PositionColumns positions;
    const auto slice = reader.visitNext(
        [&](const DetectorSamples &samples) {
            m_ring.apply(samples, positions, counts);
            BinSeries &bins = series.emplace_back();
            bins.location = samples.location;
            bins.row = samples.row;
            binSamples(samples, positions, m_interval, bins);
        },
        cancel);
    if (!slice)
        return slice.error();
    if (!*slice)
        return BinBatchPtr{};
    counts += rowCounts(**slice);
    return std::make_shared<const BinBatch>(BinBatch{(*slice)->range, std::move(series), counts});
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
