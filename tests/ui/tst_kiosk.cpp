// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/simulated/demoarchive.h"
#include "ui/connect/firstpage.h"
#include "ui/connect/fixbutton.h"
#include "ui/kiosk.h"
#include "ui/mainwindow.h"
#include "ui/pages/page.h"

#include <QAction>
#include <QDialog>
#include <QMenuBar>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

using namespace cbpm;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// A display on the wall, under the hands of a visitor.
class TestKiosk : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        const QString archive = m_folder.filePath(u"minutes.cbpm3"_s);
        SimulationOrder order = demoOrder(archive);
        order.range = *TimeRange::between(order.range.begin(), order.range.begin() + 5min);
        QVERIFY(writeSimulatedArchive(order, [](double) {}, {}).has_value());
        m_pool.setMaxThreadCount(6);
        m_window = std::make_unique<MainWindow>(m_pool, SourceOptions{});
        m_window->useDataFolder(m_folder.path());
        enterKiosk(*m_window, *QGuiApplication::primaryScreen());
        QVERIFY(m_window->isFullScreen());
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_window->begin({.source = archive});
        QTRY_COMPARE_WITH_TIMEOUT(m_window->history().state(), History::State::Complete, 20'000);
    }
    void cleanupTestCase() { m_window.reset(); }

    void itFillsTheScreen()
    {
        // The offscreen platform's screen is narrower than the window may be.
        QVERIFY(m_window->geometry().contains(QGuiApplication::primaryScreen()->geometry()));
        QVERIFY(!m_window->menuBar()->isVisible());
    }

    void itMayBeLookedAtFromAllSides()
    {
        QTest::keyClick(m_window.get(), Qt::Key_2, Qt::AltModifier);
        QTRY_COMPARE(m_window->currentPage()->name(), u"orbit"_s);
        QTest::keyClick(m_window.get(), Qt::Key_M, Qt::ControlModifier);
        QTRY_COMPARE(m_window->view().lengthUnit(), u"mm"_s);
        QTest::keyClick(m_window.get(), Qt::Key_M, Qt::ControlModifier);
        QTRY_COMPARE(m_window->view().lengthUnit(), u"µm"_s);
    }

    void nothingIsChangedFromIt_data()
    {
        QTest::addColumn<QString>("action");
        for (const char *name : {"detectorsAction", "referencesAction", "profilesAction", "paletteAction",
                                 "exportAction", "saveViewAction", "annotateAction", "annotationsAction", "logbookAction", "methodMapAction"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void nothingIsChangedFromIt()
    {
        QFETCH(QString, action);
        auto *const found = m_window->findChild<QAction *>(action);
        QVERIFY(found);
        QVERIFY(!found->isEnabled());
        if (!found->shortcut().isEmpty())
            QTest::keySequence(m_window.get(), found->shortcut());
        QCoreApplication::processEvents();
        for (const QDialog *const dialog : m_window->findChildren<QDialog *>())
            QVERIFY(!dialog->isVisible());
    }

    void noFixIsOffered()
    {
        const auto buttons = m_window->findChildren<FixButton *>();
        QVERIFY(buttons.size() >= 2);
        for (FixButton *const button : buttons) {
            button->offer(Fix::Detectors);
            QVERIFY(!button->isEnabled());
            button->offer(Fix::None);
        }
        QVERIFY(!m_window->findChild<FirstPage *>()->isEnabled());
    }

    void noPageWrites()
    {
        for (int page = 0; page < static_cast<int>(m_window->pages().size()); ++page) {
            QTest::keyClick(m_window.get(), static_cast<Qt::Key>(Qt::Key_1 + page), Qt::AltModifier);
            QTRY_VERIFY(m_window->currentPage()->isSettled());
            for (const char *name : {"orbitSave", "orbitReferences", "healthVeto", "healthLift", "statisticsSave"})
                QVERIFY2(!m_window->findChild<QPushButton *>(QLatin1StringView{name})->isVisible(), name);
        }
    }

private:
    QTemporaryDir m_folder;
    QThreadPool m_pool;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TestKiosk)
#include "tst_kiosk.moc"
