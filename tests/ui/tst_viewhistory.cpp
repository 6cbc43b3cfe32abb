// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/demowindow.h"
#include "ui/pages/page.h"
#include "ui/pages/viewhistory.h"

#include <QCheckBox>
#include <QComboBox>

#include <qcustomplot.h>

using namespace cbpm;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Back and forward through what the user did to the view, by keys, in the real window.
class TestViewHistory : public test::DemoWindowTest
{
    Q_OBJECT

private slots:
    void initTestCase() { makeArchive(20min); }
    void init()
    {
        makeWindow();
        openArchive();
        QTRY_VERIFY(!m_window->view().selection().empty());
        QCoreApplication::processEvents();
        QVERIFY(!m_window->findChild<ViewHistory *>()->canUndo());
    }
    void cleanup() { m_window.reset(); }

    void theSelectionOfDetectorsComesBack()
    {
        const auto first = m_window->view().selection();
        select({4});
        select({7, 8});
        back();
        QCOMPARE(m_window->view().selection(), std::vector<int>{4});
        back();
        QCOMPARE(m_window->view().selection(), first);
        back(); // there is no more
        QCOMPARE(m_window->view().selection(), first);
        forward();
        forward();
        QCOMPARE(m_window->view().selection(), (std::vector<int>{7, 8}));
        forward();
        QCOMPARE(m_window->view().selection(), (std::vector<int>{7, 8}));
        back();
        select({9}); // what was undone is gone
        forward();
        QCOMPARE(m_window->view().selection(), std::vector<int>{9});
    }

    void choicesOfThePageComeBackBetweenStepsOfThePlot()
    {
        const QCPRange whole = timeAxis()->range();
        QTest::keyClick(plot(), Qt::Key_Plus);
        const QCPRange close = timeAxis()->range();
        QVERIFY(close.size() < whole.size());
        pick(u"trendMeasure"_s, u"position-sum"_s);
        QTest::mouseClick(find<QCheckBox>(u"trendLog"_s), Qt::LeftButton, {}, {6, 6});
        QVERIFY(find<QCheckBox>(u"trendLog"_s)->isChecked());
        back();
        QVERIFY(!find<QCheckBox>(u"trendLog"_s)->isChecked());
        QCOMPARE(plot()->axisRectCount(), 3);
        back();
        QCOMPARE(plot()->axisRectCount(), 2);
        QCOMPARE(find<QComboBox>(u"trendMeasure"_s)->currentData().toString(), u"position"_s);
        QVERIFY(shows(close));
        back();
        QVERIFY(shows(whole));
        forward();
        QVERIFY(shows(close));
    }

    void whatChangesOutOfSightIsShown()
    {
        m_window->findChild<QAction *>(u"pageAction_orbit"_s)->trigger();
        pick(u"orbitReference"_s, u"mark-a"_s);
        m_window->findChild<QAction *>(u"pageAction_trend"_s)->trigger();
        QCOMPARE(m_window->currentPage()->name(), u"trend"_s);
        back();
        QCOMPARE(m_window->currentPage()->name(), u"orbit"_s);
        QCOMPARE(find<QComboBox>(u"orbitReference"_s)->currentData().toString(), u"nothing"_s);
        forward();
        QCOMPARE(find<QComboBox>(u"orbitReference"_s)->currentData().toString(), u"mark-a"_s);
    }

    void anotherLoadForgetsRangesAndKeepsChoices()
    {
        select({4});
        QTest::keyClick(plot(), Qt::Key_Plus);
        select({5});
        m_window->fetch();
        QTRY_COMPARE(m_window->history().state(), History::State::Complete);
        const QCPRange whole = timeAxis()->range();
        back();
        QCOMPARE(m_window->view().selection(), std::vector<int>{4});
        back();
        QVERIFY(m_window->view().selection() != std::vector<int>{4});
        QVERIFY(shows(whole));
    }

    void anotherSourceBeginsAnew()
    {
        select({4});
        openArchive();
        QCoreApplication::processEvents();
        QVERIFY(!m_window->findChild<ViewHistory *>()->canUndo());
    }

private:
    QCustomPlot *plot() const { return find<QCustomPlot>(u"trendPlot"_s); }
    QCPAxis *timeAxis() const { return plot()->axisRect(0)->axis(QCPAxis::atBottom); }

    bool shows(const QCPRange &range) const // times are rounded to whole microseconds on the way
    {
        return std::abs(timeAxis()->range().lower - range.lower) < 1e-4
               && std::abs(timeAxis()->range().upper - range.upper) < 1e-4;
    }

    void back() const { QTest::keyClick(m_window->currentPage(), Qt::Key_Z, Qt::ControlModifier); }
    void forward() const
    {
        QTest::keyClick(m_window->currentPage(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    }
    void select(const std::vector<int> &rows) const
    {
        m_window->view().setSelection(rows);
        QCoreApplication::processEvents();
    }
    void pick(const QString &name, const QString &word) const
    {
        auto *const choice = find<QComboBox>(name);
        choice->setFocus();
        while (choice->currentData().toString() != word) {
            const int before = choice->currentIndex();
            QTest::keyClick(choice, Qt::Key_Down);
            QVERIFY(choice->currentIndex() != before);
        }
        QCoreApplication::processEvents();
        QCOMPARE(choice->currentData().toString(), word);
    }
};

QTEST_MAIN(TestViewHistory)
#include "tst_viewhistory.moc"
