// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/binload.h"

namespace cbpm {

class SliceBinner;

/// Ranges up to this long are not worth a second reader.
inline constexpr Duration shortestSharedRange = std::chrono::minutes{10};

/// Splits the range in stretches that `readers` threads take in turn; batches reach `sink` in the order of the request,
/// on the calling thread. Readers that run ahead wait: at most a few batches per reader are held.
Result<LoadCounts> loadInStretches(const SampleSource &source, const LoadRequest &request, int readers,
                                          const SliceBinner &binner, const BinSink &sink, const CancelToken &cancel);

} // namespace cbpm
