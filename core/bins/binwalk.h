// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/bins/binseries.h"
#include "core/types/samplebatch.h"

#include <algorithm>

namespace cbpm {

/// Samples [begin, end) of one bin.
struct BinStretch
{
    std::int64_t bin;
    std::size_t begin;
    std::size_t end;
};

/// The bin that holds sample `begin`, up to its last sample. `time` ascends.
inline BinStretch binFrom(const std::vector<std::int64_t> &time, std::size_t begin, Interval interval)
{
    const std::int64_t bin = interval.binAt(timePoint(time[begin]));
    const std::int64_t limit = unixMicroseconds(interval.binBegin(bin + 1));
    if (time.back() < limit)
        return {bin, begin, time.size()};
    const auto end = std::lower_bound(time.begin() + static_cast<std::ptrdiff_t>(begin), time.end(), limit);
    return {bin, begin, static_cast<std::size_t>(end - time.begin())};
}

/// Adds a bin, its moments excepted.
inline void appendBin(BinSeries &out, std::int64_t bin, std::size_t count, std::size_t invalid, std::uint16_t flags)
{
    out.bin.push_back(bin);
    out.count.push_back(static_cast<std::uint32_t>(count));
    out.invalid.push_back(static_cast<std::uint32_t>(invalid));
    out.flags.push_back(flags);
}

/// Room for the bins of `samples` in an empty series: columns that double as they grow would hold up to twice as much.
inline void reserveFor(BinSeries &out, const DetectorSamples &samples, Interval interval, QuantitySet wanted)
{
    if (!out.bin.empty() || samples.size() == 0)
        return;
    const auto span = interval.binAt(timePoint(samples.time.back())) - interval.binAt(timePoint(samples.time.front()));
    const std::size_t bins = std::min(static_cast<std::size_t>(span) + 1, samples.size());
    out.bin.reserve(bins);
    out.count.reserve(bins);
    out.invalid.reserve(bins);
    out.flags.reserve(bins);
    for (std::size_t k = 0; k < out.moments.size(); ++k) {
        if (contains(wanted, k))
            out.moments[k].reserve(bins);
    }
}

} // namespace cbpm
