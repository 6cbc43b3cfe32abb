// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/postgres/sitetable.h"

#include "core/source/postgres/columnguess.h"
#include "core/source/postgres/tablesearch.h"
#include "core/types/coretexts.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace cbpm {
namespace {

using State = Finding::State;

QString kindOfRelation(const QString &relkind)
{
    if (relkind == "p"_L1)
        return CoreTexts::tr("partitioned table");
    if (relkind == "v"_L1 || relkind == "m"_L1)
        return u"view"_s;
    return relkind == "f"_L1 ? CoreTexts::tr("foreign table") : u"table"_s;
}

QString rowCount(qint64 rows)
{
    return rows < 1'000'000 ? CoreTexts::tr("%1 rows").arg(rows)
                            : CoreTexts::tr("%1 million rows").arg(static_cast<double>(rows) / 1e6, 0, 'g', 3);
}

QString statement(const QByteArray &sql)
{
    return QString::fromUtf8(sql) + u';';
}

/// Whether the role may look into the schema of the table; if not, a finding says so.
bool checkSchema(SiteProbe &probe, const TableMapping &mapping)
{
    const QString schema = mapping.table.section(u'.', 0, 0);
    if (schema == mapping.table)
        return true;
    const Connection &connection = probe.connection();
    const auto row = probe.askOne(u"table"_s, "SELECT has_schema_privilege(oid, 'USAGE'), current_user FROM "
                                              "pg_namespace WHERE nspname = "
                                                  + connection.literal(schema));
    if (!row || row->text(0) == "t"_L1)
        return true; // one that is not there has no table either
    probe.add(u"table"_s, State::Fail,
              CoreTexts::tr("role %1 must not look into schema \"%2\"").arg(row->text(1), schema),
              CoreTexts::tr("ask its owner for GRANT USAGE"),
              statement("GRANT USAGE ON SCHEMA " + connection.identifier(schema) + " TO "
                        + connection.identifier(row->text(1))));
    return false;
}

/// What else could have been meant.
void reportMissingTable(SiteProbe &probe, const TableMapping &mapping)
{
    constexpr std::size_t named = 5;
    QStringList names;
    if (const auto found = findSampleTables(*probe.session(), probe.limits(), probe.cancel())) {
        for (std::size_t k = 0; k < std::min(found->size(), named); ++k)
            names << (*found)[k].name;
    }
    probe.addUnlessKnown(
        u"table"_s, State::Fail, CoreTexts::tr("\"%1\" does not exist").arg(mapping.table),
        names.isEmpty()
            ? CoreTexts::tr("name the table with --table")
            : CoreTexts::tr("name the table with --table; these may hold samples: %1").arg(names.join(u", "_s)));
}

/// The relation's oid; empty: it cannot be looked at, and a finding says why.
QByteArray findTable(SiteProbe &probe, const TableMapping &mapping)
{
    if (!checkSchema(probe, mapping))
        return {};
    const Connection &connection = probe.connection();
    const QByteArray name = connection.literal(QString::fromUtf8(RowLayout::quotedTable(connection, mapping.table)));
    const auto row = probe.askOne(
        u"table"_s, "SELECT oid, relkind, rows::int8, pg_size_pretty(size) FROM pg_class, LATERAL ("
                    "SELECT sum(greatest(p.reltuples, 0)) AS rows, sum(pg_total_relation_size(p.oid)) AS size "
                    "FROM pg_class p WHERE p.oid = pg_class.oid OR p.oid IN (SELECT relid FROM "
                    "pg_partition_tree(pg_class.oid) WHERE isleaf)) s WHERE oid = to_regclass("
                        + name + ')');
    if (!row) {
        reportMissingTable(probe, mapping);
        return {};
    }
    const qint64 rows = row->text(2).toLongLong();
    const QString size =
        rows > 0 ? CoreTexts::tr(", about %1, %2 with its indexes").arg(rowCount(rows), row->text(3)) : QString{};
    probe.add(u"table"_s, State::Ok, u"%1 \"%2\"%3"_s.arg(kindOfRelation(row->text(1)), mapping.table, size));
    return row->text(0).toLatin1();
}

std::array<QString, 6> columnsOf(const TableMapping &mapping)
{
    return {mapping.time, mapping.detector, mapping.topIn, mapping.topOut, mapping.botIn, mapping.botOut};
}

/// "time=ts,detector=bpm", those that differ from what was asked for; empty: nothing better is known.
QString guessedColumns(const std::vector<TableColumn> &columns, const TableMapping &mapping)
{
    const TableMapping guess = guessColumns(columns);
    if (namedColumns(guess) < 6)
        return {};
    const auto guessed = columnsOf(guess);
    const auto asked = columnsOf(mapping);
    const QStringList words{u"time"_s, u"detector"_s, u"top_in"_s, u"top_out"_s, u"bot_in"_s, u"bot_out"_s};
    QStringList parts;
    for (std::size_t k = 0; k < guessed.size(); ++k) {
        if (guessed[k] != asked[k])
            parts << words[static_cast<qsizetype>(k)] + u'=' + guessed[k];
    }
    return parts.join(u',');
}

bool checkColumns(SiteProbe &probe, const TableMapping &mapping, const QByteArray &oid)
{
    const auto rows = probe.ask(
        u"columns"_s, "SELECT attname, format_type(atttypid, atttypmod), (CASE typtype WHEN 'd' THEN typbasetype ELSE "
                      "t.oid END)::int8 FROM pg_attribute JOIN pg_type t ON t.oid = atttypid WHERE attrelid = "
                          + oid + " AND attnum > 0 AND NOT attisdropped ORDER BY attnum");
    QStringList there;
    QStringList used;
    std::vector<TableColumn> columns;
    const auto wanted = columnsOf(mapping);
    for (const ProbedRow &row : rows) {
        there << row.text(0);
        columns.push_back({row.text(0), static_cast<Oid>(row.text(2).toULongLong()), row.text(1)});
        if (std::find(wanted.begin(), wanted.end(), row.text(0)) != wanted.end())
            used << row.text(0) + u' ' + row.text(1);
    }
    if (const auto learned = probe.learn(mapping); !learned) {
        const bool missing = learned.error().kind == Error::Kind::NotFound;
        const QString guess = guessedColumns(columns, mapping);
        probe.add(u"columns"_s, State::Fail, learned.error().what,
                  !missing ? learned.error().hint
                  : guess.isEmpty()
                      ? CoreTexts::tr("the table has %1; name those to use with --columns").arg(there.join(u", "_s))
                      : CoreTexts::tr("the table has %1; try --columns %2").arg(there.join(u", "_s), guess));
        return false;
    }
    QStringList names{wanted.begin(), wanted.end()};
    if (names.removeDuplicates() > 0)
        probe.add(u"columns"_s, State::Warn, CoreTexts::tr("%1; one is used twice").arg(used.join(u", "_s)),
                  CoreTexts::tr("give each of the six its own with --columns"));
    else
        probe.add(u"columns"_s, State::Ok, used.join(u", "_s));
    return true;
}

/// Row security hides rows without a word: a fetch then delivers less than there is.
void checkRowSecurity(SiteProbe &probe, const QByteArray &oid)
{
    const auto row = probe.askOne(u"row security"_s, "SELECT row_security_active(" + oid + "::oid), current_user");
    if (row && row->text(0) == "t"_L1)
        probe.add(u"row security"_s, State::Warn,
                  CoreTexts::tr("is on: role %1 sees only the rows that a policy grants it").arg(row->text(1)),
                  CoreTexts::tr("if rows are missing, ask the owner of the table for a policy"));
}

bool checkRights(SiteProbe &probe, const TableMapping &mapping, const QByteArray &oid)
{
    const Connection &connection = probe.connection();
    QByteArrayList names;
    for (const QString &column : columnsOf(mapping))
        names << connection.literal(column);
    const auto row =
        probe.askOne(u"rights"_s, "SELECT current_user, (SELECT string_agg(c, ', ') FROM unnest(ARRAY["
                                      + names.join(", ") + "]) c WHERE NOT has_column_privilege(" + oid
                                      + ", c, 'SELECT')), has_table_privilege(" + oid + ", 'INSERT, UPDATE, DELETE')");
    if (!row)
        return true; // not known: the trial read tells
    const QString role = row->text(0);
    if (!row->isNull(1)) {
        probe.add(u"rights"_s, State::Fail,
                  CoreTexts::tr("role %1 must not read %2 of table \"%3\"").arg(role, row->text(1), mapping.table),
                  u"ask its owner for GRANT SELECT"_s,
                  statement("GRANT SELECT ON " + RowLayout::quotedTable(connection, mapping.table) + " TO "
                            + connection.identifier(role)));
        return false;
    }
    if (row->text(2) == "t"_L1)
        probe.add(u"rights"_s, State::Warn, CoreTexts::tr("role %1 may read, and change the table, too").arg(role),
                  CoreTexts::tr("a role that may only read is enough"));
    else
        probe.add(u"rights"_s, State::Ok, CoreTexts::tr("role %1 may read").arg(role));
    checkRowSecurity(probe, oid);
    return true;
}

QString indexOn(const SiteProbe &probe, const TableMapping &mapping, const QStringList &columns)
{
    const Connection &connection = probe.connection();
    QByteArrayList quoted;
    for (const QString &column : columns)
        quoted << connection.identifier(column);
    return statement("CREATE INDEX ON " + RowLayout::quotedTable(connection, mapping.table) + " (" + quoted.join(", ")
                     + ')');
}

} // namespace

QByteArray checkTable(SiteProbe &probe, const TableMapping &mapping)
{
    const QByteArray oid = findTable(probe, mapping);
    const bool isUsable = !oid.isEmpty() && checkColumns(probe, mapping, oid) && checkRights(probe, mapping, oid);
    return isUsable ? oid : QByteArray{};
}

void checkIndexes(SiteProbe &probe, const TableMapping &mapping, const QByteArray &oid)
{
    const auto rows =
        probe.ask(u"index on time"_s,
                  "SELECT i.indexrelid::regclass, m.amname, a.attname, a.attnum = i.indkey[0] FROM pg_index i "
                  "JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_am m ON m.oid = c.relam "
                  "JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey) "
                  "WHERE i.indisvalid AND i.indpred IS NULL AND m.amname IN ('btree', 'brin') AND i.indrelid = "
                      + oid);
    const auto find = [&](const QString &column, bool first) {
        for (const ProbedRow &row : rows) {
            if (row.text(2) == column && (!first || row.text(3) == "t"_L1))
                return u"%1 (%2)"_s.arg(row.text(0), row.text(1));
        }
        return QString{};
    };
    const QString onTime = find(mapping.time, true);
    const auto kind = probe.askOne(u"index on time"_s, "SELECT relkind FROM pg_class WHERE oid = " + oid);
    const QString relkind = kind ? kind->text(0) : QString{};
    probe.setTimeIndexed(!onTime.isEmpty() || relkind == "f"_L1);
    if (relkind == "f"_L1) {
        probe.add(u"indexes"_s, State::Ok, CoreTexts::tr("on the server that holds the rows, and not seen from here"),
                  CoreTexts::tr("cbpm3 check on that one tells"));
        return;
    }
    if (relkind == "v"_L1) {
        probe.add(u"indexes"_s, State::Ok, CoreTexts::tr("those of the tables behind the view, and not seen from here"),
                  CoreTexts::tr("cbpm3 check on those tells"));
        return;
    }
    if (onTime.isEmpty())
        probe.add(u"index on time"_s, State::Warn, CoreTexts::tr("none was found: every slice reads the whole table"),
                  CoreTexts::tr("ask its owner for an index"), indexOn(probe, mapping, {mapping.time}));
    else
        probe.add(u"index on time"_s, State::Ok, onTime);
    const QString onDetector = find(mapping.detector, false);
    if (onDetector.isEmpty())
        probe.add(u"index on detector"_s, State::Warn,
                  CoreTexts::tr("none was found: one detector costs as much as all"),
                  CoreTexts::tr("if single detectors are fetched often, ask its owner for an index"),
                  indexOn(probe, mapping, {mapping.detector, mapping.time}));
    else
        probe.add(u"index on detector"_s, State::Ok, onDetector);
}

} // namespace cbpm
