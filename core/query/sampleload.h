// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/loadrequest.h"
#include "core/source/samplesource.h"

#include <functional>

namespace cbpm {

/// Takes one slice of raw samples; false ends the load quietly.
using SampleSink = std::function<bool(const SampleBatchPtr &)>;

/// Streams the samples themselves, slice by slice in time order, over one reader. `rows` empty: all detectors.
Result<void> loadSamples(const SampleSource &source, const TimeRange &range, const std::vector<int> &rows,
                         const SampleSink &sink, const CancelToken &cancel, const RetryPolicy &retry = {});

} // namespace cbpm
