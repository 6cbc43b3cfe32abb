// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/bins/binseries.h"
#include "core/types/timerange.h"

#include <vector>

namespace cbpm {

/// What one column of pixels shows: the extremes and the mean of every bin that touches it.
struct PixelColumn
{
    double min = 0.0;
    double max = 0.0;
    double mean = 0.0;       ///< over samples
    std::uint64_t count = 0; ///< samples; 0: nothing here, and nothing is drawn

    bool isEmpty() const { return count == 0; }
};

/// What of a bin is shown: its samples (min, max, mean), or how far they spread (their standard deviation).
enum class BinValue { Samples, Spread };

/// The moments that `value` of bin k shows: for Spread the bin's one standard deviation; count 0 where it has none.
struct ShownBin
{
    Moments moments;
    std::uint64_t count = 0;
};

inline ShownBin shownBin(const BinSeries &series, Quantity quantity, BinValue value, std::size_t k)
{
    const Moments &moments = series.of(quantity)[k];
    const std::uint64_t count = series.count[k];
    if (value == BinValue::Samples)
        return {moments, count};
    const double spread = moments.std(count);
    return count < 2 ? ShownBin{} : ShownBin{{spread, 0.0, spread, spread}, count};
}

/// Columns [width] of `visible`: column k shows [begin + k·d, begin + (k+1)·d), d = duration / width.
/// A bin that is wider than a column fills all it covers; a bin on an edge counts in both columns, so no spike is lost.
std::vector<PixelColumn> pixelColumns(const BinSeries &series, Quantity quantity, Interval interval,
                                      const TimeRange &visible, int width, BinValue value = BinValue::Samples);

} // namespace cbpm
