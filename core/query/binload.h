// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/loadrequest.h"
#include "core/source/samplesource.h"
#include "core/types/canceltoken.h"
#include "core/types/result.h"

#include <functional>

namespace cbpm {

/// Takes one finished slice; called once after the other in the order asked for, on threads of the load. Returning
/// false ends the load quietly. What is in the batch is the sink's.
using BinSink = std::function<bool(std::shared_ptr<BinBatch>)>;

/// Streams `request` from `source` through positions and bins into `sink`, in slices of time, the first one small.
/// The newest first: in stretches that come whole. Blocks until done; several readers work at once where useful, order
/// is kept. Any thread.
Result<LoadCounts> loadBins(const SampleSource &source, const LoadRequest &request, const BinSink &sink,
                            const CancelToken &cancel);

} // namespace cbpm
