// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/demowindow.h"
#include "ui/detectors/constantsdialog.h"

#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QTest>

using namespace cbpm;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Detector constants on screen: looked at, changed, read, saved, fitted; nothing takes effect before Apply.
class TestConstantsDialog : public test::DemoWindowTest
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        makeArchive(10min);
    }

    void init()
    {
        makeWindow();
        openArchive();
        m_window->findChild<QAction *>(u"detectorsAction"_s)->trigger();
        m_dialog = m_window->findChild<ConstantsDialog *>();
        QVERIFY(m_dialog);
    }
    void cleanup() { m_window.reset(); }

    void everyValueSaysWhereItComesFrom()
    {
        const QModelIndex kx = cell(row("12W"), "kx_mm");
        QVERIFY(kx.isValid());
        QVERIFY2(kx.data(Qt::ToolTipRole).toString().contains(u"kx_mm of 12W: from "_s),
                 qPrintable(kx.data(Qt::ToolTipRole).toString()));
        QVERIFY(m_dialog->model().setData(kx, u"26.5"_s, Qt::EditRole));
        QVERIFY(kx.data(Qt::ToolTipRole).toString().contains(u"set by hand"_s));
        QVERIFY(kx.data(Qt::FontRole).value<QFont>().bold());
    }

    void aChangedCoefficientMovesThePositionsOnceApplied()
    {
        const int at = row("12W");
        const double before = meanX(at);
        QVERIFY(!button("applyTableButton")->isEnabled());
        const double kx = cell(at, "kx_mm").data().toString().toDouble();
        QVERIFY(m_dialog->model().setData(cell(at, "kx_mm"), QString::number(2.0 * kx), Qt::EditRole));
        QCOMPARE(meanX(at), before); // not before Apply
        QVERIFY(button("applyTableButton")->isEnabled());
        button("applyTableButton")->click();
        QTRY_COMPARE(m_window->history().state(), History::State::Complete);
        QVERIFY2(std::abs(meanX(at) - 2.0 * before) < 1e-9, qPrintable(QString::number(meanX(at))));
    }

    void impossibleValuesAreRefusedAndTheOldOnesStay()
    {
        const QModelIndex kx = cell(row("12W"), "kx_mm");
        const QString old = kx.data().toString();
        for (const QString &bad : {u"0"_s, u"-3"_s, u"10000"_s, u"wide"_s}) {
            QVERIFY(!m_dialog->model().setData(kx, bad, Qt::EditRole));
            QCOMPARE(kx.data().toString(), old);
            QVERIFY2(message().contains(u"12W"_s) && message().contains(u"the old value stays"_s),
                     qPrintable(message()));
        }
        QVERIFY(!m_dialog->model().isChanged());
    }

    void aTableGoesOutAndComesBack()
    {
        const QString path = m_folder.filePath(u"table.csv"_s);
        QVERIFY(m_dialog->model().setData(cell(row("12W"), "gain_ti"), u"1.02"_s, Qt::EditRole));
        QVERIFY(m_dialog->writeFile(path));
        const QString version = m_dialog->model().table()->version();
        m_dialog->setSource(m_window->history().source());
        QVERIFY(m_dialog->model().table()->version() != version);
        m_dialog->readFile(path);
        QCOMPARE(m_dialog->model().table()->version(), version);
        QVERIFY(button("applyTableButton")->isEnabled());
        QVERIFY(!m_dialog->writeFile(u"/no/such/folder/table.csv"_s));
        QVERIFY(message().contains(u"cannot be written"_s));
    }

    void aBadFileIsTakenInPartOnlyWhenToldTo()
    {
        const QString path = m_folder.filePath(u"bad.csv"_s);
        QFile file{path};
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("location,kx_mm\n12W,25\n13W,0\n");
        file.close();
        m_dialog->readFile(path, true);
        QCOMPARE(m_dialog->model().rowCount(), 1);
        QVERIFY2(message().contains(u"line 3"_s), qPrintable(message()));
    }

    void gainsAreFittedToTheRangeAndTheTableStays()
    {
        const QString version = m_dialog->model().table()->version();
        auto *const text = m_dialog->findChild<QLabel *>(u"fitText"_s);
        m_dialog->fitGains(row("12W"));
        QTRY_VERIFY(text->isVisible());
        QVERIFY2(text->text().contains(u"r mean"_s) && text->text().contains(u"12W: 5"_s), qPrintable(text->text()));
        QCOMPARE(m_dialog->model().table()->version(), version);
        // Ten quiet minutes tell little: then nothing can be written.
        QVERIFY2(message().contains(u"Not determined"_s), qPrintable(message()));
        QVERIFY(!button("writeGainsButton")->isEnabled());
        m_dialog->model().setGains(row("12W"), {1.01, 0.99, 1.0, 1.0}, u"fitted to the beam"_s);
        QCOMPARE(cell(row("12W"), "gain_ti").data().toString(), u"1.01"_s);
        QVERIFY(m_dialog->model().table()->version() != version);
    }

    void anotherMethodIsAMenuAway()
    {
        const int at = m_window->history().source()->table()->find("12W");
        const double linear = meanX(at);
        m_window->findChild<QAction *>(u"methodMapAction"_s)->trigger();
        QTRY_COMPARE(m_window->history().state(), History::State::Complete);
        QVERIFY(meanX(at) != linear);
        m_window->findChild<QAction *>(u"methodLinearAction"_s)->trigger();
        QTRY_COMPARE(m_window->history().state(), History::State::Complete);
        QCOMPARE(meanX(at), linear);
    }

private:
    int row(const char *location) const
    {
        for (int k = 0; k < m_dialog->model().rowCount(); ++k) {
            if (m_dialog->model().detector(k).location == location)
                return k;
        }
        return -1;
    }
    QModelIndex cell(int at, const char *column) const
    {
        for (int k = 0; k < m_dialog->model().columnCount(); ++k) {
            if (m_dialog->model().headerData(k, Qt::Horizontal, Qt::DisplayRole) == QString::fromLatin1(column))
                return m_dialog->model().index(at, k);
        }
        return {};
    }
    double meanX(int at) const { return m_window->history().series().find(at)->of(Quantity::X).front().mean; }
    QPushButton *button(const char *name) const
    {
        return m_dialog->findChild<QPushButton *>(QString::fromLatin1(name));
    }
    QString message() const { return m_dialog->findChild<QLabel *>(u"constantsMessage"_s)->text(); }

    ConstantsDialog *m_dialog = nullptr;
};

QTEST_MAIN(TestConstantsDialog)
#include "tst_constantsdialog.moc"
