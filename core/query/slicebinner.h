// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/loadrequest.h"
#include "core/query/ringmap.h"
#include "core/query/steadyreader.h"

namespace cbpm {

class PositionBinner;

/// One slice of samples to its bins: position of each sample first, then statistics. Immutable; any thread.
class SliceBinner
{
public:
    SliceBinner(const DetectorTable &table, const LoadRequest &request);

    /// The next slice of `reader`; nullptr: its stretch is complete.
    Result<std::shared_ptr<BinBatch>> next(SteadyReader &reader, const CancelToken &cancel) const;

    /// Of samples that were read before.
    BinBatch binned(const SampleBatch &samples) const;

private:
    Result<std::shared_ptr<BinBatch>> slice(SampleReader &reader, const CancelToken &cancel) const;
    void bin(const DetectorSamples &samples, PositionBinner &binner, BinBatch &batch) const;

    Interval m_interval;
    QuantitySet m_quantities;
    RingMap m_ring;
};

/// What a batch itself says of its rows; see countsOf() for valid and invalid samples.
LoadCounts rowCounts(const SampleBatch &batch);

} // namespace cbpm
