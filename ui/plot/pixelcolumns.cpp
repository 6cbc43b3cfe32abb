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

ShownBin shownBin(const BinSeries &series, Quantity quantity, BinValue value, std::size_t k)
{
    const Moments &moments = series.of(quantity)[k];
    if (value == BinValue::Samples)
        return {moments, series.count[k]};
    if (series.count[k] < 2)
        return {};
    const double spread = moments.std(series.count[k]);
    return {{spread, 0.0, spread, spread}, series.count[k]};
}

std::vector<PixelColumn> pixelColumns(const BinSeries &series, Quantity quantity, Interval interval,
                                      const TimeRange &visible, int width, BinValue value)
{
    std::vector<PixelColumn> columns(static_cast<std::size_t>(std::max(width, 0)));
    if (columns.empty() || series.of(quantity).empty())
        return columns;
    const std::int64_t duration = visible.duration().count();
    // Whole numbers: a bin that begins on the edge of a column never leaks into the one before.
    const auto columnOf = [&](std::int64_t offset) {
        return std::clamp<std::int64_t>(offset * width / duration, 0, width - 1);
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
