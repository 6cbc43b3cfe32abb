// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/bench.h"
#include "tests/bench/rowtable.h"

using namespace Qt::StringLiterals;

namespace cbpm::bench {
namespace {

/// A day of 100 detectors on a server.
constexpr int triggers = 864'000;
constexpr int runs = 3;
const QString begin = u"2026-03-02"_s;
const QString end = u"2026-03-03"_s;

/// Seconds of the whole program.
double fetch(const Context &context, const QString &source, const QString &to, const QStringList &more)
{
    return runProgram(context.programs + u"/cbpm3"_s,
                      QStringList{u"fetch"_s, u"--source"_s, source, u"--from"_s, begin, u"--to"_s, to, u"--interval"_s,
                                  u"1min"_s, u"--output"_s, context.folder.filePath(u"day.csv"_s)}
                          + more)
        .seconds;
}

/// The window, all detectors, from Fetch to the last picture.
double openWindow(const Context &context, const QString &source)
{
    const QString figures = context.folder.filePath(u"day.json"_s);
    runProgram(context.programs + u"/cbpm3-monitor"_s,
               {u"--source"_s, source, u"--from"_s, begin, u"--to"_s, end, u"--interval"_s, u"1min"_s, u"--bpms"_s,
                u"all"_s, u"--measure"_s, figures});
    return jsonOf(figures).value(u"picture_s"_s).toDouble();
}

std::vector<Row> dayOfTheRing(Context &context)
{
    const auto cluster = clusterWith(triggers);
    const QString source = cluster->conninfo();
    drain(source); // warm
    const double bare = medianOf(runs, [&] { return drain(source); });
    const QStringList uncached{u"--no-cache"_s, u"--connections"_s};
    const double one = medianOf(runs, [&] { return fetch(context, source, end, uncached + QStringList{u"1"_s}); });
    const double two = medianOf(runs, [&] { return fetch(context, source, end, uncached + QStringList{u"2"_s}); });
    std::vector<double> full, wider; // in turns: what the machine is worth changes within minutes
    for (int k = 0; k < runs; ++k) {
        forgetTiles();
        fetch(context, source, u"2026-03-02T21:49"_s, {});
        wider.push_back(fetch(context, source, end, {}));
        forgetTiles();
        full.push_back(fetch(context, source, end, {}));
    }
    const double tiles = medianOf(runs, [&] { return openWindow(context, source); });
    const double prepared = runProgram(context.programs + u"/cbpm3"_s, {u"prepare"_s, u"--source"_s, source}).seconds;
    const double blocks = medianOf(runs, [&] {
        return fetch(context, source, end, {u"--no-cache"_s, u"--path"_s, u"blocks"_s});
    });
    const double rollup = medianOf(runs, [&] {
        forgetTiles();
        return openWindow(context, source);
    });
    const double none = std::nan("");
    const QString yardstick = u"bare COPY of the day"_s;
    return {
        {u"day: 86.4 M rows to 1 min bins, one connection"_s, one, u"s"_s, bare, yardstick, 1.05},
        {u"day: the same over two connections"_s, two, u"s"_s, bare, yardstick, 0.65},
        {u"day: the same from blocks"_s, blocks, u"s"_s, bare, yardstick, 1.0 / 12},
        {u"day: overview of all from tiles, after a restart"_s, tiles, u"s"_s, bare, yardstick, 0.01},
        {u"day: the same, click to pixels"_s, tiles, u"s"_s, none, {}, 0.15},
        {u"day: overview of all from the rollup"_s, rollup, u"s"_s, bare, yardstick, 0.01},
        {u"day: the same, click to pixels"_s, rollup, u"s"_s, none, {}, 0.15},
        {u"day: the range 10 % wider"_s, median(wider), u"s"_s, median(full), u"full load"_s, 0.15},
        {u"day: prepared, both kinds"_s, prepared, u"s"_s, bare, yardstick, none},
    };
}

} // namespace

std::vector<Benchmark> dayBenchmarks()
{
    return {{u"day"_s, dayOfTheRing, true}};
}

} // namespace cbpm::bench
