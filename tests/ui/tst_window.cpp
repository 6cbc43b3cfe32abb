// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/types/timetext.h"
#include "tests/core/fakesource.h"
#include "tests/support/demowindow.h"
#include "ui/pages/orbitpage.h"
#include "ui/pages/trendpage.h"
#include "ui/pages/viewhistory.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>
#include <QTest>

#include <qcustomplot.h>

using namespace cbpm;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// The real window, offscreen, driven as by a hand, on a real archive and on a source that waits for us.
class TestWindow : public test::DemoWindowTest
{
    Q_OBJECT

private slots:
    void initTestCase() { makeArchive(); }

    void init() { makeWindow(); }
    void cleanup() { m_window.reset(); }

    void openingAnArchiveShowsItWhole()
    {
        openArchive();
        QCOMPARE(label(u"stateLabel"_s), u"Complete to 2 Mar 2026 01:00:00 UTC"_s);
        QVERIFY2(label(u"coverageLabel"_s).contains(u"missing detectors: 2"_s), qPrintable(label(u"coverageLabel"_s)));
        QVERIFY(label(u"trendBadge"_s).contains(u"bins"_s));
        QVERIFY(label(u"trendBadge"_s).contains(u"% coverage"_s));
        QCOMPARE(m_window->view().selection().size(), std::size_t{3});
        const QCPRange shown = timeAxis()->range();
        QCOMPARE(fromAxisSeconds(shown.lower), start);
        QCOMPARE(fromAxisSeconds(shown.upper), start + 1h);
        QCOMPARE(timeAxis()->label(), u"UTC"_s);
        QVERIFY(valueAxis(0)->label().contains(u"µm"_s));
    }

    void batchesFillThePlotWhileTheRestIsOnItsWay()
    {
        const auto source = gatedSource();
        const RingSeries &series = m_window->history().series();
        TimePoint shownFrom = start + 1h;
        for (int stretch = 1; stretch <= 3; ++stretch) { // the newest first
            QTRY_VERIFY((source->gate->release(), series.loaded() && series.loaded()->begin() < shownFrom));
            QCOMPARE(series.loaded()->end(), start + 1h);
            QVERIFY(series.find(1) != nullptr);
            shownFrom = series.loaded()->begin();
            QCOMPARE(m_window->history().state(), History::State::Loading);
            QTRY_COMPARE(label(u"stateLabel"_s), u"Loading"_s);
        }
        source->gate->release(200);
        QTRY_COMPARE(m_window->history().state(), History::State::Complete);
    }

    void cancelKeepsThePictureAndSaysHowFarItGoes()
    {
        const auto source = gatedSource();
        source->gate->release(2);
        QTRY_VERIFY(m_window->history().series().loaded() == TimeRange::between(start + 1h - 10s, start + 1h));
        QTest::mouseClick(m_window->findChild<QPushButton *>(u"cancelButton"_s), Qt::LeftButton);
        QCOMPARE(m_window->history().state(), History::State::Partial);
        QCOMPARE(label(u"stateLabel"_s), u"Partial: from 2 Mar 2026 00:59:50 UTC on"_s);
        QVERIFY(m_window->history().series().find(1) != nullptr);
        source->gate->release(200);
    }

    void anErrorKeepsThePictureAndIsOneSentence()
    {
        openArchive();
        const std::size_t bins = m_window->history().series().find(m_window->view().selection().front())->size();
        const auto source = std::make_shared<test::FakeSource>();
        source->failsAt = start;
        m_window->history().setSource(source, *source->info({}));
        fetchHour();
        QTRY_COMPARE(m_window->history().state(), History::State::Failed);
        QCOMPARE(label(u"messageLabel"_s), u"the link is gone"_s);
        QCOMPARE(m_window->history().series().find(m_window->view().selection().front())->size(), bins);
        auto *const again = m_window->findChild<QPushButton *>(u"statusFixButton"_s);
        QCOMPARE(again->text(), u"Try again"_s);
        source->failsAt = TimePoint::max();
        QTest::mouseClick(again, Qt::LeftButton);
        QTRY_COMPARE(m_window->history().state(), History::State::Complete);
        QVERIFY(!again->isVisible());
    }

    void aLoadThatWaitsForItsServerIsTriedAtOnce()
    {
        openArchive();
        const auto source = std::make_shared<test::FakeSource>();
        const auto isDown = std::make_shared<std::atomic<bool>>(true);
        source->failure.again = Error::Again::Often;
        source->fails = [isDown](TimePoint) { return isDown->load(); };
        m_window->history().setSource(source, *source->info({}));
        fetchHour();
        auto *const again = m_window->findChild<QPushButton *>(u"statusFixButton"_s);
        QTRY_VERIFY(again->isVisible());
        QCOMPARE(m_window->history().state(), History::State::Loading);
        *isDown = false;
        QTest::mouseClick(again, Qt::LeftButton);
        QTRY_COMPARE(m_window->history().state(), History::State::Complete);
        QVERIFY(!again->isVisible());
    }

    void aPlotMayBeDrawnAtAnyMoment()
    {
        openArchive();
        // As when the window is made larger just when the first batch of a new load has come.
        connect(&m_window->history(), &History::seriesGrew, m_window.get(),
                [this] { plot()->replot(QCustomPlot::rpImmediateRefresh); });
        m_window->fetch();
        QTRY_COMPARE(m_window->history().state(), History::State::Complete);
    }

    void aSourceThatCannotBeOpenedLeavesTheOldOne()
    {
        openArchive();
        m_window->begin({.source = u"/nowhere/at-all.cbpm3"_s});
        QTRY_VERIFY(label(u"sourceAnswer"_s).contains(u"/nowhere/at-all.cbpm3"_s));
        QVERIFY(m_window->history().source() != nullptr);
        QVERIFY(!m_window->history().series().isEmpty());
    }

    void passwordsAreRefusedInTheWindowToo()
    {
        m_window->begin({.source = u"host=h password=hidden"_s});
        QVERIFY(label(u"sourceAnswer"_s).contains(u"pgpass"_s));
        QVERIFY(!label(u"sourceAnswer"_s).contains(u"hidden"_s));
    }

    void theOrbitShowsMissingAsMissing()
    {
        openArchive();
        m_window->findChild<QTabWidget *>(u"pages"_s)->setCurrentIndex(1);
        QTRY_VERIFY(label(u"orbitMissing"_s).contains(u"16W"_s));
        QVERIFY(label(u"orbitMissing"_s).contains(u"34E"_s)); // never sends
        QVERIFY(label(u"orbitMissing"_s).contains(u"21W"_s)); // sends nothing valid
        QVERIFY(label(u"orbitHeadline"_s).contains(u"of 111 detectors"_s));
        QVERIFY(label(u"orbitHeadline"_s).contains(u"UTC"_s));
        m_window->view().setCursor(start + 2h); // outside of what is loaded: nothing is invented
        QVERIFY(label(u"orbitHeadline"_s).contains(u"0 of 111"_s));
    }

    void anOrbitOfOneTriggerSaysWhich()
    {
        openArchive();
        m_window->findChild<QTabWidget *>(u"pages"_s)->setCurrentIndex(1);
        m_window->view().setCursor(start + 600s + 60ms); // belongs to the trigger at 600.1 s
        m_window->findChild<QComboBox *>(u"orbitOf"_s)->setCurrentIndex(1);
        QTRY_VERIFY2(label(u"orbitHeadline"_s).contains(u"00:10:00.1 UTC · one trigger · "_s),
                     qPrintable(label(u"orbitHeadline"_s)));
        QVERIFY(label(u"orbitMissing"_s).contains(u"34E"_s)); // never sends
        m_window->view().setCursor(start + 601s);
        QTRY_VERIFY2(label(u"orbitHeadline"_s).contains(u"00:10:01.0 UTC · one trigger · "_s),
                     qPrintable(label(u"orbitHeadline"_s)));
        m_window->findChild<QComboBox *>(u"orbitOf"_s)->setCurrentIndex(0);
        QVERIFY(label(u"orbitHeadline"_s).contains(u"· mean over "_s));
    }

    void aClickInTheOrbitChoosesTheDetector()
    {
        openArchive();
        m_window->findChild<QTabWidget *>(u"pages"_s)->setCurrentIndex(1);
        auto *const orbit = m_window->findChild<OrbitPage *>();
        orbit->plot().replot();
        const DetectorTable &table = *m_window->history().source()->table();
        const int row = table.find("30E");
        QCPAxisRect *const rect = orbit->plot().axisRect(0);
        const QPoint at{static_cast<int>(rect->axis(QCPAxis::atBottom)->coordToPixel(table.at(row).s_m)),
                        rect->center().y()};
        QTest::mouseClick(&orbit->plot(), Qt::LeftButton, {}, at);
        QCOMPARE(m_window->view().selection(), std::vector<int>{row});
        QCOMPARE(m_window->findChild<QTabWidget *>(u"pages"_s)->currentIndex(), 0);
    }

    void wheelZoomsTimeAboutThePointerAndCanBeUndone()
    {
        openArchive();
        const QCPRange before = timeAxis()->range();
        const QPoint at = plot()->axisRect(0)->rect().center();
        const double under = timeAxis()->pixelToCoord(at.x());
        wheel(at, 120);
        QTRY_VERIFY(timeAxis()->range().size() < before.size());
        QVERIFY(std::abs(timeAxis()->pixelToCoord(at.x()) - under) < 1e-3 * before.size());
        QTRY_VERIFY(m_window->findChild<ViewHistory *>()->canUndo());
        QTest::keyClick(plot(), Qt::Key_Z);
        QCOMPARE(timeAxis()->range().lower, before.lower);
        QCOMPARE(timeAxis()->range().upper, before.upper);
        QTest::keyClick(plot(), Qt::Key_Y);
        QVERIFY(timeAxis()->range().size() < before.size());
    }

    void aRubberBandZoomsAndADoubleClickShowsAll()
    {
        openArchive();
        const QCPRange before = timeAxis()->range();
        const QRect rect = plot()->axisRect(0)->rect();
        const QPoint from = rect.topLeft() + QPoint{rect.width() / 4, rect.height() / 4};
        const QPoint to = rect.topLeft() + QPoint{rect.width() / 2, rect.height() / 2};
        const double left = timeAxis()->pixelToCoord(from.x());
        const double right = timeAxis()->pixelToCoord(to.x());
        drag(from, to, {});
        QTRY_VERIFY(std::abs(timeAxis()->range().lower - left) < 5.0); // a pixel is 3.7 s
        QVERIFY2(std::abs(timeAxis()->range().upper - right) < 5.0,
                 qPrintable(u"%1 %2"_s.arg(timeAxis()->range().upper - left).arg(right - left)));
        QTest::mouseDClick(plot(), Qt::LeftButton, {}, rect.center());
        QTRY_COMPARE(timeAxis()->range(), before);
    }

    void shiftDragPans()
    {
        openArchive();
        const QCPRange before = timeAxis()->range();
        const QPoint from = plot()->axisRect(0)->rect().center();
        drag(from, from - QPoint{100, 0}, Qt::ShiftModifier);
        QVERIFY(timeAxis()->range().lower > before.lower);
        QVERIFY(std::abs(timeAxis()->range().size() - before.size()) < 1e-6);
    }

    /// Strips are too low for a label along the axis.
    void aStripSaysWhatItShowsInItsCorner()
    {
        openArchive();
        const auto titles = [this] {
            QStringList texts;
            for (int k = 0; k < plot()->itemCount(); ++k) {
                if (const auto *const text = qobject_cast<const QCPItemText *>(plot()->item(k)))
                    texts << text->text();
            }
            return texts.filter(u"["_s);
        };
        QVERIFY2(titles().isEmpty(), qPrintable(titles().join(u'|')));
        const auto &table = *m_window->history().source()->table();
        m_window->view().setSelection({table.find("13W"), table.find("20E")});
        auto *const strips = m_window->findChild<QCheckBox *>(u"trendStrips"_s);
        strips->setChecked(true);
        QCOMPARE(titles().size(), 4);
        QVERIFY2(titles().front().startsWith(u"13W x [µm]"_s), qPrintable(titles().front()));
        QVERIFY2(titles().back().startsWith(u"20E y [µm]"_s), qPrintable(titles().back()));
        QVERIFY(valueAxis(0)->label().isEmpty());
        strips->setChecked(false);
        QVERIFY2(titles().isEmpty(), qPrintable(titles().join(u'|')));
        QVERIFY(valueAxis(0)->label().contains(u"µm"_s));
    }

    void aSecondQuantityHasAScaleOfItsOwn()
    {
        openArchive();
        auto *const choice = m_window->findChild<QComboBox *>(u"trendRight"_s);
        choice->setFocus();
        QTest::keyClick(choice, Qt::Key_Down);
        QCOMPARE(choice->currentData().toString(), u"sum"_s);
        plot()->replot();
        const auto right = [this](int plane) { return plot()->axisRect(plane)->axis(QCPAxis::atRight); };
        QVERIFY(right(0)->label().contains(u"sum [ADU]"_s));
        const int row = m_window->view().selection().front();
        const double sum = m_window->history().series().find(row)->of(Quantity::Sum).front().mean;
        QVERIFY(right(0)->range().contains(sum));
        QVERIFY(!valueAxis(0)->range().contains(sum));
        // Hands on the left scale leave the right one alone.
        const QCPRange before = right(0)->range();
        valueAxis(0)->setRange(-10.0, 10.0);
        QCOMPARE(right(0)->range(), before);
        QTest::mouseClick(plot(), Qt::LeftButton, {}, plot()->axisRect(0)->rect().center());
        QVERIFY2(label(u"trendReadout"_s).contains(u"sum "_s), qPrintable(label(u"trendReadout"_s)));
        QTest::keyClick(choice, Qt::Key_Up);
        QVERIFY(right(0)->label().isEmpty());
        valueAxis(0)->setRange(-10.0, 10.0);
        QCOMPARE(right(0)->range(), valueAxis(0)->range());
    }

    void marksAreDraggedAndTheNumbersFollow()
    {
        openArchive();
        const QRect rect = plot()->axisRect(0)->rect();
        const auto timeAt = [&](int x) { return fromAxisSeconds(timeAxis()->pixelToCoord(x)); };
        const int a = rect.left() + rect.width() / 4;
        const int b = rect.left() + rect.width() / 2;
        m_window->view().setMarks(timeAt(a), timeAt(b));
        const QCPRange before = timeAxis()->range();
        const QString text = label(u"trendReadout"_s);
        drag({b + 3, rect.center().y()}, {b + 100, rect.center().y()}, {}); // near is near enough
        QCOMPARE(m_window->view().markA(), std::optional{timeAt(a)});
        QCOMPARE(m_window->view().markB(), std::optional{timeAt(b + 100)});
        QVERIFY(label(u"trendReadout"_s) != text);
        QCOMPARE(timeAxis()->range(), before); // no rubber band
        drag({a, rect.center().y()}, {rect.left() - 50, rect.center().y()}, {});
        QCOMPARE(m_window->view().markA(), std::optional{timeAt(rect.left())}); // not out of sight

        // On the waterfall, too.
        m_window->findChild<QAction *>(u"pageAction_waterfall"_s)->trigger();
        auto *const image = m_window->findChild<QCustomPlot *>(u"waterfallPlot"_s);
        image->replot();
        const int from = static_cast<int>(image->xAxis->coordToPixel(axisSeconds(*m_window->view().markB())));
        drag({from, image->axisRect()->center().y()}, {from - 80, image->axisRect()->center().y()}, {}, image);
        QCOMPARE(m_window->view().markB(), std::optional{fromAxisSeconds(image->xAxis->pixelToCoord(from - 80))});
        QCOMPARE(m_window->currentPage()->name(), u"waterfall"_s); // no click on a detector
    }

    void aClickReadsValuesThere()
    {
        openArchive();
        const QPoint at = plot()->axisRect(0)->rect().center();
        QTest::mouseClick(plot(), Qt::LeftButton, {}, at);
        QVERIFY(m_window->view().cursor().has_value());
        QVERIFY2(label(u"trendReadout"_s).contains(u"µm"_s), qPrintable(label(u"trendReadout"_s)));
        QVERIFY(label(u"trendReadout"_s).contains(u"UTC"_s));
    }

    void theFilterAndTheSelection()
    {
        openArchive();
        auto *const filter = m_window->findChild<QLineEdit *>(u"detectorFilter"_s);
        auto *const table = m_window->findChild<QTableView *>(u"detectorTable"_s);
        QTest::keyClicks(filter, u"12w"_s);
        QCOMPARE(table->model()->rowCount(), 3); // 12W, 12W2, 12W3
        table->selectAll();
        QCOMPARE(m_window->view().selection().size(), std::size_t{5}); // 12W3 was chosen before; hidden ones stay
        filter->clear();
        QVERIFY(m_window->findChild<QLabel *>(u"selectionCount"_s)->text().startsWith(u"5 of 111"_s));
    }

    void unitsAndZoneChangeTheAxes()
    {
        openArchive();
        m_window->findChild<QAction *>(u"millimetreAction"_s)->trigger();
        QVERIFY(valueAxis(0)->label().contains(u"[mm]"_s));
        QVERIFY(valueAxis(0)->range().size() < 20.0);
        m_window->view().setZone(QTimeZone{"America/New_York"});
        QCOMPARE(timeAxis()->label(), u"EST (UTC\u22125)"_s);
    }

    void everyControlHasANameForScreenReaders()
    {
        for (const QWidget *const widget : m_window->findChildren<QWidget *>()) {
            const bool control = qobject_cast<const QLineEdit *>(widget) || qobject_cast<const QTableView *>(widget)
                                 || qobject_cast<const QCustomPlot *>(widget);
            if (control && widget->parentWidget()->objectName() != u"sourceBox"_s)
                QVERIFY2(!widget->accessibleName().isEmpty(), qPrintable(widget->objectName()));
        }
    }

private:
    QCustomPlot *plot() const { return m_window->findChild<QCustomPlot *>(u"trendPlot"_s); }
    QCPAxis *timeAxis() const { return plot()->axisRect(1)->axis(QCPAxis::atBottom); }
    QCPAxis *valueAxis(int plane) const { return plot()->axisRect(plane)->axis(QCPAxis::atLeft); }

    void openArchive()
    {
        DemoWindowTest::openArchive();
        plot()->replot();
    }

    void fetchHour()
    {
        m_window->findChild<QLineEdit *>(u"fromEdit"_s)->setText(u"2026-03-02 00:00:00"_s);
        m_window->findChild<QLineEdit *>(u"toEdit"_s)->setText(u"2026-03-02 01:00:00"_s);
        m_window->fetch();
    }

    std::shared_ptr<test::FakeSource> gatedSource()
    {
        auto source = std::make_shared<test::FakeSource>();
        source->gate = std::make_shared<QSemaphore>(0);
        m_window->history().setSource(source, *source->info({}));
        m_window->history().cancel(); // what the window fetched by itself: it must not take the gate's credits
        m_pool.waitForDone();
        fetchHour();
        return source;
    }

    void drag(const QPoint &from, const QPoint &to, Qt::KeyboardModifiers modifiers, QWidget *on = nullptr)
    {
        on = on ? on : plot();
        QTest::mousePress(on, Qt::LeftButton, modifiers, from);
        for (const QPoint &at : {from + (to - from) / 2, to}) { // QTest::mouseMove holds no button
            QMouseEvent move{QEvent::MouseMove, at, on->mapToGlobal(at), Qt::NoButton, Qt::LeftButton, modifiers};
            QCoreApplication::sendEvent(on, &move);
        }
        QTest::mouseRelease(on, Qt::LeftButton, modifiers, to);
    }

    void wheel(const QPoint &at, int angle)
    {
        QWheelEvent event{
            at, plot()->mapToGlobal(at), {}, {0, angle}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false};
        QCoreApplication::sendEvent(plot(), &event);
    }
};

QTEST_MAIN(TestWindow)
#include "tst_window.moc"
