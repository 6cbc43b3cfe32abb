// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/slicebinner.h"

namespace cbpm {

SliceBinner::SliceBinner(const DetectorTable &table, const LoadRequest &request)
    : m_interval{request.interval}, m_quantities{request.quantities}, m_ring{table, request.method}
{
}

Result<std::shared_ptr<BinBatch>> SliceBinner::next(SteadyReader &reader, PositionBinner &binner,
                                                    const CancelToken &cancel) const
{
    auto batch = reader.next([&](SampleReader &inner) { return slice(inner, binner, cancel); });
    if (batch && *batch)
        (*batch)->counts.resumptions += reader.takeResumptions();
    return batch;
}

Result<std::shared_ptr<BinBatch>> SliceBinner::slice(SampleReader &reader, PositionBinner &binner,
                                                     const CancelToken &cancel) const
{
    BinBatch batch{*TimeRange::between(TimePoint{}, TimePoint{Duration{1}}), {}, {}, {}}; // until the slice is known
    std::vector<BinSeries> spare = m_pool.take();
    const auto nextSpare = [&spare] {
        if (spare.empty())
            return BinSeries{};
        BinSeries series = std::move(spare.back());
        spare.pop_back();
        return series;
    };
    const auto slice = reader.visitNext(
        [&](const DetectorSamples &samples) {
            if (samples.size() > 0)
                bin(samples, binner, nextSpare(), batch);
        },
        cancel);
    if (!slice)
        return slice.error();
    if (!*slice)
        return std::shared_ptr<BinBatch>{};
    batch.range = (*slice)->range;
    batch.seenTo = (*slice)->seenTo;
    batch.counts += rowCounts(**slice);
    return m_pool.share(std::move(batch));
}

BinBatch SliceBinner::binned(const SampleBatch &samples) const
{
    BinBatch batch{samples.range, {}, rowCounts(samples), {}};
    PositionBinner binner;
    for (const DetectorSamples &one : samples.detectors)
        bin(one, binner, {}, batch);
    return batch;
}

void SliceBinner::bin(const DetectorSamples &samples, PositionBinner &binner, BinSeries bins, BinBatch &batch) const
{
    bins.location = samples.location;
    bins.row = samples.row;
    const TimePoint begin = timePoint(samples.time.front());
    const TimePoint last = timePoint(samples.time.back());
    const PositionMap *const map = m_ring.onlyMap(samples.row, begin, last + Duration{1});
    if (map) {
        binner.bin(samples, *map, m_interval, bins, m_quantities);
    } else {
        PositionColumns positions;
        m_ring.apply(samples, positions, contains(m_quantities, Quantity::Intensity));
        binSamples(samples, positions, m_interval, bins, m_quantities);
    }
    batch.seams.push_back(seamOf(samples, map ? *map : m_ring.mapAt(samples.row, last)));
    batch.counts += countsOf(bins);
    batch.series.push_back(std::move(bins));
}

LoadCounts rowCounts(const SampleBatch &batch)
{
    LoadCounts counts;
    counts.rows = batch.rows;
    counts.duplicates = batch.duplicates;
    counts.outOfOrder = batch.outOfOrder;
    counts.bytes = batch.bytes;
    counts.fromTiles = batch.fromTiles;
    counts.resumptions = batch.resumptions;
    return counts;
}

} // namespace cbpm
