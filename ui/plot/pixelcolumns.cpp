// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/pixelcolumns.h"

#include <algorithm>

namespace cbpm {
namespace {

void take(PixelColumn &column, const Moments &moments, std::uint64_t count)
{
    if (column.isEmpty()) {
        column = {moments.min, moments.max, moments.mean, count};
        return;
    }
    const double total = static_cast<double>(column.count + count);
    column.min = std::min(column.min, moments.min);
    column.max = std::max(column.max, moments.max);
    column.mean += (moments.mean - column.mean) * (static_cast<double>(count) / total);
    column.count += count;
}

} // namespace

std::vector<PixelColumn> pixelColumns(const BinSeries &series, Quantity quantity, Interval interval,
                                      const TimeRange &visible, int width, BinValue value)
{
    std::vector<PixelColumn> columns(static_cast<std::size_t>(std::max(width, 0)));
    if (columns.empty() || series.of(quantity).empty())
        return columns;
    const std::int64_t duration = visible.duration().count();
    // Whole numbers: a bin that begins on the edge of a column never leaks into the one before. Bins ascend, so the
    // column of one is mostly that of the one before, or the next.
    std::int64_t near = 0;
    const auto columnOf = [&](std::int64_t offset) {
        const std::int64_t at = offset * width;
        if (at < near * duration || at >= (near + 2) * duration)
            near = at / duration;
        else if (at >= (near + 1) * duration)
            ++near;
        return std::clamp<std::int64_t>(near, 0, width - 1);
    };
    const std::int64_t begin = unixMicroseconds(visible.begin());
    const auto first = std::lower_bound(series.bin.begin(), series.bin.end(), interval.binAt(visible.begin()));
    for (auto k = static_cast<std::size_t>(first - series.bin.begin()); k < series.size(); ++k) {
        const std::int64_t binBegin = unixMicroseconds(interval.binBegin(series.bin[k])) - begin;
        if (binBegin >= duration)
            break;
        const ShownBin bin = shownBin(series, quantity, value, k);
        if (bin.count == 0)
            continue;
        const std::int64_t lastMicrosecond = std::min(binBegin + interval.width().count(), duration) - 1;
        const std::int64_t right = columnOf(lastMicrosecond);
        for (std::int64_t column = columnOf(std::max<std::int64_t>(binBegin, 0)); column <= right; ++column)
            take(columns[static_cast<std::size_t>(column)], bin.moments, bin.count);
    }
    return columns;
}

} // namespace cbpm
