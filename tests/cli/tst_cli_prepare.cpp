// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/program.h"
#include "tests/support/testcluster.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <cmath>
#include <csignal>

using namespace cbpm::test;
using namespace Qt::StringLiterals;

/// `cbpm3 prepare` and the paths that it opens, as scripts use them.
class TestCliPrepare : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QString why;
        m_cluster = TestCluster::start(why);
        if (!m_cluster)
            QSKIP(qPrintable(why));
        qputenv("XDG_CACHE_HOME", m_cache.path().toUtf8());
        m_cluster->exec("CREATE TABLE cbpm3 (timestamp timestamptz, instr text, top_in int4, top_out int4, "
                        "bot_in int4, bot_out int4);"
                        "INSERT INTO cbpm3 SELECT timestamptz '2026-03-02Z' + i * interval '0.1 s', d, "
                        "17000 + (i * 761) % 31, 17100 + (i * 757) % 29, 16900 + i % 23, 17050 + (i * 31) % 37 "
                        "FROM generate_series(0, 71999) i, unnest(ARRAY['12W','13W','14W','99Q']) d;"
                        "CREATE INDEX ON cbpm3 (timestamp); ANALYZE cbpm3");
    }

    void whereNothingIsPreparedAForcedPathFails()
    {
        for (const QString &path : {u"blocks"_s, u"rollup"_s}) {
            const Run run = fetch(path, u"1min"_s);
            QCOMPARE(run.exitCode, 1);
            QVERIFY2(run.errors.contains("cbpm3 prepare"), run.errors.constData());
        }
    }

    void aKilledPrepareIsFinishedByTheNext()
    {
        QProcess process;
        process.start(qEnvironmentVariable("CBPM_BIN_DIR") + u"/cbpm3"_s,
                      {u"prepare"_s, u"--source"_s, m_cluster->conninfo()});
        for (int tries = 0; tries < 500 && slotsDone() < 3; ++tries)
            QThread::msleep(2);
        process.kill();
        process.waitForFinished();
        const int done = slotsDone();
        QVERIFY2(done >= 3 && done < 14, QByteArray::number(done).constData());
        const Run run = prepare();
        QCOMPARE(run.exitCode, 0);
        QVERIFY2(run.output.contains("rows prepared beside cbpm3"), run.output.constData());
        QCOMPARE(slotsDone(), 14); // twelve of blocks, two of rollups
        QVERIFY(prepare().output.startsWith("0 rows"));
    }

    void everyPathGivesTheSameTable_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("interval");
        QTest::newRow("blocks, 0.1 s") << u"blocks"_s << u"0.1s"_s;
        QTest::newRow("blocks, 1 min") << u"blocks"_s << u"1min"_s;
        QTest::newRow("blocks, raw") << u"blocks"_s << u"raw"_s;
        QTest::newRow("rollup, 10 s") << u"rollup"_s << u"10s"_s;
        QTest::newRow("rollup, 1 min") << u"rollup"_s << u"1min"_s;
        QTest::newRow("rollup, 2 min") << u"rollup"_s << u"2min"_s;
        QTest::newRow("rollup, 1 h") << u"rollup"_s << u"1h"_s;
        QTest::newRow("auto, 1 min") << u"auto"_s << u"1min"_s;
    }
    void everyPathGivesTheSameTable()
    {
        QFETCH(QString, path);
        QFETCH(QString, interval);
        QCOMPARE(fetch(u"rows"_s, interval).exitCode, 0);
        const auto expected = table();
        const Run run = fetch(path, interval);
        QVERIFY2(run.exitCode == 0, run.errors.constData());
        const auto got = table();
        QCOMPARE(got.size(), expected.size());
        QVERIFY(got.size() > 4);
        for (qsizetype k = 1; k < got.size(); ++k) {
            for (qsizetype column = 0; column < got[k].size(); ++column) {
                bool number = false;
                const double a = got[k][column].toDouble(&number);
                const double b = expected[k][column].toDouble();
                if (number)
                    QVERIFY2(std::abs(a - b) <= 1e-9 * std::abs(b) + 1e-12,
                             (got[k][column] + ' ' + expected[k][column]).constData());
                else
                    QCOMPARE(got[k][column], expected[k][column]);
            }
        }
        if (path != "auto"_L1)
            QCOMPARE(summary().value(u"path"_s).toString(), path);
    }

    void aRollupThatDoesNotServeIsSaid()
    {
        for (const QStringList &more : {QStringList{u"--interval"_s, u"1s"_s}, QStringList{u"--interval"_s, u"raw"_s},
                                        QStringList{u"--interval"_s, u"1min"_s, u"--method"_s, u"map"_s}}) {
            const Run run = runCbpm3(QStringList{u"fetch"_s, u"--source"_s, m_cluster->conninfo(), u"--from"_s,
                                                 u"2026-03-02"_s, u"--to"_s, u"2026-03-03"_s, u"--path"_s, u"rollup"_s,
                                                 u"--output"_s, m_folder.filePath(u"none.csv"_s)}
                                     + more);
            QCOMPARE(run.exitCode, 1);
            QVERIFY2(run.errors.contains("--path"), run.errors.constData());
        }
    }

    void checkTellsWhatIsPreparedAndWhatItWouldGain()
    {
        const auto check = [this] { return runCbpm3({u"check"_s, u"--source"_s, m_cluster->conninfo()}).output; };
        const QByteArray prepared = check();
        QVERIFY2(prepared.contains("blocks to 2026-03-02T02:00:00"), prepared.constData());
        QVERIFY2(prepared.contains("rows, blocks, rollup"), prepared.constData());
        QCOMPARE(runCbpm3({u"prepare"_s, u"--source"_s, m_cluster->conninfo(), u"--drop"_s}).exitCode, 0);
        const QByteArray bare = check();
        QVERIFY2(bare.contains("cbpm3 prepare would make a day"), bare.constData());
        QCOMPARE(fetch(u"blocks"_s, u"1min"_s).exitCode, 1);
    }

    void wrongUsageIsNamed()
    {
        QCOMPARE(runCbpm3({u"prepare"_s}).exitCode, 2);
        const Run run = runCbpm3({u"prepare"_s, u"--source"_s, u"demo"_s});
        QCOMPARE(run.exitCode, 2);
        QVERIFY(run.errors.contains("--source"));
        QVERIFY(runCbpm3({u"prepare"_s, u"--source"_s, m_cluster->conninfo(), u"--from"_s, u"soon"_s})
                    .errors.contains("--from"));
    }

private:
    Run prepare() const { return runCbpm3({u"prepare"_s, u"--source"_s, m_cluster->conninfo()}); }

    int slotsDone() const
    {
        if (m_cluster->exec("SELECT to_regclass('cbpm3_prepared_slots') IS NULL") == "t")
            return 0;
        return m_cluster->exec("SELECT count(*) FROM cbpm3_prepared_slots").toInt();
    }

    Run fetch(const QString &path, const QString &interval) const
    {
        return runCbpm3({u"fetch"_s, u"--source"_s, m_cluster->conninfo(), u"--from"_s, u"2026-03-02"_s, u"--to"_s,
                         u"2026-03-03"_s, u"--interval"_s, interval, u"--path"_s, path, u"--no-cache"_s, u"--output"_s,
                         m_folder.filePath(u"out.csv"_s), u"--summary"_s, m_folder.filePath(u"out.json"_s)});
    }

    QList<QByteArrayList> table() const
    {
        QFile file{m_folder.filePath(u"out.csv"_s)};
        return file.open(QIODevice::ReadOnly) ? csvRows(file.readAll()) : QList<QByteArrayList>{};
    }

    QJsonObject summary() const
    {
        QFile file{m_folder.filePath(u"out.json"_s)};
        return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject{};
    }

    std::unique_ptr<TestCluster> m_cluster;
    QTemporaryDir m_folder;
    QTemporaryDir m_cache;
};

QTEST_GUILESS_MAIN(TestCliPrepare)
#include "tst_cli_prepare.moc"
