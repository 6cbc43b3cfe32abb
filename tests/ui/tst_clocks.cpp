// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/tiledload.h"
#include "core/source/postgres/postgressource.h"
#include "core/tiles/cachedsource.h"
#include "tests/core/logsource.h"
#include "tests/support/demowindow.h"
#include "tests/support/shiftedclock.h"
#include "tests/support/testcluster.h"

#include <QAbstractButton>

using namespace cbpm;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

std::uint64_t rowsOf(const SampleSource &source, const TileAccess &tiles, const TimeRange &range, Duration width)
{
    const auto loaded =
        loadTiled(source, tiles, {range, *Interval::of(width), {}, {}}, [](const BinBatchPtr &) { return true; }, {});
    if (!loaded)
        qFatal("%s", qPrintable(loaded.error().sentence()));
    return loaded->rows;
}

} // namespace

/// A clock of this machine that is wrong, or is set while the program runs.
class TestClocks : public test::DemoWindowTest
{
    Q_OBJECT

private slots:
    void init() { QLocale::setDefault(QLocale::c()); }
    void cleanup()
    {
        m_window.reset();
        test::shiftClock(0s);
    }

    /// What our clock takes for the past is the server's future: that nothing is there is not kept as known.
    void whatIsStillToComeIsNotKeptAsMissing_data()
    {
        QTest::addColumn<double>("width_s");
        QTest::newRow("cells") << 60.0;
        QTest::newRow("samples") << 0.1;
    }
    void whatIsStillToComeIsNotKeptAsMissing()
    {
        QFETCH(double, width_s);
        QString why;
        const auto cluster = test::TestCluster::start(why);
        if (!cluster)
            QSKIP(qPrintable(why));
        cluster->exec("CREATE TABLE cbpm3 (timestamp timestamptz, instr text, top_in int4, top_out int4, bot_in int4, "
                      "bot_out int4); CREATE INDEX ON cbpm3 (timestamp)");
        const TimePoint now = std::chrono::floor<std::chrono::minutes>(systemNow());
        const auto write = [&](Duration from, Duration to) {
            const auto at = [&](Duration time) {
                return "to_timestamp("
                       + QByteArray::number(static_cast<qint64>(unixMicroseconds(now + time) / 1'000'000)) + ')';
            };
            cluster->exec("INSERT INTO cbpm3 SELECT t, '12W', 17000, 17100, 16900, 16950 FROM generate_series("
                          + at(from) + ", " + at(to) + " - interval '0.1 s', interval '1 s') t");
        };
        test::shiftClock(3h);
        const auto store = std::make_shared<TileStore>(TileStore::Options{});
        const auto server =
            std::make_shared<PostgresSource>(cluster->conninfo(), TableMapping{}, builtinDetectorTable());
        const auto range = *TimeRange::between(now - 30min, now + 2h);
        const Duration width{static_cast<std::int64_t>(width_s * 1e6)};
        write(-30min, 0min);
        const auto info = server->info({});
        QVERIFY(info.has_value());
        const auto source = cachedSource(server, *info, store);
        const TileAccess tiles{store, info->identity};
        QCOMPARE(rowsOf(*source, tiles, range, width), 1800u);
        write(0min, 30min);
        QCOMPARE(rowsOf(*source, tiles, range, width), 3600u);
    }

    /// Live goes by the server's clock and by how much time passes.
    void aClockThatIsSetWhileLiveMovesNothing_data()
    {
        QTest::addColumn<int>("hours");
        QTest::newRow("forward") << 3;
        QTest::newRow("back") << -3;
    }
    void aClockThatIsSetWhileLiveMovesNothing()
    {
        QFETCH(int, hours);
        makeWindow();
        const auto log = std::make_shared<test::LogSource>();
        const TimePoint begin = std::chrono::floor<std::chrono::seconds>(systemNow()) - 60s;
        const auto write = [&](Duration from, Duration to) {
            for (Duration at = from; at < to; at += 100ms)
                log->write({4, begin + at, begin + at, {15e3, 15e3, 15e3, 15e3}});
        };
        write(0s, 60s);
        log->setNow(begin + 60s);
        m_window->history().setSource(log, *log->info({}));
        Playback &playback = m_window->playback();
        playback.setPeriod(200ms);
        playback.setAgeLimit(1min);
        find<QAbstractButton>(u"modeLive"_s)->click();
        QTRY_COMPARE(playback.newest(), std::optional{TimePoint{begin + 59'900ms}});
        test::shiftClock(std::chrono::hours{hours});
        write(60s, 62s);
        log->setNow(begin + 62s);
        QTRY_COMPARE(playback.newest(), std::optional{TimePoint{begin + 61'900ms}});
        QVERIFY2(std::chrono::abs(*playback.age()) < 1min, qPrintable(label("ageLabel")));
        QVERIFY(!playback.isLate());
        QTRY_COMPARE(label("stateLabel"), u"Live"_s);
        QVERIFY2(label("ageLabel").startsWith(u"data age "_s) || label("ageLabel").contains(u" s ahead"_s),
                 qPrintable(label("ageLabel")));
    }

    /// How old stored data are is told by the clock of the machine that keeps them.
    void theAgeOfStoredDataGoesByTheServersClock()
    {
        makeWindow();
        const auto log = std::make_shared<test::LogSource>();
        for (int k = 0; k < 600; ++k)
            log->write({4, start + k * 100ms, start, {15e3, 15e3, 15e3, 15e3}});
        log->setNow(start + 90s);
        test::shiftClock(5h);
        m_window->history().setSource(log, *log->info({}));
        QTRY_COMPARE(m_window->history().state(), History::State::Complete);
        QTRY_VERIFY2(label("ageLabel").startsWith(u"data age 3"_s) && !label("ageLabel").contains(u" h"_s),
                     qPrintable(label("ageLabel")));
    }
};

QTEST_MAIN(TestClocks)
#include "tst_clocks.moc"
