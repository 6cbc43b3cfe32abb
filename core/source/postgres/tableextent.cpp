// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/postgres/tableextent.h"

#include "core/source/samplesource.h"

namespace cbpm {
namespace {

QByteArray from(const RowLayout &layout)
{
    return " FROM " + layout.table + " WHERE " + layout.finiteTimeCondition();
}

TimePoint timeAt(const PgResult &row, int column)
{
    return timePoint(QByteArray{PQgetvalue(row.get(), 0, column)}.toLongLong());
}

} // namespace

Result<TableExtent> TableExtent::ask(Connection &connection, const RowLayout &layout, const CancelToken &cancel)
{
    const auto all =
        connection.runForRow("SELECT (extract(epoch FROM clock_timestamp()) * 1000000)::bigint, "
                                 + layout.microseconds("min") + ", " + layout.microseconds("max") + from(layout),
                             cancel);
    if (!all)
        return all.error();
    TableExtent extent{timeAt(*all, 0), std::nullopt, std::nullopt};
    if (PQgetisnull(all->get(), 0, 1))
        return extent;
    const TimePoint first = timeAt(*all, 1);
    TimePoint last = timeAt(*all, 2);
    if (const auto trusted = TimeRange::between(first, extent.clock + clockTrust); trusted && last >= trusted->end()) {
        const auto others = connection.runForRow(
            "SELECT " + layout.microseconds("max") + from(layout) + " AND " + layout.timeCondition(*trusted), cancel);
        if (!others)
            return others.error();
        extent.astray = std::exchange(last, std::min(timeAt(*others, 0), last));
    }
    extent.range = TimeRange::between(first, last + Duration{1});
    return extent;
}

} // namespace cbpm
