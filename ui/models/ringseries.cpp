// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/ringseries.h"

#include <algorithm>
#include <numeric>

namespace cbpm {
namespace {

std::uint64_t validOf(const BinSeries &series)
{
    return std::accumulate(series.count.begin(), series.count.end(), std::uint64_t{0});
}

} // namespace

void RingSeries::expect(const TimeRange &range, Interval interval, const std::vector<int> &rows)
{
    m_expectedRows = rows;
    std::sort(m_expectedRows.begin(), m_expectedRows.end());
    m_expectedRange = range;
    m_expectedInterval = interval;
    m_stale = true;
}

void RingSeries::add(BinBatch batch)
{
    if (m_stale) {
        m_series.clear();
        m_unknown.clear();
        m_valid.clear();
        m_open.clear();
        m_openEnd = {};
        m_counts = {};
        m_range = m_expectedRange;
        m_interval = m_expectedInterval;
        m_rows = m_expectedRows;
        m_loaded.reset();
        m_stale = false;
    }
    for (BinSeries &part : batch.series)
        merge(std::move(part));
    extendLoaded(batch.range);
    m_counts += batch.counts;
}

/// Batches adjoin what is there, on either side.
void RingSeries::extendLoaded(const TimeRange &by)
{
    const auto within = m_loaded ? TimeRange::between(std::min(m_loaded->begin(), by.begin()),
                                                      std::max(m_loaded->end(), by.end()))
                                 : TimeRange::between(std::max(m_range->begin(), by.begin()), by.end());
    m_loaded = within;
}

void RingSeries::merge(BinSeries part)
{
    BinSeries &whole = part.row >= 0 ? seriesOf(part.row) : m_unknown[part.location];
    m_valid[part.row] += validOf(part);
    if (whole.size() == 0)
        whole = std::move(part);
    else
        whole.merge(part);
}

BinSeries &RingSeries::seriesOf(int row)
{
    std::shared_ptr<BinSeries> &series = m_series[row];
    if (!series)
        series = std::make_shared<BinSeries>();
    return *series;
}

void RingSeries::advance(const BinBatch *settled, const BinBatch *open)
{
    takeBackOpen();
    if (settled)
        add(*settled);
    if (m_stale)
        return;
    if (open)
        addOpen(*open);
    m_range = TimeRange::between(m_range->begin(), std::max({m_range->end(), completeTo(), m_openEnd}));
}

void RingSeries::addOpen(const BinBatch &open)
{
    for (const BinSeries &part : open.series) {
        const BinSeries *const whole = part.row >= 0 ? find(part.row) : nullptr;
        if (part.row < 0) // of detectors without a position only what is settled is shown
            continue;
        m_open.push_back({part.row, part.bin.front(),
                          whole ? whole->part(part.bin.front(), std::numeric_limits<std::int64_t>::max()) : BinSeries{},
                          validOf(part)});
        m_openEnd = std::max(m_openEnd, m_interval->binBegin(part.bin.back() + 1));
        merge(part);
    }
}

void RingSeries::takeBackOpen()
{
    for (const Open &open : m_open) {
        BinSeries &whole = *m_series.at(open.row);
        whole.dropFrom(open.firstBin);
        whole.merge(open.before);
        m_valid[open.row] -= open.valid;
    }
    m_open.clear();
}

void RingSeries::dropBefore(TimePoint time)
{
    if (!m_range || time <= m_range->begin() || time >= m_range->end())
        return;
    const std::int64_t first = m_interval->binAt(time);
    const auto drop = [&](BinSeries &series) {
        const auto n = std::lower_bound(series.bin.begin(), series.bin.end(), first) - series.bin.begin();
        m_valid[series.row] -= std::accumulate(series.count.begin(), series.count.begin() + n, std::uint64_t{0});
        series.dropFirst(static_cast<std::size_t>(n));
    };
    for (auto &[row, series] : m_series)
        drop(*series);
    for (auto &[name, series] : m_unknown)
        drop(series);
    std::erase_if(m_series, [](const auto &entry) { return entry.second->size() == 0; });
    m_range = TimeRange::between(m_interval->binBegin(first), m_range->end());
    if (m_loaded)
        m_loaded = m_loaded->intersected(*m_range);
}

const BinSeries *RingSeries::find(int row) const
{
    const auto found = m_series.find(row);
    return found == m_series.end() ? nullptr : found->second.get();
}

std::shared_ptr<const BinSeries> RingSeries::share(int row) const
{
    const auto found = m_series.find(row);
    return found == m_series.end() ? nullptr : found->second;
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

std::optional<Duration> RingSeries::silence(int row) const
{
    const BinSeries *const bins = find(row);
    if (!bins || bins->bin.empty() || !m_interval)
        return std::nullopt;
    return std::max(Duration{0}, completeTo() - m_interval->binBegin(bins->bin.back() + 1));
}

double RingSeries::coverage(int row) const
{
    if (!m_loaded)
        return 0.0;
    const auto found = m_valid.find(row);
    const double due = static_cast<double>(m_loaded->duration().count()) / static_cast<double>(triggerSpacing.count());
    return found == m_valid.end() ? 0.0 : std::min(1.0, static_cast<double>(found->second) / due);
}

} // namespace cbpm
