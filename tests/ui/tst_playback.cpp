// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/binload.h"
#include "core/query/sampleload.h"
#include "core/source/postgres/postgressource.h"
#include "core/source/postgres/postgreswriter.h"
#include "core/source/simulated/simulatedsource.h"
#include "tests/core/logsource.h"
#include "tests/support/demowindow.h"
#include "tests/support/testcluster.h"
#include "tests/ui/picture.h"
#include "ui/pages/trendpage.h"
#include "ui/windowview.h"

#include <QComboBox>
#include <QLabel>
#include <QRadioButton>
#include <QSlider>
#include <QTest>
#include <QToolButton>

#include <qcustomplot.h>

using namespace cbpm;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

TimePoint wholeSecond(TimePoint time)
{
    return TimePoint{std::chrono::floor<std::chrono::seconds>(time)};
}

/// A logger: writes the simulated ring into a table up to the second.
class Logger
{
public:
    Logger(const QString &conninfo, TimePoint begin) : m_written{begin}, m_ring{builtinDetectorTable(), 1}
    {
        auto writer = PostgresWriter::open(conninfo, {}, builtinDetectorTable(), PostgresWriter::Table::Create, {}, {});
        if (!writer)
            qFatal("%s", qPrintable(writer.error().what));
        m_writer = std::make_unique<PostgresWriter>(std::move(*writer));
    }

    void writeTo(TimePoint end)
    {
        const auto due = TimeRange::between(m_written, end);
        if (!due)
            return;
        const auto done = loadSamples(m_ring, *due, {},
                                      [&](const SampleBatchPtr &batch) {
                                          const auto written = m_writer->write(*batch, {});
                                          if (!written)
                                              qFatal("%s", qPrintable(written.error().what));
                                          return true;
                                      },
                                      {});
        if (!done)
            qFatal("%s", qPrintable(done.error().what));
        m_written = end;
    }
    TimePoint written() const { return m_written; }

private:
    TimePoint m_written;
    SimulatedSource m_ring;
    std::unique_ptr<PostgresWriter> m_writer;
};

} // namespace

/// Live and replay in the real window: on a real server that is written to meanwhile, and on archives.
class TestPlayback : public test::DemoWindowTest
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        makeArchive();
    }
    void init()
    {
        makeWindow();
    }
    void cleanup() { m_window.reset(); }

    void liveShowsWhatIsWrittenAndLosesNothing()
    {
        QString why;
        const auto cluster = test::TestCluster::start(why);
        if (!cluster)
            QSKIP(qPrintable(why));
        const TimePoint first = wholeSecond(systemNow()) - 90s;
        Logger logger{cluster->conninfo(), first};
        logger.writeTo(wholeSecond(systemNow()));
        m_window->begin({.source = cluster->conninfo(), .from = u"-1min"_s, .to = u"now"_s});
        QTRY_COMPARE_WITH_TIMEOUT(m_window->history().state(), History::State::Complete, 15'000);

        Playback &playback = m_window->playback();
        playback.setWindow(60s);
        playback.setPeriod(200ms);
        QTest::mouseClick(m_window->findChild<QRadioButton *>(u"modeLive"_s), Qt::LeftButton);
        QCOMPARE(playback.mode(), Playback::Mode::Live);
        const auto follow = [&](TimePoint until) {
            return QTest::qWaitFor(
                [&] {
                    logger.writeTo(wholeSecond(systemNow()));
                    return playback.newest() && *playback.newest() >= until;
                },
                30'000);
        };
        QVERIFY(follow(logger.written() + 2s));
        QCOMPARE(m_window->history().state(), History::State::Following);
        QVERIFY(playback.age().has_value());
        QVERIFY(m_window->view().cursor().has_value());
        // The orbit is of one trigger, and names who is missing in it.
        QVERIFY(m_window->history().orbit().has_value());
        QVERIFY(!m_window->history().orbit()->missing.empty());
        QTRY_VERIFY(label(u"triggerLabel"_s).contains(u"34E"_s));

        test::keepPicture(*m_window, u"live"_s);

        // The server throws us out; the logger goes on; the hole is filled.
        cluster->exec("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE application_name LIKE "
                      "'cbpm3%' AND query NOT LIKE 'COPY%FROM%' AND query NOT LIKE 'INSERT%'");
        QVERIFY(follow(logger.written() + 3s));
        QVERIFY(!playback.problem());

        playback.setPaused(true);
        const auto cursor = m_window->view().cursor();
        QVERIFY(follow(logger.written() + 1s)); // what comes is collected
        QCOMPARE(m_window->view().cursor(), cursor);
        playback.setPaused(false);
        QVERIFY(m_window->view().cursor() > cursor);

        // What live has put together is what one load brings, to the sample.
        QTRY_VERIFY(m_window->history().series().completeTo() > logger.written() - 3s);
        compareWithStored(wholeSecond(m_window->history().series().completeTo()));
    }

    void dataThatGrowOldRaiseAnAlarm()
    {
        const auto log = std::make_shared<test::LogSource>();
        const TimePoint now = wholeSecond(systemNow());
        for (int k = 0; k < 600; ++k)
            log->write({4, now - 60s + k * 100ms, start, {15e3, 15e3, 15e3, 15e3}});
        log->setNow(now + 1h); // the server's clock is ahead of ours: its time rules
        m_window->history().setSource(log, *log->info({}));
        m_window->playback().goLive();
        QTRY_VERIFY(m_window->playback().newest().has_value());
        QVERIFY(*m_window->playback().age() > 59min);
        QVERIFY(m_window->playback().isLate());
        QTRY_VERIFY(label(u"ageLabel"_s).contains(u"1 h"_s));
        QVERIFY(m_window->findChild<QLabel *>(u"ageLabel"_s)->font().bold());
    }

    void theAgeBeyondWhichThereIsAnAlarmIsChosen()
    {
        const auto log = std::make_shared<test::LogSource>();
        TimePoint now = wholeSecond(systemNow());
        log->write({4, now, start, {15e3, 15e3, 15e3, 15e3}});
        log->setNow(now + 8s);
        Playback &playback = m_window->playback();
        playback.setClock([&now] { return now; });
        m_window->history().setSource(log, *log->info({}));
        playback.goLive();
        QTRY_COMPARE(m_window->history().state(), History::State::Following);
        QCOMPARE(*playback.age(), Duration{8s});
        QVERIFY(playback.isLate());
        auto *const limit = m_window->findChild<QComboBox *>(u"liveAgeLimit"_s);
        const auto choose = [limit](Duration wanted) {
            limit->setFocus();
            while (limit->currentData().toLongLong() != wanted.count())
                QTest::keyClick(limit, limit->currentData().toLongLong() < wanted.count() ? Qt::Key_Down : Qt::Key_Up);
        };
        choose(10s);
        QVERIFY(!playback.isLate());
        QVERIFY(!m_window->findChild<QLabel *>(u"ageLabel"_s)->font().bold());
        QCOMPARE(viewOf(*m_window).ageLimit, std::optional{Duration{10s}});
        now += 3s;
        QVERIFY(playback.isLate());
        View view;
        view.ageLimit = 60s;
        showView(*m_window, view);
        QVERIFY(!playback.isLate());
        QCOMPARE(limit->currentData().toLongLong(), Duration{60s}.count());
        choose(1s);
        QTRY_VERIFY(m_window->findChild<QLabel *>(u"ageLabel"_s)->font().bold());
    }

    void announcedRowsAreShownAtOnceAndOthersAtTheNextLook()
    {
        QString why;
        const auto cluster = test::TestCluster::start(why);
        if (!cluster)
            QSKIP(qPrintable(why));
        Logger logger{cluster->conninfo(), wholeSecond(systemNow()) - 90s};
        logger.writeTo(wholeSecond(systemNow()) - 30s);
        QCOMPARE(cluster->runScript(qEnvironmentVariable("CBPM_SOURCE_DIR") + u"/packaging/sql/announce.sql"_s, {}),
                 QString{});
        m_window->begin({.source = cluster->conninfo(), .from = u"-2min"_s, .to = u"now"_s});
        QTRY_COMPARE_WITH_TIMEOUT(m_window->history().state(), History::State::Complete, 15'000);
        Playback &playback = m_window->playback();
        playback.setWindow(60s);
        playback.setAgeLimit(1h); // what is written here is half a minute old
        playback.setPeriod(Playback::longestPeriod);
        playback.goLive();
        QTRY_COMPARE(m_window->history().state(), History::State::Following);
        QTRY_VERIFY(playback.isAnnounced());
        // Three looks in less than a period are not those of the clock.
        const auto writeAndSee = [&] {
            logger.writeTo(logger.written() + 1s);
            return QTest::qWaitFor([&] { return playback.newest() >= logger.written() - 100ms; }, 9'000);
        };
        int looks = 0;
        connect(&m_window->history(), &History::lookedAhead, this, [&looks] { ++looks; });
        for (int k = 0; k < 3; ++k)
            QVERIFY(writeAndSee());
        QVERIFY(looks >= 3);
        QVERIFY(label(u"liveState"_s).contains(u"the server calls"_s));

        // The link goes, with both sessions; both come back.
        cluster->exec("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE application_name LIKE "
                      "'cbpm3%' AND query NOT LIKE 'COPY%FROM%' AND query NOT LIKE 'INSERT%'");
        QTRY_VERIFY(!playback.isAnnounced());
        playback.setPeriod(200ms);
        QTRY_VERIFY_WITH_TIMEOUT(playback.isAnnounced() && !playback.problem(), 15'000);

        // Without announcements the looks go on.
        cluster->exec("DROP TRIGGER cbpm3_announce ON cbpm3");
        QVERIFY(writeAndSee());
        playback.goLive();
        QTRY_COMPARE(m_window->history().state(), History::State::Following);
        QVERIFY(writeAndSee());
        QVERIFY(!playback.isAnnounced());
    }

    void aLostSourceIsSaidAndMadeUpFor()
    {
        const auto log = std::make_shared<test::LogSource>();
        const TimePoint begin = wholeSecond(systemNow()) - 60s;
        const auto write = [&](Duration from, Duration to) {
            for (Duration at = from; at < to; at += 100ms)
                log->write({4, begin + at, begin + at, {15e3, 15e3, 15e3, 15e3}});
        };
        write(0s, 60s);
        log->setNow(begin + 60s);
        m_window->history().setSource(log, *log->info({}));
        m_window->playback().setPeriod(200ms);
        m_window->playback().goLive();
        QTRY_COMPARE(m_window->history().state(), History::State::Following);
        QTRY_COMPARE(m_window->playback().newest(), std::optional{TimePoint{begin + 59'900ms}});
        log->setBroken(true);
        QTRY_VERIFY(m_window->playback().problem() != nullptr);
        QVERIFY(m_window->playback().isLate());
        test::keepPicture(*m_window, u"lost"_s);
        QTRY_VERIFY(label(u"liveState"_s).contains(u"the link is gone"_s));
        write(60s, 65s);
        log->setNow(begin + 66s);
        log->setBroken(false);
        QTRY_COMPARE_WITH_TIMEOUT(m_window->playback().newest(), std::optional{TimePoint{begin + 64'900ms}}, 10'000);
        QVERIFY(!m_window->playback().problem());
        const BinSeries &bins = *m_window->history().series().find(4);
        QCOMPARE(std::accumulate(bins.count.begin(), bins.count.end(), std::uint64_t{0}), std::uint64_t{650});
    }

    void whatCannotPassIsSaidOnceAndNotTriedAgain()
    {
        const auto log = std::make_shared<test::LogSource>();
        const TimePoint now = wholeSecond(systemNow());
        log->write({4, now - 1s, start, {15e3, 15e3, 15e3, 15e3}});
        log->setNow(now);
        m_window->history().setSource(log, *log->info({}));
        m_window->playback().setPeriod(200ms);
        m_window->playback().goLive();
        QTRY_COMPARE(m_window->history().state(), History::State::Following);
        log->setFailure({Error::Kind::Permission, u"the right was taken away"_s, u"ask for it"_s});
        log->setBroken(true);
        QTRY_VERIFY(m_window->playback().problem() != nullptr);
        QVERIFY(!m_window->playback().nextTry().has_value());
        QTRY_VERIFY(label(u"liveState"_s).contains(u"ask for it"_s));
        QVERIFY2(label(u"stateLabel"_s).startsWith(u"Error; shown up to"_s), qPrintable(label(u"stateLabel"_s)));
        QVERIFY(label(u"messageLabel"_s).contains(u"the right was taken away"_s));
        test::keepPicture(*m_window, u"refused"_s);
    }

    void replayKeepsTimeAndAllPagesFollow()
    {
        openArchive();
        Playback &playback = m_window->playback();
        playback.setWindow(5min);
        playback.setSpeed(100.0);
        QTest::mouseClick(m_window->findChild<QRadioButton *>(u"modeReplay"_s), Qt::LeftButton);
        QCOMPARE(playback.mode(), Playback::Mode::Replay);
        QTRY_VERIFY(playback.position() > start + 20s);
        QTRY_VERIFY(m_window->view().cursor() > start + 40s);
        QVERIFY(*m_window->view().cursor() <= playback.position()); // nothing of the future
        QVERIFY(m_window->history().series().range()->end() <= playback.position());
        const QCPRange shown =
            qobject_cast<TrendPage *>(m_window->currentPage())->plot().axisRect(1)->axis(QCPAxis::atBottom)->range();
        QVERIFY(std::abs(shown.size() - 5 * 60 * 1.02) < 0.01);

        QTest::mouseClick(m_window->findChild<QToolButton *>(u"replayPlay"_s), Qt::LeftButton);
        QVERIFY(playback.isPaused());
        const TimePoint stopped = playback.position();
        test::keepPicture(*m_window, u"replay"_s);
        QTest::mouseClick(m_window->findChild<QToolButton *>(u"replayStepForward"_s), Qt::LeftButton);
        QCOMPARE(playback.position(), stopped + triggerSpacing);
        QTRY_VERIFY(m_window->history().orbit()
                    && triggerRange(m_window->history().orbit()->trigger).end() >= stopped - 250ms);
        playback.seek(start + 30min);
        QTRY_VERIFY(m_window->view().followed().has_value());
        QTRY_COMPARE(m_window->history().series().range()->end(), start + 30min);
        // At the end it stops, or begins again.
        playback.setSpeed(1000.0);
        playback.setLoops(true);
        playback.seek(start + 59min + 30s);
        playback.setPaused(false);
        QTRY_VERIFY(playback.position() < start + 30min);
        playback.setLoops(false);
        QTRY_VERIFY_WITH_TIMEOUT(playback.isPaused(), 20'000);
        QCOMPARE(playback.position(), start + 1h);
    }

    void whatIsReplayedIsWhatWasStored()
    {
        openArchive();
        Playback &playback = m_window->playback();
        playback.setWindow(60s);
        playback.setSpeed(1000.0);
        playback.goReplay(*TimeRange::between(start + 10min, start + 11min));
        QTRY_VERIFY(playback.isPaused());
        QTRY_COMPARE(m_window->history().series().completeTo(), start + 11min);
        compareWithStored(start + 11min);
    }

    void aLongReplayHoldsOneWindow()
    {
        openArchive();
        Playback &playback = m_window->playback();
        playback.setWindow(5min);
        playback.setSpeed(1000.0);
        playback.goReplay(*TimeRange::between(start, start + 40min));
        QTRY_VERIFY_WITH_TIMEOUT(playback.isPaused(), 20'000);
        const RingSeries &series = m_window->history().series();
        QTRY_COMPARE(series.completeTo(), start + 40min);
        QCOMPARE(series.range()->end(), start + 40min);
        QVERIFY(series.range()->begin() >= start + 34min);
        const BinSeries &bins = *series.find(m_window->view().selection().front());
        QVERIFY(series.interval()->binBegin(bins.bin.front()) >= series.range()->begin());
    }

    void aSourceSwitchedWhilePlayingEndsTheReplay()
    {
        openArchive();
        m_window->playback().goReplay(*TimeRange::between(start, start + 1h));
        QTRY_VERIFY(m_window->view().followed().has_value());
        openArchive();
        QCOMPARE(m_window->playback().mode(), Playback::Mode::History);
        QVERIFY(m_window->findChild<QRadioButton *>(u"modeHistory"_s)->isChecked());
        QVERIFY(!m_window->view().followed().has_value());
    }

private:
    void openArchive()
    {
        m_window->begin({.source = m_archive, .from = u"2026-03-02T00:00Z"_s, .to = u"2026-03-02T01:00Z"_s});
        QTRY_COMPARE(m_window->history().state(), History::State::Opening);
        QTRY_COMPARE(m_window->history().state(), History::State::Complete);
    }

    /// What is shown, but for its first seconds, is what one load brings; flags that compare neighbours, too.
    void compareWithStored(TimePoint end) const
    {
        const RingSeries &series = m_window->history().series();
        const TimePoint begin = series.range()->begin();
        const Interval interval = *series.interval();
        const auto stored = loadAll(*m_window->history().source(), *TimeRange::between(begin - 10s, end), interval);
        QVERIFY(stored.size() > 100);
        for (const auto &[row, all] : stored) {
            const BinSeries expected = all.part(interval.binAt(begin + 10s), interval.binAt(end));
            const BinSeries actual = series.find(row)->part(interval.binAt(begin + 10s), interval.binAt(end));
            QCOMPARE(actual.bin, expected.bin);
            QCOMPARE(actual.count, expected.count);
            QCOMPARE(actual.flags, expected.flags);
            for (std::size_t k = 0; k < expected.size(); ++k) {
                if (expected.count[k] > 0)
                    QCOMPARE(actual.of(Quantity::Y)[k].max, expected.of(Quantity::Y)[k].max);
            }
        }
    }

    static std::map<int, BinSeries> loadAll(const SampleSource &source, const TimeRange &range, Interval interval)
    {
        std::map<int, BinSeries> all;
        const auto done = loadBins(source, {range, interval, {}, {}, 0, allQuantities},
                                   [&](const BinBatchPtr &batch) {
                                       for (const BinSeries &part : batch->series)
                                           all[part.row].merge(part);
                                       return true;
                                   },
                                   {});
        return done ? all : std::map<int, BinSeries>{};
    }
};

QTEST_MAIN(TestPlayback)
#include "tst_playback.moc"
