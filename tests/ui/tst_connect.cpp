// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testcluster.h"
#include "tests/ui/controls.h"
#include "translations/language.h"
#include "ui/connect/connectdialog.h"
#include "ui/connect/findingsview.h"
#include "ui/connect/profilesdialog.h"
#include "ui/connect/sources.h"
#include "ui/mainwindow.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QCommandLinkButton>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace cbpm;
using namespace Qt::StringLiterals;

namespace {

/// A port of this machine that takes connections and says nothing.
class SilentPort
{
public:
    SilentPort()
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        auto *const generic = reinterpret_cast<sockaddr *>(&address);
        if (bind(m_socket, generic, size) == 0 && listen(m_socket, 8) == 0
            && getsockname(m_socket, generic, &size) == 0)
            m_number = ntohs(address.sin_port);
    }
    ~SilentPort() { close(m_socket); }
    SilentPort(const SilentPort &) = delete;
    SilentPort &operator=(const SilentPort &) = delete;
    QString number() const { return QString::number(m_number); }

private:
    int m_socket = socket(AF_INET, SOCK_STREAM, 0);
    int m_number = 0;
};

} // namespace

/// From "Connect to a server" to a picture, by mouse and keyboard, with a real server; and what is said where it fails.
class TestConnect : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QLocale::setDefault(QLocale::c());
        QFile services{m_folder.filePath(u"services"_s)};
        QVERIFY(services.open(QIODevice::WriteOnly));
        services.write("[ring]\nhost=/nowhere\ndbname=x\n");
        services.close();
        qputenv("PGSERVICEFILE", services.fileName().toUtf8());
        qputenv("PGPASSFILE", m_folder.filePath(u"pgpass"_s).toUtf8());
        QString why;
        test::ClusterOptions options;
        options.tcp = true;
        options.settings = {u"log_connections = on"_s};
        options.hba = {u"host all locked 127.0.0.1/32 scram-sha-256"_s};
        m_cluster = test::TestCluster::start(why, options);
        if (!m_cluster)
            QSKIP(qPrintable(why));
        m_cluster->exec(
            "CREATE ROLE reader LOGIN; CREATE ROLE locked LOGIN PASSWORD 'secret';"
            "CREATE SCHEMA logging; GRANT USAGE ON SCHEMA logging TO reader;"
            "CREATE TABLE logging.bpm (measured timestamp, bpm text, ti int4, \"to\" int4, bi int4, bo int4);"
            "INSERT INTO logging.bpm SELECT timestamp '2026-03-02' + i * interval '0.1 s', d, 17000 + i % 31, "
            "17100 + i % 29, 16900 + i % 23, 17050 + i % 37 "
            "FROM generate_series(0, 5999) i, unnest(ARRAY['12W','13W','14W']) d;"
            "CREATE TABLE hidden AS SELECT * FROM logging.bpm; GRANT SELECT ON logging.bpm TO reader;"
            "CREATE TABLE numbered AS SELECT measured AS t, bpm, ti AS b1, \"to\" AS b2, bi AS b3, bo AS b4 "
            "FROM logging.bpm LIMIT 1000; GRANT SELECT ON numbered TO reader; ANALYZE");
    }

    void init()
    {
        m_pool.setMaxThreadCount(6);
        m_profiles = ProfileStore{{m_folder.filePath(QString::fromLatin1(QTest::currentTestFunction()))}};
        openWindow({});
    }
    void cleanup() { m_window.reset(); }

    void aServerIsConnectedKeptAndOpened()
    {
        QTest::mouseClick(m_window->findChild<QCommandLinkButton *>(u"firstServerButton"_s), Qt::LeftButton);
        fillServer(u"reader"_s);
        click(u"serverTestButton"_s);
        QTRY_COMPARE(said(u"serverWork"_s), u"The server answers. Next: its table."_s);
        QCOMPARE(findings().size(), std::size_t{3});

        click(u"connectNextButton"_s);
        QTRY_VERIFY(box(u"tableBox"_s)->count() > 0);
        QVERIFY(box(u"tableBox"_s)->currentText().startsWith(u"logging.bpm (about"_s));
        QCOMPARE(column(u"timeColumnBox"_s), u"measured"_s);
        QCOMPARE(column(u"detectorColumnBox"_s), u"bpm"_s);
        QCOMPARE(column(u"topOutColumnBox"_s), u"to"_s);
        QVERIFY(box(u"zoneBox"_s)->isEnabled());
        auto *const rows = in<QTableWidget>(u"previewTable"_s);
        QTRY_VERIFY(rows->rowCount() > 0);
        QCOMPARE(rows->item(0, 0)->text(), u"2 Mar 2026 00:09:59.9"_s);
        choose(u"zoneBox"_s, box(u"zoneBox"_s)->findText(u"America/New_York"_s));
        QTRY_VERIFY(rows->rowCount() > 0 && rows->item(0, 0)->text() == u"2 Mar 2026 05:09:59.9"_s);

        click(u"connectNextButton"_s);
        QTRY_COMPARE(said(u"finishWork"_s), u"A fetch from this source works."_s);
        QVERIFY(!hasFailure(findings()));
        click(u"copySqlButton"_s);
        QVERIFY(QApplication::clipboard()->text().contains(u"CREATE INDEX ON \"logging\".\"bpm\" (\"measured\");"_s));
        in<QLineEdit>(u"connectName"_s)->clear();
        QVERIFY(!in<QPushButton>(u"connectFinishButton"_s)->isEnabled());
        QTest::keyClicks(in<QLineEdit>(u"connectName"_s), u"old ring"_s);
        click(u"connectFinishButton"_s);

        const auto kept = m_profiles.read(u"old ring"_s);
        QVERIFY(kept.has_value());
        QCOMPARE(kept->table, u"logging.bpm"_s);
        QCOMPARE(kept->serverTimezone, u"America/New_York"_s);
        QTRY_COMPARE(m_window->history().state(), History::State::Complete);
        QCOMPARE(m_window->findChild<QComboBox *>(u"sourceBox"_s)->currentText(), u"profile:old ring"_s);
        QVERIFY(!m_window->findChild<QWidget *>(u"firstPage"_s)->isVisible());
    }

    void aProfileIsChangedStepByStep()
    {
        Profile profile{socketSource(u"reader"_s), u"numbered"_s, u"t"_s, u"bpm"_s, u"b1"_s, u"b2"_s, u"b4"_s, u"b3"_s};
        profile.serverTimezone = u"America/New_York"_s;
        QVERIFY(m_profiles.write(u"ring"_s, profile).has_value());
        m_window->sources().showProfiles();
        auto *const profiles = m_window->findChild<ProfilesDialog *>();
        QTest::mouseClick(profiles->findChild<QPushButton *>(u"profileGuideButton"_s), Qt::LeftButton);
        QVERIFY(!profiles->isVisible());
        m_dialog = m_window->findChild<ConnectDialog *>();
        QVERIFY(QTest::qWaitForWindowExposed(m_dialog));
        QVERIFY(in<QRadioButton>(u"byFieldsButton"_s)->isChecked());
        QCOMPARE(in<QLineEdit>(u"hostEdit"_s)->text(), m_cluster->socketFolder());
        QCOMPARE(in<QLineEdit>(u"userEdit"_s)->text(), u"reader"_s);
        click(u"connectNextButton"_s);
        QTRY_VERIFY(box(u"tableBox"_s)->count() > 0);
        QCOMPARE(box(u"tableBox"_s)->currentData().toString(), u"numbered"_s);
        QCOMPARE(column(u"botInColumnBox"_s), u"b4"_s);
        QCOMPARE(box(u"zoneBox"_s)->currentText(), u"America/New_York"_s);
        choose(u"botInColumnBox"_s, box(u"botInColumnBox"_s)->findData(u"b3"_s));
        choose(u"botOutColumnBox"_s, box(u"botOutColumnBox"_s)->findData(u"b4"_s));
        click(u"connectNextButton"_s);
        QCOMPARE(in<QLineEdit>(u"connectName"_s)->text(), u"ring"_s);
        click(u"connectFinishButton"_s);
        profile.botIn = u"b3"_s;
        profile.botOut = u"b4"_s;
        QVERIFY(*m_profiles.read(u"ring"_s) == profile);
        QCOMPARE(m_profiles.names(), QStringList{u"ring"_s});
    }

    void theWholeWayGoesByKeys()
    {
        QTest::keyClick(m_window.get(), Qt::Key_O, Qt::ControlModifier | Qt::ShiftModifier);
        m_dialog = m_window->findChild<ConnectDialog *>();
        QVERIFY(m_dialog && QTest::qWaitForWindowExposed(m_dialog));
        QApplication::setActiveWindow(m_dialog); // a window manager's part
        press(Qt::Key_H, Qt::AltModifier);       // by its host
        QTRY_VERIFY(in<QRadioButton>(u"byFieldsButton"_s)->isChecked());
        for (const QString &text :
             {m_cluster->socketFolder(), QString::number(m_cluster->port()), u"postgres"_s, u"reader"_s}) {
            press(Qt::Key_Tab);
            QTest::keyClicks(m_dialog->focusWidget(), text);
        }
        press(Qt::Key_N, Qt::AltModifier);
        QTRY_COMPARE(m_dialog->currentId(), int{ConnectDialog::Table});
        QTRY_VERIFY(in<QTableWidget>(u"previewTable"_s)->rowCount() > 0);
        press(Qt::Key_N, Qt::AltModifier);
        QTRY_COMPARE(m_dialog->currentId(), int{ConnectDialog::Finish});
        QTRY_COMPARE(said(u"finishWork"_s), u"A fetch from this source works."_s);
        press(Qt::Key_K, Qt::AltModifier);
        QTest::keyClicks(m_dialog->focusWidget(), u"by hand"_s);
        press(Qt::Key_O, Qt::AltModifier);
        QTRY_COMPARE(m_window->history().state(), History::State::Complete);
        QCOMPARE(m_profiles.names(), QStringList{u"by hand"_s});
    }

    void aServiceIsOfferedAndItsFailureSaid()
    {
        openDialog();
        QVERIFY(in<QRadioButton>(u"byServiceButton"_s)->isChecked());
        QCOMPARE(box(u"serviceBox"_s)->currentText(), u"ring"_s);
        click(u"serverTestButton"_s);
        QTRY_VERIFY(said(u"serverWork"_s).contains(u"cannot be used"_s));
        QVERIFY(findings().front().text.contains(u"/nowhere"_s));
        click(u"connectNextButton"_s);
        QTRY_VERIFY(said(u"tableWork"_s).contains(u"Back leads to the server"_s));
        QVERIFY(!in<QPushButton>(u"connectNextButton"_s)->isEnabled());
    }

    void aMissingPasswordLeadsToPgpass()
    {
        openDialog();
        fillServer(u"locked"_s);
        in<QLineEdit>(u"hostEdit"_s)->setText(u"127.0.0.1"_s);
        choose(u"encryptionBox"_s, box(u"encryptionBox"_s)->findData(u"disable"_s));
        const QString hint = in<QLabel>(u"passwordHint"_s)->text();
        const QString line = u"127.0.0.1:%1:postgres:locked:secret"_s.arg(m_cluster->port());
        QVERIFY2(hint.contains(line), qPrintable(hint));
        click(u"serverTestButton"_s);
        QTRY_COMPARE(findings().size(), std::size_t{1});
        QVERIFY2(findings().front().hint.contains(u"pgpass"_s), qPrintable(findings().front().hint));
        // The line that was shown is the one that helps.
        QFile file{m_folder.filePath(u"pgpass"_s)};
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(line.toUtf8() + '\n');
        file.close();
        QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
        click(u"serverTestButton"_s);
        QTRY_COMPARE(said(u"serverWork"_s), u"The server answers. Next: its table."_s);
        QVERIFY(file.remove());
    }

    void aServerWithoutTlsFailsWhereItIsWanted()
    {
        openDialog();
        fillServer(u"reader"_s);
        in<QLineEdit>(u"hostEdit"_s)->setText(u"127.0.0.1"_s);
        QCOMPARE(box(u"encryptionBox"_s)->currentData().toString(), u"verify-full"_s); // unasked
        click(u"serverTestButton"_s);
        QTRY_COMPARE(findings().size(), std::size_t{1});
        QVERIFY(hasFailure(findings()));
        QVERIFY2(!findings().front().hint.isEmpty(), qPrintable(findings().front().text));
    }

    /// The program may have one session: who waited for a second one would wait for ever. An administrator sees whose
    /// each was.
    void theGuidedWayKeepsToTheSessionsOfTheProgram()
    {
        m_cluster->exec("CREATE ROLE single LOGIN; GRANT USAGE ON SCHEMA logging TO single; "
                        "GRANT SELECT ON logging.bpm TO single");
        SourceOptions options;
        options.sessions = std::make_shared<ProgramSessions>("cbpm3-guided", 1);
        openWindow(options);
        openDialog();
        fillServer(u"single"_s);
        click(u"serverTestButton"_s);
        QTRY_COMPARE(said(u"serverWork"_s), u"The server answers. Next: its table."_s);
        click(u"connectNextButton"_s);
        QTRY_VERIFY(in<QTableWidget>(u"previewTable"_s)->rowCount() > 0);
        click(u"connectNextButton"_s);
        QTRY_COMPARE(said(u"finishWork"_s), u"A fetch from this source works."_s);
        click(u"connectFinishButton"_s);
        QTRY_COMPARE(m_window->history().state(), History::State::Complete);
        const auto lines = m_cluster->log().split('\n');
        const auto count = std::count_if(lines.begin(), lines.end(), [](const QByteArray &line) {
            return line.contains("authorized: user=single");
        });
        const auto named = std::count_if(lines.begin(), lines.end(), [](const QByteArray &line) {
            return line.contains("authorized: user=single") && line.contains("application_name=cbpm3-guided");
        });
        QVERIFY2(count >= 5, qPrintable(QString::number(count)));
        QCOMPARE(named, count);
    }

    void aPasswordInTheStringIsRefused()
    {
        openDialog();
        pick(u"byTextButton"_s);
        QTest::keyClicks(in<QLineEdit>(u"conninfoEdit"_s), u"host=h password=hidden"_s);
        click(u"connectNextButton"_s);
        QVERIFY2(said(u"serverWork"_s).contains(u"~/.pgpass"_s), qPrintable(said(u"serverWork"_s)));
        QVERIFY(!said(u"serverWork"_s).contains(u"hidden"_s));
        QVERIFY(in<QLineEdit>(u"conninfoEdit"_s)->isVisible()); // the page has not been left
    }

    void columnsThatCannotBeToldAreAskedFor()
    {
        openDialog();
        fillServer(u"reader"_s);
        click(u"connectNextButton"_s);
        QTRY_VERIFY(box(u"tableBox"_s)->count() > 0);
        choose(u"tableBox"_s, box(u"tableBox"_s)->findData(u"numbered"_s));
        QVERIFY(!in<QPushButton>(u"connectNextButton"_s)->isEnabled());
        QVERIFY(said(u"tableWork"_s).contains(u"Choose a column"_s));
        const QStringList boxes{u"topInColumnBox"_s, u"topOutColumnBox"_s, u"botInColumnBox"_s, u"botOutColumnBox"_s};
        for (int k = 0; k < 4; ++k)
            choose(boxes[k], box(boxes[k])->findData(u"b1"_s)); // one twice: not taken
        QVERIFY(!in<QPushButton>(u"connectNextButton"_s)->isEnabled());
        for (int k = 0; k < 4; ++k)
            choose(boxes[k], box(boxes[k])->findData(u"b%1"_s.arg(k + 1)));
        QVERIFY(in<QPushButton>(u"connectNextButton"_s)->isEnabled());
        QTRY_VERIFY(in<QTableWidget>(u"previewTable"_s)->rowCount() > 0);
    }

    void aMissingRightLeadsToItsStatementAndBackToTheTable()
    {
        openDialog();
        fillServer(u"reader"_s);
        click(u"connectNextButton"_s);
        QTRY_VERIFY(box(u"tableBox"_s)->count() > 0);
        const int hidden = box(u"tableBox"_s)->findData(u"hidden"_s);
        QVERIFY(box(u"tableBox"_s)->itemText(hidden).contains(u"no right"_s));
        choose(u"tableBox"_s, hidden);
        QTRY_VERIFY(said(u"tableWork"_s).contains(u"permission denied"_s));
        click(u"connectNextButton"_s);
        QTRY_VERIFY(said(u"finishWork"_s).contains(u"would fail"_s));
        QVERIFY(in<QPushButton>(u"fixButton"_s)->isVisible());
        click(u"copySqlButton"_s);
        QCOMPARE(QApplication::clipboard()->text(), u"GRANT SELECT ON \"hidden\" TO \"reader\";"_s);
        click(u"fixButton"_s);
        QVERIFY(box(u"tableBox"_s)->isVisible());
        QCOMPARE(column(u"timeColumnBox"_s), u"measured"_s); // what was chosen is still there
    }

    void aSilentServerIsGivenUpAtOnce()
    {
        const SilentPort port;
        openDialog();
        fillServer(u"reader"_s);
        in<QLineEdit>(u"hostEdit"_s)->setText(u"127.0.0.1"_s);
        in<QLineEdit>(u"portEdit"_s)->setText(port.number());
        click(u"serverTestButton"_s);
        QVERIFY(in<QPushButton>(u"serverWorkStop"_s)->isVisible());
        click(u"serverWorkStop"_s);
        QCOMPARE(said(u"serverWork"_s), u"Stopped."_s);
        click(u"connectNextButton"_s);
        QVERIFY(in<QPushButton>(u"tableWorkStop"_s)->isVisible());
        click(u"connectCancelButton"_s);
        QVERIFY(!m_dialog->isVisible());
    }

    void aTableThatIsNotThereLeadsToTheOnesThatAre()
    {
        m_window->begin({.source = socketSource(u"reader"_s)});
        auto *const fix = m_window->findChild<QPushButton *>(u"sourceFixButton"_s);
        QTRY_COMPARE(fix->text(), u"Table and columns…"_s);
        QVERIFY(fix->isVisible());
        QVERIFY(!m_window->findChild<QPushButton *>(u"statusFixButton"_s)->isVisible()); // said once
        QVERIFY(m_window->findChild<QWidget *>(u"firstPage"_s)->isVisible());
        keep(*m_window, u"fix.png"_s);
        QTest::mouseClick(fix, Qt::LeftButton);
        m_dialog = m_window->findChild<ConnectDialog *>();
        QTRY_VERIFY(box(u"tableBox"_s)->count() > 0);
        QTRY_VERIFY(in<QTableWidget>(u"previewTable"_s)->rowCount() > 0);
        click(u"connectNextButton"_s);
        click(u"connectFinishButton"_s); // the report need not be waited for
        QTRY_COMPARE(m_window->history().state(), History::State::Complete);
        QVERIFY(!fix->isVisible());
        QCOMPARE(m_profiles.names(), QStringList{u"postgres"_s});
    }

    void eachErrorOffersItsFix_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<QString>("fix");
        const QString locked = m_cluster ? m_cluster->tcpConninfo(u"locked"_s) : QString{};
        QTest::newRow("unreachable") << u"host=/nowhere dbname=x"_s << u"Try again"_s;
        QTest::newRow("password missing") << locked << u"Server…"_s;
        QTest::newRow("password written") << u"host=h password=hidden"_s << u"Server…"_s;
        QTest::newRow("no profile") << u"profile:none"_s << u"Profiles…"_s;
        QTest::newRow("no archive") << u"/nowhere.cbpm3"_s << QString{};
    }
    void eachErrorOffersItsFix()
    {
        QFETCH(QString, source);
        QFETCH(QString, fix);
        m_window->begin({.source = source});
        auto *const button = m_window->findChild<QPushButton *>(u"sourceFixButton"_s);
        auto *const answer = m_window->findChild<QLabel *>(u"sourceAnswer"_s);
        if (fix.isEmpty()) {
            QTRY_VERIFY(answer->text().contains(source));
            QVERIFY(!button->isVisible());
            return;
        }
        QTRY_VERIFY(button->isVisible());
        QCOMPARE(button->text(), fix);
        QTest::mouseClick(button, Qt::LeftButton);
        QVERIFY(!m_window->findChild<ConnectDialog *>() || fix == u"Server…"_s);
        for (const QLineEdit *const line : m_window->findChildren<QLineEdit *>(u"conninfoEdit"_s))
            QVERIFY(!line->text().contains(u"hidden"_s));
    }

    void unknownDetectorsLeadToTheConstants()
    {
        m_cluster->exec("CREATE TABLE strange AS SELECT measured, '99Q' AS bpm, ti, \"to\", bi, bo FROM logging.bpm; "
                        "GRANT SELECT ON strange TO reader");
        Profile profile;
        profile.source = socketSource(u"reader"_s);
        profile.table = u"strange"_s;
        profile.time = u"measured"_s;
        profile.detector = u"bpm"_s;
        profile.topIn = u"ti"_s;
        profile.topOut = u"to"_s;
        profile.botIn = u"bi"_s;
        profile.botOut = u"bo"_s;
        QVERIFY(m_profiles.write(u"strange"_s, profile).has_value());
        m_window->begin({.source = u"profile:strange"_s});
        QTRY_COMPARE(m_window->history().state(), History::State::Complete);
        auto *const fix = m_window->findChild<QPushButton *>(u"statusFixButton"_s);
        QTRY_COMPARE(fix->text(), u"Detectors…"_s);
        QVERIFY(m_window->findChild<QLabel *>(u"coverageLabel"_s)->text().contains(u"unknown to the table: 1"_s));
        keep(*m_window, u"fix-status.png"_s);
        QTest::mouseClick(fix, Qt::LeftButton);
        QVERIFY(m_window->findChild<QWidget *>(u"constantsDialog"_s)->isVisible());
    }

    void itIsReadable_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }
    void itIsReadable()
    {
        QFETCH(bool, dark);
        m_window->setDark(dark);
        const QString suffix = dark ? u"-dark.png"_s : u"-light.png"_s;
        openDialog();
        fillServer(u"reader"_s);
        click(u"serverTestButton"_s);
        QTRY_COMPARE(findings().size(), std::size_t{3});
        keep(*m_dialog, u"connect-server"_s + suffix);
        QVERIFY(m_dialog->height() <= 700); // fits a screen of 720 lines
        click(u"connectNextButton"_s);
        QTRY_VERIFY(in<QTableWidget>(u"previewTable"_s)->rowCount() > 0);
        keep(*m_dialog, u"connect-table"_s + suffix);
        click(u"connectNextButton"_s);
        QTRY_COMPARE(said(u"finishWork"_s), u"A fetch from this source works."_s);
        keep(*m_dialog, u"connect-finish"_s + suffix);
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
        openDialog();
        fillServer(u"reader"_s);
        checkControls();
        keep(*m_dialog, u"connect-server-%1.png"_s.arg(language));
        click(u"connectNextButton"_s);
        QTRY_VERIFY(in<QTableWidget>(u"previewTable"_s)->rowCount() > 0);
        checkControls();
        click(u"connectNextButton"_s);
        QTRY_VERIFY(!findings().empty());
        checkControls();
        keep(*m_dialog, u"connect-finish-%1.png"_s.arg(language));
    }

private:
    void openWindow(const SourceOptions &options)
    {
        m_window = std::make_unique<MainWindow>(m_pool, options);
        m_window->sources().useProfiles(m_profiles);
        m_window->resize(1280, 720);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        m_window->begin({});
    }

    void checkControls() const
    {
        QCoreApplication::processEvents();
        const QStringList faults = test::clippedTexts(*m_dialog) + test::namelessControls(*m_dialog);
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
        QVERIFY2(m_dialog->width() <= 1280 && m_dialog->height() <= 700, qPrintable(m_dialog->currentPage()->title()));
    }

    QString socketSource(const QString &user) const
    {
        return u"host=%1 port=%2 dbname=postgres user=%3"_s.arg(m_cluster->socketFolder())
            .arg(m_cluster->port())
            .arg(user);
    }

    void press(Qt::Key key, Qt::KeyboardModifiers with = {}) const
    {
        QWidget *const focus = m_dialog->focusWidget();
        QTest::keyClick(focus ? focus : m_dialog, key, with);
    }

    void openDialog()
    {
        m_window->findChild<QAction *>(u"connectAction"_s)->trigger();
        m_dialog = m_window->findChild<ConnectDialog *>();
        QVERIFY(QTest::qWaitForWindowExposed(m_dialog));
    }

    void fillServer(const QString &user)
    {
        m_dialog = m_window->findChild<ConnectDialog *>();
        QVERIFY(m_dialog != nullptr);
        pick(u"byFieldsButton"_s);
        in<QLineEdit>(u"hostEdit"_s)->setText(m_cluster->socketFolder());
        in<QLineEdit>(u"portEdit"_s)->setText(QString::number(m_cluster->port()));
        QTest::keyClicks(in<QLineEdit>(u"databaseEdit"_s), u"postgres"_s);
        QTest::keyClicks(in<QLineEdit>(u"userEdit"_s), user);
    }

    template<class T>
    T *in(const QString &name) const
    {
        for (T *const found : m_dialog->findChildren<T *>(name)) {
            if (found->isVisibleTo(m_dialog))
                return found;
        }
        qFatal("no %s", qPrintable(name));
    }
    QComboBox *box(const QString &name) const { return in<QComboBox>(name); }
    QString column(const QString &name) const { return box(name)->currentData().toString(); }
    QString said(const QString &work) const { return in<QLabel>(work + u"Text"_s)->text(); }
    void click(const QString &button) const { QTest::mouseClick(in<QPushButton>(button), Qt::LeftButton); }
    /// On the mark: a click beside the words of a radio button is none.
    void pick(const QString &name) const
    {
        auto *const button = in<QRadioButton>(name);
        QTest::mouseClick(button, Qt::LeftButton, {}, QPoint{8, button->height() / 2});
        QVERIFY(button->isChecked());
    }
    void choose(const QString &name, int index) const
    {
        box(name)->setCurrentIndex(index);
        emit box(name)->activated(index);
    }
    std::vector<Finding> findings() const
    {
        for (const auto *const view : m_dialog->findChildren<FindingsView *>()) {
            if (view->isVisible())
                return view->findings();
        }
        return {};
    }

    /// For eyes: where CBPM_KEEP_PICTURES names a folder.
    static void keep(QWidget &widget, const QString &name)
    {
        QCoreApplication::processEvents();
        if (const QString folder = qEnvironmentVariable("CBPM_KEEP_PICTURES"); !folder.isEmpty())
            QVERIFY(widget.grab().save(folder + u'/' + name));
    }

    QTemporaryDir m_folder;
    std::unique_ptr<test::TestCluster> m_cluster;
    QThreadPool m_pool;
    ProfileStore m_profiles;
    std::unique_ptr<MainWindow> m_window;
    ConnectDialog *m_dialog = nullptr;
};

QTEST_MAIN(TestConnect)
#include "tst_connect.moc"
