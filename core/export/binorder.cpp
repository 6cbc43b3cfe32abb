// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/binorder.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace cbpm {
namespace {

/// Rows of the table in ring order, unknown ones after them.
int order(int row)
{
    return row < 0 ? std::numeric_limits<int>::max() : row;
}

} // namespace

BinOrder::BinOrder(Interval interval) : m_interval{interval} {}

void BinOrder::Pending::add(const BinSeries &series)
{
    if (this->series().size() == 0) {
        lent = &series;
        return;
    }
    if (lent)
        keepRest();
    kept.merge(series);
}

void BinOrder::Pending::keepRest()
{
    const BinSeries *const all = std::exchange(lent, nullptr);
    const std::size_t first = std::exchange(visited, 0);
    if (!all)
        kept.dropFirst(first); // so that a day takes no more memory than an hour
    else if (first < all->size())
        kept = all->part(all->bin[first], std::numeric_limits<std::int64_t>::max());
}

Result<void> BinOrder::add(const BinBatch &batch, const BinVisitor &visit)
{
    for (const BinSeries &series : batch.series)
        m_pending[{order(series.row), series.location}].add(series);
    return visitBefore(m_interval.binAt(batch.range.end()), visit);
}

Result<void> BinOrder::finish(const BinVisitor &visit)
{
    return visitBefore(std::numeric_limits<std::int64_t>::max(), visit);
}

Result<void> BinOrder::visitBefore(std::int64_t bin, const BinVisitor &visit)
{
    auto visited = walk(bin, visit);
    for (auto &[key, pending] : m_pending)
        pending.keepRest();
    return visited;
}

Result<void> BinOrder::walk(std::int64_t bin, const BinVisitor &visit)
{
    for (;;) {
        std::int64_t next = bin;
        for (const auto &[key, pending] : m_pending) {
            const BinSeries &series = pending.series();
            if (pending.visited < series.size())
                next = std::min(next, series.bin[pending.visited]);
        }
        if (next == bin)
            return {};
        for (auto &[key, pending] : m_pending) {
            const BinSeries &series = pending.series();
            if (pending.visited == series.size() || series.bin[pending.visited] != next)
                continue;
            const std::size_t i = pending.visited++;
            if (series.count[i] == 0)
                continue;
            if (auto visited = visit(series, i); !visited)
                return visited;
        }
    }
}

} // namespace cbpm
