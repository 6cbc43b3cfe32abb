// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/demowindow.h"
#include "ui/pages/referencechoice.h"
#include "ui/pages/waterfallpage.h"
#include "ui/references/savereferencedialog.h"

#include <QLineEdit>

#include <qcustomplot.h>

#include <cmath>

using namespace cbpm;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// The whole ring against time, and its change against what is chosen, in the real window.
class TestWaterfallPage : public test::DemoWindowTest
{
    Q_OBJECT

private slots:
    void initTestCase() { makeArchive(10min); }
    void init()
    {
        makeWindow();
        openArchive(u"orbit"_s);
        m_window->view().setCursor(start + 150s);
    }
    void cleanup() { m_window.reset(); }

    void changeIsAgainstTheChosenReference()
    {
        keepOrbit(u"morning"_s);
        show(u"y"_s);
        const auto absolute = cells();
        show(u"y-change"_s);
        against()->setCurrentIndex(against()->findText(u"minus morning"_s));
        QVERIFY2(headline().contains(u"minus “morning”"_s), qPrintable(headline()));
        verifyTakenOff(absolute, start + 150s, Quantity::Y);
    }

    void theLeftEdgeAndMarkASayWhatTheyAre()
    {
        show(u"x"_s);
        const auto absolute = cells();
        show(u"x-change"_s);
        QVERIFY(headline().contains(u"since the left edge"_s));
        against()->setLess(ReferenceChoice::Less::MarkA);
        QVERIFY2(headline().contains(u"Cursor A is not set"_s), qPrintable(headline()));
        m_window->view().setMarks(start + 200s, {});
        QTRY_VERIFY2(headline().contains(u"minus the orbit at A"_s), qPrintable(headline()));
        verifyTakenOff(absolute, start + 200s, Quantity::X);
        against()->setLess(ReferenceChoice::Less::Golden);
        QVERIFY2(headline().contains(u"No golden orbit is marked"_s), qPrintable(headline()));
    }

    void whatIsNoChangeIsAgainstNothing()
    {
        show(u"x"_s);
        QVERIFY(!against()->isEnabled());
        against()->setLess(ReferenceChoice::Less::Golden);
        QVERIFY2(headline().contains(u"grey: no data"_s), qPrintable(headline()));
    }

private:
    WaterfallPage *page() const { return m_window->findChild<WaterfallPage *>(); }
    ReferenceChoice *against() const { return find<ReferenceChoice>(u"waterfallAgainst"_s); }
    QString headline() const { return label(u"waterfallHeadline"_s); }

    void show(const QString &choice) const
    {
        m_window->findChild<QAction *>(u"pageAction_waterfall"_s)->trigger();
        page()->plot().replot();
        page()->setChoice(choice);
    }
    QCPColorMapData *data() const { return qobject_cast<QCPColorMap *>(page()->plot().plottable(0))->data(); }
    /// What is shown less than `absolute` is the orbit of the bin at `time`, in all columns.
    void verifyTakenOff(const std::vector<std::vector<double>> &absolute, TimePoint time, Quantity plane) const
    {
        const auto less = cells();
        const RingOrbit orbit = orbitAt(m_window->history().series(), static_cast<int>(less.size()), time);
        int measured = 0;
        for (std::size_t row = 0; row < less.size(); ++row) {
            const double off_um = orbit.rows[row].of(plane).mean * 1e3;
            for (std::size_t column = 0; column < less[row].size(); ++column) {
                const bool isThere = !std::isnan(absolute[row][column]) && !std::isnan(off_um);
                QCOMPARE(!std::isnan(less[row][column]), isThere);
                QVERIFY(!isThere || std::abs(absolute[row][column] - less[row][column] - off_um) < 1e-6);
                measured += isThere;
            }
        }
        QVERIFY(measured > 90 * 500);
    }
    /// By row and column.
    std::vector<std::vector<double>> cells() const
    {
        std::vector<std::vector<double>> all(static_cast<std::size_t>(data()->valueSize()));
        for (int row = 0; row < data()->valueSize(); ++row) {
            for (int column = 0; column < data()->keySize(); ++column)
                all[static_cast<std::size_t>(row)].push_back(data()->cell(column, row));
        }
        return all;
    }
    void keepOrbit(const QString &name) const
    {
        click("orbitSave");
        auto *const dialog = m_window->findChild<SaveReferenceDialog *>();
        dialog->findChild<QLineEdit *>(u"referenceName"_s)->setText(name);
        QTest::mouseClick(dialog->findChild<QAbstractButton *>(u"referenceSave"_s), Qt::LeftButton);
    }
};

QTEST_MAIN(TestWaterfallPage)
#include "tst_waterfallpage.moc"
