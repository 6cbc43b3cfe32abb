// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/program.h"
#include "tests/support/testcluster.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <csignal>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace cbpm::test;
using namespace Qt::StringLiterals;

/// cbpm3 fetch against a real server, compared with SQL's own numbers.
class TestCliFetch : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QString why;
        m_cluster = TestCluster::start(why);
        if (!m_cluster)
            QSKIP(qPrintable(why));
        // Three detectors, ten minutes; bad samples of every kind, duplicates, disorder, a gap, one unknown detector.
        m_cluster->exec(R"(
            CREATE TABLE cbpm3 (timestamp timestamptz, instr text, top_in int4, top_out int4, bot_in int4, bot_out int4);
            INSERT INTO cbpm3
            SELECT timestamptz '2026-03-02 00:00:00Z' + i * interval '0.1 s' + d * interval '7 ms', (ARRAY['12W','det_13w','DET_09W','99Q'])[d],
                   CASE WHEN i % 97 = 0 THEN NULL WHEN i % 101 = 0 THEN 32767 WHEN i % 103 = 0 THEN 5 ELSE 16000 + (i * 7919 + d * 31) % 1009 END,
                   CASE WHEN i % 103 = 0 THEN 5 ELSE 16500 + (i * 7907 + d * 17) % 997 END,
                   17000 + (i * 7901) % 991, 15500 + (i * 7883 + d) % 983
            FROM generate_series(0, 5999) i, generate_series(1, 4) d
            WHERE i NOT BETWEEN 3000 AND 3700
            ORDER BY i % 7 = 0, i;
            INSERT INTO cbpm3 SELECT timestamp, instr, top_in + 1, top_out, bot_in, bot_out FROM cbpm3
            WHERE instr = '12W' AND extract(second FROM timestamp)::int % 20 = 0;
            CREATE INDEX ON cbpm3 (timestamp);)");
        // What SQL says: last of equal rows, invalid ones left out, the published formula.
        m_cluster->exec(R"(
            CREATE VIEW valid AS
            SELECT *, 25.9::float8 * (((((top_out + bot_out) - top_in) - bot_in)::float8) / s) AS x,
                      19.8::float8 * (((((top_out + top_in) - bot_out) - bot_in)::float8) / s) AS y
            FROM (SELECT DISTINCT ON (timestamp, instr) *, (top_in + bot_in + bot_out + top_out)::float8 AS s
                  FROM cbpm3 ORDER BY timestamp, instr, ctid DESC) last
            WHERE top_in IS NOT NULL AND top_in < 32440
              AND (top_in < 1600)::int + (top_out < 1600)::int + (bot_in < 1600)::int + (bot_out < 1600)::int = 0;)");
    }

    void binsEqualSqlsOwn_data()
    {
        QTest::addColumn<QString>("interval");
        QTest::addColumn<QByteArray>("sql");
        QTest::newRow("1 min") << u"1min"_s << QByteArray{"1 minute"};
        QTest::newRow("10 s") << u"10s"_s << QByteArray{"10 seconds"};
        QTest::newRow("0.7 s") << u"0.7s"_s << QByteArray{"0.7 seconds"};
    }
    void binsEqualSqlsOwn()
    {
        QFETCH(QString, interval);
        QFETCH(QByteArray, sql);
        QTemporaryDir folder;
        const QString path = folder.filePath(u"bins.csv"_s);
        const Run run = fetch({u"--interval"_s, interval, u"--output"_s, path});
        QCOMPARE(run.errors.count("99Q"), 1);
        QVERIFY2(run.errors.contains("no data from 108 of 111"), run.errors.constData());
        QCOMPARE(run.exitCode, 0);
        QFile file{path};
        QVERIFY(file.open(QIODevice::ReadOnly));
        auto rows = csvRows(file.readAll());
        QCOMPARE(rows.takeFirst().join(','),
                 QByteArray{"time,bpm,count,x_mm,x_min_mm,x_max_mm,x_std_mm,y_mm,y_min_mm,y_max_mm,y_std_mm,"
                            "top_in,top_out,bot_in,bot_out,sum,q"});
        const auto expected = m_cluster->query(
            "SELECT to_char(date_bin('" + sql
            + "', timestamp, '1970-01-01Z') AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"') t, "
              "regexp_replace(regexp_replace(upper(instr), '^DET_', ''), '^0', '') b, count(*), avg(x), min(x), "
              "max(x), stddev_samp(x), avg(y), min(y), max(y), "
              "stddev_samp(y), avg(top_in), avg(top_out), avg(bot_in), avg(bot_out), avg(s), avg((top_out + bot_in - "
              "top_in - bot_out) / s) "
              "FROM valid WHERE instr <> '99Q' GROUP BY 1, 2 "
              "ORDER BY 1, array_position(ARRAY['9W','12W','13W'], regexp_replace(regexp_replace(upper(instr), "
              "'^DET_', ''), '^0', ''))");
        rows.removeIf([](const QByteArrayList &row) { return row[1] == "99Q"; });
        QCOMPARE(rows.size(), expected.size());
        const QList<int> exact{4, 5, 8, 9};
        for (qsizetype k = 0; k < rows.size(); ++k) {
            QCOMPARE(rows[k][0], expected[k][0]);
            QCOMPARE(rows[k][1], expected[k][1]);
            QCOMPARE(rows[k][2], expected[k][2]);
            for (int column = 3; column < 17; ++column) {
                const double ours = rows[k][column].toDouble();
                const double theirs = expected[k][column].toDouble();
                QCOMPARE(rows[k][column].isEmpty(), expected[k][column].isEmpty()); // deviation of one sample
                if (exact.contains(column))
                    QVERIFY2(ours == theirs, (rows[k][column] + " " + expected[k][column]).constData());
                else
                    QVERIFY2(std::abs(ours - theirs) <= 1e-9 * std::abs(theirs) + 1e-15,
                             (rows[k][column] + " " + expected[k][column]).constData());
            }
        }
    }

    void theSummaryCounts()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"summary.json"_s);
        const auto summarise = [&](const QStringList &more) {
            const QStringList all{u"--interval"_s, u"1min"_s, u"--output"_s, folder.filePath(u"o.csv"_s),
                                  u"--summary"_s,  path};
            QFile file{path};
            const bool done = fetch(all + more).exitCode == 0 && file.open(QIODevice::ReadOnly);
            return done ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject{};
        };
        const QJsonObject summary = summarise({u"--no-cache"_s});
        QCOMPARE(QByteArray::number(summary.value(u"rows"_s).toInteger()),
                 m_cluster->exec("SELECT count(*) FROM cbpm3"));
        const QByteArray distinct =
            m_cluster->exec("SELECT count(*) FROM (SELECT DISTINCT timestamp, instr FROM cbpm3) d");
        QCOMPARE(QByteArray::number(summary.value(u"samples_valid"_s).toInteger()
                                    + summary.value(u"samples_invalid"_s).toInteger()),
                 distinct);
        QCOMPARE(summary.value(u"path"_s).toString(), u"rows"_s);
        QCOMPARE(summary.value(u"partial"_s).toBool(), false);
        QVERIFY(summary.value(u"server"_s).toString().startsWith(u"PostgreSQL"_s));
        for (const char *key :
             {"bins", "elapsed_s", "first_result_s", "bytes_received", "peak_rss_bytes", "connections"})
            QVERIFY2(summary.value(QLatin1StringView{key}).toDouble() > 0.0, key);
        summarise({});
        const QJsonObject kept = summarise({});
        QCOMPARE(kept.value(u"path"_s).toString(), u"tiles"_s);
        QCOMPARE(kept.value(u"bytes_received"_s).toDouble(), 0.0);
        for (const char *key : {"rows", "samples_valid", "samples_invalid", "bins"})
            QCOMPARE(kept.value(QLatin1StringView{key}), summary.value(QLatin1StringView{key}));
    }

    void oddRowsAreReported_data()
    {
        QTest::addColumn<QString>("interval");
        for (const char *interval : {"raw", "1s", "1min"})
            QTest::newRow(interval) << QString::fromLatin1(interval);
    }
    void oddRowsAreReported()
    {
        QFETCH(QString, interval);
        QTemporaryDir folder;
        const QString path = folder.filePath(u"summary.json"_s);
        const Run run = fetch({u"--interval"_s, interval, u"--no-cache"_s, u"--output"_s, folder.filePath(u"o.csv"_s),
                               u"--summary"_s, path});
        QCOMPARE(run.exitCode, 0);
        QFile file{path};
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QJsonObject summary = QJsonDocument::fromJson(file.readAll()).object();
        const qint64 twice = m_cluster->exec("SELECT count(*) - count(DISTINCT (timestamp, instr)) FROM cbpm3").toInt();
        const qint64 due = 48 * 36'000; // what fetch() asks for
        const qint64 sent = 6000 - 701;
        QVERIFY(twice > 0);
        QCOMPARE(summary.value(u"duplicates"_s).toInteger(), twice);
        QVERIFY(summary.value(u"late"_s).toInteger() > 0);
        QCOMPARE(summary.value(u"triggers_missing"_s).toInteger(), due - sent);
        QVERIFY2(run.errors.contains(QByteArray::number(twice) + " rows repeat the time of another row"), run.errors);
        QVERIFY2(run.errors.contains(QByteArray::number(due - sent) + " of 1728000 triggers have no reading"), run.errors);
        QVERIFY2(run.errors.contains(" rows came late"), run.errors);
    }

    void rawRowsCarryTheirFlags()
    {
        const Run run = fetch({u"--interval"_s, u"raw"_s, u"--bpms"_s, u"12W"_s, u"--output"_s, u"-"_s});
        QCOMPARE(run.exitCode, 0);
        auto rows = csvRows(run.output);
        QCOMPARE(rows.takeFirst().join(','),
                 QByteArray{"time,bpm,top_in,top_out,bot_in,bot_out,sum,x_mm,y_mm,q,flags"});
        QCOMPARE(QByteArray::number(rows.size()),
                 m_cluster->exec("SELECT count(DISTINCT timestamp) FROM cbpm3 WHERE instr = '12W'"));
        QByteArray last;
        int saturated = 0, missing = 0, dead = 0, twice = 0;
        for (const QByteArrayList &row : rows) {
            QVERIFY(row[0] > last);
            last = row[0];
            const QByteArrayList flags = row[10].split('+');
            const bool invalid =
                flags.contains("saturated") || flags.contains("nonfinite") || flags.contains("nosignal");
            QCOMPARE(row[7].isEmpty(), invalid);
            saturated += flags.contains("saturated");
            missing += flags.contains("nonfinite") && row[2].isEmpty();
            dead += flags.contains("nosignal");
            twice += flags.contains("duplicate");
        }
        QVERIFY(saturated > 0 && missing > 0 && dead > 0 && twice > 0);
    }

    void aPipeIsWrittenToAsItIs()
    {
        const QTemporaryDir folder;
        const int pipe = openPipe(folder.filePath(u"pipe"_s));
        const Run run = fetch({u"--interval"_s, u"1min"_s, u"--output"_s, folder.filePath(u"pipe"_s)});
        QVERIFY2(run.exitCode == 0, run.errors.constData());
        QByteArray came(1 << 16, '\0');
        came.truncate(std::max<qsizetype>(0, read(pipe, came.data(), static_cast<std::size_t>(came.size()))));
        close(pipe);
        QCOMPARE(came, fetch({u"--interval"_s, u"1min"_s, u"--output"_s, u"-"_s}).output);
        QCOMPARE(whatIsIn(folder), QByteArray{"pipe (a pipe)"});
    }

    void whatIsWrittenInPlaceTakesNoPipe_data()
    {
        QTest::addColumn<QString>("format");
        for (const char *format : {"archive", "hdf5", "mat"})
            QTest::newRow(format) << QString::fromLatin1(format);
    }
    void whatIsWrittenInPlaceTakesNoPipe()
    {
        QFETCH(QString, format);
        const QTemporaryDir folder;
        const int pipe = openPipe(folder.filePath(u"pipe"_s));
        const Run run = fetch({u"--format"_s, format, u"--output"_s, folder.filePath(u"pipe"_s)});
        close(pipe);
        QVERIFY2(run.errors.contains("is a device or a pipe"), run.errors.constData());
        QCOMPARE(run.exitCode, 1);
        QCOMPARE(whatIsIn(folder), QByteArray{"pipe (a pipe)"});
    }

    void anUnknownDetectorIsNamedBeforeAnythingIsAsked()
    {
        const Run run = fetch({u"--bpms"_s, u"12W,77Z"_s, u"--output"_s, u"-"_s});
        QCOMPARE(run.exitCode, 2);
        QVERIFY(run.errors.contains("77Z"));
    }

    void aReversedRangeIsWrongUsage()
    {
        const Run run = runCbpm3({u"fetch"_s, u"--source"_s, m_cluster->conninfo(), u"--from"_s, u"2026-03-03"_s,
                                  u"--to"_s, u"2026-03-02"_s, u"--output"_s, u"-"_s});
        QCOMPARE(run.exitCode, 2);
        QVERIFY(run.errors.contains("reversed"));
    }

    void anEmptyRangeOfDataIsAnEmptyTable()
    {
        const Run run = runCbpm3({u"fetch"_s, u"--source"_s, m_cluster->conninfo(), u"--from"_s, u"2001-01-01"_s,
                                  u"--to"_s, u"2002-01-01"_s, u"--output"_s, u"-"_s});
        QCOMPARE(run.exitCode, 0);
        QCOMPARE(run.output.count('\n'), 1);
    }

    void whatTakesLongIsSaidBefore()
    {
        const auto fetchFrom = [&](const QString &from) {
            return runCbpm3({u"fetch"_s, u"--source"_s, m_cluster->conninfo(), u"--from"_s, from, u"--to"_s,
                             u"2026-03-03"_s, u"--interval"_s, u"1h"_s, u"--no-cache"_s, u"--output"_s,
                             u"/dev/null"_s});
        };
        const Run months = fetchFrom(u"2025-12-15"_s); // by the pace of the last seconds
        QCOMPARE(months.exitCode, 0);
        QVERIFY2(months.errors.contains("million rows are to be read, some "), months.errors.constData());
        QVERIFY(!fetchFrom(u"2026-03-02"_s).errors.contains("million rows"));
    }

    void anInterruptedFetchLeavesNoFile()
    {
        m_cluster->exec("CREATE OR REPLACE FUNCTION slowly(v int4) RETURNS int4 LANGUAGE plpgsql STABLE AS "
                        "'BEGIN PERFORM pg_sleep(0.01); RETURN v; END';"
                        "CREATE OR REPLACE VIEW slow AS SELECT timestamp, instr, slowly(top_in) AS top_in, top_out, "
                        "bot_in, bot_out FROM cbpm3");
        QTemporaryDir folder;
        const QString path = folder.filePath(u"never.csv"_s);
        QProcess process;
        process.start(qEnvironmentVariable("CBPM_BIN_DIR") + u"/cbpm3"_s,
                      {u"fetch"_s, u"--source"_s, m_cluster->conninfo(), u"--table"_s, u"slow"_s, u"--from"_s,
                       u"2026-03-02"_s, u"--to"_s, u"2026-03-03"_s, u"--output"_s, path});
        const QByteArray active = "SELECT count(*) FROM pg_stat_activity WHERE query LIKE 'COPY%' AND state = 'active'";
        QTRY_COMPARE(m_cluster->exec(active), "1");
        kill(static_cast<pid_t>(process.processId()), SIGINT);
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitCode(), 130);
        QTRY_COMPARE(m_cluster->exec(active), "0");
        QVERIFY(QDir{folder.path()}.isEmpty());
    }

    void aProgramThatWasStoppedGoesOn_data()
    {
        QTest::addColumn<QByteArray>("absence");   // what has to be true before it goes on
        QTest::addColumn<bool>("isEnded"); // the server ends its statement meanwhile
        QTest::newRow("for a moment") << QByteArray{"true"} << false;
        // What statement_timeout does, which is a minute: also that one is looked at only between two writes.
        QTest::newRow("until its statement is ended") << QByteArray{"clock_timestamp() - now_then > '6 s'"} << true;
        if (qEnvironmentVariableIsSet("CBPM_LONG"))
            QTest::newRow("for more than a minute") << QByteArray{"clock_timestamp() - now_then > '65 s'"} << false;
    }
    void aProgramThatWasStoppedGoesOn()
    {
        QFETCH(QByteArray, absence);
        QFETCH(bool, isEnded);
        m_cluster->exec("DROP TABLE IF EXISTS long; CREATE TABLE long AS SELECT timestamptz '2026-03-02Z' + i * interval "
                        "'0.1 s' AS timestamp, "
                        "'12W'::text AS instr, 15000 + i % 31 AS top_in, 15100 + i % 29 AS top_out, 14900 + i % 23 AS "
                        "bot_in, 15050 + i % 37 AS bot_out FROM generate_series(0, 1727999) i;"
                        "CREATE INDEX ON long (timestamp); ANALYZE long");
        const QTemporaryDir folder;
        const QString summary = folder.filePath(u"stopped.json"_s);
        QProcess process;
        process.start(qEnvironmentVariable("CBPM_BIN_DIR") + u"/cbpm3"_s,
                      {u"fetch"_s, u"--source"_s, m_cluster->conninfo(), u"--table"_s, u"long"_s, u"--from"_s,
                       u"2026-03-02"_s, u"--to"_s, u"2026-03-04"_s, u"--no-cache"_s, u"--output"_s, u"/dev/null"_s,
                       u"--summary"_s, summary});
        QVERIFY(process.waitForStarted());
        const auto sessions = [&](const QByteArray &condition) {
            return m_cluster
                ->exec("SELECT count(*) FROM pg_stat_activity WHERE application_name LIKE 'cbpm3%' AND " + condition)
                .toInt();
        };
        const QByteArray held = "state = 'active' AND wait_event = 'ClientWrite'";
        do { // until it is stopped with something still to come
            kill(static_cast<pid_t>(process.processId()), SIGCONT);
            while (sessions("query LIKE 'COPY%'") == 0 && process.state() == QProcess::Running)
                ;
            kill(static_cast<pid_t>(process.processId()), SIGSTOP);
            QTRY_COMPARE(sessions("state = 'active' AND wait_event IS DISTINCT FROM 'ClientWrite'"), 0); // all is said
            QVERIFY(sessions("true") > 0);
        } while (isEnded && sessions(held) == 0);
        const QByteArray then = m_cluster->exec("SELECT quote_literal(clock_timestamp()) || '::timestamptz'");
        if (isEnded)
            m_cluster->exec("SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE application_name LIKE 'cbpm3%'");
        QTRY_COMPARE_WITH_TIMEOUT(m_cluster->exec("SELECT " + QByteArray{absence}.replace("now_then", then)), "t", 90'000);
        kill(static_cast<pid_t>(process.processId()), SIGCONT);
        QVERIFY(process.waitForFinished(60'000));
        const QByteArray said = process.readAllStandardError();
        QVERIFY2(process.exitCode() == 0, said.constData());
        QFile file{summary};
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QJsonObject told = QJsonDocument::fromJson(file.readAll()).object();
        QCOMPARE(told.value(u"rows"_s).toInteger(), 1'728'000);
        if (isEnded)
            QVERIFY(told.value(u"resumptions"_s).toInteger() > 0);
        else if (absence == "true")
            QCOMPARE(told.value(u"resumptions"_s).toInteger(), 0);
    }

    void simulateIntoATableAndCheckIt()
    {
        const QStringList simulate{u"simulate"_s,   u"--into"_s,   m_cluster->conninfo(), u"--table"_s,
                                   u"simulated"_s,  u"--create"_s, u"--from"_s,           u"2026-03-02"_s,
                                   u"--duration"_s, u"2min"_s,     u"--bpms"_s,           u"12W,13W,14W"_s};
        QCOMPARE(runCbpm3(simulate).exitCode, 0);
        QVERIFY(m_cluster->exec("SELECT count(*) FROM simulated").toInt() > 3500);
        const Run again = runCbpm3(simulate);
        QCOMPARE(again.exitCode, 1); // --create never touches a table that is there
        QVERIFY(again.errors.contains("simulated"));
        const Run check = runCbpm3({u"check"_s, u"--source"_s, m_cluster->conninfo(), u"--table"_s, u"simulated"_s});
        QCOMPARE(check.exitCode, 0);
        for (const char *topic : {"reachable", "encryption", "server", "columns", "rights", "index on time", "samples",
                                  "reading", "fetch paths"})
            QVERIFY2(check.output.contains(topic), topic);
        const Run bad = runCbpm3({u"check"_s, u"--source"_s, m_cluster->conninfo(), u"--table"_s, u"nowhere"_s});
        QCOMPARE(bad.exitCode, 1);
        QVERIFY(bad.output.contains("FAIL") && bad.output.contains("nowhere"));
    }

    /// The main job on real input: button readings of 2012 from a table give the positions printed beside them.
    void realReadingsOf2012GiveTheirOwnPositions()
    {
        QFile file{qEnvironmentVariable("CBPM_SOURCE_DIR") + u"/../shared/data/cesr_cbpm_12W_triplet_2012-02-20.csv"_s};
        if (!file.open(QIODevice::ReadOnly))
            QSKIP("the 2012 readings are not beside the project");
        const auto lines = csvRows(file.readAll()).mid(1);
        QByteArray insert{"CREATE TABLE triplet (timestamp timestamp, instr text, top_in float8, top_out float8, "
                          "bot_in float8, bot_out float8);"
                          "INSERT INTO triplet VALUES "};
        QMap<QByteArray, QByteArrayList> expected; // the three read in turn: no two rows share time and detector
        for (const QByteArrayList &line : lines) {
            insert += QByteArray{expected.isEmpty() ? "" : ","} + "('" + line[2] + "','" + line[0] + "'," + line[5]
                      + ',' + line[8] + ',' + line[6] + ',' + line[7] + ')';
            expected.insert(line[2] + ".000000Z," + line[0].mid(4), line);
        }
        m_cluster->exec(insert);
        QTemporaryDir folder;
        QFile table{folder.filePath(u"constants-2012.csv"_s)};
        QVERIFY(table.open(QIODevice::WriteOnly));
        table.write(
            "location,kx_mm,ky_mm\n12W,22.3,28.8\n12W2,22.3,28.8\n12W3,22.3,28.8\n"); // the file's own, swapped pair
        table.close();
        const Run run = runCbpm3({u"fetch"_s, u"--source"_s, m_cluster->conninfo(), u"--table"_s, u"triplet"_s,
                                  u"--detector-table"_s, table.fileName(), u"--from"_s, u"2012-02-20"_s, u"--to"_s,
                                  u"2012-02-21"_s, u"--interval"_s, u"raw"_s, u"--output"_s, u"-"_s});
        QVERIFY2(run.exitCode == 0, run.errors.constData());
        const auto rows = csvRows(run.output).mid(1);
        QCOMPARE(rows.size(), expected.size());
        for (const QByteArrayList &row : rows) {
            const QByteArrayList line = expected.value(row[0] + ',' + row[1]);
            QVERIFY2(!line.isEmpty(), row.join(',').constData());
            QVERIFY(std::abs(row[7].toDouble() * 1e-3 - line[9].toDouble()) < 1e-12);
            QVERIFY(std::abs(row[8].toDouble() * 1e-3 - line[10].toDouble()) < 1e-12);
        }
    }

private:
    /// A new pipe under a name, with somebody at its other end.
    static int openPipe(const QString &path)
    {
        mkfifo(QFile::encodeName(path).constData(), 0600);
        return open(QFile::encodeName(path).constData(), O_RDONLY | O_NONBLOCK);
    }

    static QByteArray whatIsIn(const QTemporaryDir &folder)
    {
        QStringList names;
        const auto entries = QDir{folder.path()}.entryInfoList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot);
        for (const QFileInfo &entry : entries)
            names << entry.fileName() + (entry.isFile() ? u" (a file)"_s : u" (a pipe)"_s);
        return names.join(u", "_s).toUtf8();
    }

    Run fetch(const QStringList &more) const
    {
        return runCbpm3(QStringList{u"fetch"_s, u"--source"_s, m_cluster->conninfo(), u"--from"_s, u"2026-03-01"_s,
                                    u"--to"_s, u"2026-03-03"_s}
                        + more);
    }

    std::unique_ptr<TestCluster> m_cluster;
};

QTEST_GUILESS_MAIN(TestCliFetch)
#include "tst_cli_fetch.moc"
