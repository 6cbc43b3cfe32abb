// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/desk.h"
#include "core/source/simulated/demoarchive.h"
#include "ui/eventloopmonitor.h"
#include "ui/pagedeck.h"

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTabWidget>
#include <QTest>
#include <QThreadPool>

#include <algorithm>
#include <iterator>

#include <sys/resource.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace cbpm::bench {
namespace {

constexpr int live_s = 40;
constexpr int seen_s = 20;
constexpr int replay_s = 36; ///< an hour of data
constexpr double speed = 100.0;

double processorSeconds()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval &time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) * 1e-6;
    };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

/// Of a core, since it was made.
class ProcessorShare
{
public:
    ProcessorShare() { m_clock.start(); }
    double passed_s() const { return static_cast<double>(m_clock.nsecsElapsed()) * 1e-9; }
    double share() const { return (processorSeconds() - m_before_s) / passed_s(); }

private:
    const double m_before_s = processorSeconds();
    QElapsedTimer m_clock;
};

/// Live, with every page but one in a window of its own.
std::vector<Row> allPagesSeen(const Desk &desk)
{
    for (Page *const page : desk.window->pages())
        desk.window->deck().place(page, PagePlace::Where::Window); // the last one stays
    QTest::qWait(3000);                                            // each is made and shown
    EventLoopMonitor holds;
    holds.start();
    const ProcessorShare processor;
    QTest::qWait(1000 * seen_s);
    const double none = std::nan("");
    const double used = processor.share();
    return {
        {u"desk: live, all 8 pages seen at once: share of a core"_s, used, {}, none, {}, 0.30},
        {u"desk: live, all 8 seen: longest hold of the event loop"_s, holds.longestHold_ms(), u"ms"_s, none, {}, 50.0},
    };
}

std::vector<Row> live(Context &context)
{
    const double none = std::nan("");
    const QString path = context.folder.filePath(u"live.cbpm3"_s);
    QProcess logger;
    logger.start(context.programs + u"/cbpm3"_s,
                 {u"simulate"_s, u"--into"_s, path, u"--from"_s, u"-1min"_s, u"--duration"_s, u"1h"_s, u"--live"_s});
    if (!logger.waitForStarted())
        throw Skipped{u"the simulated ring did not start"_s};
    Desk::wait([&] { return QFile::exists(path); }, u"the simulated ring wrote nothing"_s);
    QTest::qWait(2000);
    Desk desk;
    desk.open(path);
    desk.window->playback().goLive();
    Desk::wait([&] { return desk.window->history().state() == History::State::Following; }, u"live did not start"_s);
    desk.turnPages(2 * desk.pages->count()); // each has been made and shown once
    EventLoopMonitor holds;
    holds.start();
    desk.refreshes = 0;
    const double before_MB = residentMegabytes();
    const ProcessorShare processor;
    const auto switches = desk.turnPages(live_s);
    const double passed_s = processor.passed_s();
    const double used = processor.share();
    const double age_s = static_cast<double>(desk.window->playback().age().value_or(Duration{0}).count()) * 1e-6;
    std::vector<Row> rows{
        {u"desk: live, 111 detectors, 8 pages in turn: share of a core"_s, used, {}, none, {}, 0.30},
        {u"desk: live: refreshes"_s, desk.refreshes / passed_s, u"1/s"_s, none, {}, 25.0},
        {u"desk: live: longest hold of the event loop"_s, holds.longestHold_ms(), u"ms"_s, none, {}, 50.0},
        {u"desk: live: most work of the loop's thread in a turn"_s, holds.mostWork_ms(), u"ms"_s, none, {}, none},
        {u"desk: live: switch of the page, longest"_s,
         1e3 * *std::max_element(switches.begin(), switches.end()),
         u"ms"_s,
         none,
         {},
         100.0},
        {u"desk: live: age of the data at the end"_s, age_s, u"s"_s, none, {}, none},
        {u"desk: live: memory gained meanwhile"_s, residentMegabytes() - before_MB, u"MB"_s, none, {}, none},
    };
    std::ranges::move(allPagesSeen(desk), std::back_inserter(rows));
    logger.kill();
    logger.waitForFinished();
    return rows;
}

std::vector<Row> replay(Context &context)
{
    const double none = std::nan("");
    const QString path = context.folder.filePath(u"replay.cbpm3"_s);
    SimulationOrder order = demoOrder(path);
    order.range = *TimeRange::between(order.range.begin(), order.range.begin() + 2h);
    if (!writeSimulatedArchive(order, [](double) {}, {}))
        throw Skipped{u"no archive could be written"_s};
    Desk desk;
    desk.open(path);
    Playback &playback = desk.window->playback();
    playback.setSpeed(speed);
    playback.goReplay(order.range);
    Desk::wait([&] { return playback.position() > order.range.begin() + 1min; }, u"the replay did not start"_s);
    desk.turnPages(2 * desk.pages->count());
    EventLoopMonitor holds;
    holds.start();
    // What is shown, not what the clock says: the newest sample on screen.
    const TimePoint begun = *playback.newest();
    const double before_MB = residentMegabytes();
    desk.refreshes = 0;
    const ProcessorShare processor;
    desk.turnPages(replay_s);
    const double passed_s = processor.passed_s();
    const double shown_s = static_cast<double>((*playback.newest() - begun).count()) * 1e-6;
    return {
        {u"desk: replay x100: time shown"_s, shown_s, u"s"_s, passed_s * speed, u"clock x 100"_s, none},
        {u"desk: replay x100: deviation"_s, std::abs(shown_s / (passed_s * speed) - 1.0), {}, none, {}, 0.02},
        {u"desk: replay x100: refreshes"_s, desk.refreshes / passed_s, u"1/s"_s, none, {}, 25.0},
        {u"desk: replay x100: longest hold of the event loop"_s, holds.longestHold_ms(), u"ms"_s, none, {}, 50.0},
        {u"desk: replay x100: most work of the loop's thread in a turn"_s,
         holds.mostWork_ms(),
         u"ms"_s,
         none,
         {},
         none},
        {u"desk: replay x100: share of a core"_s, processor.share(), {}, none, {}, none},
        {u"desk: replay x100: memory gained over an hour of data"_s,
         residentMegabytes() - before_MB,
         u"MB"_s,
         none,
         {},
         10.0},
    };
}

std::vector<Row> liveAndReplay(Context &context)
{
    std::vector<Row> rows = live(context);
    for (const Row &row : replay(context))
        rows.push_back(row);
    return rows;
}

} // namespace

std::vector<Benchmark> deskBenchmarks()
{
    return {{u"desk"_s, liveAndReplay, false}};
}

} // namespace cbpm::bench
