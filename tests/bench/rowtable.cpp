// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/rowtable.h"

#include "core/detectors/detectortable.h"
#include "tests/bench/bench.h"

#include <libpq-fe.h>

#include <thread>

using namespace Qt::StringLiterals;

namespace cbpm::bench {
namespace {

constexpr int detectors = 100;

/// 'X4A','X4B',…: of the built-in table, so that rollups have their constants.
QByteArray detectorNames()
{
    QByteArrayList names;
    const DetectorTablePtr table = builtinDetectorTable();
    for (int row = 0; row < detectors; ++row)
        names << '\'' + QByteArray::fromStdString(table->at(row).location) + '\'';
    return names.join(',');
}

/// The table of the performance notes: 100 detectors at 10 Hz, timestamptz, text, four int4, a btree on time; in the
/// order a logger writes, all detectors of a trigger after each other.
void makeTable(const test::TestCluster &cluster, int end, int first)
{
    cluster.exec(
        "CREATE TABLE cbpm3 (timestamp timestamptz, instr text, top_in int4, top_out int4, bot_in int4, bot_out int4)");
    cluster.exec("INSERT INTO cbpm3 SELECT timestamptz '2026-03-02Z' + i * interval '0.1 s', name, 17000 + (i * "
                 "761 + d) % 31, "
                 "17100 + (i * 757 + d) % 29, 16900 + (i + d) % 23, 17050 + (i * 31 + d) % 37 "
                 "FROM generate_series("
                 + QByteArray::number(first) + ", " + QByteArray::number(end - 1) + ") i, unnest(ARRAY["
                 + detectorNames() + "]) WITH ORDINALITY AS detector(name, d) ORDER BY i, d");
    cluster.exec("CREATE INDEX ON cbpm3 (timestamp)");
    cluster.exec("VACUUM ANALYZE cbpm3");
}

} // namespace

double drain(const QString &conninfo, const QByteArray &from, const QByteArray &to)
{
    return drainOf(conninfo, "SELECT timestamp, instr, top_in, bot_in, bot_out, top_out FROM cbpm3 WHERE timestamp >= '"
                                 + from + "' AND timestamp < '" + to + "'");
}

double drainByIndex(const QString &conninfo)
{
    return drain(conninfo + u" options='-c enable_seqscan=off'"_s);
}

double emptySession(const QString &conninfo)
{
    return timed([&] {
        PGconn *const connection = PQconnectdb(conninfo.toUtf8().constData());
        PQclear(PQexec(connection, "SELECT 1"));
        PQfinish(connection);
    });
}

double drainOf(const QString &conninfo, const QByteArray &select)
{
    PGconn *const connection = PQconnectdb(conninfo.toUtf8().constData());
    const double seconds = timed([&] {
        PQclear(PQexec(connection, "COPY (" + select + ") TO STDOUT (FORMAT binary)"));
        char *row = nullptr;
        while (PQgetCopyData(connection, &row, 0) > 0)
            PQfreemem(row);
        PQclear(PQgetResult(connection));
    });
    PQfinish(connection);
    return seconds;
}

double drainOverTwo(const QString &conninfo, const QByteArray &middle)
{
    return timed([&] {
        std::thread other{[&] { drain(conninfo, middle); }};
        drain(conninfo, "2026-03-02Z", middle);
        other.join();
    });
}

std::unique_ptr<test::TestCluster> clusterWith(int end, int first)
{
    QString why;
    auto cluster = test::TestCluster::start(why);
    if (!cluster)
        throw Skipped{why};
    makeTable(*cluster, end, first);
    return cluster;
}

} // namespace cbpm::bench
