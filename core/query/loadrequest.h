// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/bins/binseries.h"
#include "core/detectors/detector.h"
#include "core/position/seam.h"
#include "core/query/patience.h"
#include "core/types/flags.h"
#include "core/types/interval.h"
#include "core/types/timerange.h"

#include <array>
#include <memory>
#include <optional>
#include <vector>

namespace cbpm {

/// In which order the batches of a load come; in either one each adjoins what came before it.
enum class LoadOrder : std::uint8_t { OldestFirst, NewestFirst };

/// What a view or a command wants: bins of a range.
struct LoadRequest
{
    TimeRange range;
    Interval interval;
    std::vector<int> rows;                ///< of the source's table; empty: all, and unknown detectors, too
    std::optional<PositionMethod> method; ///< overrides the detectors' own
    int readers = 0;                      ///< at once; 0: as many as the source finds useful
    QuantitySet quantities = filedQuantities;
    RetryPolicy retry = {};
    LoadOrder order = LoadOrder::OldestFirst;
};

/// Counts of what a load has seen so far.
struct LoadCounts
{
    std::uint64_t rows = 0;
    std::uint64_t valid = 0;
    std::uint64_t invalid = 0;
    std::uint64_t duplicates = 0;
    std::uint64_t outOfOrder = 0;
    std::uint64_t bytes = 0;
    std::uint64_t fromTiles = 0; ///< of the rows: nobody was asked for them
    /// How often the source was lost and found again. What came after is of a later state: rows written meanwhile may
    /// be in it, and are not in what came before.
    std::uint64_t resumptions = 0;
    std::array<std::uint64_t, flagCount> byFlag{}; ///< samples per Flag bit

    LoadCounts &operator+=(const LoadCounts &other);
};

/// Samples by validity and flag.
LoadCounts countsOf(const PositionColumns &positions);
LoadCounts countsOf(const BinSeries &bins);

/// Bins of one slice of the range. Batches of one load come in the order it asks for and do not overlap in samples; two
/// may hold parts of the same bin where a slice ends inside it, and the newest first tell later bins of flags:
/// BinSeries::merge() puts them together.
struct BinBatch
{
    TimeRange range;                     ///< the slice: all of it is in `series`
    std::vector<BinSeries> series;       ///< one per detector that has samples here
    LoadCounts counts;                   ///< of this slice alone
    std::vector<Seam> seams = {};        ///< beside `series`
    TimePoint seenTo = TimePoint::max(); ///< as in SampleBatch
};

using BinBatchPtr = std::shared_ptr<const BinBatch>;

} // namespace cbpm
