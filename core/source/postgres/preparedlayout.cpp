// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/postgres/preparedlayout.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace cbpm {
namespace {

/// How rows of one stretch are found and placed in it.
struct Stretch
{
    QByteArray at;    ///< int8 expression: µs from $1
    QByteArray where; ///< may be wider than the stretch
    QByteArray newest;
};

Stretch ofSeconds(const RowLayout &layout)
{
    // Half away from zero, as llround() does; round() of a float8 goes to even.
    const QByteArray us = "(" + layout.timeValue + " * 1e6)";
    Stretch stretch{"trunc(" + us + " + sign(" + us + ") * 0.5)::int8 - (extract(epoch FROM $1) * 1000000)::int8",
                    {},
                    "to_timestamp(%1(" + layout.timeValue + "))"};
    const QByteArray &column = layout.timeColumn;
    if (layout.secondsColumn == RowLayout::SecondsColumn::Integer)
        stretch.where =
            column + " >= ceil(extract(epoch FROM $1))::int8 AND " + column + " < ceil(extract(epoch FROM $2))::int8";
    else
        stretch.where =
            column + " >= extract(epoch FROM $1) - 0.000001 AND " + column + " < extract(epoch FROM $2) + 0.000001";
    return stretch;
}

Stretch ofTimestamps(const RowLayout &layout)
{
    const QByteArray &column = layout.timeColumn;
    const auto between = [&](const QByteArray &begin, const QByteArray &end) {
        return column + " >= " + begin + " AND " + column + " < " + end;
    };
    if (!layout.wallClock)
        return {"(date_part('epoch', " + column + " - $1) * 1e6)::int8", between("$1", "$2"), "%1(" + column + ')'};
    const QByteArray zone = layout.localZone.isValid() ? layout.localZoneName : "'UTC'";
    const auto local = [&](const QByteArray &instant) { return '(' + instant + " AT TIME ZONE " + zone + ')'; };
    Stretch stretch{"(date_part('epoch', " + local(column) + " - $1) * 1e6)::int8", between(local("$1"), local("$2")),
                    local("%1(" + column + ')')};
    if (!layout.localZone.isValid()) {
        stretch.at = "(date_part('epoch', " + column + " - " + local("$1") + ") * 1e6)::int8";
        return stretch;
    }
    // Local times do not ascend where the offset changes: looked for wider there.
    const QByteArray margin = "CASE WHEN " + local("($2 + interval '3 h')") + " - " + local("($1 - interval '3 h')")
                              + " = $2 - $1 + interval '6 h' THEN interval '0' ELSE interval '3 h' END";
    stretch.where = between(local("$1") + " - " + margin, local("$2") + " + " + margin);
    return stretch;
}

QJsonObject mappingOf(const RowLayout &layout, const QByteArray &table, const QByteArray &oid, bool partitioned)
{
    const bool seconds = layout.time == RowLayout::Time::Seconds;
    const Stretch stretch = seconds ? ofSeconds(layout) : ofTimestamps(layout);
    QByteArray where = stretch.where + " AND " + layout.detectorColumn + " IS NOT NULL";
    if (seconds || layout.localZone.isValid())
        where += " AND " + stretch.at + " >= 0 AND " + stretch.at + " < (extract(epoch FROM $2 - $1) * 1000000)::int8";
    const auto text = [](const QByteArray &sql) { return QString::fromUtf8(sql); };
    QJsonArray buttons;
    bool whole = true;
    for (std::size_t k = 0; k < buttonCount; ++k) {
        buttons.append(text(layout.buttonValues[static_cast<qsizetype>(k)]));
        whole = whole && layout.button[k] == RowLayout::Number::Int4;
    }
    QByteArray first = stretch.newest;
    QByteArray last = stretch.newest;
    return {
        {u"oid"_s, text(oid)},
        {u"bpm"_s, text(layout.detectorValue + "::text")},
        {u"at"_s, text(stretch.at)},
        {u"rows"_s, text("FROM " + table + " WHERE " + where)},
        {u"arrival"_s, text((seconds ? stretch.at : layout.timeColumn) + (partitioned ? ", tableoid" : "") + ", ctid")},
        {u"time"_s, text(seconds ? stretch.at : layout.timeColumn)},
        {u"buttons"_s, buttons},
        {u"whole"_s, whole},
        {u"extent"_s, text("SELECT " + first.replace("%1", "min") + ", " + last.replace("%1", "max") + " FROM " + table
                           + " WHERE " + layout.finiteTimeCondition())}};
}

} // namespace

Result<std::optional<PreparedLayout>> PreparedLayout::of(Connection &connection, const RowLayout &layout,
                                                         const CancelToken &cancel)
{
    const auto found =
        connection.run("SELECT n.nspname, c.relname, c.oid, c.relkind FROM pg_class c "
                       "JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind IN ('r', 'p', 'm') AND c.oid = "
                       "to_regclass("
                           + connection.literal(QString::fromUtf8(layout.table)) + ')',
                       cancel);
    if (!found)
        return found.error();
    const PGresult *const row = found->get();
    if (PQntuples(row) == 0)
        return std::optional<PreparedLayout>{};
    PreparedLayout prepared{QString::fromUtf8(PQgetvalue(row, 0, 0)), QString::fromUtf8(PQgetvalue(row, 0, 1)), {}};
    prepared.mapping = QJsonDocument{mappingOf(layout, prepared.beside(connection, {}), PQgetvalue(row, 0, 2),
                                               QByteArrayView{PQgetvalue(row, 0, 3)} == "p")}
                           .toJson(QJsonDocument::Compact);
    return std::optional{prepared};
}

QByteArray PreparedLayout::beside(const Connection &connection, const QString &suffix) const
{
    return connection.identifier(schema) + '.' + connection.identifier(table + suffix);
}

} // namespace cbpm
