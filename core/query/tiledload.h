// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/binload.h"
#include "core/tiles/tilestore.h"

namespace cbpm {

/// Where loads find and leave tiles. `identity` is SourceInfo's; without it or without a store every load asks.
struct TileAccess
{
    TileStorePtr store;
    QString identity;
};

/// loadBins() that asks the source only for what `tiles` lacks, and leaves there what came: cells of the ladder level
/// of the request and of all coarser ones. Same batches, same numbers: counts, min and max to the bit.
Result<LoadCounts> loadTiled(const SampleSource &source, const TileAccess &tiles, const LoadRequest &request,
                             const BinSink &sink, const CancelToken &cancel);

} // namespace cbpm
