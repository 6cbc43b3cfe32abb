// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/types/samplebatch.h"

#include <algorithm>

namespace cbpm {

void crop(DetectorSamples &samples, const TimeRange &range)
{
    const auto at = [&](TimePoint time) {
        return std::lower_bound(samples.time.begin(), samples.time.end(), unixMicroseconds(time))
               - samples.time.begin();
    };
    const auto begin = at(range.begin());
    const auto end = at(range.end());
    if (begin == 0 && static_cast<std::size_t>(end) == samples.size())
        return;
    const auto cut = [&](auto &column) {
        column.erase(column.begin() + end, column.end());
        column.erase(column.begin(), column.begin() + begin);
    };
    for (auto &button : samples.button)
        cut(button);
    if (!samples.arrival.empty())
        cut(samples.arrival);
    cut(samples.time);
}

void append(DetectorSamples &to, const DetectorSamples &later)
{
    if (!to.arrival.empty() || !later.arrival.empty()) {
        to.arrival.resize(to.size(), 0);
        to.arrival.insert(to.arrival.end(), later.arrival.begin(), later.arrival.end());
        to.arrival.resize(to.size() + later.size(), 0);
    }
    to.time.insert(to.time.end(), later.time.begin(), later.time.end());
    for (std::size_t k = 0; k < buttonCount; ++k)
        to.button[k].insert(to.button[k].end(), later.button[k].begin(), later.button[k].end());
}

} // namespace cbpm
