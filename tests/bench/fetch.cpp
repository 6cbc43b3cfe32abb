// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/bench.h"

#include "tests/bench/rowtable.h"

using namespace Qt::StringLiterals;

namespace cbpm::bench {
namespace {

constexpr int runs = 3;

Ran fetch(const Context &context, const QString &conninfo, int connections = 1)
{
    return runProgram(context.programs + u"/cbpm3"_s,
                      {u"fetch"_s, u"--source"_s, conninfo, u"--from"_s, u"2026-03-02"_s, u"--to"_s, u"2026-03-04"_s,
                       u"--interval"_s, u"1min"_s, u"--no-cache"_s, u"--connections"_s, QString::number(connections),
                       u"--output"_s, context.folder.filePath(u"bins.csv"_s), u"--summary"_s,
                       context.folder.filePath(u"summary.json"_s)});
}

QJsonObject summaryOf(const Context &context)
{
    return jsonOf(context.folder.filePath(u"summary.json"_s));
}

std::vector<Row> fetchAgainstDrain(Context &context)
{
    const auto cluster = clusterWith(86'400);
    std::vector<double> drains;
    std::vector<double> fetches;
    std::vector<double> first;
    std::vector<double> both;
    std::vector<double> drainsOfTwo;
    std::vector<double> drainsByIndex;
    double peak = 0.0;
    drain(cluster->conninfo()); // warm
    for (int k = 0; k < runs; ++k) {
        drains.push_back(drain(cluster->conninfo()));
        drainsByIndex.push_back(drainByIndex(cluster->conninfo()));
        drainsOfTwo.push_back(drainOverTwo(cluster->conninfo(), "2026-03-02 01:12Z"));
        fetches.push_back(fetch(context, cluster->conninfo()).seconds);
        peak = std::max(peak, summaryOf(context).value(u"peak_rss_bytes"_s).toDouble());
        both.push_back(fetch(context, cluster->conninfo(), 2).seconds);
        first.push_back(summaryOf(context).value(u"first_result_s"_s).toDouble());
    }
    const double none = std::nan("");
    return {
        {u"fetch: 8.64 M rows to 1 min bins, whole program"_s, median(fetches), u"s"_s, median(drains),
         u"bare COPY, thrown away"_s, 1.05},
        {u"fetch: the same over two connections"_s, median(both), u"s"_s, median(drains), u"bare COPY, thrown away"_s,
         0.65},
        {u"fetch: the first one / bare COPY by the index"_s, median(fetches), u"s"_s, median(drainsByIndex),
         u"as in a table of years"_s, none},
        {u"fetch: bare COPY over two connections"_s, median(drainsOfTwo), u"s"_s, median(drains),
         u"bare COPY over one"_s, none},
        {u"fetch: rate"_s, 8.64 / median(fetches), u"M rows/s"_s, 8.64 / median(drains), u"bare COPY"_s, none},
        {u"fetch: first positions, two connections"_s, median(first), u"s"_s, none, {}, 0.15},
        {u"fetch: peak resident memory"_s, peak / 1e6, u"MB"_s, none, {}, 150.0},
    };
}

/// The same table in the real window: what the operator feels while rows come from a server.
std::vector<Row> windowOnAServer(Context &context)
{
    const auto cluster = clusterWith(86'400);
    const QString path = context.folder.filePath(u"server-window.json"_s);
    runProgram(context.programs + u"/cbpm3-monitor"_s,
               {u"--source"_s, cluster->conninfo(), u"--from"_s, u"2026-03-02"_s, u"--to"_s, u"2026-03-02T02:24"_s,
                u"--measure"_s, path});
    const QJsonObject figures = jsonOf(path);
    if (figures.isEmpty())
        throw Skipped{u"the window wrote no figures"_s};
    const double none = std::nan("");
    return {
        {u"serverwindow: first positions after Fetch"_s,
         figures.value(u"first_positions_s"_s).toDouble(),
         u"s"_s,
         none,
         {},
         0.3},
        {u"serverwindow: updates while 8.64 M rows load"_s,
         figures.value(u"updates_per_s"_s).toDouble(),
         u"1/s"_s,
         none,
         {},
         10.0,
         true},
        {u"serverwindow: longest hold of the event loop"_s,
         figures.value(u"max_gui_hold_ms"_s).toDouble(),
         u"ms"_s,
         none,
         {},
         50.0},
        {u"serverwindow: 8.64 M rows loaded"_s, figures.value(u"load_s"_s).toDouble(), u"s"_s,
         drain(cluster->conninfo()), u"bare COPY"_s, none},
    };
}

std::vector<Row> memoryOverADay(Context &context)
{
    const auto small = clusterWith(86'400);
    fetch(context, small->conninfo());
    const double part = summaryOf(context).value(u"peak_rss_bytes"_s).toDouble() / 1e6;
    const auto large = clusterWith(864'000);
    const Ran day = fetch(context, large->conninfo());
    return {{u"fetch24h: peak memory, 86.4 M rows"_s, summaryOf(context).value(u"peak_rss_bytes"_s).toDouble() / 1e6,
             u"MB"_s, part, u"2.4 h of the same"_s, 1.10},
            {u"fetch24h: time"_s, day.seconds, u"s"_s, std::nan(""), {}, std::nan("")}};
}

} // namespace

std::vector<Benchmark> fetchBenchmarks()
{
    return {{u"fetch"_s, fetchAgainstDrain, false},
            {u"serverwindow"_s, windowOnAServer, false},
            {u"fetch24h"_s, memoryOverADay, true}};
}

} // namespace cbpm::bench
