// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/program.h"
#include "tests/support/testcluster.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace cbpm::test;
using namespace Qt::StringLiterals;

/// `--profile`, as scripts use it, on a table whose names, zone and constants are all its own.
class TestCliProfile : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        qputenv("XDG_CACHE_HOME", m_folder.path().toUtf8());
        qputenv("XDG_CONFIG_HOME", m_folder.path().toUtf8());
        QVERIFY(QDir{}.mkpath(m_profiles));
        QString why;
        m_cluster = TestCluster::start(why);
        if (!m_cluster)
            QSKIP(qPrintable(why));
        m_cluster->exec("CREATE SCHEMA logging; CREATE TABLE logging.bpm (measured_at timestamp, bpm text, ti int4, "
                        "\"to\" int4, \"b i\" int4, bo int4); CREATE INDEX ON logging.bpm (measured_at)");
        put(m_profiles + u"/table.csv"_s, "location,kx_mm,ky_mm\nALPHA,20,20\nBETA,20,20\n");
        put(m_profiles + u"/ring.ini"_s,
            "source = " + m_cluster->conninfo().toUtf8()
                + "\ntable = logging.bpm\ntime = measured_at\ndetector = bpm\ntop_in = ti\n"
                  "top_out = to\nbot_in = b i\nbot_out = bo\n"
                  "server-timezone = America/New_York\ndetector-table = table.csv\n");
        put(m_profiles + u"/bad.ini"_s, "table = a\nsource = host=h password=hidden\n");
    }

    void simulateWritesWhereTheProfileSays()
    {
        // The profile's source is never written to unasked: --into stays what it is.
        QCOMPARE(runCbpm3(simulate()).exitCode, 2);
        const Run run =
            runCbpm3(simulate() + QStringList{u"--into"_s, m_cluster->conninfo(), u"--server-timezone"_s, u"UTC"_s});
        QVERIFY2(run.exitCode == 0, run.errors.constData());
        QCOMPARE(m_cluster->exec("SELECT min(measured_at)::date::text || ' ' || count(DISTINCT bpm) FROM logging.bpm"),
                 "2026-03-02 2");
        m_cluster->exec("UPDATE logging.bpm SET measured_at = measured_at - interval '5 h'"); // New York's winter
    }

    void fetchReadsAsTheProfileSays()
    {
        const Run run = runCbpm3(fetch());
        QVERIFY2(run.exitCode == 0, run.errors.constData());
        const auto rows = csvRows(run.output);
        QCOMPARE(rows.size(), 3);
        QCOMPARE(rows[1][0], "2026-03-02T00:00:00.000000Z");
        QCOMPARE(rows[1][1], "ALPHA");
        QVERIFY(!rows[1][3].isEmpty());
    }

    void anOptionWinsOverTheProfile()
    {
        Run run = runCbpm3(fetch() + QStringList{u"--server-timezone"_s, u"UTC"_s});
        QVERIFY2(run.exitCode == 0, run.errors.constData());
        QCOMPARE(csvRows(run.output).size(), 1); // five hours before the range
        run = runCbpm3(fetch() + QStringList{u"--columns"_s, u"detector=nowhere"_s});
        QVERIFY2(run.errors.contains("nowhere"), run.errors.constData());
        QVERIFY2(!run.errors.contains("timestamp"), run.errors.constData()); // the others are still the profile's
        run = runCbpm3(fetch() + QStringList{u"--source"_s, u"host=/nowhere dbname=x"_s});
        QVERIFY2(run.errors.contains("/nowhere"), run.errors.constData());
    }

    void checkAndPrepareTakeIt()
    {
        const Run check = runCbpm3({u"check"_s, u"--profile"_s, u"ring"_s});
        QVERIFY2(check.exitCode == 0, check.output.constData());
        QVERIFY2(check.output.contains("logging.bpm") && check.output.contains("2 of 2 seen"),
                 check.output.constData());
        const Run prepare = runCbpm3({u"prepare"_s, u"--profile"_s, u"ring"_s});
        QVERIFY2(prepare.exitCode == 0, prepare.errors.constData());
        QVERIFY2(prepare.output.contains("beside logging.bpm"), prepare.output.constData());
    }

    void anUnknownOneIsWrongUsageAndTheOthersAreNamed()
    {
        for (const QStringList &words : {fetch(), QStringList{u"check"_s, u"--profile"_s, u"ring"_s}}) {
            QStringList arguments = words;
            arguments.replace(arguments.indexOf(u"ring"_s), u"rinng"_s);
            const Run run = runCbpm3(arguments);
            QCOMPARE(run.exitCode, 2);
            QVERIFY2(run.errors.contains("--profile: there is no profile \"rinng\"; choose one of bad, ring"),
                     run.errors.constData());
        }
    }

    void aBadFileIsOneSentenceWithItsLine()
    {
        const Run run = runCbpm3({u"check"_s, u"--profile"_s, u"bad"_s});
        QCOMPARE(run.exitCode, 1);
        QVERIFY2(run.errors.contains("bad.ini, line 2: "), run.errors.constData());
        QVERIFY(!run.errors.contains("hidden"));
        QCOMPARE(run.errors.count('\n'), 1);
    }

private:
    static void put(const QString &path, const QByteArray &bytes)
    {
        QFile file{path};
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }

    static QStringList simulate()
    {
        return {u"simulate"_s, u"--profile"_s, u"ring"_s, u"--from"_s, u"2026-03-02"_s, u"--duration"_s, u"1min"_s};
    }

    static QStringList fetch()
    {
        return {u"fetch"_s,      u"--profile"_s,  u"ring"_s, u"--from"_s,   u"2026-03-02"_s, u"--to"_s,
                u"2026-03-03"_s, u"--interval"_s, u"1min"_s, u"--output"_s, u"-"_s};
    }

    QTemporaryDir m_folder;
    QString m_profiles = m_folder.filePath(u"cbpm3/profiles"_s);
    std::unique_ptr<TestCluster> m_cluster;
};

QTEST_GUILESS_MAIN(TestCliProfile)
#include "tst_cli_profile.moc"
