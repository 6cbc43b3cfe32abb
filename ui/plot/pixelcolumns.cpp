// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/pixelcolumns.h"

#include <algorithm>

namespace cbpm {
namespace {

/// Goes along the columns of `duration` microseconds: column k begins at the first whole one not before k duration /
/// width, so that a bin which begins on an edge never leaks into the column before.
class ColumnWalk
{
public:
    ColumnWalk(std::int64_t duration, std::int64_t width)
        : m_duration{duration}, m_width{width}, m_whole{duration / width}, m_rest{duration % width}
    {
        jump(0);
    }

    /// The column that holds `offset` of [0, duration). Offsets ascend, mostly to the same column or the next.
    std::int64_t at(std::int64_t offset)
    {
        constexpr int few = 8;
        for (int k = 0; k < few && offset >= m_end; ++k)
            step();
        if (offset >= m_end)
            jump(offset);
        return m_column;
    }

private:
    __extension__ using Wide = __int128; ///< centuries times pixels

    void step()
    {
        ++m_column;
        m_end += m_whole;
        m_remainder += m_rest;
        if (m_remainder >= m_width) {
            m_remainder -= m_width;
            ++m_end;
        }
    }

    void jump(std::int64_t offset)
    {
        m_column = static_cast<std::int64_t>(Wide{offset} * m_width / m_duration);
        const Wide end = Wide{m_column + 1} * m_duration + m_width - 1; // rounded up
        m_end = static_cast<std::int64_t>(end / m_width);
        m_remainder = static_cast<std::int64_t>(end % m_width);
    }

    std::int64_t m_duration, m_width;
    std::int64_t m_whole, m_rest;
    std::int64_t m_column = 0;
    std::int64_t m_end = 0;       ///< first offset behind the column
    std::int64_t m_remainder = 0; ///< of the division that gave it
};

/// Puts bins into columns, which come in order. The mean is divided once a column, not with every bin.
class ColumnFiller
{
public:
    explicit ColumnFiller(std::vector<PixelColumn> &columns) : m_columns{columns} {}

    void put(std::size_t at, const Moments &moments, std::uint64_t count)
    {
        PixelColumn &column = m_columns[at];
        if (column.isEmpty()) {
            finish();
            column = {moments.min, moments.max, moments.mean, count};
            m_open = &column;
            return;
        }
        column.min = std::min(column.min, moments.min);
        column.max = std::max(column.max, moments.max);
        column.count += count;
        m_beyond += (moments.mean - column.mean) * static_cast<double>(count);
    }

    /// The last column, too.
    void finish()
    {
        if (m_open)
            m_open->mean += m_beyond / static_cast<double>(m_open->count);
        m_open = nullptr;
        m_beyond = 0.0;
    }

private:
    std::vector<PixelColumn> &m_columns;
    PixelColumn *m_open = nullptr; ///< its mean is its first bin's
    double m_beyond = 0.0;         ///< what the others' samples sum up to above that
};

} // namespace

std::vector<PixelColumn> pixelColumns(const BinSeries &series, Quantity quantity, Interval interval,
                                      const TimeRange &visible, int width, BinValue value)
{
    std::vector<PixelColumn> columns(static_cast<std::size_t>(std::max(width, 0)));
    if (columns.empty() || series.of(quantity).empty())
        return columns;
    const std::int64_t duration = visible.duration().count();
    ColumnWalk walk{duration, width};
    ColumnFiller filler{columns};
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
        std::int64_t column = walk.at(std::max<std::int64_t>(binBegin, 0));
        for (const std::int64_t right = walk.at(lastMicrosecond); column <= right; ++column)
            filler.put(static_cast<std::size_t>(column), bin.moments, bin.count);
    }
    filler.finish();
    return columns;
}

} // namespace cbpm
