// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/bench.h"
#include "tests/support/faultproxy.h"
#include "tests/support/testcluster.h"
#include "ui/mainwindow.h"

#include <QDir>
#include <QElapsedTimer>
#include <QTabWidget>
#include <QTest>
#include <QThreadPool>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace cbpm::bench {
namespace {

constexpr int minute_s = 60;
constexpr int detectors = 50;
constexpr int replayEach = 3; ///< minutes
constexpr Duration window = 50s;

/// Without those that wake the threads of pools: one each, and idle threads come and go.
double openFiles()
{
    const QDir open{u"/proc/self/fd"_s};
    const QStringList all = open.entryList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot);
    return static_cast<double>(std::ranges::count_if(all, [&](const QString &number) {
        return !QFile::symLinkTarget(open.filePath(number)).endsWith(u"[eventfd]"_s);
    }));
}

QByteArray timestamp(TimePoint time)
{
    return "to_timestamp(" + QByteArray::number(static_cast<double>(unixMicroseconds(time)) * 1e-6, 'f', 6) + ')';
}

/// A window that follows a server which is written to, behind a link that fails once a minute, each time in another
/// way.
class Soak
{
public:
    Soak()
    {
        QString why;
        test::ClusterOptions options;
        options.tcp = true;
        options.settings = {u"synchronous_commit = on"_s}; // what was committed outlives a crash
        m_cluster = test::TestCluster::start(why, options);
        if (!m_cluster)
            throw Skipped{why};
        m_cluster->exec(
            "CREATE TABLE cbpm3 (timestamp timestamptz, instr text, top_in int4, top_out int4, bot_in int4, "
            "bot_out int4); CREATE INDEX ON cbpm3 (timestamp)");
        m_proxy = std::make_unique<test::FaultProxy>(m_cluster->port());
        m_written = now() - 3min;
        write();
        m_pool.setMaxThreadCount(6);
        SourceOptions source;
        source.sessions = std::make_shared<ProgramSessions>("cbpm3-soak", 4);
        m_window = std::make_unique<MainWindow>(m_pool, source);
        m_window->resize(1600, 900);
        m_window->show();
        m_window->begin({.source = u"host=127.0.0.1 port=%1 user=postgres dbname=postgres"_s.arg(m_proxy->port()),
                         .from = u"-1min"_s,
                         .to = u"now"_s});
        wait([this] { return m_window->history().state() == History::State::Complete; }, u"the first load"_s);
        m_window->playback().setWindow(window);
        m_window->playback().goLive();
        wait([this] { return m_window->history().state() == History::State::Following; }, u"live"_s);
    }
    ~Soak()
    {
        m_window.reset();
        m_pool.waitForDone();
    }

    std::vector<Row> run(const QString &name, int minutes)
    {
        QElapsedTimer clock;
        clock.start();
        const double warm_s = std::min(minutes * minute_s / 4.0, 900.0);
        double filesWarm = 0.0;
        for (int k = 0; k < minutes; ++k) {
            strike(k);
            const qint64 end = (k + 1) * minute_s * 1000LL;
            while (clock.elapsed() < end - 15'000)
                step(k);
            recover();
            const double at_s = static_cast<double>(clock.elapsed()) * 1e-3;
            if (at_s > warm_s && k % replayEach == replayEach - 2) { // the same thing on screen each time
                m_memory.emplace_back(at_s / 3600.0, residentMegabytes());
                m_heap.emplace_back(at_s / 3600.0, heapMegabytes());
            }
            if (filesWarm == 0.0 && at_s > warm_s)
                filesWarm = openFiles();
            qInfo("minute %d: resident %.1f MB, heap %.1f MB, %.0f files, missing %lld", k + 1, residentMegabytes(),
                  heapMegabytes(), openFiles(), static_cast<long long>(m_missing));
        }
        const double none = std::nan("");
        return {
            {name + u": slope of resident memory"_s, slope(m_memory), u"MB/h"_s, none, {}, 1.05},
            {name + u": slope of the heap in use"_s, slope(m_heap), u"MB/h"_s, none, {}, 1.05},
            {name + u": descriptors gained since warm"_s, openFiles() - filesWarm, {}, none, {}, 0.0},
            {name + u": samples missing after recoveries"_s, static_cast<double>(m_missing), {}, none, {}, 0.0},
            {name + u": faults"_s, static_cast<double>(minutes), {}, none, {}, none},
        };
    }

private:
    static TimePoint now() { return TimePoint{std::chrono::floor<std::chrono::seconds>(systemNow())}; }

    void wait(const std::function<bool()> &condition, const QString &what)
    {
        QElapsedTimer clock;
        clock.start();
        while (!condition()) {
            if (clock.elapsed() > 120'000)
                throw Skipped{what + u" did not come about"_s};
            write();
            QTest::qWait(100);
        }
    }

    void write()
    {
        const TimePoint until = now();
        if (until <= m_written)
            return;
        m_cluster->exec("INSERT INTO cbpm3 SELECT t, d || 'W', 15000 + (i * 761 + d) % 31, 15100 + (i * 757 + d) % 29, "
                        "14900 + (i + d) % 23, 15050 + (i * 31 + d) % 37 FROM generate_series("
                        + timestamp(m_written) + ", " + timestamp(until)
                        + " - interval '0.1 s', '0.1 s') WITH ORDINALITY "
                          "AS s(t, i), generate_series(1, "
                        + QByteArray::number(detectors) + ") d");
        m_written = until;
    }

    void strike(int k)
    {
        test::Fault fault;
        fault.connections = 3;
        switch (k % 6) {
        case 0:
            fault.resetAt = 0;
            return m_proxy->strike(fault);
        case 1:
            m_cluster->exec("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE application_name LIKE "
                            "'cbpm3%'");
            return;
        case 2:
            fault.stallAt = 0;
            return m_proxy->strike(fault);
        case 3:
            m_cluster->stop(SIGKILL);
            m_cluster->restart();
            return;
        case 4:
            fault.deadAt = 0;
            return m_proxy->strike(fault);
        default:
            m_cluster->stop(SIGINT);
            QTest::qWait(3000);
            m_cluster->restart();
        }
    }

    /// What an operator does meanwhile: looks at every page; each third minute at what was, and at a replay of it.
    void step(int k)
    {
        write();
        auto *const pages = m_window->findChild<QTabWidget *>(u"pages"_s);
        pages->setCurrentIndex((pages->currentIndex() + 1) % pages->count());
        if (k % replayEach == replayEach - 1 && ++m_steps % 20 == 10) {
            const TimePoint end = now();
            m_window->playback().goReplay(*TimeRange::between(end - 2min, end - 1min));
            m_window->playback().setSpeed(10.0);
        } else if (k % replayEach == replayEach - 1 && m_steps % 20 == 15) {
            m_window->playback().goLive();
        }
        QTest::qWait(1000);
    }

    /// Until live is live again; then what is shown is counted against the table.
    void recover()
    {
        Playback &playback = m_window->playback();
        if (playback.mode() != Playback::Mode::Live)
            playback.goLive();
        wait(
            [&] { // the newest part of a window is there before the rest of it
                return !playback.problem() && playback.newest() && *playback.newest() > m_written - 3s
                       && m_window->history().state() == History::State::Following;
            },
            u"recovery"_s);
        m_proxy->letGo(); // the sockets are ours, too
        const RingSeries &series = m_window->history().series();
        const TimePoint end = TimePoint{std::chrono::floor<std::chrono::seconds>(series.completeTo())} - 2s;
        const TimePoint begin =
            std::max(end - window / 2, TimePoint{std::chrono::ceil<std::chrono::seconds>(series.range()->begin())});
        const auto stored = m_cluster->query("SELECT instr, count(*) FROM cbpm3 WHERE timestamp >= " + timestamp(begin)
                                             + " AND timestamp < " + timestamp(end) + " GROUP BY 1");
        const DetectorTable &table = *m_window->history().source()->table();
        const Interval interval = *series.interval();
        for (const QByteArrayList &row : stored) {
            const int detector = table.find(row.value(0).toStdString());
            if (detector == unknownDetector)
                continue;
            const BinSeries *const bins = series.find(detector);
            const BinSeries part = bins ? bins->part(interval.binAt(begin), interval.binAt(end)) : BinSeries{};
            std::int64_t shown = 0;
            for (std::size_t i = 0; i < part.size(); ++i)
                shown += static_cast<std::int64_t>(part.count[i] + part.invalid[i]);
            m_missing += row.value(1).toLongLong() - shown;
        }
    }

    std::unique_ptr<test::TestCluster> m_cluster;
    std::unique_ptr<test::FaultProxy> m_proxy;
    QThreadPool m_pool;
    std::unique_ptr<MainWindow> m_window;
    TimePoint m_written;
    int m_steps = 0;
    std::vector<std::pair<double, double>> m_memory; ///< hours, MB
    std::vector<std::pair<double, double>> m_heap;   ///< the same of what is in use
    std::int64_t m_missing = 0;
};

std::vector<Row> soakFor(const QString &name, int minutes)
{
    return Soak{}.run(name, minutes);
}

} // namespace

std::vector<Benchmark> soakBenchmarks()
{
    return {{u"soak"_s, [](Context &) { return soakFor(u"soak"_s, 60); }, true},
            {u"soakquarter"_s, [](Context &) { return soakFor(u"soakquarter"_s, 15); }, true},
            {u"soakshort"_s, [](Context &) { return soakFor(u"soakshort"_s, 2); }, true}};
}

} // namespace cbpm::bench
