// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/postgres/tablesearch.h"

#include "core/source/postgres/opensession.h"
#include "core/source/postgres/readtransaction.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace cbpm {
namespace {

/// A name with a dot in it is told from a schema only where the schema stands before it. Partitions are part of their
/// table. Bounded: a database may have a hundred thousand tables.
constexpr const char *allColumns =
    "SELECT CASE WHEN pg_table_is_visible(c.oid) AND strpos(c.relname, '.') = 0 THEN c.relname "
    "ELSE n.nspname || '.' || c.relname END, greatest(c.reltuples, 0)::float8, "
    "has_schema_privilege(n.oid, 'USAGE') AND has_any_column_privilege(c.oid, 'SELECT'), a.attname, "
    "(CASE t.typtype WHEN 'd' THEN t.typbasetype ELSE t.oid END)::int8, format_type(a.atttypid, a.atttypmod) "
    "FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid "
    "JOIN pg_type t ON t.oid = a.atttypid WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND NOT c.relispartition "
    "AND n.nspname !~ '^(pg_|information_schema$)' AND strpos(n.nspname, '.') = 0 AND a.attnum > 0 "
    "AND NOT a.attisdropped ORDER BY n.nspname, c.relname, a.attnum LIMIT 50000";

bool mayHoldSamples(const TableCandidate &table)
{
    const auto count = [&](bool (TableColumn::*can)() const) {
        return std::count_if(table.columns.begin(), table.columns.end(),
                             [&](const TableColumn &c) { return (c.*can)(); });
    };
    return table.columns.size() >= 6 && count(&TableColumn::canBeTime) > 0 && count(&TableColumn::canBeDetector) > 0
           && count(&TableColumn::canBeButton) >= 4;
}

std::vector<TableCandidate> tablesOf(const PGresult *result)
{
    std::vector<TableCandidate> tables;
    for (int row = 0; row < PQntuples(result); ++row) {
        const auto text = [&](int field) { return QString::fromUtf8(PQgetvalue(result, row, field)); };
        if (tables.empty() || tables.back().name != text(0))
            tables.push_back({text(0), {}, text(1).toDouble(), text(2) == "t"_L1, {}});
        tables.back().columns.push_back({text(3), static_cast<Oid>(text(4).toULongLong()), text(5)});
    }
    return tables;
}

} // namespace

Result<std::vector<TableCandidate>> findSampleTables(const QString &conninfo, const PostgresLimits &limits,
                                                     const CancelToken &cancel)
{
    auto connection = openSession(conninfo, limits, cancel);
    return connection ? findSampleTables(*connection, limits, cancel)
                      : Result<std::vector<TableCandidate>>{connection.error()};
}

Result<std::vector<TableCandidate>> findSampleTables(Connection &connection, const PostgresLimits &limits,
                                                     const CancelToken &cancel)
{
    if (const auto begun = beginReading(connection, limits, cancel); !begun)
        return begun.error();
    const auto result = connection.run(allColumns, cancel);
    if (const auto ended = endReading(connection, cancel); !result || !ended)
        return result ? ended.error() : result.error();
    auto tables = tablesOf(result->get());
    std::erase_if(tables, [](const TableCandidate &table) { return !mayHoldSamples(table); });
    for (TableCandidate &table : tables) {
        table.guess = guessColumns(table.columns);
        table.guess.table = table.name;
    }
    std::stable_sort(tables.begin(), tables.end(), [](const TableCandidate &a, const TableCandidate &b) {
        const auto rank = [](const TableCandidate &t) {
            return std::tuple{t.isReadable, namedColumns(t.guess), t.rows};
        };
        return rank(a) > rank(b);
    });
    return tables;
}

} // namespace cbpm
