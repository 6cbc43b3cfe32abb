// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/postgres/sitecheck.h"

#include "core/source/postgres/sitedata.h"
#include "core/source/postgres/siteprobe.h"
#include "core/source/postgres/sitestorage.h"

#include <QElapsedTimer>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace cbpm {
namespace {

using State = Finding::State;

constexpr int oldestTestedServer = 13;

void checkEncryption(SiteProbe &probe)
{
    const Connection &connection = probe.connection();
    const bool local = QByteArray{PQhost(connection.handle())}.startsWith('/');
    if (connection.isEncrypted())
        probe.add(u"encryption"_s, State::Ok,
                  u"TLS, %1"_s.arg(QString::fromUtf8(PQsslAttribute(connection.handle(), "protocol"))));
    else if (local)
        probe.add(u"encryption"_s, State::Ok, u"none needed on a local socket"_s);
    else
        probe.add(u"encryption"_s, State::Warn, u"none: anyone on the way can read along"_s,
                  u"add sslmode=verify-full to the connection string, and TLS to the server"_s);
}

/// What becomes of a read that is in the way of what the standby replays.
void checkStandby(SiteProbe &probe)
{
    const auto row =
        probe.askOne(u"long reads"_s, "SELECT setting::int4, current_setting('max_standby_streaming_delay'), "
                                      "current_setting('hot_standby_feedback') FROM pg_settings "
                                      "WHERE name = 'max_standby_streaming_delay'");
    if (!row)
        return;
    const int milliseconds = row->text(0).toInt();
    const QString delay = milliseconds < 0      ? u"never"_s
                          : milliseconds < 1000 ? u"after %1 ms"_s.arg(milliseconds)
                                                : u"after "_s + row->text(1);
    const QString text =
        u"one in the way of replay is cancelled %1, and done again once; hot_standby_feedback is %2"_s.arg(
            delay, row->text(2));
    if (milliseconds >= 0 && milliseconds < 5000 && row->text(2) != "on"_L1)
        probe.add(u"long reads"_s, State::Warn, text,
                  u"ask its owner for hot_standby_feedback = on, or max_standby_streaming_delay = 30s"_s);
    else
        probe.add(u"long reads"_s, State::Ok, text);
}

void checkState(SiteProbe &probe)
{
    /// What is behind by more is no moment's delay.
    constexpr double longLag = 60.0;
    const auto state = probe.askState();
    if (!state) {
        probe.add(u"server"_s, State::Warn, state.error().what, state.error().hint);
        return;
    }
    const bool isBehind = state->isStandby && (!state->receives || state->lag.value_or(longLag) >= longLag);
    if (probe.connection().serverVersion() < oldestTestedServer * 10'000)
        probe.add(u"server"_s, State::Warn, state->text(),
                  u"versions before %1 are not tested"_s.arg(oldestTestedServer));
    else if (isBehind)
        probe.add(u"server"_s, State::Warn, state->text(),
                  u"its newest data are that old: name its primary, too, and add target_session_attrs=primary"_s);
    else
        probe.add(u"server"_s, State::Ok, state->text());
    if (state->isStandby)
        checkStandby(probe);
}

QString kindOfRelation(const QString &relkind)
{
    if (relkind == "p"_L1)
        return u"partitioned table"_s;
    if (relkind == "v"_L1 || relkind == "m"_L1)
        return u"view"_s;
    return relkind == "f"_L1 ? u"foreign table"_s : u"table"_s;
}

/// The relation's oid; empty: it is not there, and a finding says so.
QByteArray checkTable(SiteProbe &probe, const TableMapping &mapping)
{
    const Connection &connection = probe.connection();
    const QByteArray name = connection.literal(QString::fromUtf8(RowLayout::quotedTable(connection, mapping.table)));
    const auto row = probe.askOne(
        u"table"_s, "SELECT oid, relkind, rows::int8, pg_size_pretty(size) FROM pg_class, LATERAL ("
                    "SELECT sum(greatest(p.reltuples, 0)) AS rows, sum(pg_total_relation_size(p.oid)) AS size "
                    "FROM pg_class p WHERE p.oid = pg_class.oid OR p.oid IN (SELECT relid FROM "
                    "pg_partition_tree(pg_class.oid) WHERE isleaf)) s WHERE oid = to_regclass("
                        + name + ')');
    if (!row) {
        probe.addUnlessKnown(u"table"_s, State::Fail, u"\"%1\" does not exist"_s.arg(mapping.table),
                             u"name the table with --table"_s);
        return {};
    }
    const qint64 rows = row->text(2).toLongLong();
    const QString size =
        rows > 0 ? u", about %1 million rows, %2 with its indexes"_s.arg(static_cast<double>(rows) / 1e6, 0, 'g', 3)
                       .arg(row->text(3))
                 : QString{};
    probe.add(u"table"_s, State::Ok, u"%1 \"%2\"%3"_s.arg(kindOfRelation(row->text(1)), mapping.table, size));
    return row->text(0).toLatin1();
}

std::array<QString, 6> columnsOf(const TableMapping &mapping)
{
    return {mapping.time, mapping.detector, mapping.topIn, mapping.topOut, mapping.botIn, mapping.botOut};
}

bool checkColumns(SiteProbe &probe, const TableMapping &mapping, const QByteArray &oid)
{
    const auto rows =
        probe.ask(u"columns"_s, "SELECT attname, format_type(atttypid, atttypmod) FROM pg_attribute WHERE attrelid = "
                                    + oid + " AND attnum > 0 AND NOT attisdropped ORDER BY attnum");
    QStringList there;
    QStringList used;
    const auto wanted = columnsOf(mapping);
    for (const ProbedRow &row : rows) {
        there << row.text(0);
        if (std::find(wanted.begin(), wanted.end(), row.text(0)) != wanted.end())
            used << row.text(0) + u' ' + row.text(1);
    }
    if (const auto learned = probe.learn(mapping); !learned) {
        const bool missing = learned.error().kind == Error::Kind::NotFound;
        probe.add(u"columns"_s, State::Fail, learned.error().what,
                  missing ? u"the table has %1; name those to use with --columns"_s.arg(there.join(u", "_s))
                          : learned.error().hint);
        return false;
    }
    probe.add(u"columns"_s, State::Ok, used.join(u", "_s));
    return true;
}

QString statement(const QByteArray &sql)
{
    return QString::fromUtf8(sql) + u';';
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

bool checkRights(SiteProbe &probe, const TableMapping &mapping, const QByteArray &oid)
{
    QByteArrayList each;
    for (const QString &column : columnsOf(mapping))
        each << "has_column_privilege(" + oid + ", " + probe.connection().literal(column) + ", 'SELECT')";
    const auto row = probe.askOne(u"rights"_s, "SELECT current_user, " + each.join(" AND ") + ", has_table_privilege("
                                                   + oid + ", 'INSERT, UPDATE, DELETE')");
    if (!row)
        return true; // not known: the trial read tells
    if (row->text(1) != "t"_L1) {
        const Connection &connection = probe.connection();
        probe.add(u"rights"_s, State::Fail, u"role %1 must not read table \"%2\""_s.arg(row->text(0), mapping.table),
                  u"ask its owner for GRANT SELECT"_s,
                  statement("GRANT SELECT ON " + RowLayout::quotedTable(connection, mapping.table) + " TO "
                            + connection.identifier(row->text(0))));
        return false;
    }
    if (row->text(2) == "t"_L1)
        probe.add(u"rights"_s, State::Warn, u"role %1 may read, and change the table, too"_s.arg(row->text(0)),
                  u"a role that may only read is enough"_s);
    else
        probe.add(u"rights"_s, State::Ok, u"role %1 may read"_s.arg(row->text(0)));
    return true;
}

/// Whether a fetch can go straight to its range.
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
        probe.add(u"indexes"_s, State::Ok, u"on the server that holds the rows, and not seen from here"_s,
                  u"cbpm3 check on that one tells"_s);
        return;
    }
    if (relkind == "v"_L1) {
        probe.add(u"indexes"_s, State::Ok, u"those of the tables behind the view, and not seen from here"_s,
                  u"cbpm3 check on those tells"_s);
        return;
    }
    if (onTime.isEmpty())
        probe.add(u"index on time"_s, State::Warn, u"none was found: every slice reads the whole table"_s,
                  u"ask its owner for an index"_s, indexOn(probe, mapping, {mapping.time}));
    else
        probe.add(u"index on time"_s, State::Ok, onTime);
    const QString onDetector = find(mapping.detector, false);
    if (onDetector.isEmpty())
        probe.add(u"index on detector"_s, State::Warn, u"none was found: one detector costs as much as all"_s,
                  u"if single detectors are fetched often, ask its owner for an index"_s,
                  indexOn(probe, mapping, {mapping.detector, mapping.time}));
    else
        probe.add(u"index on detector"_s, State::Ok, onDetector);
}

void checkTableAndData(SiteProbe &probe, const TableMapping &mapping, const DetectorTablePtr &table)
{
    const QByteArray oid = checkTable(probe, mapping);
    if (oid.isEmpty() || !checkColumns(probe, mapping, oid) || !checkRights(probe, mapping, oid))
        return;
    checkStorage(probe, mapping, oid);
    checkIndexes(probe, mapping, oid);
    checkData(probe, mapping, table);
}

/// Reaches the server, and asks what `more` wants to know of it.
template<class More>
Result<std::vector<Finding>> withProbe(const QString &conninfo, const PostgresLimits &limits, const CancelToken &cancel,
                                       const More &more)
{
    QElapsedTimer clock;
    clock.start();
    auto connection = Connection::open(conninfo, limits.deadlines, cancel);
    if (!connection) {
        if (connection.error().kind == Error::Kind::Cancelled)
            return connection.error();
        return std::vector{Finding{u"reachable"_s, State::Fail, connection.error().what, connection.error().hint}};
    }
    const QString reached = u"%1, after %2 ms"_s.arg(connection->where()).arg(clock.elapsed());
    SiteProbe probe{std::move(*connection), conninfo, limits, cancel};
    probe.add(u"reachable"_s, State::Ok, reached);
    checkEncryption(probe);
    checkState(probe);
    more(probe);
    if (cancel.isCancelled())
        return Error{Error::Kind::Cancelled, {}, {}};
    return probe.takeFindings();
}

} // namespace

Result<std::vector<Finding>> checkServer(const QString &conninfo, const PostgresLimits &limits,
                                         const CancelToken &cancel)
{
    return withProbe(conninfo, limits, cancel, [](SiteProbe &) {});
}

Result<std::vector<Finding>> checkSite(const QString &conninfo, const TableMapping &mapping,
                                       const DetectorTablePtr &table, const PostgresLimits &limits,
                                       const CancelToken &cancel)
{
    return withProbe(conninfo, limits, cancel, [&](SiteProbe &probe) { checkTableAndData(probe, mapping, table); });
}

bool hasFailure(const std::vector<Finding> &findings)
{
    return std::any_of(findings.begin(), findings.end(),
                       [](const Finding &finding) { return finding.state == State::Fail; });
}

} // namespace cbpm
