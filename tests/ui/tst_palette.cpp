// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/simulated/demoarchive.h"
#include "ui/mainwindow.h"
#include "ui/pages/page.h"
#include "ui/palette/command.h"

#include <QAction>
#include <QDialog>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>
#include <QTreeWidget>

using namespace cbpm;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Everything by keys.
class TestPalette : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        const QString archive = m_folder.filePath(u"minutes.cbpm3"_s);
        const TimePoint start = std::chrono::sys_days{std::chrono::March / 2 / 2026};
        SimulationOrder order = demoOrder(archive);
        order.range = *TimeRange::between(start, start + 5min);
        QVERIFY(writeSimulatedArchive(order, [](double) {}, {}).has_value());
        m_pool.setMaxThreadCount(6);
        m_window = std::make_unique<MainWindow>(m_pool, SourceOptions{});
        m_window->resize(1280, 720);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_window->begin({.source = archive, .from = u"2026-03-02T00:00Z"_s, .to = u"2026-03-02T00:05Z"_s});
        QTRY_COMPARE_WITH_TIMEOUT(m_window->history().state(), History::State::Complete, 20'000);
    }
    void cleanupTestCase() { m_window.reset(); }

    void aFewLettersFindACommand_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("query");
        QTest::addColumn<bool>("fits");
        QTest::newRow("nothing asked") << u"Orbit"_s << u""_s << true;
        QTest::newRow("a part") << u"Fetch again"_s << u"again"_s << true;
        QTest::newRow("any case") << u"Fetch again"_s << u"FETCH"_s << true;
        QTest::newRow("letter after letter") << u"Fetch again"_s << u"fag"_s << true;
        QTest::newRow("two words in any order") << u"Fetch again"_s << u"again fetch"_s << true;
        QTest::newRow("the menu") << u"Orbit"_s << u"menu orb"_s << true;
        QTest::newRow("another word") << u"Fetch again"_s << u"fetch now"_s << false;
        QTest::newRow("letters out of order") << u"Orbit"_s << u"tibro"_s << false;
    }
    void aFewLettersFindACommand()
    {
        QFETCH(QString, text);
        QFETCH(QString, query);
        QFETCH(bool, fits);
        QCOMPARE(misfit({u"Menu"_s, text, {}, {}}, query) >= 0, fits);
    }

    void theNearerFitComesFirst()
    {
        const Command begins{u"Data"_s, u"Fetch"_s, {}, {}};
        const Command holds{u"Data"_s, u"Prefetch"_s, {}, {}};
        const Command scattered{u"Data"_s, u"Forget each"_s, {}, {}};
        QVERIFY(misfit(begins, u"fetch"_s) < misfit(holds, u"fetch"_s));
        QVERIFY(misfit(holds, u"fetch"_s) < misfit(scattered, u"fetch"_s) || misfit(scattered, u"fetch"_s) < 0);
    }

    void thePaletteDoesWhatIsTyped_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("page");
        QTest::addColumn<QString>("detector");
        QTest::newRow("a page") << u"pages orbit"_s << u"orbit"_s << u""_s;
        QTest::newRow("a detector") << u"detector 20E"_s << u""_s << u"20E"_s;
    }
    void thePaletteDoesWhatIsTyped()
    {
        QFETCH(QString, query);
        QFETCH(QString, page);
        QFETCH(QString, detector);
        press(Qt::Key_K, Qt::ControlModifier);
        auto *const line = m_window->findChild<QLineEdit *>(u"paletteQuery"_s);
        QVERIFY(line);
        QTest::keyClicks(line, query);
        QTest::keyClick(line, Qt::Key_Return);
        QTRY_VERIFY(!m_window->findChild<QDialog *>(u"commandPalette"_s));
        if (!page.isEmpty())
            QCOMPARE(m_window->currentPage()->name(), page);
        if (!detector.isEmpty())
            QCOMPARE(m_window->view().selection(),
                     std::vector<int>{m_window->history().source()->table()->find(detector.toStdString())});
    }

    void arrowsChooseAnother()
    {
        press(Qt::Key_K, Qt::ControlModifier);
        auto *const line = m_window->findChild<QLineEdit *>(u"paletteQuery"_s);
        auto *const list = m_window->findChild<QListWidget *>(u"paletteList"_s);
        QVERIFY(line && list && list->count() > 20);
        QTest::keyClick(line, Qt::Key_Down);
        QTest::keyClick(line, Qt::Key_Down);
        QCOMPARE(list->currentRow(), 2);
        QTest::keyClick(line, Qt::Key_Up);
        QCOMPARE(list->currentRow(), 1);
        QTest::keyClicks(line, u"zzzz"_s);
        QCOMPARE(list->count(), 0);
        QTest::keyClick(line, Qt::Key_Return); // nothing fits: nothing happens
        QTest::keyClick(line, Qt::Key_Escape);
        QTRY_VERIFY(!m_window->findChild<QDialog *>(u"commandPalette"_s));
    }

    void theSheetHasEveryKeyOfTheMenus()
    {
        m_window->findChild<QAction *>(u"keysAction"_s)->trigger();
        auto *const tree = m_window->findChild<QTreeWidget *>(u"shortcutTree"_s);
        QVERIFY(tree);
        for (const QAction *const action : m_window->findChildren<QAction *>()) {
            const QString keys = action->shortcut().toString(QKeySequence::NativeText);
            if (action->text().isEmpty() || keys.isEmpty() || !action->isVisible())
                continue;
            QVERIFY2(!tree->findItems(keys, Qt::MatchExactly | Qt::MatchRecursive, 1).isEmpty(), qPrintable(keys));
        }
        m_window->findChild<QDialog *>(u"shortcutSheet"_s)->close();
    }

    void everyPageHasAKey()
    {
        for (std::size_t k = 0; k < m_window->pages().size(); ++k) {
            press(static_cast<Qt::Key>(Qt::Key_1 + static_cast<int>(k)), Qt::AltModifier);
            QCOMPARE(m_window->currentPage(), m_window->pages()[k]);
        }
    }

    /// An action that no menu has must have a key, and no two of the menus may have the same.
    void everyActionCanBeReached()
    {
        QHash<QString, QString> taken;
        for (const Command &command : commandsOf(*m_window)) {
            if (command.keys.isEmpty())
                continue;
            const QString name = command.group + u" › "_s + command.text;
            if (!command.group.isEmpty() && m_window->findChild<QMenu *>())
                QVERIFY2(!taken.contains(command.keys) || taken[command.keys].section(u" › "_s, 0, 0) != command.group,
                         qPrintable(name));
            taken[command.keys] = name;
        }
        QVERIFY(taken.size() > 20);
    }

private:
    /// In the window, as after a dialog that a window manager gave the keys back from.
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers)
    {
        QApplication::setActiveWindow(m_window.get());
        QTRY_VERIFY(m_window->isActiveWindow());
        QTest::keyClick(m_window.get(), key, modifiers);
    }

    QTemporaryDir m_folder;
    QThreadPool m_pool;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TestPalette)
#include "tst_palette.moc"
