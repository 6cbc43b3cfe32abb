// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/postgres/postgressource.h"
#include "core/source/postgres/preparation.h"
#include "core/source/postgres/sitecheck.h"
#include "core/types/timetext.h"
#include "tests/core/loadedbins.h"
#include "tests/core/readall.h"
#include "tests/support/testcluster.h"

#include <QTest>

using namespace cbpm;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using test::loadedBins;

namespace {

constexpr int seconds = 1800;
constexpr int cut = 8005; // tenths of a second in the first half: no edge of a slot, a minute or a second
const TimeRange whole = *parseRange(u"2026-03-02Z"_s, u"2026-03-02T00:30Z"_s, TimePoint{});
const TimeRange firstHalf = *TimeRange::between(whole.begin(), whole.begin() + cut * triggerSpacing);

const QByteArray table =
    "CREATE TABLE cbpm3 (timestamp timestamptz, instr text, top_in float8, top_out float8, bot_in float8, bot_out "
    "float8);";
const QByteArray indexes = "CREATE INDEX ON cbpm3 (timestamp); CREATE INDEX ON cbpm3 (instr, timestamp); ANALYZE cbpm3";

/// Rows of the triggers [from, to), some of them twice. The same numbers wherever they are made.
QByteArray rows(int from, int to)
{
    return "INSERT INTO cbpm3 SELECT timestamptz '2026-03-02Z' + i * interval '0.1 s', d, "
           "17000 + (i * 761 % 331) / 7.0 + again, 17100 + (i * 757 % 229) / 3.0, 16900 + i % 23, "
           "CASE WHEN i % 4001 = 7 THEN NULL ELSE 17050 + (i * 31 % 37) / 11.0 END "
           "FROM generate_series("
           + QByteArray::number(from) + ", " + QByteArray::number(to - 1)
           + ") i, unnest(ARRAY['12W','13W','14W','99Q']) d, generate_series(0, CASE i % 997 WHEN 0 THEN 1 ELSE 0 END) "
             "again ORDER BY i, d, again;";
}

QString script(const QString &name)
{
    return qEnvironmentVariable("CBPM_SOURCE_DIR") + u"/packaging/sql/"_s + name;
}

std::shared_ptr<const PostgresSource> sourceOf(const QString &conninfo, ReadPath path = ReadPath::Auto,
                                               const QString &name = u"cbpm3"_s)
{
    TableMapping mapping;
    mapping.table = name;
    return std::make_shared<PostgresSource>(conninfo, mapping, builtinDetectorTable(), PostgresLimits{}, path);
}

} // namespace

/// One table of rows kept in every way that a site may: whole, on a standby, in partitions of months, on two servers.
class TestPostgresShards : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QString why;
        test::ClusterOptions options;
        options.settings = {u"synchronous_commit = on"_s};
        m_primary = test::TestCluster::start(why, options);
        if (!m_primary)
            QSKIP(qPrintable(why));
        m_primary->exec(table + rows(0, seconds * 10) + indexes);
        for (auto &shard : m_shards)
            shard = test::TestCluster::start(why);
        m_shards[0]->exec(table + rows(0, cut) + indexes);
        m_shards[1]->exec(table + rows(cut, seconds * 10) + indexes);
        makeSharded();
        makePartitioned();
        options.primary = m_primary.get();
        options.settings = {u"wal_retrieve_retry_interval = 100ms"_s};
        m_standby = test::TestCluster::start(why, options);
        QTRY_VERIFY_WITH_TIMEOUT(m_standby->hasCaughtUpWith(*m_primary), 30'000);
    }

    void everyWayGivesTheSameBins_data()
    {
        QTest::addColumn<QString>("conninfo");
        QTest::addColumn<ReadPath>("path");
        if (!m_primary)
            return;
        const QString list = u"host=%1,%2 port=%3,%4 user=postgres target_session_attrs=prefer-standby dbname="_s
                                 .arg(m_primary->socketFolder(), m_standby->socketFolder())
                                 .arg(m_primary->port())
                                 .arg(m_standby->port());
        QTest::newRow("primary") << m_primary->conninfo() << ReadPath::Rows;
        QTest::newRow("standby") << m_standby->conninfo() << ReadPath::Rows;
        QTest::newRow("standby of a list") << list + u"postgres"_s << ReadPath::Rows;
        QTest::newRow("months") << m_primary->conninfo(u"months"_s) << ReadPath::Rows;
        QTest::newRow("months, blocks") << m_primary->conninfo(u"months"_s) << ReadPath::Blocks;
        QTest::newRow("months on the standby, blocks") << m_standby->conninfo(u"months"_s) << ReadPath::Blocks;
        QTest::newRow("shards") << m_primary->conninfo(u"sharded"_s) << ReadPath::Rows;
        QTest::newRow("shards, blocks") << m_primary->conninfo(u"sharded"_s) << ReadPath::Blocks;
        QTest::newRow("shards through the standby") << list + u"sharded"_s << ReadPath::Rows;
    }
    void everyWayGivesTheSameBins()
    {
        QFETCH(QString, conninfo);
        QFETCH(ReadPath, path);
        const auto plain = sourceOf(m_primary->conninfo(), ReadPath::Rows);
        const auto other = sourceOf(conninfo, path);
        for (const Duration width : {Duration{100ms}, Duration{1s}, Duration{1min}}) {
            const auto expected = loadedBins(*plain, whole, width, 1);
            QCOMPARE(expected.size(), std::size_t{4});
            QCOMPARE(expected.at("12W").size(), static_cast<std::size_t>(whole.duration() / width));
            for (const int readers : {1, 2})
                QVERIFY(test::haveSameNumbers(loadedBins(*other, whole, width, readers), expected));
        }
    }

    /// A slice of time is looked for where it is, by an index.
    void aSliceAsksOneShardAlone()
    {
        auto connection = Connection::open(m_primary->conninfo(u"sharded"_s), {}, {});
        QVERIFY(connection);
        const auto layout = RowLayout::learn(*connection, {}, {});
        QVERIFY(layout);
        const auto slice = *TimeRange::between(whole.begin() + 5min, whole.begin() + 5min + 10s);
        const QByteArray text = planOf(*connection, *layout, slice);
        QVERIFY2(text.contains("cbpm3_one") && !text.contains("cbpm3_two"), text.constData());
        QVERIFY2(text.contains("Remote SQL") && text.contains("WHERE ((\"timestamp\" >="), text.constData());
    }

    /// Side by side they would mix the order of rows.
    void shardsAreReadOneAfterTheOther()
    {
        for (const QByteArray server : {"one", "two"})
            m_primary->exec("ALTER SERVER " + server + " OPTIONS (SET async_capable 'true')", u"sharded"_s);
        auto connection = Connection::open(m_primary->conninfo(u"sharded"_s), {}, {});
        QVERIFY(connection);
        const auto layout = RowLayout::learn(*connection, {}, {});
        QVERIFY(layout);
        QVERIFY(planOf(*connection, *layout, whole).contains("Async Foreign Scan"));
        QVERIFY(beginReading(*connection, {}, {}));
        QVERIFY(planOf(*connection, *layout, whole).contains("Foreign Scan"));
        QVERIFY(!planOf(*connection, *layout, whole).contains("Async"));
    }

    void aTableOfPartsHasOneIdentityUntilItsPartsChange()
    {
        const auto identity = [this](const QString &database) {
            const auto info = sourceOf(m_primary->conninfo(database))->info({});
            return info ? info->identity : info.error().sentence();
        };
        const auto onStandby = sourceOf(m_standby->conninfo(u"months"_s))->info({});
        QVERIFY(onStandby);
        QCOMPARE(onStandby->identity, identity(u"months"_s));
        for (const QByteArray &change :
             {QByteArray{"CREATE TABLE later PARTITION OF cbpm3 FOR VALUES FROM ('2040-01-01Z') TO ('2040-02-01Z')"},
              QByteArray{"TRUNCATE later"}, QByteArray{"ALTER TABLE cbpm3 DETACH PARTITION later"}}) {
            const QString before = identity(u"months"_s);
            QVERIFY(before.startsWith("postgresql "_L1));
            QCOMPARE(identity(u"months"_s), before);
            m_primary->exec(change, u"months"_s);
            QVERIFY2(identity(u"months"_s) != before, change.constData());
        }
        const QString before = identity(u"sharded"_s);
        QVERIFY(before != identity(u"months"_s));
        m_primary->exec("ALTER SERVER two OPTIONS (SET fetch_size '60000')", u"sharded"_s);
        QVERIFY(identity(u"sharded"_s) != before);
    }

    void aViewsIdentityIsThatOfWhatItShows()
    {
        const auto identity = [this] {
            const auto info = sourceOf(m_primary->conninfo(), ReadPath::Auto, u"shown"_s)->info({});
            return info ? info->identity : info.error().sentence();
        };
        m_primary->exec("CREATE TABLE hidden AS SELECT * FROM cbpm3 LIMIT 100; CREATE VIEW shown AS SELECT * FROM "
                        "hidden");
        const QString first = identity();
        QVERIFY(first.startsWith("postgresql "_L1));
        QCOMPARE(identity(), first);
        m_primary->exec("TRUNCATE hidden; INSERT INTO hidden SELECT * FROM cbpm3 LIMIT 10");
        const QString emptied = identity();
        QVERIFY(emptied != first);
        m_primary->exec("CREATE OR REPLACE VIEW shown AS SELECT * FROM hidden WHERE top_in > 0");
        QVERIFY(identity() != emptied);
    }

    /// Chunks that an extension makes come and go without anybody's doing.
    void whatAnExtensionKeepsApartBelongsToTheTable()
    {
        const auto identity = [this] {
            const auto info = sourceOf(m_primary->conninfo(u"spread"_s))->info({});
            return info ? info->identity : info.error().sentence();
        };
        const QString before = identity();
        m_primary->exec("CREATE TABLE _timescaledb_internal.chunk_2 () INHERITS (cbpm3)", u"spread"_s);
        QCOMPARE(identity(), before);
        m_primary->exec("CREATE TABLE own () INHERITS (cbpm3)", u"spread"_s);
        QVERIFY(identity() != before);
        m_primary->exec("DROP TABLE own, _timescaledb_internal.chunk_2", u"spread"_s);
    }

    void checkTellsHowTheTableIsKept_data()
    {
        QTest::addColumn<QString>("database");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("topic");
        QTest::addColumn<Finding::State>("state");
        QTest::addColumn<QString>("says");
        using State = Finding::State;
        QTest::newRow("months") << u"months"_s << u"cbpm3"_s << u"partitions"_s << State::Ok
                                << u"RANGE (\"timestamp\")"_s;
        QTest::newRow("their size") << u"months"_s << u"cbpm3"_s << u"table"_s << State::Ok << u"about 144"_s;
        QTest::newRow("their index") << u"months"_s << u"cbpm3"_s << u"index on time"_s << State::Ok << u"btree"_s;
        QTest::newRow("by detector") << u"months"_s << u"listed"_s << u"partitions"_s << State::Ok
                                     << u"reads them all"_s;
        QTest::newRow("no partition") << u"months"_s << u"hollow"_s << u"partitions"_s << State::Warn << u"none"_s;
        QTest::newRow("shards") << u"sharded"_s << u"cbpm3"_s << u"shards"_s << State::Ok << u"2 on one, two"_s;
        QTest::newRow("no estimates") << u"sharded"_s << u"unplanned"_s << u"shards"_s << State::Warn
                                      << u"knows nothing"_s;
        QTest::newRow("small fetches") << u"sharded"_s << u"slow"_s << u"shards"_s << State::Warn << u"100 rows"_s;
        QTest::newRow("index elsewhere") << u"sharded"_s << u"slow"_s << u"indexes"_s << State::Ok << u"not seen"_s;
        QTest::newRow("gaps elsewhere") << u"sharded"_s << u"slow"_s << u"gaps"_s << State::Ok << u"no 10 minutes"_s;
        QTest::newRow("chunks") << u"spread"_s << u"cbpm3"_s << u"extensions"_s << State::Ok
                                << u"timescaledb 2.9, 1 chunks"_s;
        QTest::newRow("nodes") << u"spread"_s << u"nodes"_s << u"extensions"_s << State::Ok
                               << u"citus 11.1, distributed"_s;
    }
    void checkTellsHowTheTableIsKept()
    {
        QFETCH(QString, database);
        QFETCH(QString, name);
        QFETCH(QString, topic);
        QFETCH(QString, says);
        TableMapping mapping;
        mapping.table = name;
        const auto findings = checkSite(m_primary->conninfo(database), mapping, builtinDetectorTable(), {}, {});
        QVERIFY(findings);
        const auto found = std::find_if(findings->begin(), findings->end(),
                                        [&](const Finding &finding) { return finding.topic == topic; });
        QVERIFY(found != findings->end());
        QVERIFY2(found->text.contains(says), qPrintable(found->text));
        QTEST(found->state, "state");
    }

    void monthsAreMadeOnceAndWrittenInto()
    {
        const auto count = [this](const QByteArray &what) {
            return m_primary->exec("SELECT count(*) FROM " + what, u"months"_s);
        };
        const QByteArray before = count("pg_inherits");
        QCOMPARE(m_primary->runScript(script(u"partition.sql"_s), {}, u"months"_s), QString{});
        QCOMPARE(count("pg_inherits"), before);
        QCOMPARE(m_primary->runScript(script(u"partition.sql"_s), {u"ahead=30"_s}, u"months"_s), QString{});
        QCOMPARE(count("pg_inherits WHERE inhparent = 'cbpm3'::regclass").toInt(), m_months + 6);
        m_primary->exec("INSERT INTO cbpm3 VALUES (now() + interval '1 year', '12W', 1, 2, 3, 4)", u"months"_s);
        QCOMPARE(count("cbpm3 WHERE top_in = 1"), "1");
        m_primary->exec("DELETE FROM cbpm3 WHERE top_in = 1", u"months"_s);
        QCOMPARE(m_primary->exec("SELECT has_table_privilege('reader', 'cbpm3', 'SELECT')", u"months"_s), "t");
    }

    /// Times of any form that a site may have.
    void monthsOfOtherTimes_data()
    {
        QTest::addColumn<QByteArray>("time");
        QTest::newRow("without zone") << QByteArray{"timestamp '2026-03-02' + i * interval '1 s'"};
        QTest::newRow("Unix seconds") << QByteArray{"1772409600.0::float8 + i"};
        QTest::newRow("whole Unix seconds") << QByteArray{"1772409600::int8 + i"};
    }
    void monthsOfOtherTimes()
    {
        QFETCH(QByteArray, time);
        m_primary->exec("DROP TABLE IF EXISTS \"Other\"; CREATE TABLE \"Other\" AS SELECT " + time
                            + " AS timestamp, '12W' AS instr, 16000 AS top_in, 16000 AS top_out, 16000 AS bot_in, "
                              "16000 AS bot_out FROM generate_series(0, 599) i",
                        u"months"_s);
        const auto source = sourceOf(m_primary->conninfo(u"months"_s), ReadPath::Rows, u"Other"_s);
        const auto before = loadedBins(*source, whole, 1min, 1);
        QCOMPARE(m_primary->runScript(script(u"partition.sql"_s), {u"table=\"Other\""_s, u"cut=2026-03-02 00:20Z"_s},
                                      u"months"_s),
                 QString{});
        QVERIFY(test::haveSameNumbers(loadedBins(*source, whole, 1min, 1), before));
        QVERIFY(m_primary->exec("SELECT count(*) FROM pg_partition_tree('\"Other\"') WHERE isleaf", u"months"_s).toInt()
                > 24);
        QCOMPARE(m_primary->exec("SELECT count(*) FROM ONLY \"Other_before\"", u"months"_s), "600");
    }

    /// Last: one of the shards is gone.
    void whatAMissingShardDoesNotHoldIsStillRead()
    {
        const auto source = sourceOf(m_primary->conninfo(u"sharded"_s), ReadPath::Rows);
        m_shards[1]->stop();
        const auto half = test::readAll(*source, firstHalf);
        QVERIFY2(half, half ? "" : qPrintable(half.error().sentence()));
        QCOMPARE(half->rows, std::uint64_t{4 * (cut + 9)});
        const auto all = test::readAll(*source, whole);
        QVERIFY(!all);
        QCOMPARE(all.error().kind, Error::Kind::Connection);
        QVERIFY2(all.error().what.contains(u"\"two\""_s), qPrintable(all.error().what));
    }

private:
    static QByteArray planOf(Connection &connection, const RowLayout &layout, const TimeRange &slice)
    {
        const auto plan = connection.run("EXPLAIN VERBOSE SELECT " + layout.selectList() + " FROM " + layout.table
                                             + " WHERE " + layout.timeCondition(slice),
                                         {});
        QByteArrayList lines;
        for (int k = 0; plan && k < PQntuples(plan->get()); ++k)
            lines << PQgetvalue(plan->get(), k, 0);
        return lines.join('\n');
    }

    void makeSharded()
    {
        m_primary->exec("CREATE DATABASE sharded");
        const QString at = u"'2026-03-02 00:13:20.5Z'"_s;
        const QStringList bounds{u"MINVALUE"_s, at, u"MAXVALUE"_s};
        const QStringList names{u"one"_s, u"two"_s};
        for (qsizetype k = 0; k < 2; ++k) {
            const test::TestCluster &shard = *m_shards[static_cast<std::size_t>(k)];
            const QString failed = m_primary->runScript(
                script(u"shards.sql"_s),
                {u"server="_s + names[k], u"host="_s + shard.socketFolder(), u"port=%1"_s.arg(shard.port()),
                 u"dbname=postgres"_s, u"user=postgres"_s, u"from="_s + bounds[k], u"to="_s + bounds[k + 1]},
                u"sharded"_s);
            QVERIFY2(failed.isEmpty(), qPrintable(failed));
        }
        m_primary->exec("CREATE SERVER slowly FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host '"
                            + m_shards[0]->socketFolder().toUtf8() + "', port '"
                            + QByteArray::number(m_shards[0]->port())
                            + "', dbname 'postgres'); CREATE USER MAPPING FOR PUBLIC SERVER slowly OPTIONS (user "
                              "'postgres'); CREATE FOREIGN TABLE slow (timestamp timestamptz, instr text, "
                              "top_in float8, top_out float8, bot_in float8, bot_out float8) SERVER slowly OPTIONS "
                              "(table_name 'cbpm3');"
                              "CREATE TABLE unplanned (LIKE slow) PARTITION BY RANGE (timestamp); CREATE FOREIGN TABLE "
                              "blind PARTITION OF unplanned FOR VALUES FROM (MINVALUE) TO (MAXVALUE) SERVER slowly "
                              "OPTIONS (table_name 'cbpm3')",
                        u"sharded"_s);
        prepare(u"sharded"_s);
    }

    /// The first rows in the table that was there before, the others in partitions of months. Extensions that Debian
    /// lacks are only entered in the catalogue, with what check looks at.
    void makePartitioned()
    {
        m_primary->exec("CREATE DATABASE months");
        m_primary->exec("CREATE ROLE reader; " + table + rows(0, cut)
                            + "GRANT SELECT ON cbpm3 TO reader; ANALYZE cbpm3;"
                              "CREATE TABLE listed (LIKE cbpm3) PARTITION BY LIST (instr);"
                              "CREATE TABLE listed_west PARTITION OF listed FOR VALUES IN ('12W', '13W');"
                              "CREATE TABLE hollow (LIKE cbpm3) PARTITION BY RANGE (timestamp)",
                        u"months"_s);
        const QString failed =
            m_primary->runScript(script(u"partition.sql"_s), {u"cut=2026-03-02 00:13:20.5Z"_s}, u"months"_s);
        QVERIFY2(failed.isEmpty(), qPrintable(failed));
        m_primary->exec(rows(cut, seconds * 10) + "ANALYZE cbpm3", u"months"_s);
        m_months = m_primary->exec("SELECT count(*) FROM pg_inherits WHERE inhparent = 'cbpm3'::regclass", u"months"_s)
                       .toInt();
        QVERIFY(m_months > 24);
        QCOMPARE(m_primary->exec("SELECT count(*) FROM ONLY cbpm3_before", u"months"_s),
                 QByteArray::number(4 * (cut + 9)));
        prepare(u"months"_s);

        m_primary->exec("CREATE DATABASE spread");
        m_primary->exec(table
                            + "CREATE TABLE nodes (LIKE cbpm3); CREATE SCHEMA _timescaledb_internal;"
                              "CREATE TABLE _timescaledb_internal.chunk () INHERITS (cbpm3);"
                              "CREATE TABLE pg_dist_partition AS SELECT 'nodes'::regclass AS logicalrelid;"
                              "INSERT INTO pg_extension (oid, extname, extowner, extnamespace, extrelocatable, "
                              "extversion) VALUES (90001, 'timescaledb', 10, 2200, false, '2.9'), (90002, 'citus', 10, "
                              "2200, false, '11.1'); INSERT INTO pg_depend VALUES ('pg_namespace'::regclass, "
                              "'_timescaledb_internal'::regnamespace, 0, 'pg_extension'::regclass, 90001, 0, 'e')",
                        u"spread"_s);
    }

    void prepare(const QString &database)
    {
        PrepareOrder order;
        order.rollups = false;
        const auto done =
            cbpm::prepare(m_primary->conninfo(database), {}, *builtinDetectorTable(), order, [](auto, auto) {}, {});
        QVERIFY2(done, done ? "" : qPrintable(done.error().sentence()));
    }

    std::unique_ptr<test::TestCluster> m_primary;
    std::unique_ptr<test::TestCluster> m_standby;
    std::array<std::unique_ptr<test::TestCluster>, 2> m_shards;
    int m_months = 0;
};

QTEST_GUILESS_MAIN(TestPostgresShards)
#include "tst_postgres_shards.moc"
