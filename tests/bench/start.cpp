// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/simulated/demoarchive.h"
#include "core/views/sessionfile.h"
#include "tests/bench/bench.h"
#include "ui/mainwindow.h"
#include "ui/pages/page.h"
#include "ui/windowview.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <QTabWidget>
#include <QTest>
#include <QThreadPool>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace cbpm::bench {
namespace {

constexpr int runs = 9;

struct Start
{
    double usable_s = 0.0;
    double settled_s = 0.0;
    double rows = 0.0;
};

/// A process from its start until its window takes input.
Start started(const Context &context, const QString &program)
{
    const QString marks = context.folder.filePath(u"start.json"_s);
    qputenv("CBPM3_MARK_START", QFile::encodeName(marks));
    const std::int64_t begin = unixMicroseconds(systemNow());
    runProgram(program, {});
    qunsetenv("CBPM3_MARK_START");
    const QJsonObject told = jsonOf(marks);
    if (told.isEmpty())
        throw Skipped{u"%1 left no marks"_s.arg(program)};
    const auto since = [&](const QString &key) {
        return (told.value(key).toDouble() - static_cast<double>(begin)) * 1e-6;
    };
    return {since(u"usable_us"_s), since(u"settled_us"_s), told.value(u"rows"_s).toDouble()};
}

QString dataFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/cbpm3"_s;
}

/// A session as an operator leaves it: an archive, all pages seen.
void leaveSession(const Context &context)
{
    SimulationOrder order = demoOrder(context.folder.filePath(u"session.cbpm3"_s));
    order.range = *TimeRange::between(order.range.begin(), order.range.begin() + 1h);
    if (!writeSimulatedArchive(order, [](double) {}, {}))
        throw Skipped{u"no archive could be written"_s};
    QThreadPool pool;
    pool.setMaxThreadCount(6);
    MainWindow window{pool, SourceOptions{}};
    window.resize(1600, 900);
    window.show();
    window.begin({.source = order.path});
    auto *const pages = window.findChild<QTabWidget *>(u"pages"_s);
    const auto stands = [&] {
        return window.history().state() == History::State::Complete && window.currentPage()->isSettled();
    };
    for (int page = pages->count() - 1; page >= 0; --page) { // the trend is the last one, and the one restored
        pages->setCurrentIndex(page);
        if (!QTest::qWaitFor(stands, 30'000))
            throw Skipped{u"page %1 does not settle"_s.arg(page)};
    }
    const QString folder = dataFolder();
    QDir{}.mkpath(folder);
    SessionFile file{folder + u"/session.json"_s};
    file.save(viewOf(window));
    if (!file.problem().isEmpty())
        throw Skipped{file.problem()};
    pool.waitForDone();
}

std::vector<Row> fromProcessToWindow(Context &context)
{
    const QString monitor = context.programs + u"/cbpm3-monitor"_s;
    started(context, monitor); // the files of both programs are in memory from here on
    const double bare =
        medianOf(runs, [&] { return started(context, context.programs + u"/cbpm3-barewindow"_s).usable_s; });
    const double cold = medianOf(runs, [&] { return started(context, monitor).usable_s; });
    leaveSession(context);
    double rows = 0.0;
    const double restored = medianOf(runs, [&] {
        QFile::remove(dataFolder() + u"/session.json.tries"_s); // ends too soon to count as survived
        const Start start = started(context, monitor);
        rows = start.rows;
        return start.settled_s;
    });
    if (rows == 0.0)
        throw Skipped{u"the session was not restored"_s};
    const double none = std::nan("");
    return {
        {u"start: process to usable window"_s, cold, u"s"_s, none, {}, 0.8},
        {u"start: the same"_s, cold, u"s"_s, bare, u"bare window with one plot"_s, 2.5},
        {u"start: session of 8 pages restored, picture stands"_s, restored, u"s"_s, none, {}, 1.5},
    };
}

} // namespace

std::vector<Benchmark> startBenchmarks()
{
    return {{u"start"_s, fromProcessToWindow, false}};
}

} // namespace cbpm::bench
