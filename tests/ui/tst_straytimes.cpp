// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/archivecells.h"
#include "core/source/archive/archivewriter.h"
#include "tests/core/fakesource.h"
#include "tests/core/readall.h"
#include "tests/support/demowindow.h"
#include "ui/text/texts.h"
#include "ui/timebar/timebar.h"

#include <QElapsedTimer>
#include <QLineEdit>
#include <QPushButton>

using namespace cbpm;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// A front end without a clock writes 1970, one with a wrong one the next century: an hour of good data beside such
/// samples is what the window opens with.
class TestStrayTimes : public test::DemoWindowTest
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }
    void init() { makeWindow(); }
    void cleanup() { m_window.reset(); }

    void theRangeOfferedIsThatOfTheGoodData_data()
    {
        QTest::addColumn<bool>("past");
        QTest::addColumn<bool>("future");
        QTest::newRow("1970") << true << false;
        QTest::newRow("in fifty years") << false << true;
        QTest::newRow("both") << true << true;
    }
    void theRangeOfferedIsThatOfTheGoodData()
    {
        QFETCH(bool, past);
        QFETCH(bool, future);
        const TimePoint ahead = std::chrono::floor<std::chrono::days>(systemNow()) + std::chrono::days{50 * 365};
        std::vector<TimeRange> stretches{good};
        if (past)
            stretches.push_back(*TimeRange::between(TimePoint{}, TimePoint{1s}));
        if (future)
            stretches.push_back(*TimeRange::between(ahead, ahead + 1s));
        write(stretches);
        QElapsedTimer clock;
        clock.start();
        QVERIFY(addArchiveCells(m_archive, {}).has_value()); // by hours, over all of it
        qInfo("cells in %lld ms", static_cast<long long>(clock.elapsed()));

        openArchive();
        const auto offered = m_window->findChild<TimeBar *>()->range();
        QVERIFY(offered.has_value());
        QVERIFY2(offered->duration() <= 24h, qPrintable(text::range(*offered, QTimeZone::utc())));
        QCOMPARE(offered->end(), good.end());
        QCOMPARE(*m_window->view().visible(), *offered);
        QCOMPARE(m_window->history().series().counts().rows, 3u * 36'000u);
        QCOMPARE(label("messageLabel").contains(u"left out of the range that is offered"_s), future);
        if (future)
            QVERIFY2(label("messageLabel")
                         .contains(QString::number(static_cast<int>(
                             std::chrono::year_month_day{std::chrono::floor<std::chrono::days>(ahead)}.year()))),
                     qPrintable(label("messageLabel")));
    }

    /// Whoever asks for all of it gets it, or is told why not.
    void whatIsAskedForIsShown()
    {
        write({good, *TimeRange::between(TimePoint{}, TimePoint{1s})});
        openArchive();
        auto *const bar = m_window->findChild<TimeBar *>();
        bar->setTexts(u"1970-01-01"_s, u"1970-01-02"_s);
        click("fetchButton");
        QTRY_COMPARE_WITH_TIMEOUT(m_window->history().state(), History::State::Complete, 20'000);
        QCOMPARE(m_window->history().series().counts().rows, 30u);
        m_window->view().setSelection({0, 1, 2}); // of so many bins only what is selected is loaded
        bar->setTexts(u"1970-01-01"_s, u"2026-03-03"_s);
        click("fetchButton");
        QTRY_COMPARE_WITH_TIMEOUT(m_window->history().state(), History::State::Complete, 60'000);
        QCOMPARE(m_window->history().series().counts().rows, 3u * 36'000u + 30u);
    }

    /// Data that are meant to be of the future are all there is.
    void anArchiveOfTheFutureIsShown()
    {
        const TimePoint ahead = std::chrono::floor<std::chrono::days>(systemNow()) + std::chrono::days{400};
        write({*TimeRange::between(ahead, ahead + 1h)});
        openArchive();
        QCOMPARE(m_window->history().series().counts().rows, 3u * 36'000u);
        QVERIFY(!label("messageLabel").contains(u"left out"_s));
    }

private:
    static constexpr TimeRange good = *TimeRange::between(start + 12h, start + 13h);

    void write(const std::vector<TimeRange> &stretches)
    {
        m_archive = m_folder.filePath(u"stray%1.cbpm3"_s.arg(++m_number));
        const test::FakeSource source;
        auto writer = ArchiveWriter::create(m_archive, {}, source.table());
        QVERIFY(writer.has_value());
        for (const TimeRange &stretch : stretches) {
            const auto all = test::readAll(source, stretch);
            QVERIFY(all.has_value());
            SampleBatch batch{stretch, {}, 0, 0, 0, 0};
            for (const auto &[location, samples] : all->detectors)
                batch.detectors.push_back(samples);
            QVERIFY((*writer)->append(batch).has_value());
        }
        QVERIFY((*writer)->commit().has_value());
    }

    int m_number = 0;
};

QTEST_MAIN(TestStrayTimes)
#include "tst_straytimes.moc"
