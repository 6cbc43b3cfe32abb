// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/bench.h"
#include "tests/bench/rowtable.h"

using namespace Qt::StringLiterals;

namespace cbpm::bench {
namespace {

/// 2.4 h of 100 detectors.
constexpr int triggers = 86'400;
constexpr int runs = 5;

/// Seconds of a fetch inside the program; the process itself starts before and ends after.
double fetch(const Context &context, const QString &conninfo, const QString &to)
{
    const QString summary = context.folder.filePath(u"tiles.json"_s);
    runProgram(context.programs + u"/cbpm3"_s,
               {u"fetch"_s, u"--source"_s, conninfo, u"--from"_s, u"2026-03-02"_s, u"--to"_s, to, u"--interval"_s,
                u"1min"_s, u"--output"_s, context.folder.filePath(u"tiles.csv"_s), u"--summary"_s, summary});
    return jsonOf(summary).value(u"elapsed_s"_s).toDouble();
}

/// The window on a source, from Fetch to the last picture.
double openWindow(const Context &context, const QString &source, const QString &from, const QString &to)
{
    const QString figures = context.folder.filePath(u"tiles-window.json"_s);
    runProgram(context.programs + u"/cbpm3-monitor"_s,
               {u"--source"_s, source, u"--from"_s, from, u"--to"_s, to, u"--measure"_s, figures});
    return jsonOf(figures).value(u"picture_s"_s).toDouble();
}

std::vector<Row> againFromTiles(Context &context)
{
    const auto cluster = clusterWith(triggers);
    const QString source = cluster->conninfo();
    const QString end = u"2026-03-02T02:24"_s;
    drain(source); // warm
    std::vector<double> drains, drainsOfMore, full, again, wider, windows;
    for (int k = 0; k < runs; ++k) {
        drain(source, "2026-03-02Z", "2026-03-02 02:11Z"); // as the load that is widened leaves the server
        drainsOfMore.push_back(drain(source, "2026-03-02 02:11Z"));
        drains.push_back(drain(source));
        forgetTiles();
        full.push_back(fetch(context, source, end));
        again.push_back(fetch(context, source, end));
        openWindow(context, source, u"2026-03-02"_s, end);
        windows.push_back(openWindow(context, source, u"2026-03-02"_s, end));
        forgetTiles();
        fetch(context, source, u"2026-03-02T02:11"_s);
        wider.push_back(fetch(context, source, end));
    }
    const double none = std::nan("");
    return {
        {u"tiles: 8.64 M rows, tiles filled on the way"_s, median(full), u"s"_s, median(drains), u"bare COPY"_s, none},
        {u"tiles: the same again, another process"_s, median(again), u"s"_s, median(drains), u"bare COPY"_s, 0.01},
        {u"tiles: the range 10 % wider"_s, median(wider), u"s"_s, median(full), u"full load"_s, 0.15},
        {u"tiles: bare COPY of those 10 % alone"_s, median(drainsOfMore), u"s"_s, median(drains), u"bare COPY"_s, none},
        {u"tiles: window after a restart, click to pixels"_s, median(windows), u"s"_s, none, {}, 0.05},
    };
}

/// The proof of concept's own way: COPY as CSV in pieces of 30 min, pandas, positions, resample per detector.
std::vector<Row> againstTheProofOfConcept(Context &context)
{
    const auto cluster = clusterWith(triggers);
    const QString script = QStringLiteral(CBPM_BENCH_DIR) + u"/pandasway.py"_s;
    const Ran pandas = runProgram(u"/usr/bin/python3"_s, {script, cluster->conninfo()});
    const QByteArrayList words = pandas.output.simplified().split(' ');
    if (words.size() != 3)
        throw Skipped{QString::fromUtf8(pandas.output.left(200))};
    const double theirSeconds = words[0].toDouble();
    const double theirBytes = words[1].toDouble();
    forgetTiles();
    const QString end = u"2026-03-02T02:24"_s;
    const double rows = fetch(context, cluster->conninfo(), end);
    const double bytes = jsonOf(context.folder.filePath(u"tiles.json"_s)).value(u"peak_rss_bytes"_s).toDouble();
    const double tiles = fetch(context, cluster->conninfo(), end);
    return {
        {u"pandas: 8.64 M rows to 1 min bins, our way"_s, rows, u"s"_s, theirSeconds, u"COPY CSV, pandas"_s, 1.0 / 12},
        {u"pandas: the same from tiles"_s, tiles, u"s"_s, theirSeconds, u"COPY CSV, pandas"_s, 0.01},
        {u"pandas: peak resident memory"_s, bytes / 1e6, u"MB"_s, theirBytes / 1e6, u"COPY CSV, pandas"_s, 1.0 / 8},
    };
}

/// Data prepared on the server: blocks and rollups instead of rows.
std::vector<Row> preparedOnTheServer(Context &context)
{
    const auto cluster = clusterWith(triggers);
    const QString source = cluster->conninfo();
    const Ran prepared = runProgram(context.programs + u"/cbpm3"_s, {u"prepare"_s, u"--source"_s, source});
    const auto fetchBy = [&](const QString &path) {
        const QString summary = context.folder.filePath(u"prepared.json"_s);
        runProgram(context.programs + u"/cbpm3"_s,
                   {u"fetch"_s, u"--source"_s, source, u"--from"_s, u"2026-03-02"_s, u"--to"_s, u"2026-03-02T02:24"_s,
                    u"--interval"_s, u"1min"_s, u"--path"_s, path, u"--output"_s,
                    context.folder.filePath(u"prepared.csv"_s), u"--summary"_s, summary});
        return jsonOf(summary).value(u"elapsed_s"_s).toDouble();
    };
    std::vector<double> drains, sessions, drainsOfBlocks, blocks, rollups;
    for (int k = 0; k < runs; ++k) {
        drains.push_back(drain(source));
        sessions.push_back(emptySession(source));
        drainsOfBlocks.push_back(
            drainOf(source, "SELECT begin, bpm, n, samples FROM cbpm3_blocks ORDER BY bpm, begin"));
        blocks.push_back(fetchBy(u"blocks"_s));
        rollups.push_back(fetchBy(u"rollup"_s));
    }
    const double none = std::nan("");
    return {
        {u"prepared: 8.64 M rows prepared, both kinds"_s, prepared.seconds, u"s"_s, median(drains), u"bare COPY"_s,
         none},
        {u"prepared: from blocks to 1 min bins"_s, median(blocks), u"s"_s, median(drains), u"bare COPY of the rows"_s,
         1.0 / 12},
        {u"prepared: bare COPY of the blocks"_s, median(drainsOfBlocks), u"s"_s, median(drains),
         u"bare COPY of the rows"_s, none},
        {u"prepared: a session that asks nothing"_s, median(sessions), u"s"_s, median(drains),
         u"bare COPY of the rows"_s, none},
        {u"prepared: 1 min bins from the rollup"_s, median(rollups), u"s"_s, median(drains), u"bare COPY of the rows"_s,
         0.01},
    };
}

} // namespace

std::vector<Benchmark> tileBenchmarks()
{
    return {{u"tiles"_s, againFromTiles, false},
            {u"prepared"_s, preparedOnTheServer, false},
            {u"pandas"_s, againstTheProofOfConcept, false}};
}

} // namespace cbpm::bench
