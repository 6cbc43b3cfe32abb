// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/program.h"
#include "tests/support/readonlyplace.h"
#include "tests/support/testcluster.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>

using namespace cbpm::test;
using namespace Qt::StringLiterals;

/// Archives as scripts make and read them.
class TestCliArchive : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_archive = m_folder.filePath(u"ring.cbpm3"_s);
        QCOMPARE(runCbpm3({u"simulate"_s, u"--into"_s, m_archive, u"--from"_s, u"2026-03-02T13:00"_s, u"--duration"_s,
                           u"35min"_s, u"--seed"_s, u"3"_s})
                     .exitCode,
                 0);
    }

    void theSameSeedGivesTheSameSamples()
    {
        const QString other = m_folder.filePath(u"other.cbpm3"_s);
        QCOMPARE(runCbpm3({u"simulate"_s, u"--into"_s, other, u"--from"_s, u"2026-03-02T13:17:23"_s, u"--duration"_s,
                           u"1min"_s, u"--seed"_s, u"3"_s})
                     .exitCode,
                 0);
        const auto raw = [](const QString &source) {
            return runCbpm3({u"fetch"_s, u"--source"_s, source, u"--from"_s, u"2026-03-02T13:17:23"_s, u"--to"_s,
                             u"2026-03-02T13:18:23"_s, u"--interval"_s, u"raw"_s, u"--output"_s, u"-"_s})
                .output;
        };
        const QByteArray part = raw(other); // simulated alone, from the middle
        QVERIFY(part.count('\n') > 60'000);
        QCOMPARE(part, raw(m_archive));
    }

    void aSavedRangeGivesTheSameNumbers()
    {
        const QString saved = m_folder.filePath(u"saved.cbpm3"_s);
        const QStringList range{u"--from"_s, u"2026-03-02T13:04:59.95"_s, u"--to"_s, u"2026-03-02T13:25:00.05"_s};
        QCOMPARE(runCbpm3(QStringList{u"fetch"_s, u"--source"_s, m_archive, u"--format"_s, u"archive"_s, u"--output"_s,
                                      saved}
                          + range)
                     .exitCode,
                 0);
        for (const QString &interval : {u"1s"_s, u"1min"_s, u"raw"_s}) {
            const auto csv = [&](const QString &source) {
                return runCbpm3(QStringList{u"fetch"_s, u"--source"_s, source, u"--interval"_s, interval,
                                            u"--no-cache"_s, u"--output"_s, u"-"_s}
                                + range)
                    .output;
            };
            QVERIFY(csv(saved) == csv(m_archive));
            QVERIFY(csv(saved).size() > 1000);
        }
    }

    void readersAtOnceChangeNothing()
    {
        const auto csv = [&](const QString &readers) {
            return runCbpm3({u"fetch"_s, u"--source"_s, m_archive, u"--from"_s, u"2026-03-02"_s, u"--to"_s,
                             u"2026-03-03"_s, u"--interval"_s, u"10s"_s, u"--connections"_s, readers, u"--no-cache"_s,
                             u"--output"_s, u"-"_s})
                .output;
        };
        const QByteArray one = csv(u"1"_s);
        QVERIFY(one.size() > 1'000'000);
        QVERIFY(one == csv(u"2"_s));
        QVERIFY(one == csv(u"5"_s));
    }

    void aSecondFetchComesFromTiles()
    {
        const QString summary = m_folder.filePath(u"summary.json"_s);
        const auto fetch = [&](const QStringList &more) {
            return runCbpm3(QStringList{u"fetch"_s, u"--source"_s, m_archive, u"--from"_s, u"2026-03-02T13:00"_s,
                                        u"--to"_s, u"2026-03-02T14:00"_s, u"--method"_s, u"linear"_s, u"--interval"_s,
                                        u"1min"_s, u"--summary"_s, summary, u"--output"_s, u"-"_s}
                            + more)
                .output;
        };
        const auto path = [&] {
            QFile file{summary};
            return file.open(QIODevice::ReadOnly)
                       ? QJsonDocument::fromJson(file.readAll()).object().value(u"path"_s).toString()
                       : QString{};
        };
        const QByteArray first = fetch({});
        QVERIFY(first.size() > 100'000);
        QCOMPARE(path(), u"archive"_s);
        QVERIFY(fetch({}) == first);
        QCOMPARE(path(), u"tiles"_s);
        QVERIFY(fetch({u"--no-cache"_s}) == first);
        QCOMPARE(path(), u"archive"_s);
    }

    void infoAndVerify()
    {
        const Run info = runCbpm3({u"info"_s, m_archive});
        QCOMPARE(info.exitCode, 0);
        for (const char *word :
             {"samples", "simulated ring, seed 3", "109 with samples, 111 in the table", "written by"})
            QVERIFY2(info.output.contains(word), word);
        const Run verified = runCbpm3({u"verify"_s, m_archive});
        QCOMPARE(verified.exitCode, 0);
        QVERIFY(verified.output.contains("all good"));
    }

    void damageIsNamedAndNeverDelivered()
    {
        // One byte in the middle of many blocks.
        QFile file{m_archive};
        QVERIFY(file.open(QIODevice::ReadOnly));
        QByteArray bytes = file.readAll();
        for (qsizetype at = 5 * 65536 + 20'000; at < bytes.size(); at += 65536)
            bytes[at] = static_cast<char>(bytes[at] ^ 0x40);
        const QString damaged = write(u"damaged.cbpm3"_s, bytes);
        const Run verified = runCbpm3({u"verify"_s, damaged});
        QCOMPARE(verified.exitCode, 1);
        QVERIFY2(verified.errors.contains("damaged"), verified.errors.constData());
        const QString output = m_folder.filePath(u"of-damaged.csv"_s);
        const Run fetched = runCbpm3({u"fetch"_s, u"--source"_s, damaged, u"--from"_s, u"2026-03-02"_s, u"--to"_s,
                                      u"2026-03-03"_s, u"--output"_s, output});
        QCOMPARE(fetched.exitCode, 1);
        QVERIFY2(fetched.errors.contains("damaged.cbpm3"), fetched.errors.constData());
        QVERIFY(!QFile::exists(output));
    }

    void badArchivesAreTold_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("told");
        QFile file{m_folder.filePath(u"ring.cbpm3"_s)};
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray good = file.readAll();
        QByteArray newer = good;
        newer[63] = 9; // user_version, bytes 60 to 63 of the header
        QByteArray foreign = good;
        foreign[71] = 0; // application_id, bytes 68 to 71
        QTest::newRow("empty") << QByteArray{} << QByteArray{"not an archive"};
        QTest::newRow("text") << QByteArray{"time,bpm,x\n1,2,3\n"}.repeated(1000) << QByteArray{"not an archive"};
        QTest::newRow("newer") << newer << QByteArray{"update the program"};
        QTest::newRow("foreign") << foreign << QByteArray{"not an archive"};
        QTest::newRow("truncated") << good.left(good.size() / 2) << QByteArray{"damaged"};
        QTest::newRow("header smashed") << QByteArray{good}.replace(0, 16, QByteArray(16, 'x'))
                                        << QByteArray{"not an archive"};
    }
    void badArchivesAreTold()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, told);
        const QString path = write(u"bad.cbpm3"_s, bytes);
        for (const QString &command : {u"verify"_s, u"info"_s}) {
            const Run run = runCbpm3({command, path});
            if (command == "info"_L1 && run.exitCode == 0)
                continue; // the index of a truncated file may be whole
            QCOMPARE(run.exitCode, 1);
            QVERIFY2(run.errors.contains(told) && run.errors.contains("bad.cbpm3"), run.errors.constData());
        }
        QFile file{path};
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), bytes); // never touched
    }

    void whatWouldRunAsItIsReadIsRefused_data()
    {
        QTest::addColumn<QStringList>("changes");
        const QString endless = u"WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r)"_s;
        QTest::newRow("view") << QStringList{u"ALTER TABLE detectors RENAME TO d"_s,
                                             u"CREATE VIEW detectors AS "_s + endless
                                                 + u" SELECT n AS id, n AS location FROM r"_s};
        QTest::newRow("trigger") << QStringList{
            u"CREATE TRIGGER t AFTER INSERT ON blocks BEGIN DELETE FROM blocks; END"_s};
        QTest::newRow("virtual table") << QStringList{u"CREATE VIRTUAL TABLE v USING fts5(a)"_s};
        QTest::newRow("column by formula")
            << QStringList{u"ALTER TABLE detectors ADD COLUMN big AS (zeroblob(1000000000))"_s};
        QTest::newRow("index by formula") << QStringList{u"CREATE INDEX i ON detectors(upper(location))"_s};
    }
    void whatWouldRunAsItIsReadIsRefused()
    {
        QFETCH(QStringList, changes);
        const QString path = m_folder.filePath(u"trap.cbpm3"_s);
        QFile::remove(path);
        QVERIFY(QFile::copy(m_archive, path));
        {
            QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"trap"_s);
            database.setDatabaseName(path);
            QVERIFY(database.open());
            for (const QString &change : changes) {
                QSqlQuery query{database};
                if (!query.exec(change) && change.contains(u"fts5"_s))
                    QSKIP("SQLite has no fts5 here");
                QVERIFY2(!query.lastError().isValid(), qPrintable(query.lastError().text()));
            }
        }
        QSqlDatabase::removeDatabase(u"trap"_s);
        for (const QString &command : {u"verify"_s, u"info"_s}) {
            const Run run = runCbpm3({command, path});
            QCOMPARE(run.exitCode, 1);
            QVERIFY2(run.errors.contains("do not trust this file"), run.errors.constData());
        }
    }

    void aMissingArchiveIsNotMade()
    {
        const QString path = m_folder.filePath(u"absent.cbpm3"_s);
        QCOMPARE(runCbpm3({u"info"_s, path}).exitCode, 1);
        QVERIFY(!QFile::exists(path));
    }

    void aFullDiskLeavesNothing()
    {
        QTemporaryDir folder;
        QProcess process;
        process.setChildProcessModifier([] {
            const rlimit limit{2'000'000, 2'000'000}; // as a disk that is full after 2 MB
            setrlimit(RLIMIT_FSIZE, &limit);
            signal(SIGXFSZ, SIG_IGN);
        });
        process.start(qEnvironmentVariable("CBPM_BIN_DIR") + u"/cbpm3"_s,
                      {u"simulate"_s, u"--into"_s, folder.filePath(u"big.cbpm3"_s), u"--from"_s, u"2026-03-02"_s,
                       u"--duration"_s, u"1h"_s});
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitCode(), 1);
        const QByteArray errors = process.readAllStandardError();
        QVERIFY2(errors.contains("big.cbpm3") && errors.contains("free"), errors.constData());
        QCOMPARE(QDir{folder.path()}.entryList(QDir::Files).size(), 0);
    }

    void anUnwritableFolderIsNamed()
    {
        const Run run = runCbpm3({u"simulate"_s, u"--into"_s, u"/proc/nowhere/a.cbpm3"_s, u"--from"_s, u"2026-03-02"_s,
                                  u"--duration"_s, u"1min"_s});
        QCOMPARE(run.exitCode, 1);
        QVERIFY2(run.errors.contains("/proc/nowhere/a.cbpm3"), run.errors.constData());
    }

    void aKilledWriterLeavesNothingUnderTheName()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"killed.cbpm3"_s);
        QProcess process;
        process.start(qEnvironmentVariable("CBPM_BIN_DIR") + u"/cbpm3"_s,
                      {u"simulate"_s, u"--into"_s, path, u"--from"_s, u"2026-03-02"_s, u"--duration"_s, u"30d"_s});
        QTRY_VERIFY(!QDir{folder.path()}.isEmpty());
        process.kill();
        QVERIFY(process.waitForFinished());
        QVERIFY(!QFile::exists(path));
        QCOMPARE(runCbpm3({u"simulate"_s, u"--into"_s, path, u"--from"_s, u"2026-03-02"_s, u"--duration"_s, u"1min"_s})
                     .exitCode,
                 0);
        QCOMPARE(runCbpm3({u"verify"_s, path}).exitCode, 0);
    }

    /// A writer that is killed in the middle leaves a journal. Where the file lies on a medium that nobody can write,
    /// what it had begun cannot be taken back, and is not taken for data.
    void whatAKilledWriterBeganIsTakenBackWhereItMay()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"begun.cbpm3"_s);
        const QByteArray whole = contentsOf(m_archive);
        changing(u"PRAGMA cache_size = 1"_s, u"BEGIN EXCLUSIVE"_s, u"UPDATE blocks SET payload = zeroblob(900)"_s,
                 [&](const QString &changed) { // as the disk is then, with nobody there to go on
                     QVERIFY(QFile::copy(changed, path));
                     QVERIFY(QFile::copy(changed + u"-journal"_s, path + u"-journal"_s));
                 });
        QVERIFY(contentsOf(path) != whole);
        if (const QString why = whyNoReadOnlyMedium(folder.path()); why.isEmpty()) {
            for (const QString &command : {u"info"_s, u"verify"_s}) {
                const Run run = runReadOnly(folder.path(), {command, path});
                QCOMPARE(run.exitCode, 1);
                QCOMPARE(run.errors.count('\n'), 1);
                QVERIFY2(run.errors.contains("was left unfinished by a program that ended early")
                             && run.errors.contains("begun.cbpm3"),
                         run.errors.constData());
            }
        } else {
            qWarning("%s", qPrintable(why));
        }
        const Run verified = runCbpm3({u"verify"_s, path});
        QVERIFY2(verified.exitCode == 0, verified.errors.constData());
        QCOMPARE(contentsOf(path), whole);
    }

    void aLockedArchiveIsWaitedForThenOneSentence_data()
    {
        QTest::addColumn<QString>("change");
        QTest::newRow("a writer begins") << QString{};
        QTest::newRow("a writer is at it") << u"UPDATE blocks SET payload = zeroblob(900)"_s;
    }
    void aLockedArchiveIsWaitedForThenOneSentence()
    {
        QFETCH(QString, change);
        const auto read = [](const QString &path) { return runCbpm3({u"info"_s, path}); };
        changing({}, u"BEGIN EXCLUSIVE"_s, change, [&](const QString &locked) {
            QElapsedTimer clock;
            clock.start();
            const Run run = read(locked);
            QCOMPARE(run.exitCode, 1);
            QCOMPARE(run.errors.count('\n'), 1);
            QVERIFY2(run.errors.contains("is locked by another program; try again in a moment"), run.errors.constData());
            QVERIFY2(clock.elapsed() >= 2'000 && clock.elapsed() < 5'000, QByteArray::number(clock.elapsed()));
        });
        QCOMPARE(read(m_archive).exitCode, 0); // the writer has gone
    }

    void anArchiveOnAReadOnlyMediumIsRead_data()
    {
        QTest::addColumn<QString>("mode");
        QTest::newRow("as we write it") << u"DELETE"_s;
        QTest::newRow("with a log, as others may make it") << u"WAL"_s; // wants a file beside it, without "immutable"
    }
    void anArchiveOnAReadOnlyMediumIsRead()
    {
        QFETCH(QString, mode);
        const QTemporaryDir folder;
        if (const QString why = whyNoReadOnlyMedium(folder.path()); !why.isEmpty())
            QSKIP(qPrintable(why));
        const QString path = folder.filePath(u"50 % #1?.cbpm3"_s); // names are no addresses
        QVERIFY(QFile::copy(m_archive, path));
        {
            Database archive{path};
            archive.run(u"PRAGMA journal_mode = "_s + mode);
        }
        QCOMPARE(QDir{folder.path()}.entryList(QDir::Files).size(), 1);
        const QStringList fetch{u"fetch"_s, u"--from"_s, u"2026-03-02T13:00"_s, u"--to"_s, u"2026-03-02T14:00"_s,
                                u"--interval"_s, u"1min"_s, u"--no-cache"_s, u"--output"_s, u"-"_s, u"--source"_s};
        const Run there = runReadOnly(folder.path(), fetch + QStringList{path});
        QVERIFY2(there.exitCode == 0, there.errors.constData());
        QVERIFY(there.output.size() > 100'000);
        QVERIFY(there.output == runCbpm3(fetch + QStringList{m_archive}).output);
        const Run extended = runReadOnly(folder.path(), {u"simulate"_s, u"--into"_s, path, u"--from"_s,
                                                         u"2026-03-02T15:00"_s, u"--duration"_s, u"1min"_s});
        QCOMPARE(extended.exitCode, 1);
        QCOMPARE(extended.errors.count('\n'), 1);
    }

    /// What a log holds that lies beside the file is not passed over: rather nothing is read.
    void aReadOnlyMediumWithALogIsOneSentence()
    {
        const QTemporaryDir folder;
        if (const QString why = whyNoReadOnlyMedium(folder.path()); !why.isEmpty())
            QSKIP(qPrintable(why));
        const QString path = folder.filePath(u"logged.cbpm3"_s);
        changing(u"PRAGMA journal_mode = WAL"_s, u"BEGIN IMMEDIATE"_s, u"COMMIT"_s, [&](const QString &changed) {
            Database writer{changed};
            writer.run(u"UPDATE meta SET value = 'by a log' WHERE key = 'source'"_s);
            QVERIFY(QFile::copy(changed, path));
            QVERIFY(QFile::copy(changed + u"-wal"_s, path + u"-wal"_s));
        });
        const Run run = runReadOnly(folder.path(), {u"info"_s, path});
        QCOMPARE(run.exitCode, 1);
        QCOMPARE(run.errors.count('\n'), 1);
        QVERIFY2(run.errors.contains("copy it to a folder that you may write to"), run.errors.constData());
        const Run elsewhere = runCbpm3({u"info"_s, path});
        QVERIFY2(elsewhere.output.contains("by a log"), elsewhere.errors.constData());
    }

    void aServersRangeGoesIntoAnArchiveUnchanged()
    {
        QString why;
        const auto cluster = TestCluster::start(why);
        if (!cluster)
            QSKIP(qPrintable(why));
        cluster->exec(
            "CREATE TABLE cbpm3 (timestamp timestamptz, instr text, top_in float8, top_out float8, bot_in float8, "
            "bot_out float8);"
            "INSERT INTO cbpm3 SELECT timestamptz '2026-03-02Z' + i * interval '0.1 s' + (i % 13) * interval '1 ms', "
            "n, "
            "17000 + i / 7.0, CASE WHEN i % 50 = 0 THEN NULL ELSE 17000.5 END, 16000 + i % 3, 1e-300 * i + 16000 "
            "FROM generate_series(0, 9000) i, unnest(ARRAY['12W', '77Z']) n; CREATE INDEX ON cbpm3 (timestamp)");
        const QString path = m_folder.filePath(u"from-server.cbpm3"_s);
        const QStringList range{u"--from"_s, u"2026-03-02"_s, u"--to"_s, u"2026-03-02T00:14"_s};
        QCOMPARE(runCbpm3(QStringList{u"fetch"_s, u"--source"_s, cluster->conninfo(), u"--format"_s, u"archive"_s,
                                      u"--output"_s, path}
                          + range)
                     .exitCode,
                 0);
        const auto raw = [&](const QString &source) {
            return runCbpm3(
                       QStringList{u"fetch"_s, u"--source"_s, source, u"--interval"_s, u"raw"_s, u"--output"_s, u"-"_s}
                       + range)
                .output;
        };
        QByteArray ours = raw(path);
        QByteArray servers = raw(cluster->conninfo());
        QVERIFY(ours.count('\n') > 16'000);
        // A step looks back to the sample before, which the first of a batch does not have; all else is equal to the
        // last digit.
        for (QByteArray *const text : {&ours, &servers})
            text->replace("+step", "").replace("step", "");
        QVERIFY(ours == servers);
    }

private:
    /// A connection of another program.
    class Database
    {
    public:
        explicit Database(const QString &path) : m_database{QSqlDatabase::addDatabase(u"QSQLITE"_s, path)}
        {
            m_database.setDatabaseName(path);
            if (!m_database.open())
                qFatal("%s cannot be opened", qPrintable(path));
        }
        ~Database()
        {
            const QString name = m_database.connectionName();
            m_database.close();
            m_database = {};
            QSqlDatabase::removeDatabase(name);
        }
        void run(const QString &sql)
        {
            QSqlQuery query{m_database};
            if (!sql.isEmpty() && !query.exec(sql))
                qFatal("%s: %s", qPrintable(sql), qPrintable(query.lastError().text()));
        }

    private:
        QSqlDatabase m_database;
    };

    /// Does `look` with a copy of the archive while another program is at it.
    template<class Look>
    void changing(const QString &pragma, const QString &begin, const QString &change, const Look &look) const
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"changing.cbpm3"_s);
        QVERIFY(QFile::copy(m_archive, path));
        Database writer{path};
        for (const QString &sql : {pragma, begin, change})
            writer.run(sql);
        look(path);
    }

    static Run runReadOnly(const QString &folder, const QStringList &arguments)
    {
        const QStringList words = onReadOnlyMedium(folder, builtProgram(u"cbpm3"_s), arguments);
        return runProgram(words.first(), words.mid(1));
    }

    static QByteArray contentsOf(const QString &path)
    {
        QFile file{path};
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray{};
    }

    QString write(const QString &name, const QByteArray &bytes) const
    {
        const QString path = m_folder.filePath(name);
        QFile file{path};
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write %s", qPrintable(path));
        return path;
    }

    QTemporaryDir m_folder;
    QString m_archive;
};

QTEST_GUILESS_MAIN(TestCliArchive)
#include "tst_cli_archive.moc"
