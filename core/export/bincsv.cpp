// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/bincsv.h"

namespace cbpm {
namespace {

constexpr std::string_view header = "time,bpm,count,x_mm,x_min_mm,x_max_mm,x_std_mm,y_mm,y_min_mm,y_max_mm,y_std_mm,"
                                    "top_in,top_out,bot_in,bot_out,sum,q\n";
constexpr std::size_t flushAt = 1 << 20;

} // namespace

BinCsv::BinCsv(OutputFile &file, Interval interval) : m_file{file}, m_interval{interval}, m_order{interval}
{
    m_text.text(header);
}

Result<void> BinCsv::add(const BinBatch &batch)
{
    return m_order.add(batch, m_write);
}

Result<void> BinCsv::finish()
{
    if (const auto written = m_order.finish(m_write); !written)
        return written;
    return flush();
}

Result<void> BinCsv::writeRow(const BinSeries &series, std::size_t i)
{
    const std::uint32_t count = series.count[i];
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
    return m_text.size() < flushAt ? Result<void>{} : flush();
}

Result<void> BinCsv::flush()
{
    auto written = m_file.write(m_text.view());
    m_text.clear();
    return written;
}

} // namespace cbpm
