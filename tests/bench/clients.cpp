// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/bench.h"
#include "tests/bench/rowtable.h"

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>

#include <libpq-fe.h>

#include <memory>

using namespace Qt::StringLiterals;

namespace cbpm::bench {
namespace {

constexpr int many = 50;
constexpr int few = 4;
constexpr int sessionsPerClient = 2; ///< of one load
constexpr int seconds = 1'800;       ///< of data that each reads

struct Crowd
{
    double rows = 0.0; ///< all together
    double took_s = 0.0;
    double slowestFirst_s = 0.0;
    int sessions = 0; ///< seen at most
    int failed = 0;

    double rowsPerSecond() const { return rows / took_s; }

    /// One after the other.
    Crowd &operator+=(const Crowd &next)
    {
        rows += next.rows;
        took_s += next.took_s;
        slowestFirst_s = std::max(slowestFirst_s, next.slowestFirst_s);
        sessions = std::max(sessions, next.sessions);
        failed += next.failed;
        return *this;
    }
};

QString summaryPath(const Context &context, int client)
{
    return context.folder.filePath(u"client%1.json"_s.arg(client));
}

QJsonObject summaryOf(const Context &context, int client)
{
    return jsonOf(summaryPath(context, client));
}

int sessionsNow(PGconn *connection)
{
    PGresult *const result =
        PQexec(connection, "SELECT count(*) FROM pg_stat_activity WHERE application_name LIKE 'cbpm3%'");
    const int sessions = PQntuples(result) == 1 ? std::atoi(PQgetvalue(result, 0, 0)) : 0;
    PQclear(result);
    return sessions;
}

/// `clients` programs begin at the same moment and read the same half hour.
Crowd run(const Context &context, const test::TestCluster &cluster, int clients)
{
    PGconn *const watcher = PQconnectdb(cluster.conninfo().toUtf8().constData());
    std::vector<std::unique_ptr<QProcess>> programs;
    QElapsedTimer clock;
    clock.start();
    for (int k = 0; k < clients; ++k) {
        QFile::remove(summaryPath(context, k));
        programs.push_back(std::make_unique<QProcess>());
        programs.back()->start(context.programs + u"/cbpm3"_s,
                               {u"fetch"_s, u"--source"_s, cluster.conninfo(), u"--from"_s, u"2026-03-02"_s, u"--to"_s,
                                u"2026-03-02T00:30"_s, u"--interval"_s, u"1s"_s, u"--no-cache"_s, u"--output"_s,
                                u"/dev/null"_s, u"--summary"_s, summaryPath(context, k)});
    }
    Crowd crowd;
    for (const auto &program : programs) {
        while (!program->waitForFinished(50) && program->state() != QProcess::NotRunning)
            crowd.sessions = std::max(crowd.sessions, sessionsNow(watcher));
        crowd.failed += program->exitCode() != 0;
        if (program->exitCode() != 0)
            qWarning("%s", program->readAllStandardError().constData());
    }
    crowd.took_s = static_cast<double>(clock.nsecsElapsed()) * 1e-9;
    for (int k = 0; k < clients; ++k) {
        const QJsonObject summary = summaryOf(context, k);
        crowd.rows += summary.value(u"rows"_s).toDouble();
        crowd.slowestFirst_s = std::max(crowd.slowestFirst_s, summary.value(u"first_result_s"_s).toDouble());
    }
    PQfinish(watcher);
    return crowd;
}

std::vector<Row> manyClients(Context &context)
{
    const auto cluster = clusterWith(seconds * 10);
    // In turns: a machine that others share is not as fast in one minute as in the next.
    constexpr int turns = 3;
    constexpr int times = 3;
    Crowd four;
    Crowd fifty;
    const auto runFour = [&] {
        for (int k = 0; k < times; ++k)
            four += run(context, *cluster, few);
    };
    run(context, *cluster, few); // warm
    runFour();
    for (int k = 0; k < turns; ++k) {
        fifty += run(context, *cluster, many);
        runFour();
    }
    const double none = std::nan("");
    return {
        {u"clients: 50 at once, half an hour of rows each"_s, fifty.rowsPerSecond() / 1e6, u"M rows/s"_s,
         four.rowsPerSecond() / 1e6, u"4 at once"_s, 0.9, true},
        {u"clients: slowest first result of 50"_s, fifty.slowestFirst_s, u"s"_s, none, {}, 2.0},
        {u"clients: slowest first result of 4"_s, four.slowestFirst_s, u"s"_s, none, {}, none},
        {u"clients: sessions of 50, at most"_s,
         static_cast<double>(fifty.sessions),
         {},
         none,
         {},
         static_cast<double>(sessionsPerClient) * many},
        {u"clients: that failed"_s, static_cast<double>(fifty.failed + four.failed), {}, none, {}, 0.0},
    };
}

} // namespace

std::vector<Benchmark> clientBenchmarks()
{
    return {{u"clients"_s, manyClients, true}};
}

} // namespace cbpm::bench
