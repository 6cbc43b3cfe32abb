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

Result<void> BinOrder::add(const BinBatch &batch, const BinVisitor &visit)
{
    for (const BinSeries &series : batch.series) {
        Pending &pending = m_pending[{order(series.row), series.location}];
        pending.series.location = series.location;
        pending.series.row = series.row;
        pending.series.merge(series);
    }
    return visitBefore(m_interval.binAt(batch.range.end()), visit);
}

Result<void> BinOrder::finish(const BinVisitor &visit)
{
    return visitBefore(std::numeric_limits<std::int64_t>::max(), visit);
}

Result<void> BinOrder::visitBefore(std::int64_t bin, const BinVisitor &visit)
{
    for (;;) {
        std::int64_t next = bin;
        for (const auto &[key, pending] : m_pending) {
            if (pending.visited < pending.series.size())
                next = std::min(next, pending.series.bin[pending.visited]);
        }
        if (next == bin)
            break;
        for (auto &[key, pending] : m_pending) {
            if (pending.visited == pending.series.size() || pending.series.bin[pending.visited] != next)
                continue;
            const std::size_t i = pending.visited++;
            if (pending.series.count[i] == 0)
                continue;
            if (auto visited = visit(pending.series, i); !visited)
                return visited;
        }
    }
    for (auto &[key, pending] : m_pending)
        pending.series.dropFirst(std::exchange(pending.visited, 0)); // so that a day takes no more memory than an hour
    return {};
}

} // namespace cbpm
