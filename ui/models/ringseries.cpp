// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/ringseries.h"

#include <algorithm>
#include <numeric>

namespace cbpm {

void RingSeries::expect(const TimeRange &range, Interval interval, const std::vector<int> &rows)
{
    m_expectedRows = rows;
    std::sort(m_expectedRows.begin(), m_expectedRows.end());
    m_expectedRange = range;
    m_expectedInterval = interval;
    m_stale = true;
}

void RingSeries::add(const BinBatch &batch)
{
    if (m_stale) {
        m_series.clear();
        m_unknown.clear();
        m_valid.clear();
        m_counts = {};
        m_range = m_expectedRange;
        m_interval = m_expectedInterval;
        m_rows = m_expectedRows;
        m_completeTo = m_range->begin();
        m_stale = false;
    }
    for (const BinSeries &part : batch.series) {
        BinSeries &whole = part.row >= 0 ? m_series[part.row] : m_unknown[part.location];
        whole.location = part.location;
        whole.row = part.row;
        whole.merge(part);
        m_valid[part.row] += std::accumulate(part.count.begin(), part.count.end(), std::uint64_t{0});
    }
    m_completeTo = std::max(m_completeTo, batch.range.end());
    m_counts += batch.counts;
}

const BinSeries *RingSeries::find(int row) const
{
    const auto found = m_series.find(row);
    return found == m_series.end() ? nullptr : &found->second;
}

bool RingSeries::wasAsked(int row) const
{
    return m_rows.empty() || std::binary_search(m_rows.begin(), m_rows.end(), row);
}

std::optional<std::size_t> RingSeries::binAt(const BinSeries &series, Interval interval, TimePoint time)
{
    const std::int64_t bin = interval.binAt(time);
    const auto found = std::lower_bound(series.bin.begin(), series.bin.end(), bin);
    if (found == series.bin.end() || *found != bin)
        return std::nullopt;
    return static_cast<std::size_t>(found - series.bin.begin());
}

std::optional<RingSeries::Merged> RingSeries::over(int row, Quantity quantity, const TimeRange &range) const
{
    const BinSeries *const bins = find(row);
    if (!bins || bins->of(quantity).empty())
        return std::nullopt;
    const auto first = std::lower_bound(bins->bin.begin(), bins->bin.end(), m_interval->binAt(range.begin()));
    const std::int64_t last = m_interval->binAt(range.end() - Duration{1});
    Merged merged;
    for (auto k = static_cast<std::size_t>(first - bins->bin.begin()); k < bins->size() && bins->bin[k] <= last; ++k) {
        if (bins->count[k] == 0) // its moments are unset
            continue;
        merged.moments.merge(merged.count, bins->of(quantity)[k], bins->count[k]);
        merged.count += bins->count[k];
    }
    return merged.count > 0 ? std::optional{merged} : std::nullopt;
}

double RingSeries::coverage(int row) const
{
    if (!m_range || m_completeTo <= m_range->begin())
        return 0.0;
    const auto found = m_valid.find(row);
    const double due =
        static_cast<double>((m_completeTo - m_range->begin()).count()) / static_cast<double>(triggerSpacing.count());
    return found == m_valid.end() ? 0.0 : std::min(1.0, static_cast<double>(found->second) / due);
}

} // namespace cbpm
