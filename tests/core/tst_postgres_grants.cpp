// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/tiledload.h"
#include "core/source/postgres/postgressource.h"
#include "core/source/postgres/preparation.h"
#include "core/source/postgres/sitecheck.h"
#include "core/types/timetext.h"
#include "tests/support/testcluster.h"

#include <QTest>

#include <algorithm>

using namespace cbpm;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const TimeRange hours = *parseRange(u"2026-03-02T00:00:00Z"_s, u"2026-03-02T02:00:00Z"_s, TimePoint{});

TableMapping mapping()
{
    TableMapping mapping;
    mapping.table = u"ring.cbpm3"_s;
    return mapping;
}

} // namespace

/// The login of packaging/sql/grants.sql: everything a viewer does goes well with it, and nothing else.
class TestPostgresGrants : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QString why;
        test::ClusterOptions options;
        options.tcp = true;
        m_cluster = test::TestCluster::start(why, options);
        if (!m_cluster)
            QSKIP(qPrintable(why));
        m_cluster->exec(
            "CREATE SCHEMA ring; CREATE TABLE ring.cbpm3 (timestamp timestamptz, instr text, top_in int4, "
            "top_out int4, bot_in int4, bot_out int4);"
            "INSERT INTO ring.cbpm3 SELECT timestamptz '2026-03-02Z' + i * interval '1 s', d, 17000 + i % 31, "
            "17100 + i % 29, 16900 + i % 23, 17050 + i % 37 "
            "FROM generate_series(0, 7199) i, unnest(ARRAY['12W','13W']) d;"
            "CREATE INDEX ON ring.cbpm3 (timestamp);"
            "CREATE TABLE ring.secret (v int4); CREATE SCHEMA other; CREATE TABLE other.secret (v int4)");
        grant(); // before anything is prepared: what is made later must be open, too
        const auto prepared =
            prepare(m_cluster->conninfo(), mapping(), *builtinDetectorTable(), {}, [](double, std::uint64_t) {}, {});
        QVERIFY2(prepared, prepared ? "" : qPrintable(prepared.error().sentence()));
        grant(); // and a second time does no harm
    }

    void theWayToTheDataIsOpen_data()
    {
        QTest::addColumn<int>("path");
        QTest::newRow("rows") << static_cast<int>(ReadPath::Rows);
        QTest::newRow("blocks") << static_cast<int>(ReadPath::Blocks);
        QTest::newRow("rollup") << static_cast<int>(ReadPath::Rollup);
        QTest::newRow("auto") << static_cast<int>(ReadPath::Auto);
    }
    void theWayToTheDataIsOpen()
    {
        QFETCH(int, path);
        const PostgresSource source{viewer(), mapping(), builtinDetectorTable(), {}, static_cast<ReadPath>(path)};
        const auto info = source.info({});
        QVERIFY2(info, info ? "" : qPrintable(info.error().sentence()));
        QCOMPARE(info->extent->begin(), hours.begin());
        const auto store = std::make_shared<TileStore>(TileStore::Options{});
        const auto counts = loadTiled(source, {store, info->identity}, {hours, *Interval::of(1min), {}, {}},
                                      [](const BinBatchPtr &) { return true; }, {});
        QVERIFY2(counts, counts ? "" : qPrintable(counts.error().sentence()));
        QCOMPARE(counts->valid, 2u * 7200u);
    }

    void theCheckOfTheSiteGoesWell()
    {
        const auto findings = checkSite(viewer(), mapping(), builtinDetectorTable(), {}, {});
        QVERIFY(findings.has_value());
        for (const Finding &finding : *findings)
            QVERIFY2(finding.state != Finding::State::Fail, qPrintable(finding.topic + u": "_s + finding.text));
    }

    void everythingElseIsRefused_data()
    {
        QTest::addColumn<QByteArray>("sql");
        QTest::addColumn<QByteArray>("state");
        const auto row = [](const char *name, const QByteArray &sql, const char *state) {
            QTest::newRow(name) << sql << QByteArray{state};
        };
        row("insert", "INSERT INTO ring.cbpm3 VALUES (now(), '12W', 1, 2, 3, 4)", "25006");
        // What a session may undo is undone: only rights are left.
        const QByteArray writable{"SET default_transaction_read_only = off; "};
        row("insert all the same", writable + "INSERT INTO ring.cbpm3 VALUES (now())", "42501");
        row("update", writable + "UPDATE ring.cbpm3 SET top_in = 0", "42501");
        row("delete", writable + "DELETE FROM ring.cbpm3", "42501");
        row("truncate", writable + "TRUNCATE ring.cbpm3", "42501");
        row("prepared", writable + "DELETE FROM ring.cbpm3_blocks", "42501");
        row("watermark", writable + "UPDATE ring.cbpm3_prepared SET watermark = now()", "42501");
        row("drop", writable + "DROP TABLE ring.cbpm3", "42501");
        row("create", writable + "CREATE TABLE ring.mine (v int4)", "42501");
        row("create in public", writable + "CREATE TABLE public.mine (v int4)", "42501");
        row("another table", "SELECT * FROM ring.secret", "42501");
        row("another schema", "SELECT * FROM other.secret", "42501");
        row("a program", "COPY (SELECT 1) TO PROGRAM 'true'", "42501");
        row("a file", "COPY (SELECT 1) TO '/tmp/nowhere'", "42501");
        row("passwords", "SELECT * FROM pg_authid", "42501");
    }
    void everythingElseIsRefused()
    {
        QFETCH(QByteArray, sql);
        const PgConn connection{PQconnectdb(viewer().toUtf8().constData())};
        const auto statements = sql.split(';'); // each a transaction of its own
        QByteArray state;
        for (const QByteArray &statement : statements) {
            const PgResult result{PQexec(connection.get(), statement.constData())};
            state = PQresultErrorField(result.get(), PG_DIAG_SQLSTATE);
        }
        QTEST(state, "state");
    }

    void theSettingsHold_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::newRow("statement_timeout") << QByteArray{"1min"};
        QTest::newRow("lock_timeout") << QByteArray{"2s"};
        QTest::newRow("idle_in_transaction_session_timeout") << QByteArray{"1min"};
        QTest::newRow("default_transaction_read_only") << QByteArray{"on"};
        QTest::newRow("client_connection_check_interval") << QByteArray{"2s"};
    }
    void theSettingsHold()
    {
        const PgConn connection{PQconnectdb(viewer().toUtf8().constData())};
        const PgResult shown{PQexec(connection.get(), QByteArray{"SHOW "} + QTest::currentDataTag())};
        QTEST(QByteArray{PQgetvalue(shown.get(), 0, 0)}, "value");
    }

    void aFullServerSaysSo()
    {
        std::vector<Result<Connection>> held;
        for (int k = 0; k < 5; ++k)
            held.push_back(Connection::open(viewer(), {}, {}));
        const auto full = std::find_if(held.begin(), held.end(), [](const auto &one) { return !one.has_value(); });
        QVERIFY(full != held.end()); // grant() allows four
        QCOMPARE(full->error().kind, Error::Kind::Connection);
        QVERIFY(full->error().again == Error::Again::Often);
        QVERIFY2(full->error().hint.contains(u"full"_s), qPrintable(full->error().sentence()));
    }

    void aViewerCannotPrepare()
    {
        const auto prepared =
            prepare(viewer(), mapping(), *builtinDetectorTable(), {}, [](double, std::uint64_t) {}, {});
        QVERIFY(!prepared);
        QCOMPARE(prepared.error().kind, Error::Kind::Permission);
    }

private:
    QString viewer() const { return m_cluster->tcpConninfo(u"cbpm3_viewer"_s); }

    void grant() const
    {
        const QString failed =
            m_cluster->runScript(qEnvironmentVariable("CBPM_SOURCE_DIR") + u"/packaging/sql/grants.sql"_s,
                                 {u"table=ring.cbpm3"_s, u"connections=4"_s});
        QVERIFY2(failed.isEmpty(), qPrintable(failed));
    }

    std::unique_ptr<test::TestCluster> m_cluster;
};

QTEST_GUILESS_MAIN(TestPostgresGrants)
#include "tst_postgres_grants.moc"
