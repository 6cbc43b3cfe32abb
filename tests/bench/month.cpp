// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/bench.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace cbpm::bench {
namespace {

/// 30 days of three detectors at 10 Hz, 77.6 M samples, in one archive.
constexpr int runs = 3;
constexpr double hours = 30 * 24;

/// Seconds inside the program, from samples to 1 min bins.
double load(const Context &context, const QString &archive, const QString &to)
{
    return medianOf(runs, [&] {
        const QString summary = context.folder.filePath(u"month.json"_s);
        runProgram(context.programs + u"/cbpm3"_s,
                   {u"fetch"_s, u"--source"_s, archive, u"--from"_s, u"2026-03-02"_s, u"--to"_s, to, u"--interval"_s,
                    u"1min"_s, u"--no-cache"_s, u"--output"_s, context.folder.filePath(u"month.csv"_s), u"--summary"_s,
                    summary});
        return jsonOf(summary).value(u"elapsed_s"_s).toDouble();
    });
}

struct View
{
    double picture_s = 0.0;
    double peak_MB = 0.0;
};

View view(const Context &context, const QString &archive, const QString &to)
{
    std::vector<double> pictures, peaks;
    for (int k = 0; k < runs; ++k) {
        const QString figures = context.folder.filePath(u"month-view.json"_s);
        runProgram(context.programs + u"/cbpm3-monitor"_s,
                   {u"--source"_s, archive, u"--from"_s, u"2026-03-02"_s, u"--to"_s, to, u"--measure"_s, figures});
        const QJsonObject told = jsonOf(figures);
        pictures.push_back(told.value(u"picture_s"_s).toDouble());
        peaks.push_back(told.value(u"peak_rss_bytes"_s).toDouble() / 1e6);
    }
    return {median(pictures), median(peaks)};
}

double emptyWindow_MB(const Context &context)
{
    const QString marks = context.folder.filePath(u"month-empty.json"_s);
    qputenv("CBPM3_MARK_START", QFile::encodeName(marks));
    runProgram(context.programs + u"/cbpm3-monitor"_s, {});
    qunsetenv("CBPM3_MARK_START");
    return jsonOf(marks).value(u"peak_rss_bytes"_s).toDouble() / 1e6;
}

std::vector<Row> monthBesideAnHour(Context &context)
{
    const QString archive = context.folder.filePath(u"month.cbpm3"_s);
    runProgram(context.programs + u"/cbpm3"_s, {u"simulate"_s, u"--into"_s, archive, u"--from"_s, u"2026-03-02"_s,
                                                u"--duration"_s, u"30d"_s, u"--bpms"_s, u"12W,13W,14W"_s});
    const QString hour = u"2026-03-02T01:00"_s;
    const QString day = u"2026-03-03"_s;
    const QString month = u"2026-04-01"_s;
    const double empty = emptyWindow_MB(context);
    const View ofHour = view(context, archive, hour);
    const View ofDay = view(context, archive, day);
    const View ofMonth = view(context, archive, month);
    const double loadHour = load(context, archive, hour);
    const double loadMonth = load(context, archive, month);
    const auto slope = [](double few, double many) { return std::log(many / few) / std::log(hours); };
    const double none = std::nan("");
    return {
        {u"month: window on 30 days, peak memory"_s, ofMonth.peak_MB, u"MB"_s, ofDay.peak_MB, u"1 day"_s, 1.05},
        {u"month: the same above an empty window"_s, ofMonth.peak_MB - empty, u"MB"_s, none, {}, 200.0},
        {u"month: 77.6 M samples to 1 min bins"_s, loadMonth, u"s"_s, loadHour, u"1 hour"_s, none},
        {u"month: growth of a load, log-log slope"_s, slope(loadHour, loadMonth), {}, none, {}, 1.02},
        {u"month: 30 days opened, click to pixels"_s, ofMonth.picture_s, u"s"_s, ofHour.picture_s, u"1 hour"_s, none},
        {u"month: growth of a view, log-log slope"_s, slope(ofHour.picture_s, ofMonth.picture_s), {}, none, {}, 0.05},
    };
}

} // namespace

std::vector<Benchmark> monthBenchmarks()
{
    return {{u"month"_s, monthBesideAnHour, true}};
}

} // namespace cbpm::bench
