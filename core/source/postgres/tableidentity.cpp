// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/postgres/tableidentity.h"

using namespace Qt::StringLiterals;

namespace cbpm {
namespace {

/// All that a name leads to: the table, its partitions, what a view reads, where a foreign table lies. Storage that an
/// extension makes in a schema of its own, a chunk for each week, is no partition of the site's and belongs to the
/// table.
QByteArray contentsOf(const QByteArray &table)
{
    return "WITH RECURSIVE parts(oid) AS (SELECT " + table
           + "::regclass::oid UNION SELECT next.oid FROM parts, LATERAL ("
             "SELECT i.inhrelid FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid WHERE i.inhparent = parts.oid "
             "AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_namespace'::regclass "
             "AND d.objid = c.relnamespace AND d.deptype = 'e') "
             "UNION ALL SELECT d.refobjid FROM pg_rewrite r JOIN pg_depend d ON d.classid = 'pg_rewrite'::regclass "
             "AND d.objid = r.oid AND d.refclassid = 'pg_class'::regclass WHERE r.ev_class = parts.oid) next(oid)) "
             "SELECT md5(string_agg(concat_ws(' ', c.oid, c.relfilenode, c.relispartition, f.ftoptions, s.oid, "
             "s.srvoptions, (SELECT string_agg(r.ev_action::text, ' ' ORDER BY r.oid) FROM pg_rewrite r "
             "WHERE r.ev_class = c.oid)), ',' ORDER BY c.oid)) "
             "FROM parts JOIN pg_class c USING (oid) LEFT JOIN pg_foreign_table f ON f.ftrelid = c.oid "
             "LEFT JOIN pg_foreign_server s ON s.oid = f.ftserver";
}

} // namespace

Result<QString> tableIdentity(Connection &connection, const TableMapping &mapping, const RowLayout &layout,
                              const CancelToken &cancel)
{
    const auto text = [&](const QByteArray &sql) -> Result<QString> {
        const auto result = connection.run(sql, cancel);
        if (!result)
            return result.error();
        return QString::fromUtf8(PQntuples(result->get()) > 0 ? PQgetvalue(result->get(), 0, 0) : "");
    };
    const auto allowed = text("SELECT has_function_privilege('pg_control_system()', 'EXECUTE')");
    if (!allowed)
        return allowed.error();
    QString cluster = connection.where();
    if (*allowed == "t"_L1) {
        const auto number = text("SELECT system_identifier FROM pg_control_system()");
        if (!number)
            return number.error();
        cluster = *number;
    }
    const auto database = text("SELECT oid FROM pg_database WHERE datname = current_database()");
    if (!database)
        return database.error();
    const auto contents = text(contentsOf(connection.literal(QString::fromUtf8(layout.table))));
    if (!contents)
        return contents.error();
    return u"postgresql %1 %2 %3 %4 %5 %6 %7 %8 %9"_s.arg(
        cluster, *database + u' ' + *contents, mapping.time, mapping.detector, mapping.topIn, mapping.topOut,
        mapping.botIn, mapping.botOut, QString::fromUtf8(mapping.serverTimezone.id()));
}

} // namespace cbpm
