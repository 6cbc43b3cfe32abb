// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/simulated/demoarchive.h"
#include "core/views/sessionfile.h"
#include "ui/pages/page.h"
#include "ui/pages/trendpage.h"
#include "ui/sessionkeeper.h"
#include "ui/viewfiles.h"
#include "ui/widgets/clearstyle.h"
#include "ui/windowview.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QImage>
#include <QProcess>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

#include <csignal>

using namespace cbpm;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const TimePoint start = std::chrono::sys_days{std::chrono::March / 2 / 2026};

} // namespace

/// The window comes back as it was: from a session, from a view file, in another process.
class TestSession : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QApplication::setStyle(new ClearStyle); // as the program does
        m_archive = m_folder.filePath(u"minutes.cbpm3"_s);
        SimulationOrder order = demoOrder(m_archive);
        order.range = *TimeRange::between(start, start + 20min);
        QVERIFY(writeSimulatedArchive(order, [](double) {}, {}).has_value());
        m_pool.setMaxThreadCount(6);
    }
    void cleanup() { m_window.reset(); }

    void everythingComesBack()
    {
        open({.source = m_archive, .from = u"2026-03-02T00:00Z"_s, .to = u"2026-03-02T00:20Z"_s});
        change();
        const View before = viewOf(*m_window);
        QCOMPARE(before.detectors, (QStringList{u"13W"_s, u"20E"_s}));
        const auto kept = parseView(viewJson(before), u"here"_s);
        QVERIFY(kept.has_value());
        m_window.reset();

        m_window = std::make_unique<MainWindow>(m_pool, SourceOptions{});
        showView(*m_window, *kept);
        m_window->show();
        begin(startOf(*kept));
        QTRY_COMPARE(m_window->view().visible(), before.visible);
        View after = viewOf(*m_window);
        after.geometry = before.geometry; // offscreen windows have no frame to come back to
        after.docks = before.docks;
        QJsonObject density = after.pages.value(u"xy"_s).toObject(); // its detectors are filled in when it is shown
        density[u"xyDetector"_s] = before.pages.value(u"xy"_s).toObject().value(u"xyDetector"_s);
        after.pages[u"xy"_s] = density;
        QCOMPARE(viewJson(after), viewJson(before));
        QVERIFY(m_window->findChild<QCheckBox *>(u"trendStrips"_s)->isChecked());
        QCOMPARE(m_window->findChild<TrendPage *>()->measure().name, u"sum"_s);
    }

    void whatIsAskedForGoesBeforeTheView()
    {
        View view;
        view.source = u"service=ring"_s;
        view.from = u"-8h"_s;
        view.to = u"now"_s;
        view.page = u"orbit"_s;
        view.detectors = {u"12W"_s};
        QCOMPARE(startOf(view).from, u"-8h"_s);
        QCOMPARE(startOf(view, {.from = u"-1h"_s}).from, u"-1h"_s);
        QCOMPARE(startOf(view, {.from = u"-1h"_s}).detectors, view.detectors);
        QCOMPARE(startOf(view, {.page = u"xy"_s}).page, u"xy"_s);
        const auto elsewhere = startOf(view, {.source = u"demo"_s});
        QCOMPARE(elsewhere.source, u"demo"_s);
        QVERIFY(elsewhere.from.isEmpty() && elsewhere.detectors.isEmpty()); // another ring, another time
    }

    void aTemplateKeepsSourceAndTakesTheRest_data()
    {
        QTest::addColumn<QString>("name");
        for (const QString &name : ViewFiles::templates())
            QTest::newRow(qPrintable(name)) << name;
    }
    void aTemplateKeepsSourceAndTakesTheRest()
    {
        QFETCH(QString, name);
        open({.source = m_archive, .from = u"2026-03-02T00:00Z"_s, .to = u"2026-03-02T00:20Z"_s, .page = u"xy"_s});
        m_window->findChild<ViewFiles *>()->useTemplate(name);
        QTRY_COMPARE(m_window->history().state(), History::State::Complete);
        QCOMPARE(m_window->sourceText(), m_archive);
        QVERIFY(m_window->currentPage()->name() != u"xy"_s);
    }

    void aBadViewFileChangesNothing()
    {
        open({.source = m_archive, .from = u"2026-03-02T00:00Z"_s, .to = u"2026-03-02T00:20Z"_s});
        const View before = viewOf(*m_window);
        m_window->findChild<ViewFiles *>()->openFile(m_archive);
        QCOMPARE(viewJson(viewOf(*m_window)), viewJson(before));
    }

    /// The file, without a window, in another process: the very pixels.
    void aViewFileDrawsTheSamePicture()
    {
        open({.source = m_archive, .from = u"2026-03-02T00:00Z"_s, .to = u"2026-03-02T00:20Z"_s});
        change();
        View view = viewOf(*m_window);
        view.geometry.clear();
        view.docks.clear();
        const QString file = m_folder.filePath(u"one.cbpm3view"_s);
        QVERIFY(writeViewFile(file, view).has_value());
        const QString first = m_folder.filePath(u"first.png"_s);
        const QString second = m_folder.filePath(u"second.png"_s);
        for (const QString &picture : {first, second})
            QCOMPARE(monitor({u"--view"_s, file, u"--render"_s, picture, u"--size"_s, u"1280x720"_s}), 0);
        const QImage drawn{first};
        QCOMPARE(drawn.size(), QSize(1280, 720));
        constexpr int status_px = 24; // at the bottom, the age of the data goes on counting
        const auto above = [](const QImage &image) {
            return image.copy(0, 0, image.width(), image.height() - status_px);
        };
        QVERIFY(above(drawn) == above(QImage{second}));
        QCOMPARE(
            monitor({u"--view"_s, file, u"--page"_s, u"orbit"_s, u"--render"_s, second, u"--size"_s, u"1280x720"_s}),
            0);
        QVERIFY(above(drawn) != above(QImage{second})); // --page goes before the view
        // As in the window, but for the fields at the top and the age of the data at the bottom.
        m_window->resize(1280, 720);
        const auto part = [](const QImage &image) {
            return image.copy(0, 95, image.width(), image.height() - 135).convertToFormat(QImage::Format_RGB32);
        };
        QTRY_VERIFY(part(m_window->grab().toImage()) == part(drawn));
    }

    void aViewThatIsNoneIsOneSentence()
    {
        QProcess process;
        process.start(program(), {u"--view"_s, m_archive, u"--render"_s, m_folder.filePath(u"x.png"_s)});
        QVERIFY(process.waitForFinished(30'000));
        QCOMPARE(process.exitCode(), 1);
        const QByteArray said = process.readAllStandardError();
        QCOMPARE(said.count('\n'), 1);
        QVERIFY2(said.contains("minutes.cbpm3"), said.constData());
    }

    void aSourceThatIsNotThereLeavesTheSession()
    {
        const QString path = m_folder.filePath(u"kept.json"_s);
        View kept;
        kept.source = u"/nowhere/at-all.cbpm3"_s;
        kept.from = u"-8h"_s;
        kept.detectors = {u"12W"_s};
        SessionFile file{path};
        file.save(kept);
        m_window = std::make_unique<MainWindow>(m_pool, SourceOptions{});
        m_window->show();
        {
            const SessionKeeper keeper{file, *m_window};
            m_window->begin(startOf(kept));
            QTRY_VERIFY(m_window->findChild<QWidget *>(u"firstPage"_s)->isVisible());
        } // an orderly end
        const auto there = readViewFile(path);
        QVERIFY(there.has_value());
        QCOMPARE(viewJson(*there), viewJson(kept));
    }

    /// kill -9 leaves the session; the next start shows it, and a second window does not disturb it.
    void aKilledProgramLeavesItsSession()
    {
        const QString home = m_folder.filePath(u"home"_s);
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"XDG_DATA_HOME"_s, home);
        environment.insert(u"XDG_CONFIG_HOME"_s, home + u"/config"_s);
        environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
        const QString session = home + u"/cbpm3/session.json"_s;
        const auto shows = [&](const QString &page, const QString &to) {
            const auto view = readViewFile(session);
            return view && view->page == page && view->to == to && view->source == m_archive;
        };
        QProcess first;
        first.setProcessEnvironment(environment);
        first.start(program(), {u"--source"_s, m_archive, u"--from"_s, u"2026-03-02T00:00Z"_s, u"--to"_s,
                                u"2026-03-02T00:05Z"_s, u"--page"_s, u"health"_s});
        QTRY_VERIFY_WITH_TIMEOUT(shows(u"health"_s, u"2026-03-02T00:05Z"_s), 20'000);
        kill(static_cast<pid_t>(first.processId()), SIGKILL);
        QVERIFY(first.waitForFinished());
        QVERIFY(shows(u"health"_s, u"2026-03-02T00:05Z"_s));

        QProcess again; // says nothing of source and range
        again.setProcessEnvironment(environment);
        again.start(program(), {u"--page"_s, u"orbit"_s});
        QTRY_VERIFY_WITH_TIMEOUT(shows(u"orbit"_s, u"2026-03-02T00:05Z"_s), 20'000);
        kill(static_cast<pid_t>(again.processId()), SIGKILL);
        QVERIFY(again.waitForFinished());
    }

private:
    static QString program() { return qEnvironmentVariable("CBPM_BIN_DIR") + u"/cbpm3-monitor"_s; }

    static int monitor(const QStringList &arguments)
    {
        QProcess process;
        process.start(program(), arguments);
        return process.waitForFinished(60'000) ? process.exitCode() : -1;
    }

    void open(const MainWindow::Start &wanted)
    {
        m_window = std::make_unique<MainWindow>(m_pool, SourceOptions{});
        m_window->resize(1280, 720);
        m_window->show();
        begin(wanted);
    }

    void begin(const MainWindow::Start &wanted)
    {
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        m_window->begin(wanted);
        QTRY_COMPARE_WITH_TIMEOUT(m_window->history().state(), History::State::Complete, 20'000);
    }

    /// As an operator would, through the controls.
    void change()
    {
        auto *const measure = m_window->findChild<QComboBox *>(u"trendMeasure"_s);
        measure->setCurrentIndex(measure->findData(u"sum"_s));
        emit measure->activated(measure->currentIndex());
        m_window->findChild<QCheckBox *>(u"trendStrips"_s)->setChecked(true);
        m_window->findChild<QAction *>(u"millimetreAction"_s)->trigger();
        m_window->findChild<QAction *>(u"darkAction"_s)->trigger();
        const auto &table = *m_window->history().source()->table();
        m_window->view().setSelection({table.find("13W"), table.find("20E")});
        m_window->view().setMarks(start + 3min, start + 7min);
        QTRY_COMPARE_WITH_TIMEOUT(m_window->history().state(), History::State::Complete, 20'000);
        m_window->view().setVisible(*TimeRange::between(start + 2min, start + 9min));
        m_window->findChild<TrendPage *>()->setLimits(0, TrendPage::Limits{60'000.0, 80'000.0});
        QTRY_VERIFY(!m_window->history().closeup().isLoading());
        QTRY_VERIFY(m_window->currentPage()->isSettled());
    }

    QTemporaryDir m_folder;
    QString m_archive;
    QThreadPool m_pool;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TestSession)
#include "tst_session.moc"
