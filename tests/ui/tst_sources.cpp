// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profiles/profilestore.h"
#include "core/source/simulated/demoarchive.h"
#include "tests/ui/controls.h"
#include "translations/language.h"
#include "ui/connect/findingsview.h"
#include "ui/connect/profilesdialog.h"
#include "ui/connect/sources.h"
#include "ui/mainwindow.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QCommandLinkButton>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QPushButton>
#include <QTabWidget>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>
#include <QTimer>

using namespace cbpm;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const TimePoint start = std::chrono::sys_days{std::chrono::March / 2 / 2026};

} // namespace

/// The ways to a source: the page before the first one, and profiles, by mouse and keyboard.
class TestSources : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QLocale::setDefault(QLocale::c());
        m_archive = m_folder.filePath(u"minutes.cbpm3"_s);
        SimulationOrder order = demoOrder(m_archive);
        order.range = *TimeRange::between(start, start + 10min);
        QVERIFY(writeSimulatedArchive(order, [](double) {}, {}).has_value());
    }

    void init()
    {
        m_pool.setMaxThreadCount(6);
        m_profiles = ProfileStore{{m_folder.filePath(QString::fromLatin1(QTest::currentTestFunction()))}};
        m_window = std::make_unique<MainWindow>(m_pool, SourceOptions{});
        m_window->sources().useProfiles(m_profiles);
        m_window->resize(1280, 720);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }
    void cleanup() { m_window.reset(); }

    void withoutASourceTheWaysToOneAreShown()
    {
        m_window->setRecentSources({m_archive, u"service=ring"_s});
        m_window->begin({});
        QVERIFY(find<QWidget>(u"firstPage"_s)->isVisible());
        QVERIFY(!find<QTabWidget>(u"pages"_s)->isVisible());
        QVERIFY(find<QCommandLinkButton>(u"firstDemoButton"_s)->hasFocus());
        auto *const recent = find<QListWidget>(u"firstRecentList"_s);
        QCOMPARE(recent->count(), 2);
        QTest::mouseClick(recent->viewport(), Qt::LeftButton, {}, recent->visualItemRect(recent->item(0)).center());
        QTRY_COMPARE(m_window->history().state(), History::State::Complete);
        QVERIFY(!find<QWidget>(u"firstPage"_s)->isVisible());
        QVERIFY(find<QTabWidget>(u"pages"_s)->isVisible());
        QVERIFY(find<QWidget>(u"detectorDock"_s)->isVisible());
    }

    void aSourceThatFailsLeavesTheWaysThere()
    {
        m_window->begin({});
        find<QComboBox>(u"sourceBox"_s)->setEditText(u"/nowhere/at-all.cbpm3"_s);
        QTest::mouseClick(find<QPushButton>(u"openSourceButton"_s), Qt::LeftButton);
        QTRY_VERIFY(find<QLabel>(u"sourceAnswer"_s)->text().contains(u"/nowhere/at-all.cbpm3"_s));
        QVERIFY(find<QWidget>(u"firstPage"_s)->isVisible());
    }

    void whatWasAskedOfOneSourceIsNotAskedOfTheNext()
    {
        m_window->begin({.source = u"/nowhere/at-all.cbpm3"_s, .from = u"2020-01-01"_s, .to = u"2020-01-02"_s});
        QTRY_VERIFY(find<QWidget>(u"firstPage"_s)->isVisible());
        m_window->sources().open(m_archive);
        QTRY_COMPARE(m_window->history().state(), History::State::Complete);
        QVERIFY(!m_window->history().series().isEmpty());
    }

    void whatWasAskedWithoutASourceIsAskedOfTheFirst()
    {
        m_window->begin({.from = u"2026-03-02T00:02Z"_s, .to = u"2026-03-02T00:03Z"_s});
        m_window->sources().open(m_archive);
        QTRY_COMPARE(m_window->history().state(), History::State::Complete);
        QCOMPARE(m_window->history().series().range()->duration(), Duration{1min});
    }

    void theFirstPageIsReachedByKeys()
    {
        m_window->setRecentSources({m_archive});
        m_window->begin({});
        for (int k = 0; k < 3; ++k)
            QTest::keyClick(m_window->focusWidget(), Qt::Key_Tab);
        QTest::keyClick(find<QListWidget>(u"firstRecentList"_s), Qt::Key_Down);
        QTest::keyClick(find<QListWidget>(u"firstRecentList"_s), Qt::Key_Return);
        QTRY_COMPARE(m_window->history().state(), History::State::Complete);
    }

    void aProfileIsMadeKeptTriedAndOpened()
    {
        m_window->begin({});
        auto *const dialog = openDialog();
        QTest::mouseClick(in<QPushButton>(dialog, u"profileNewButton"_s), Qt::LeftButton);
        QCOMPARE(dialog->focusWidget(), in<QLineEdit>(dialog, u"profileName"_s));
        QTest::keyClicks(dialog->focusWidget(), u"night shift"_s);
        QTest::keyClicks(in<QLineEdit>(dialog, u"profileSource"_s), m_archive);
        QTest::mouseClick(in<QPushButton>(dialog, u"profileSaveButton"_s), Qt::LeftButton);
        QCOMPARE(m_profiles.names(), QStringList{u"night shift"_s});
        QCOMPARE(m_profiles.read(u"night shift"_s)->source, m_archive);
        QVERIFY(find<QComboBox>(u"sourceBox"_s)->findText(u"profile:night shift"_s) >= 0);

        QTest::mouseClick(in<QPushButton>(dialog, u"profileTestButton"_s), Qt::LeftButton);
        auto *const view = dialog->findChild<FindingsView *>();
        QTRY_VERIFY(!view->findings().empty());
        QCOMPARE(in<QLabel>(dialog, u"profileWorkText"_s)->text(), u"A fetch from this source works."_s);
        QTest::mouseClick(in<QPushButton>(dialog, u"copyReportButton"_s), Qt::LeftButton);
        QVERIFY(QApplication::clipboard()->text().contains(u"ok    samples"_s));

        QTest::mouseClick(in<QPushButton>(dialog, u"profileOpenButton"_s), Qt::LeftButton);
        QVERIFY(!dialog->isVisible());
        QTRY_COMPARE(m_window->history().state(), History::State::Complete);
        QCOMPARE(find<QComboBox>(u"sourceBox"_s)->currentText(), u"profile:night shift"_s);
        QCOMPARE(m_window->recentSources().constFirst(), u"profile:night shift"_s);
    }

    void aProfileIsRenamedDuplicatedAndDeleted()
    {
        QVERIFY(m_profiles.write(u"ring"_s, {.source = m_archive, .table = u"a.b"_s}).has_value());
        auto *const dialog = openDialog();
        auto *const name = in<QLineEdit>(dialog, u"profileName"_s);
        QCOMPARE(name->text(), u"ring"_s); // the only one is shown at once
        name->selectAll();
        QTest::keyClicks(name, u"old ring"_s);
        QTest::mouseClick(in<QPushButton>(dialog, u"profileSaveButton"_s), Qt::LeftButton);
        QCOMPARE(m_profiles.names(), QStringList{u"old ring"_s});
        QTest::mouseClick(in<QPushButton>(dialog, u"profileDuplicateButton"_s), Qt::LeftButton);
        QTest::mouseClick(in<QPushButton>(dialog, u"profileSaveButton"_s), Qt::LeftButton);
        QCOMPARE(m_profiles.names(), (QStringList{u"old ring"_s, u"old ring copy"_s}));
        QCOMPARE(*m_profiles.read(u"old ring copy"_s), *m_profiles.read(u"old ring"_s));
        answerNext(QMessageBox::Yes);
        QTest::mouseClick(in<QPushButton>(dialog, u"profileDeleteButton"_s), Qt::LeftButton);
        QCOMPARE(m_profiles.names(), QStringList{u"old ring"_s});
    }

    void whatWasChangedIsAskedAbout()
    {
        QVERIFY(m_profiles.write(u"a"_s, {.source = m_archive}).has_value());
        QVERIFY(m_profiles.write(u"b"_s, {.source = u"demo"_s}).has_value());
        auto *const dialog = openDialog();
        auto *const list = in<QListWidget>(dialog, u"profileList"_s);
        QTest::keyClicks(in<QLineEdit>(dialog, u"profileTable"_s), u"changed"_s);
        answerNext(QMessageBox::Cancel);
        QTest::keyClick(list, Qt::Key_Down);
        QCOMPARE(in<QLineEdit>(dialog, u"profileName"_s)->text(), u"a"_s);
        QCOMPARE(list->currentRow(), 0);
        answerNext(QMessageBox::Save);
        QTest::keyClick(list, Qt::Key_Down);
        QCOMPARE(in<QLineEdit>(dialog, u"profileName"_s)->text(), u"b"_s);
        QCOMPARE(m_profiles.read(u"a"_s)->table, u"changed"_s);
        QTest::keyClicks(in<QLineEdit>(dialog, u"profileTable"_s), u"lost"_s);
        answerNext(QMessageBox::Cancel);
        QTest::keyClick(dialog, Qt::Key_Escape);
        QVERIFY(dialog->isVisible());
        answerNext(QMessageBox::Discard);
        QTest::mouseClick(in<QPushButton>(dialog, u"profileCloseButton"_s), Qt::LeftButton);
        QVERIFY(!dialog->isVisible());
        QCOMPARE(m_profiles.read(u"b"_s)->table, QString{});
    }

    void whatCannotBeMeantIsNotKept_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("says");
        QTest::newRow("password") << u"profileSource"_s << u"host=h password=hidden"_s << u"~/.pgpass"_s;
        QTest::newRow("zone") << u"profileZone"_s << u"Mars/Base"_s << u"not a time zone"_s;
        QTest::newRow("name") << u"profileName"_s << u"../../x"_s << u"cannot be the name"_s;
    }
    void whatCannotBeMeantIsNotKept()
    {
        QFETCH(QString, field);
        QFETCH(QString, text);
        QFETCH(QString, says);
        auto *const dialog = openDialog();
        QTest::mouseClick(in<QPushButton>(dialog, u"profileNewButton"_s), Qt::LeftButton);
        in<QLineEdit>(dialog, field)->clear();
        QTest::keyClicks(in<QLineEdit>(dialog, field), text);
        QTest::mouseClick(in<QPushButton>(dialog, u"profileSaveButton"_s), Qt::LeftButton);
        const QString said = in<QLabel>(dialog, u"profileWorkText"_s)->text();
        QVERIFY2(said.contains(says), qPrintable(said));
        QVERIFY(!said.contains(u"hidden"_s));
        QVERIFY(m_profiles.names().isEmpty());
        QVERIFY(in<QPushButton>(dialog, u"profileSaveButton"_s)->isEnabled());
    }

    void aFetchThatWouldFailSaysSo()
    {
        QVERIFY(m_profiles.write(u"gone"_s, {.source = u"host=/nowhere dbname=x"_s}).has_value());
        auto *const dialog = openDialog();
        QTest::mouseClick(in<QPushButton>(dialog, u"profileTestButton"_s), Qt::LeftButton);
        auto *const view = dialog->findChild<FindingsView *>();
        QTRY_COMPARE(view->findings().size(), std::size_t{1});
        QVERIFY(in<QLabel>(dialog, u"profileWorkText"_s)->text().contains(u"would fail"_s));
        QCOMPARE(in<QTableWidget>(dialog, u"findingsTable"_s)->item(0, 0)->text(), u"fails"_s);
    }

    void aDamagedProfileIsNamedWithItsLine()
    {
        QVERIFY(m_profiles.write(u"bad"_s, {}).has_value());
        QFile file{m_folder.filePath(u"aDamagedProfileIsNamedWithItsLine/bad.ini"_s)};
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("table = a\nnonsense\n");
        file.close();
        auto *const dialog = openDialog();
        const QString said = in<QLabel>(dialog, u"profileWorkText"_s)->text();
        QVERIFY2(said.contains(u"bad.ini, line 2"_s), qPrintable(said));
    }

    void bothAreReadable_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }
    void bothAreReadable()
    {
        QFETCH(bool, dark);
        m_window->setDark(dark);
        m_window->setRecentSources({u"service=ring"_s, u"/data/incident.cbpm3"_s});
        m_window->begin({});
        const QString suffix = dark ? u"-dark.png"_s : u"-light.png"_s;
        keep(*m_window, u"first"_s + suffix);
        QVERIFY(m_profiles.write(u"ring"_s, {.source = m_archive, .table = u"logging.bpm"_s}).has_value());
        auto *const dialog = openDialog();
        QTest::mouseClick(in<QPushButton>(dialog, u"profileTestButton"_s), Qt::LeftButton);
        QTRY_VERIFY(!dialog->findChild<FindingsView *>()->findings().empty());
        keep(*dialog, u"profiles"_s + suffix);
        QVERIFY(dialog->height() <= 700); // fits a screen of 720 lines
        m_window->setDark(false);
    }

    /// The last: what a language brings stays for the program.
    void longTextsFitAndControlsHaveNames_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("longer") << u"en"_s;
        QTest::newRow("de") << u"de"_s;
        QTest::newRow("fr") << u"fr"_s;
    }
    void longTextsFitAndControlsHaveNames()
    {
        QFETCH(QString, language);
        useLanguage(language);
        test::LongTexts longer;
        cleanup();
        if (language == "en"_L1)
            QVERIFY(QCoreApplication::installTranslator(&longer));
        init();
        m_window->setRecentSources({m_archive});
        m_window->begin({});
        QVERIFY(m_profiles.write(u"ring"_s, {.source = m_archive}).has_value());
        auto *const dialog = openDialog();
        QTest::mouseClick(in<QPushButton>(dialog, u"profileTestButton"_s), Qt::LeftButton);
        QTRY_VERIFY(!dialog->findChild<FindingsView *>()->findings().empty());
        QCoreApplication::processEvents();
        const auto *const first = find<QWidget>(u"firstPage"_s);
        const QStringList faults = test::clippedTexts(*dialog) + test::namelessControls(*dialog)
                                   + test::clippedTexts(*first) + test::namelessControls(*first);
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
        QVERIFY(dialog->width() <= 1280 && dialog->height() <= 700);
        keep(*m_window, u"first-%1.png"_s.arg(language));
        keep(*dialog, u"profiles-%1.png"_s.arg(language));
    }

private:
    template<class T>
    T *find(const QString &name) const
    {
        return in<T>(m_window.get(), name);
    }
    template<class T>
    static T *in(const QWidget *parent, const QString &name)
    {
        T *const found = parent->findChild<T *>(name);
        if (!found)
            qFatal("no %s", qPrintable(name));
        return found;
    }

    ProfilesDialog *openDialog() const
    {
        find<QAction>(u"profilesAction"_s)->trigger();
        auto *const dialog = in<ProfilesDialog>(m_window.get(), u"profilesDialog"_s);
        return QTest::qWaitForWindowExposed(dialog) ? dialog : nullptr;
    }

    /// Presses this button of the question that comes next.
    static void answerNext(QMessageBox::StandardButton button)
    {
        QTimer::singleShot(0, qApp, [button] {
            auto *const box = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
            QVERIFY(box != nullptr);
            QTest::mouseClick(box->button(button), Qt::LeftButton);
        });
    }

    /// For eyes: where CBPM_KEEP_PICTURES names a folder.
    static void keep(QWidget &widget, const QString &name)
    {
        QCoreApplication::processEvents(); // what was shown or hidden is laid out
        if (const QString folder = qEnvironmentVariable("CBPM_KEEP_PICTURES"); !folder.isEmpty())
            QVERIFY(widget.grab().save(folder + u'/' + name));
    }

    QTemporaryDir m_folder;
    QString m_archive;
    QThreadPool m_pool;
    ProfileStore m_profiles;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TestSources)
#include "tst_sources.moc"
