// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/bench.h"

using namespace Qt::StringLiterals;

namespace cbpm::bench {
namespace {

/// The demo day in the real window, offscreen, as the program itself measures it.
std::vector<Row> demoDayInTheWindow(Context &context)
{
    const QString file = context.folder.filePath(u"window.json"_s);
    runProgram(context.programs + u"/cbpm3-monitor"_s, {u"--source"_s, u"demo"_s, u"--measure"_s, file});
    const QJsonObject figures = jsonOf(file);
    if (figures.isEmpty())
        throw Skipped{u"the window wrote no figures"_s};
    const auto figure = [&](const QString &key) { return figures.value(key).toDouble(std::nan("")); };
    const double none = std::nan("");
    return {
        {u"window: first positions after Fetch, demo day"_s, figure(u"first_positions_s"_s), u"s"_s, none, {}, 0.3},
        {u"window: updates while the day loads"_s, figure(u"updates_per_s"_s), u"1/s"_s, none, {}, 10.0, true},
        {u"window: longest hold of the event loop"_s, figure(u"max_gui_hold_ms"_s), u"ms"_s, none, {}, 50.0},
        {u"window: demo day loaded"_s, figure(u"load_s"_s), u"s"_s, none, {}, none},
        {u"window: peak resident memory"_s, figure(u"peak_rss_bytes"_s) / 1e6, u"MB"_s, none, {}, none},
    };
}

} // namespace

std::vector<Benchmark> windowBenchmarks()
{
    return {{u"window"_s, demoDayInTheWindow, false}};
}

} // namespace cbpm::bench
