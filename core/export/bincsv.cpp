// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/bincsv.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace cbpm {
namespace {

constexpr std::string_view header = "time,bpm,count,x_mm,x_min_mm,x_max_mm,x_std_mm,y_mm,y_min_mm,y_max_mm,y_std_mm,"
                                    "top_in,top_out,bot_in,bot_out,sum,q\n";
constexpr std::size_t flushAt = 1 << 20;

/// Rows of the table in ring order, unknown ones after them.
int order(int row)
{
    return row < 0 ? std::numeric_limits<int>::max() : row;
}

} // namespace

BinCsv::BinCsv(OutputFile &file, Interval interval) : m_file{file}, m_interval{interval}
{
    m_text.text(header);
}

Result<void> BinCsv::add(const BinBatch &batch)
{
    for (const BinSeries &series : batch.series) {
        Pending &pending = m_pending[{order(series.row), series.location}];
        pending.series.location = series.location;
        pending.series.row = series.row;
        pending.series.merge(series);
    }
    return writeBefore(m_interval.binAt(batch.range.end()));
}

Result<void> BinCsv::finish()
{
    if (const auto written = writeBefore(std::numeric_limits<std::int64_t>::max()); !written)
        return written;
    return flush();
}

Result<void> BinCsv::writeBefore(std::int64_t bin)
{
    for (;;) {
        std::int64_t next = bin;
        for (const auto &[key, pending] : m_pending) {
            if (pending.written < pending.series.size())
                next = std::min(next, pending.series.bin[pending.written]);
        }
        if (next == bin)
            break;
        for (auto &[key, pending] : m_pending) {
            if (pending.written < pending.series.size() && pending.series.bin[pending.written] == next)
                writeRow(pending.series, pending.written++);
        }
        if (m_text.size() >= flushAt) {
            if (const auto flushed = flush(); !flushed)
                return flushed;
        }
    }
    for (auto &[key, pending] : m_pending) {
        pending.series.dropFirst(std::exchange(pending.written, 0)); // so that a day takes no more memory than an hour
    }
    return {};
}

void BinCsv::writeRow(const BinSeries &series, std::size_t i)
{
    const std::uint32_t count = series.count[i];
    if (count == 0)
        return;
    const auto moments = [&](Quantity quantity) -> const Moments & { return series.of(quantity)[i]; };
    m_text.time(m_interval.binBegin(series.bin[i]));
    m_text.character(',');
    m_text.text(series.location);
    m_text.character(',');
    m_text.integer(count);
    const bool positioned = series.row >= 0;
    for (const Quantity plane : {Quantity::X, Quantity::Y}) {
        const Moments &m = moments(plane);
        for (const double value : {m.mean, m.min, m.max, m.std(count)}) {
            m_text.character(',');
            if (positioned)
                m_text.number(value);
        }
    }
    for (const Quantity quantity :
         {Quantity::TopInner, Quantity::TopOuter, Quantity::BottomInner, Quantity::BottomOuter, Quantity::Sum}) {
        m_text.character(',');
        m_text.number(moments(quantity).mean);
    }
    m_text.character(',');
    if (positioned)
        m_text.number(moments(Quantity::Q).mean);
    m_text.character('\n');
    ++m_bins;
}

Result<void> BinCsv::flush()
{
    auto written = m_file.write(m_text.view());
    m_text.clear();
    return written;
}

} // namespace cbpm
