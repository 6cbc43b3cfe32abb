// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/postgres/prepareddata.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace cbpm {
namespace {

/// Empty where there is nothing that this role may read.
Result<QByteArray> readableState(Connection &connection, const PreparedLayout &layout, const CancelToken &cancel)
{
    const QByteArray name = layout.beside(connection, u"_prepared"_s);
    const auto found = connection.run("SELECT has_table_privilege(oid, 'SELECT') FROM pg_class WHERE oid = to_regclass("
                                          + connection.literal(QString::fromUtf8(name)) + ')',
                                      cancel);
    if (!found)
        return found.error();
    return PQntuples(found->get()) == 1 && QByteArrayView{PQgetvalue(found->get(), 0, 0)} == "t" ? name : QByteArray{};
}

} // namespace

Result<PreparedData> PreparedData::find(Connection &connection, const RowLayout &layout, const CancelToken &cancel)
{
    PreparedData data;
    const auto prepared = PreparedLayout::of(connection, layout, cancel);
    if (!prepared)
        return prepared.error();
    if (!*prepared)
        return data;
    const auto state = readableState(connection, **prepared, cancel);
    if (!state)
        return state.error();
    if (state->isEmpty())
        return data;
    const QByteArray mapping = connection.literal(QString::fromUtf8((*prepared)->mapping)) + "::jsonb";
    const auto made = connection.run("SELECT kind, (extract(epoch FROM first) * 1000000)::int8, "
                                     "(extract(epoch FROM watermark) * 1000000)::int8, version, array_to_string(names, "
                                     "E'\\n') FROM "
                                         + *state + " WHERE first < watermark AND mapping = " + mapping
                                         + " || CASE kind WHEN 'blocks' THEN '{\"layout\": 2}'::jsonb ELSE '{}' END",
                                     cancel);
    if (!made)
        return made.error();
    for (int k = 0; k < PQntuples(made->get()); ++k) {
        const auto text = [&](int field) { return QString::fromUtf8(PQgetvalue(made->get(), k, field)); };
        const auto range = TimeRange::between(timePoint(text(1).toLongLong()), timePoint(text(2).toLongLong()));
        if (!range)
            continue;
        if (text(0) == "blocks"_L1)
            data.blocks = {*range, (*prepared)->beside(connection, u"_blocks"_s),
                           (*prepared)->beside(connection, u"_times"_s), text(4).split(u'\n', Qt::SkipEmptyParts)};
        else
            data.rollup = {*range, text(3), **prepared};
    }
    return data;
}

std::span<const RollupLevel> rollupLevels()
{
    static const RollupLevel levels[] = {{*Interval::of(10s), "_rollup_10s"},
                                         {*Interval::of(1min), "_rollup_1min"},
                                         {*Interval::of(10min), "_rollup_10min"},
                                         {*Interval::of(1h), "_rollup_1h"}};
    return levels;
}

} // namespace cbpm
