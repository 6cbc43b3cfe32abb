// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/bins/positionbinner.h"
#include "core/query/loadrequest.h"
#include "core/query/ringmap.h"
#include "core/query/seriespool.h"
#include "core/query/steadyreader.h"

namespace cbpm {

/// One slice of samples to its bins: position of each sample first, then statistics. Immutable; any thread.
class SliceBinner
{
public:
    SliceBinner(const DetectorTable &table, const LoadRequest &request);

    /// The next slice of `reader`; nullptr: its stretch is complete. `binner` keeps its buffers from one to the next.
    Result<std::shared_ptr<BinBatch>> next(SteadyReader &reader, PositionBinner &binner,
                                           const CancelToken &cancel) const;

    /// Of samples that were read before.
    BinBatch binned(const SampleBatch &samples) const;

private:
    Result<std::shared_ptr<BinBatch>> slice(SampleReader &reader, PositionBinner &binner,
                                            const CancelToken &cancel) const;
    /// Adds the bins of `samples` to the batch, in `bins`, which is empty.
    void bin(const DetectorSamples &samples, PositionBinner &binner, BinSeries bins, BinBatch &batch) const;

    Interval m_interval;
    QuantitySet m_quantities;
    RingMap m_ring;
    SeriesPool m_pool;
};

/// What a batch itself says of its rows; see countsOf() for valid and invalid samples.
LoadCounts rowCounts(const SampleBatch &batch);

} // namespace cbpm
