// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/views/view.h"
#include "tests/cli/program.h"
#include "tests/support/readonlyplace.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace cbpm;
using namespace cbpm::test;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 allButFew = 320'000; ///< samples of the archive, which has gaps

} // namespace

/// The window's program, as it is started, on a machine where something around it fails or ends.
class TestEndings : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_archive = m_folder.filePath(u"minutes.cbpm3"_s);
        QCOMPARE(
            runCbpm3({u"simulate"_s, u"--into"_s, m_archive, u"--from"_s, u"2026-03-02"_s, u"--duration"_s, u"5min"_s})
                .exitCode,
            0);
    }
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        m_environment = QProcessEnvironment::systemEnvironment();
        for (const char *const place : {"DATA", "CONFIG", "CACHE"})
            m_environment.insert(u"XDG_%1_HOME"_s.arg(QLatin1StringView{place}),
                                 m_home->filePath(QString::fromLatin1(place).toLower()));
        m_environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
        m_environment.insert(u"XDG_RUNTIME_DIR"_s, m_folder.path()); // Qt warns where there is none
    }

    /// Nothing of the user's can be written: the program runs all the same, and says so once.
    void aReadOnlyHomeIsSaidOnceAndBorne()
    {
        if (const QString why = whyNoReadOnlyMedium(m_home->path()); !why.isEmpty())
            QSKIP(qPrintable(why));
        const QString marks = m_folder.filePath(u"marks.json"_s);
        m_environment.insert(u"CBPM3_MARK_START"_s, marks); // ends when all is drawn
        const QStringList words = onReadOnlyMedium(m_home->path(), program(), wanted());
        QProcess process;
        process.setProcessEnvironment(m_environment);
        process.start(words.first(), words.mid(1));
        QVERIFY(process.waitForFinished(60'000));
        const QByteArray said = saidBy(process);
        QVERIFY2(process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0, said.constData());
        QCOMPARE(said.count('\n'), 1);
        for (const char *const word : {"the session", "references", "vetoes", "settings", "loaded data", "/data/cbpm3",
                                       "/config/cbpm3", "/cache/cbpm3", "cannot be written"})
            QVERIFY2(said.contains(word), said.constData());
        QFile file{marks};
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(QJsonDocument::fromJson(file.readAll()).object().value(u"rows"_s).toInteger() > allButFew);
        QVERIFY(QDir{m_home->path()}.isEmpty());
    }

    void damagedSettingsArePutAside()
    {
        const QString path = m_home->filePath(u"config/cbpm3/cbpm3-monitor.conf"_s);
        QVERIFY(QDir{}.mkpath(QFileInfo{path}.absolutePath()));
        const QByteArray broken = "[General]\nlanguage=fr\nrecentSources=/a.cbpm3\n\x01\x02 no line of settings\n[logb";
        write(path, broken);
        m_environment.insert(u"CBPM3_MARK_START"_s, m_folder.filePath(u"marks.json"_s));
        QProcess process;
        start(process);
        QVERIFY(process.waitForFinished(60'000));
        const QByteArray said = saidBy(process);
        QVERIFY2(process.exitCode() == 0 && said.count('\n') == 1
                     && said.contains("ont \u00e9t\u00e9 mis de c\u00f4t\u00e9"),
                 said.constData());
        const QDir folder{QFileInfo{path}.absolutePath()};
        const QStringList aside = folder.entryList({u"*.damaged-*"_s});
        QCOMPARE(aside.size(), 1);
        QCOMPARE(read(folder.filePath(aside[0])), broken);
        QVERIFY2(read(path).contains("language=fr") && !read(path).contains("no line"), read(path).constData());
        start(process);
        QVERIFY(process.waitForFinished(60'000));
        QCOMPARE(saidBy(process), QByteArray{}); // all is well again
    }

    /// An operator's or a session manager's signal is a window that is closed.
    void aSignalEndsItAsIfTheWindowWereClosed_data()
    {
        QTest::addColumn<int>("signal");
        QTest::newRow("SIGTERM") << SIGTERM;
        QTest::newRow("SIGINT") << SIGINT;
        QTest::newRow("SIGHUP") << SIGHUP;
    }
    void aSignalEndsItAsIfTheWindowWereClosed()
    {
        QFETCH(int, signal);
        QProcess process;
        start(process);
        QTRY_VERIFY_WITH_TIMEOUT(isSessionWhole(), 30'000);
        write(session() + u".tries"_s, "1"); // as a start leaves it that restored a session
        kill(static_cast<pid_t>(process.processId()), signal);
        QVERIFY(process.waitForFinished(30'000));
        QVERIFY2(process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0,
                 process.readAllStandardError().constData());
        QVERIFY(isSessionWhole());
        QVERIFY(!QFile::exists(session() + u".tries"_s)); // this start is not held against the session
        QVERIFY(!QFile::exists(session() + u".lock"_s));
    }

    void whenTheScreenGoesTheSessionStays()
    {
        const QString xvfb = QStandardPaths::findExecutable(u"Xvfb"_s);
        if (xvfb.isEmpty())
            QSKIP("Xvfb is not installed");
        QProcess server;
        server.start(xvfb, {u"-displayfd"_s, u"1"_s, u"-screen"_s, u"0"_s, u"1280x720x24"_s, u"-nolisten"_s, u"tcp"_s});
        QTRY_VERIFY_WITH_TIMEOUT(server.canReadLine(), 30'000);
        m_environment.insert(u"DISPLAY"_s, u':' + QString::fromLatin1(server.readLine()).trimmed());
        m_environment.insert(u"QT_QPA_PLATFORM"_s, u"xcb"_s);
        QProcess process;
        start(process);
        QTRY_VERIFY_WITH_TIMEOUT(isSessionWhole() || process.state() == QProcess::NotRunning, 30'000);
        QVERIFY2(process.state() == QProcess::Running, process.readAllStandardError().constData());
        const QByteArray before = read(session());
        server.kill();
        QVERIFY(server.waitForFinished());
        QVERIFY(process.waitForFinished(30'000));
        const QByteArray said = process.readAllStandardError();
        QVERIFY2(process.exitStatus() == QProcess::NormalExit && process.exitCode() == 1, said.constData());
        QVERIFY2(!said.isEmpty(), "why is said");
        QVERIFY(isSessionWhole());
        QCOMPARE(read(session()), before);
        m_environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s); // and comes back
        m_environment.insert(u"CBPM3_MARK_START"_s, m_folder.filePath(u"marks.json"_s));
        process.setProcessEnvironment(m_environment);
        process.start(program(), {});
        QVERIFY(process.waitForFinished(60'000));
        QCOMPARE(process.exitCode(), 0);
        QFile marks{m_folder.filePath(u"marks.json"_s)};
        QVERIFY(marks.open(QIODevice::ReadOnly));
        QVERIFY(QJsonDocument::fromJson(marks.readAll()).object().value(u"rows"_s).toInteger() > allButFew);
    }

private:
    static QString program() { return builtProgram(u"cbpm3-monitor"_s); }
    QStringList wanted() const { return {u"--source"_s, m_archive, u"--page"_s, u"health"_s}; }
    QString session() const { return m_home->filePath(u"data/cbpm3/session.json"_s); }

    void start(QProcess &process) const
    {
        process.setProcessEnvironment(m_environment);
        process.start(program(), wanted());
    }

    /// The program's own words; the offscreen platform says of each window that it takes no size hints.
    static QByteArray saidBy(QProcess &process)
    {
        QByteArray said;
        for (const QByteArray &line : process.readAllStandardError().split('\n')) {
            if (!line.isEmpty() && !line.contains("propagateSizeHints"))
                said += line + '\n';
        }
        return said;
    }

    bool isSessionWhole() const
    {
        const auto view = readViewFile(session());
        return view && view->page == u"health"_s && view->source == m_archive;
    }

    static void write(const QString &path, const QByteArray &bytes)
    {
        QFile file{path};
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write %s", qPrintable(path));
    }
    static QByteArray read(const QString &path)
    {
        QFile file{path};
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray{};
    }

    QTemporaryDir m_folder;
    QString m_archive;
    std::unique_ptr<QTemporaryDir> m_home;
    QProcessEnvironment m_environment;
};

QTEST_GUILESS_MAIN(TestEndings)
#include "tst_endings.moc"
