// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/postgres/postgressource.h"
#include "tests/support/testcluster.h"

#include <QTest>

using namespace cbpm;
using namespace Qt::StringLiterals;

namespace {

constexpr auto insertRow = "INSERT INTO \"Ring\".cbpm3 VALUES (now(), '12W', 1, 2, 3, 4)";

TableMapping mapping()
{
    TableMapping mapping;
    mapping.table = u"Ring.cbpm3"_s;
    return mapping;
}

} // namespace

/// Announcements of new rows by the trigger of packaging/sql/announce.sql.
class TestPostgresAnnouncer : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        QString why;
        test::ClusterOptions options;
        options.tcp = true;
        m_cluster = test::TestCluster::start(why, options);
        if (!m_cluster)
            QSKIP(qPrintable(why));
        m_cluster->exec("CREATE SCHEMA \"Ring\"; CREATE TABLE \"Ring\".cbpm3 (timestamp timestamptz, instr text, "
                        "top_in int4, top_out int4, bot_in int4, bot_out int4); CREATE ROLE viewer LOGIN; "
                        "GRANT USAGE ON SCHEMA \"Ring\" TO viewer; GRANT SELECT ON \"Ring\".cbpm3 TO viewer; "
                        "ALTER ROLE viewer SET default_transaction_read_only = on");
    }

    void aTableWithoutTheTriggerCostsNoSession()
    {
        QVERIFY(!listen());
        QCOMPARE(sessions(), 0);
    }

    void eachInsertIsHeardByAReaderWhoMayOnlyRead()
    {
        install();
        install(); // a second time does no harm
        const auto announcer = listen();
        QVERIFY(announcer);
        QCOMPARE(sessions(), 1);
        QCOMPARE(*announcer->hear(), false);
        for (int k = 0; k < 3; ++k) {
            m_cluster->exec(insertRow);
            QVERIFY(QTest::qWaitFor([&] { return *announcer->hear(); }));
            QCOMPARE(*announcer->hear(), false);
        }
        m_cluster->exec("BEGIN; "_ba + insertRow + "; ROLLBACK");
        m_cluster->exec("DELETE FROM \"Ring\".cbpm3");
        QCOMPARE(*announcer->hear(), false);
    }

    void aDisabledTriggerAnnouncesNothing()
    {
        install();
        m_cluster->exec("ALTER TABLE \"Ring\".cbpm3 DISABLE TRIGGER cbpm3_announce");
        QVERIFY(!listen());
    }

    void theEndOfTheSessionIsAnError()
    {
        install();
        const auto announcer = listen();
        QVERIFY(announcer);
        m_cluster->exec("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN%'");
        QTRY_VERIFY(!announcer->hear());
    }

    void aProgramThatHasNoSessionLeftDoesWithout()
    {
        install();
        PostgresLimits limits;
        limits.sessions = std::make_shared<ProgramSessions>("cbpm3-test", 1);
        const PostgresSource source{viewer(), mapping(), builtinDetectorTable(), limits};
        const auto reader = source.open({}, {});
        QVERIFY(reader);
        const auto announcer = source.announcer({});
        QVERIFY(announcer);
        QVERIFY(!*announcer);
    }

private:
    QString viewer() const { return m_cluster->tcpConninfo(u"viewer"_s); }
    std::unique_ptr<Announcer> listen() const
    {
        auto announcer = PostgresSource{viewer(), mapping(), builtinDetectorTable()}.announcer({});
        if (!announcer)
            qFatal("%s", qPrintable(announcer.error().sentence()));
        return std::move(*announcer);
    }
    int sessions() const
    {
        return m_cluster->exec("SELECT count(*) FROM pg_stat_activity WHERE query LIKE 'LISTEN%'").toInt();
    }
    void install() const
    {
        QCOMPARE(m_cluster->runScript(qEnvironmentVariable("CBPM_SOURCE_DIR") + u"/packaging/sql/announce.sql"_s,
                                      {u"table=\"Ring\".cbpm3"_s}),
                 QString{});
    }

    std::unique_ptr<test::TestCluster> m_cluster;
};

QTEST_GUILESS_MAIN(TestPostgresAnnouncer)
#include "tst_postgres_announcer.moc"
