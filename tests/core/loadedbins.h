// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/binload.h"

#include <cmath>
#include <cstring>
#include <map>
#include <string>

namespace cbpm::test {

using RingBins = std::map<std::string, BinSeries>;

/// Everything a load gives, per detector; nothing where it fails.
inline RingBins loadedBins(const SampleSource &source, const TimeRange &range, Duration width, int readers)
{
    RingBins all;
    const LoadRequest request{range, *Interval::of(width), {}, {}, readers};
    const auto done = loadBins(source, request,
                               [&](const BinBatchPtr &batch) {
                                   for (const BinSeries &series : batch->series)
                                       all[series.location].merge(series);
                                   return true;
                               },
                               {});
    return done ? all : RingBins{};
}

inline bool haveSameBits(const BinSeries &a, const BinSeries &b)
{
    bool same = a.bin == b.bin && a.count == b.count && a.invalid == b.invalid && a.flags == b.flags;
    for (std::size_t k = 0; same && k < quantityCount; ++k) {
        const auto &x = a.moments[k];
        const auto &y = b.moments[k];
        same = x.size() == y.size() && (x.empty() || std::memcmp(x.data(), y.data(), x.size() * sizeof(Moments)) == 0);
    }
    return same;
}

/// Whether two ways give the same numbers: counts equal, min and max to the bit, mean and deviation to `rounding`.
inline bool haveSameNumbers(const RingBins &a, const RingBins &b, double rounding = 1e-9)
{
    const auto near = [&](double x, double y) { return std::abs(x - y) <= rounding * std::max(1.0, std::abs(x)); };
    const auto sameBits = [](double x, double y) { return std::memcmp(&x, &y, sizeof x) == 0; };
    bool same = a.size() == b.size() && !a.empty();
    for (auto one = a.begin(), other = b.begin(); same && one != a.end(); ++one, ++other) {
        const BinSeries &s = one->second;
        const BinSeries &t = other->second;
        same = one->first == other->first && s.bin == t.bin && s.count == t.count && s.invalid == t.invalid
               && s.flags == t.flags;
        for (std::size_t k = 0; same && k < quantityCount; ++k) {
            same = s.moments[k].size() == t.moments[k].size();
            for (std::size_t i = 0; same && i < s.moments[k].size(); ++i) {
                const Moments &x = s.moments[k][i];
                const Moments &y = t.moments[k][i];
                same = sameBits(x.min, y.min) && sameBits(x.max, y.max) && near(x.mean, y.mean) && near(x.m2, y.m2);
            }
        }
    }
    return same;
}

} // namespace cbpm::test
