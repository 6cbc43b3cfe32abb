// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/position/positions.h"
#include "core/query/loadrequest.h"
#include "core/source/samplesource.h"

#include <vector>

namespace cbpm {

/// One slice of samples to its bins: position of each sample first, then statistics. Immutable; any thread.
class SliceBinner
{
public:
    SliceBinner(const DetectorTable &table, const LoadRequest &request);

    BinBatchPtr bin(const SampleBatch &batch) const;

private:
    const PositionMap &mapOf(int row) const;

    Interval m_interval;
    std::vector<PositionMap> m_maps; ///< by row of the table
    PositionMap m_unknown;
};

} // namespace cbpm
