// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/opensource.h"
#include "core/source/samplesource.h"

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace cbpm {

/// The valid samples of one detector, columns of equal length n.
struct Trace
{
    int row = unknownDetector;
    std::string location;
    std::vector<std::int64_t> time;                      ///< µs since 1970-01-01T00:00:00Z, ascending
    std::vector<double> x;                               ///< mm
    std::vector<double> y;                               ///< mm
    std::array<std::vector<double>, buttonCount> button; ///< corrected, ADU; empty unless asked for
    std::uint64_t invalid = 0;                           ///< samples left out

    std::size_t size() const noexcept { return time.size(); }
};

/// Which samples are wanted one by one.
struct TraceOrder
{
    TimeRange range;
    std::vector<int> rows; ///< of the source's table
    std::optional<PositionMethod> method;
    bool withButtons = false;
    std::size_t mostSamples = 8'000'000; ///< at 10 Hz; of a longer range the newest part is taken
};

/// Samples of a stretch in memory.
struct Traces
{
    TimeRange range;    ///< what is in here
    bool isCut = false; ///< the range asked for is longer
    bool hasButtons = false;
    std::vector<Trace> traces; ///< one for each row asked for, without samples, too; in that order
};

using TracesPtr = std::shared_ptr<const Traces>;

/// Reads `order` from `source`. Blocks; any thread.
Result<TracesPtr> loadTraces(const SampleSource &source, const TraceOrder &order, const ProgressReport &progress,
                             const CancelToken &cancel);

} // namespace cbpm
