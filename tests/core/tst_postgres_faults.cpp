// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/binload.h"
#include "core/source/postgres/conninfo.h"
#include "core/source/postgres/postgressource.h"
#include "core/types/timetext.h"
#include "tests/core/readall.h"
#include "tests/support/testcluster.h"

#include <QElapsedTimer>
#include <QTemporaryFile>
#include <QTest>

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include <csignal>
#include <thread>

using namespace cbpm;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using test::readAll;

namespace {

const TimeRange day = *parseRange(u"2026-03-02Z"_s, u"2026-03-03Z"_s, TimePoint{});

TableMapping mappingOf(const QString &table)
{
    TableMapping mapping;
    mapping.table = table;
    return mapping;
}

} // namespace

class TestPostgresFaults : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QString why;
        test::ClusterOptions options;
        options.tcp = true;
        options.hba = {u"host all guarded 127.0.0.1/32 scram-sha-256"_s};
        m_cluster = test::TestCluster::start(why, options);
        if (!m_cluster)
            QSKIP(qPrintable(why));
        m_cluster->exec(
            "CREATE TABLE cbpm3 (timestamp timestamptz, instr text, top_in int4, top_out int4, bot_in int4, bot_out "
            "int4);"
            "INSERT INTO cbpm3 SELECT timestamptz '2026-03-02Z' + i * interval '0.1 s', d, 16000, 16100, 16200, 16300 "
            "FROM generate_series(0, 35999) i, unnest(ARRAY['12W','13W','14W','15W']) d;"
            "CREATE INDEX ON cbpm3 (timestamp); ANALYZE cbpm3;"
            "CREATE ROLE guarded LOGIN PASSWORD 'right'; CREATE ROLE stranger LOGIN");
        // Each row takes its time: for cancels and dead servers in the middle of a COPY.
        m_cluster->exec("CREATE FUNCTION slowly(v int4) RETURNS int4 LANGUAGE plpgsql VOLATILE AS "
                        "'BEGIN PERFORM pg_sleep(0.005); RETURN v; END';"
                        "CREATE VIEW slow AS SELECT timestamp, instr, slowly(top_in) AS top_in, top_out, bot_in, "
                        "bot_out FROM cbpm3");
    }

    void cleanupTestCase()
    {
        if (m_silent >= 0)
            close(m_silent);
    }

    void whatIsWrongIsNamed_data()
    {
        QTest::addColumn<QString>("conninfo");
        QTest::addColumn<QString>("table");
        QTest::addColumn<QString>("columns");
        QTest::addColumn<Error::Kind>("kind");
        QTest::addColumn<QString>("named");
        if (!m_cluster)
            return;
        const QString good = m_cluster->conninfo();
        QTest::newRow("nobody listens") << u"host=127.0.0.1 port=1 dbname=x"_s << u"cbpm3"_s << QString{}
                                        << Error::Kind::Connection << u"127.0.0.1"_s;
        QTest::newRow("no socket") << u"host=/nowhere dbname=x"_s << u"cbpm3"_s << QString{} << Error::Kind::Connection
                                   << u"/nowhere"_s;
        QTest::newRow("nonsense") << u"host=x colour=red"_s << u"cbpm3"_s << QString{} << Error::Kind::Usage
                                  << u"colour"_s;
        QTest::newRow("no database") << m_cluster->conninfo(u"nothing"_s) << u"cbpm3"_s << QString{}
                                     << Error::Kind::NotFound << u"nothing"_s;
        QTest::newRow("no role") << m_cluster->tcpConninfo(u"nobody_here"_s) << u"cbpm3"_s << QString{}
                                 << Error::Kind::Authentication << u"nobody_here"_s;
        QTest::newRow("no password") << m_cluster->tcpConninfo(u"guarded"_s) + u" passfile=/nowhere"_s << u"cbpm3"_s
                                     << QString{} << Error::Kind::Authentication << u"password"_s;
        QTest::newRow("wrong password") << m_cluster->tcpConninfo(u"guarded"_s) + u" password=wrong"_s << u"cbpm3"_s
                                        << QString{} << Error::Kind::Authentication << u"guarded"_s;
        QTest::newRow("no table") << good << u"missing"_s << QString{} << Error::Kind::NotFound << u"missing"_s;
        QTest::newRow("no schema") << good << u"nowhere.cbpm3"_s << QString{} << Error::Kind::NotFound << u"nowhere"_s;
        QTest::newRow("no column") << good << u"cbpm3"_s << u"top_in=absent"_s << Error::Kind::NotFound << u"absent"_s;
        QTest::newRow("button of text") << good << u"cbpm3"_s << u"top_in=instr"_s << Error::Kind::BadData
                                        << u"\"instr\""_s;
        QTest::newRow("time of text") << good << u"cbpm3"_s << u"time=instr"_s << Error::Kind::BadData
                                      << u"\"instr\""_s;
        QTest::newRow("detector of time")
            << good << u"cbpm3"_s << u"detector=timestamp"_s << Error::Kind::BadData << u"timestamp with time zone"_s;
        QTest::newRow("no right") << m_cluster->tcpConninfo(u"stranger"_s) << u"cbpm3"_s << QString{}
                                  << Error::Kind::Permission << u"cbpm3"_s;
    }
    void whatIsWrongIsNamed()
    {
        QFETCH(QString, conninfo);
        QFETCH(QString, table);
        QFETCH(QString, columns);
        QFETCH(QString, named);
        TableMapping mapping = mappingOf(table);
        if (!columns.isEmpty())
            QVERIFY(applyColumns(mapping, columns));
        const PostgresSource source{conninfo, mapping, builtinDetectorTable()};
        const auto all = readAll(source, day);
        QVERIFY(!all);
        QTEST(all.error().kind, "kind");
        QVERIFY2(all.error().what.contains(named), qPrintable(all.error().what));
        QVERIFY(!all.error().hint.isEmpty() || all.error().kind == Error::Kind::Query);
        QVERIFY(!all.error().sentence().contains(u"wrong"_s));
        QVERIFY(!all.error().sentence().contains(u'\n'));
    }

    void cancelReachesTheServer()
    {
        const PostgresSource source{m_cluster->conninfo(), mappingOf(u"slow"_s), builtinDetectorTable()};
        const CancelToken cancel;
        std::thread canceller{[&] {
            while (activeCopies() == 0)
                std::this_thread::yield();
            m_cancelled.start();
            cancel.cancel();
        }};
        const auto all = readAll(source, day, {}, cancel);
        const qint64 took = m_cancelled.elapsed();
        canceller.join();
        QVERIFY(!all);
        QCOMPARE(all.error().kind, Error::Kind::Cancelled);
        QTRY_COMPARE_WITH_TIMEOUT(activeCopies(), 0, 30'000);
        qInfo("cancelled after %lld ms", static_cast<long long>(took));
    }

    void cancelIsSeenWhileBytesKeepComing()
    {
        m_cluster->exec("CREATE VIEW flood AS SELECT timestamptz '2026-03-02Z' + (i % 1000) * interval '1 us' AS "
                        "timestamp, '12W'::text AS "
                        "instr, 1 AS top_in, 2 AS top_out, 3 AS bot_in, 4 AS bot_out FROM (SELECT generate_series(1, "
                        "2000000000)) s(i)");
        const PostgresSource source{m_cluster->conninfo(), mappingOf(u"flood"_s), builtinDetectorTable()};
        const CancelToken cancel;
        std::thread canceller{[&] {
            while (activeCopies() == 0)
                std::this_thread::yield();
            cancel.cancel();
        }};
        const auto all = readAll(source, day, {}, cancel); // without a look it would never end
        canceller.join();
        QVERIFY(!all);
        QCOMPARE(all.error().kind, Error::Kind::Cancelled);
        QTRY_COMPARE_WITH_TIMEOUT(activeCopies(), 0, 30'000);
    }

    void aReaderGoesOnAfterACancel()
    {
        const PostgresSource source{m_cluster->conninfo(), mappingOf(u"cbpm3"_s), builtinDetectorTable()};
        const auto reader = source.open({}, {});
        QVERIFY(reader.has_value());
        const CancelToken cancel;
        QVERIFY(reader.value()->start(day));
        QVERIFY(reader.value()->next(cancel).has_value());
        cancel.cancel();
        QCOMPARE(reader.value()->next(cancel).error().kind, Error::Kind::Cancelled);
        const auto second = *parseRange(u"2026-03-02T00:00:01Z"_s, u"2026-03-02T00:00:02Z"_s, TimePoint{});
        const auto started = reader.value()->start(second); // the slice under way is left
        QVERIFY2(started, started ? "" : qPrintable(started.error().sentence()));
        const auto batch = reader.value()->next({});
        QVERIFY2(batch, batch ? "" : qPrintable(batch.error().sentence()));
        QCOMPARE((*batch)->rows, 40u);
        QCOMPARE((*batch)->range, second);
        QVERIFY(!*reader.value()->next({}));
    }

    void aReaderGoesOnAfterAnError()
    {
        PostgresLimits limits;
        limits.statement = 100ms;
        m_cluster->exec("CREATE VIEW sometimes AS SELECT timestamp, instr, CASE WHEN timestamp < '2026-03-02 00:30Z' "
                        "THEN slowly(top_in) "
                        "ELSE top_in END AS top_in, top_out, bot_in, bot_out FROM cbpm3");
        const PostgresSource source{m_cluster->conninfo(), mappingOf(u"sometimes"_s), builtinDetectorTable(), limits};
        const auto reader = source.open({}, {});
        QVERIFY(reader.has_value());
        QVERIFY(reader.value()->start(day));
        QCOMPARE(reader.value()->next({}).error().kind, Error::Kind::Timeout);
        QVERIFY(reader.value()->start(*parseRange(u"2026-03-02T00:40:00Z"_s, u"2026-03-02T00:40:01Z"_s, TimePoint{})));
        const auto batch = reader.value()->next({});
        QVERIFY2(batch, batch ? "" : qPrintable(batch.error().sentence()));
        QCOMPARE((*batch)->rows, 40u);
    }

    void aLockedTableIsATimeout()
    {
        m_cluster->exec("CREATE TABLE locked AS SELECT * FROM cbpm3 LIMIT 10");
        const PgConn holder{PQconnectdb(m_cluster->conninfo().toUtf8().constData())};
        PgResult{PQexec(holder.get(), "BEGIN; LOCK TABLE locked IN ACCESS EXCLUSIVE MODE")};
        PostgresLimits limits;
        limits.lock = 100ms;
        const PostgresSource source{m_cluster->conninfo(), mappingOf(u"locked"_s), builtinDetectorTable(), limits};
        const auto all = readAll(source, day);
        QVERIFY(!all);
        QCOMPARE(all.error().kind, Error::Kind::Timeout);
        QVERIFY2(all.error().hint.contains(u"locked"_s), qPrintable(all.error().hint));
    }

    void aHostThatStaysSilentIsPassedOver()
    {
        const int port = listenSilently();
        Deadlines deadlines;
        deadlines.connect = 200ms;
        const QString silent = u"host=127.0.0.1 port=%1 dbname=postgres user=postgres"_s.arg(port);
        const auto alone = Connection::open(silent, deadlines, {});
        QVERIFY(!alone);
        QCOMPARE(alone.error().kind, Error::Kind::Connection);
        QVERIFY2(alone.error().what.contains(u"0.2 s"_s), qPrintable(alone.error().what));
        const QString both =
            u"host=127.0.0.1,127.0.0.1 port=%1,%2 dbname=postgres user=stranger"_s.arg(port).arg(m_cluster->port());
        const auto second = Connection::open(both, deadlines, {});
        QVERIFY2(second, second ? "" : qPrintable(second.error().sentence()));
        const CancelToken cancel;
        cancel.cancel();
        QCOMPARE(Connection::open(silent, deadlines, cancel).error().kind, Error::Kind::Cancelled);
    }

    void everyConnectionIsNamedAfterTheProgram_data()
    {
        QTest::addColumn<QString>("asked");
        QTest::addColumn<QByteArray>("shown");
        QTest::newRow("none") << QString{} << sessionName("cbpm3/" CBPM_VERSION);
        QTest::newRow("own") << u" application_name=shift"_s << QByteArray{"cbpm3 shift"};
        QTest::newRow("ours") << u" application_name=cbpm3-monitor"_s << QByteArray{"cbpm3-monitor"};
    }
    void everyConnectionIsNamedAfterTheProgram()
    {
        QFETCH(QString, asked);
        auto connection = Connection::open(m_cluster->conninfo() + asked + u" client_encoding=LATIN1"_s, {}, {});
        QVERIFY(connection.has_value());
        const auto shown =
            connection->run("SELECT current_setting('application_name'), current_setting('client_encoding')", {});
        QVERIFY(shown.has_value());
        QTEST(QByteArray{PQgetvalue(shown->get(), 0, 0)}, "shown");
        QCOMPARE(QByteArray{PQgetvalue(shown->get(), 0, 1)}, "UTF8");
    }

    void passwordsInConnectionStringsAreRefused_data()
    {
        QTest::addColumn<QString>("conninfo");
        QTest::addColumn<bool>("good");
        QTest::newRow("service") << u"service=ring"_s << true;
        QTest::newRow("uri") << u"postgresql://ring@host/db?sslmode=require"_s << true;
        QTest::newRow("keyword") << u"host=h password='hidden'"_s << false;
        QTest::newRow("in the uri") << u"postgresql://ring:hidden@host/db"_s << false;
        QTest::newRow("option of the uri") << u"postgres://host/db?password=hidden"_s << false;
        QTest::newRow("of the key") << u"host=h sslpassword=hidden"_s << false;
        QTest::newRow("nonsense") << u"host=h hidden"_s << false;
    }
    void passwordsInConnectionStringsAreRefused()
    {
        QFETCH(QString, conninfo);
        const auto checked = checkConninfo(conninfo);
        QTEST(checked.has_value(), "good");
        QVERIFY(checked || !checked.error().sentence().contains(u"hidden"_s));
    }

    void aPasswordFileThatOthersMayReadIsNamed()
    {
        QTemporaryFile file;
        QVERIFY(file.open());
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther);
        const QString conninfo = m_cluster->tcpConninfo(u"guarded"_s) + u" passfile="_s + file.fileName();
        const auto connection = Connection::open(conninfo, {}, {});
        QVERIFY(!connection);
        QCOMPARE(connection.error().kind, Error::Kind::Authentication);
        QVERIFY2(connection.error().hint.contains(file.fileName()), qPrintable(connection.error().hint));
    }

    void aReaderThatGoesAwayStopsItsCopy()
    {
        const PostgresSource source{m_cluster->conninfo(), mappingOf(u"cbpm3"_s), builtinDetectorTable()};
        {
            const auto reader = source.open({}, {});
            QVERIFY(reader.has_value());
            QVERIFY(reader.value()->start(day));
            QVERIFY(reader.value()->next({}).has_value()); // and the next slice is under way
        }
        QTRY_COMPARE_WITH_TIMEOUT(activeCopies(), 0, 30'000);
        QTRY_COMPARE_WITH_TIMEOUT(
            m_cluster->exec("SELECT count(*) FROM pg_stat_activity WHERE application_name LIKE 'cbpm3%'"), "0", 30'000);
    }

    void aTerminatedBackendIsALostConnection()
    {
        const PostgresSource source{m_cluster->conninfo(), mappingOf(u"slow"_s), builtinDetectorTable()};
        std::thread killer{[&] {
            while (m_cluster->exec(
                       "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE query LIKE 'COPY%' "
                       "AND state = 'active' AND application_name LIKE 'cbpm3%'")
                   == "0")
                std::this_thread::yield();
        }};
        const auto all = readAll(source, day);
        killer.join();
        QVERIFY(!all);
        QCOMPARE(all.error().kind, Error::Kind::Connection);
    }

    void aSilentServerIsNoticed()
    {
        PostgresLimits limits;
        limits.deadlines.silence = 300ms;
        const PostgresSource source{m_cluster->conninfo(), mappingOf(u"slow"_s), builtinDetectorTable(), limits};
        qint64 stopped = 0;
        std::thread stopper{[&] {
            while (stopped == 0) {
                stopped = m_cluster
                              ->exec("SELECT coalesce(max(pid), 0) FROM pg_stat_activity WHERE query LIKE 'COPY%' "
                                     "AND state = 'active' AND application_name LIKE 'cbpm3%'")
                              .toLongLong();
            }
            kill(static_cast<pid_t>(stopped), SIGSTOP);
        }};
        const auto all = readAll(source, day);
        stopper.join();
        kill(static_cast<pid_t>(stopped), SIGCONT);
        QVERIFY(!all);
        QCOMPARE(all.error().kind, Error::Kind::Timeout);
    }

    void theServersOwnLimitIsATimeout()
    {
        PostgresLimits limits;
        limits.statement = 100ms;
        const PostgresSource source{m_cluster->conninfo(), mappingOf(u"slow"_s), builtinDetectorTable(), limits};
        const auto all = readAll(source, day);
        QVERIFY(!all);
        QCOMPARE(all.error().kind, Error::Kind::Timeout);
    }

    void anErrorInMidCopyIsNoEnd()
    {
        m_cluster->exec(
            "CREATE OR REPLACE VIEW broken AS SELECT timestamp, instr, 1 / (extract(epoch FROM timestamp - timestamptz "
            "'2026-03-02Z') - 1)::int4 AS top_in, top_out, bot_in, bot_out FROM cbpm3");
        const PostgresSource source{m_cluster->conninfo(), mappingOf(u"broken"_s), builtinDetectorTable()};
        const auto all = readAll(source, day);
        QVERIFY(!all);
        QCOMPARE(all.error().kind, Error::Kind::Query);
        QVERIFY(all.error().what.contains(u"division by zero"_s));
    }

    void nothingIsEverWritten()
    {
        const PostgresSource source{m_cluster->conninfo(), mappingOf(u"cbpm3"_s), builtinDetectorTable()};
        const auto reader = source.open({}, {});
        QVERIFY(reader.has_value());
        const QByteArray transactions =
            m_cluster->exec("SELECT count(*) FROM pg_stat_activity WHERE application_name LIKE 'cbpm3%' "
                            "AND state = 'idle in transaction' AND backend_xid IS NULL");
        QCOMPARE(transactions, "1");
    }

private:
    /// A port where connections are taken and nothing is ever said.
    int listenSilently()
    {
        m_silent = socket(AF_INET, SOCK_STREAM, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        if (bind(m_silent, reinterpret_cast<sockaddr *>(&address), size) != 0 || listen(m_silent, 8) != 0
            || getsockname(m_silent, reinterpret_cast<sockaddr *>(&address), &size) != 0)
            qFatal("no silent port");
        return ntohs(address.sin_port);
    }

    int activeCopies() const
    {
        return m_cluster
            ->exec("SELECT count(*) FROM pg_stat_activity WHERE query LIKE 'COPY%' AND state = 'active' "
                   "AND application_name LIKE 'cbpm3%'")
            .toInt();
    }

    std::unique_ptr<test::TestCluster> m_cluster;
    QElapsedTimer m_cancelled;
    int m_silent = -1;
};

QTEST_GUILESS_MAIN(TestPostgresFaults)
#include "tst_postgres_faults.moc"
