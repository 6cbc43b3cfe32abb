// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/types/timetext.h"
#include "tests/core/logsource.h"
#include "tests/support/demowindow.h"
#include "tests/ui/picture.h"
#include "ui/pages/page.h"

#include <QSignalSpy>
#include <QTableView>

#include <qcustomplot.h>

using namespace cbpm;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int detectors = 111;
/// Never sends.
constexpr int absent = 1;

} // namespace

/// What an operator sees of data that are not as they should be, while they come. CBPM_PICTURES keeps it to be looked at.
class TestOddLive : public test::DemoWindowTest
{
    Q_OBJECT

private slots:
    void init()
    {
        makeWindow();
        m_log = std::make_shared<test::LogSource>();
        m_now = start;
        m_window->playback().setClock([this] { return m_now; });
        m_window->playback().setWindow(1min);
        m_window->playback().setPeriod(200ms);
    }
    void cleanup() { m_window.reset(); }

    void aDetectorThatVanishesIsNamedAndLeavesAHole()
    {
        write(0s, 60s);
        live(60s);
        m_window->view().setSelection({3, 4});
        write(60s, 90s, [](int row) { return row != 4; });
        follow(90s);
        QTRY_VERIFY2(label("triggerLabel").contains(name(4)), qPrintable(label("triggerLabel")));
        QVERIFY(!m_window->playback().isLate()); // the others go on
        const QAbstractItemModel &list = *find<QTableView>(u"detectorTable"_s)->model();
        // Counted up to what is complete, which leaves late rows some seconds.
        QTRY_VERIFY2(list.index(4, 2).data().toString().startsWith("gone 2"_L1),
                     qPrintable(list.index(4, 2).data().toString()));
        picture(u"vanished-trend"_s);
        page(u"orbit"_s);
        QTRY_VERIFY2(label("orbitMissing").contains(name(4)), qPrintable(label("orbitMissing")));
        picture(u"vanished-orbit"_s);
        page(u"waterfall"_s);
        picture(u"vanished-waterfall"_s);
    }

    void aClockThatIsAheadIsSaid()
    {
        write(0s, 60s);
        live(60s);
        m_window->view().setSelection({3, 4});
        write(60s, 70s);
        m_log->setNow(start + 70s);
        m_now = start + 55s; // the front ends are a quarter of a minute ahead of the server
        QTRY_VERIFY2(label("ageLabel").contains(u"ahead of the clock"_s), qPrintable(label("ageLabel")));
        picture(u"ahead"_s);
    }

    void oneDetectorWithAClockOfItsOwnHidesNobody()
    {
        const auto ahead = [](int row) { return row == 5 ? Duration{8s} : Duration{}; };
        write(0s, 60s, {}, ahead);
        live(60s);
        m_window->view().setSelection({4, 5});
        write(60s, 75s, {}, ahead);
        follow(75s);
        QTRY_VERIFY2(label("triggerLabel").contains(u": 110 of 111"_s) || label("triggerLabel").contains(u": 109 of 111"_s),
                     qPrintable(label("triggerLabel")));
        QVERIFY(*m_window->playback().age() < 1s);
        QVERIFY(m_window->history().series().coverage(4) > 0.95); // no hole where live begins
        picture(u"own-clock-trend"_s);
        page(u"orbit"_s);
        picture(u"own-clock-orbit"_s);
    }

    void aGapWhileLiveIsHatchedAndNothingIsDrawnUpToNow()
    {
        write(0s, 60s);
        live(60s);
        m_window->view().setSelection({3, 4});
        write(75s, 90s);
        follow(90s);
        picture(u"gap"_s);
        m_now = start + 105s; // and now nothing comes
        m_log->setNow(m_now);
        QTRY_VERIFY(m_window->playback().isLate());
        QTRY_VERIFY2(label("ageLabel").contains(u"15"_s), qPrintable(label("ageLabel")));
        picture(u"silence"_s);
    }

    void theHourThatComesTwiceHasTwoNames()
    {
        // 2026-11-01 02:00 EDT is 01:00 EST again.
        const TimePoint change = std::chrono::sys_days{std::chrono::November / 1 / 2026} + 6h;
        for (int row = 0; row < 12; ++row) {
            for (Duration at = -70min; at < 70min; at += 10s)
                sample(row, change + at, change + at);
        }
        m_now = change + 70min;
        m_log->setNow(m_now);
        m_window->view().setZone(QTimeZone{"America/New_York"});
        m_window->history().setSource(m_log, *m_log->info({}));
        m_window->playback().setWindow(2h);
        m_window->playback().goLive();
        QTRY_COMPARE(m_window->history().state(), History::State::Following);
        QTRY_VERIFY(m_window->view().followed().has_value());
        m_window->view().setSelection({3, 4});
        picture(u"doubled-hour"_s);
        page(u"waterfall"_s);
        picture(u"doubled-hour-waterfall"_s);
    }

private:
    std::string location(int row) const { return builtinDetectorTable()->at(row).location; }
    QString name(int row) const { return QString::fromStdString(location(row)); }

    void sample(int row, TimePoint time, TimePoint seen)
    {
        const double phase = static_cast<double>((time - start).count()) * 1e-6 + row;
        const double off = 200.0 * std::sin(phase * 0.3);
        m_log->write({row, time, seen, {15e3 + off, 15e3 - off, 15e3 - off * 0.5, 15e3 + off * 0.5}});
    }
    /// Rows that come when they were taken.
    void write(Duration from, Duration to, const std::function<bool(int)> &sends = {},
               const std::function<Duration(int)> &wrong = {})
    {
        for (Duration at = from; at < to; at += 100ms) {
            for (int row = 0; row < detectors; ++row) {
                if (row != absent && (!sends || sends(row)))
                    sample(row, start + at + (wrong ? wrong(row) : 0ms), start + at);
            }
        }
    }
    void live(Duration now)
    {
        m_now = start + now;
        m_log->setNow(m_now);
        m_window->history().setSource(m_log, *m_log->info({}));
        m_window->playback().goLive();
        QTRY_COMPARE(m_window->history().state(), History::State::Following);
    }
    void follow(Duration now)
    {
        m_now = start + now;
        m_log->setNow(m_now);
        QTRY_VERIFY(m_window->playback().newest() >= m_now - 300ms);
    }
    void page(const QString &of) const { m_window->findChild<QAction *>(u"pageAction_"_s + of)->trigger(); }
    void picture(const QString &of) const
    {
        QSignalSpy refreshed{m_window.get(), &MainWindow::pagesRefreshed};
        QVERIFY(refreshed.count() > 0 || refreshed.wait());
        QTest::qWait(1); // what is queued is drawn
        for (auto *const plot : m_window->currentPage()->findChildren<QCustomPlot *>())
            plot->replot();
        test::keepPicture(*m_window, of);
    }

    std::shared_ptr<test::LogSource> m_log;
    TimePoint m_now;
};

QTEST_MAIN(TestOddLive)
#include "tst_oddlive.moc"
