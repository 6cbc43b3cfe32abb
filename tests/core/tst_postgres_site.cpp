// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/postgres/postgressource.h"
#include "core/source/postgres/sitecheck.h"
#include "core/source/postgres/tablesearch.h"
#include "core/tiles/cachedsource.h"
#include "core/types/timetext.h"
#include "tests/core/readall.h"
#include "tests/support/testcluster.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace cbpm;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

using State = Finding::State;

TableMapping mappingOf(const QString &table)
{
    TableMapping mapping;
    mapping.table = table;
    return mapping;
}

} // namespace

/// What `cbpm3 check` says about sites of every kind.
class TestPostgresSite : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QString why;
        test::ClusterOptions options;
        options.tcp = true;
        options.hba = {u"host all locked 127.0.0.1/32 scram-sha-256"_s, u"host all banned 127.0.0.1/32 reject"_s};
        m_cluster = test::TestCluster::start(why, options);
        if (!m_cluster)
            QSKIP(qPrintable(why));
        m_cluster->exec(
            "CREATE TABLE good (timestamp timestamptz, instr text, top_in int4, top_out int4, bot_in int4, bot_out "
            "int4);"
            "INSERT INTO good SELECT timestamptz '2026-03-02Z' + i * interval '1 s', d, 1, 2, 3, 4 "
            "FROM generate_series(0, 7199) i, unnest(ARRAY['12W','DET_13W','99Q']) d WHERE i NOT BETWEEN 1800 AND 4000;"
            "CREATE INDEX ON good (timestamp); CREATE INDEX ON good (instr, timestamp); ANALYZE good;"
            "CREATE TABLE bare AS SELECT * FROM good; CREATE TABLE empty AS SELECT * FROM good LIMIT 0;"
            "CREATE VIEW seen AS SELECT * FROM good; CREATE TABLE second AS SELECT * FROM good; CREATE INDEX ON second "
            "(instr, timestamp);"
            "CREATE TABLE parted (LIKE good) PARTITION BY RANGE (timestamp);"
            "CREATE TABLE part1 PARTITION OF parted FOR VALUES FROM ('2026-03-01Z') TO ('2026-03-03Z');"
            "CREATE INDEX ON parted (timestamp); INSERT INTO parted SELECT * FROM good;"
            "CREATE TABLE hidden AS SELECT * FROM good; CREATE ROLE reader LOGIN; GRANT SELECT ON good TO reader;"
            "CREATE ROLE locked LOGIN PASSWORD 'secret'; CREATE ROLE banned LOGIN; CREATE SCHEMA closed;"
            "CREATE TABLE closed.good AS SELECT * FROM good; GRANT SELECT ON closed.good TO reader;"
            "CREATE TABLE partly AS SELECT * FROM good; GRANT SELECT (timestamp, instr, top_in, bot_in) ON partly TO "
            "reader; CREATE TABLE secured AS SELECT * FROM good; GRANT SELECT ON secured TO reader;"
            "ALTER TABLE secured ENABLE ROW LEVEL SECURITY; CREATE TABLE milli AS SELECT "
            "extract(epoch FROM timestamp)::int8 * 1000 AS timestamp, instr, top_in, top_out, bot_in, bot_out FROM "
            "good;"
            "CREATE TABLE named AS SELECT timestamp AS ts, instr AS bpm, top_in AS ti, top_out AS to, bot_in AS bi, "
            "bot_out AS bo FROM good;"
            "CREATE TABLE odd AS SELECT timestamp::text AS timestamp, instr, top_in, top_out, bot_in, bot_out FROM "
            "good");
    }

    /// Tiles are kept under it: two tables must never share one, and one table must never have two.
    void aTableHasOneIdentity()
    {
        const auto identity = [this](const QString &table, const QString &more = {}) {
            const PostgresSource source{m_cluster->conninfo() + more, mappingOf(table), builtinDetectorTable()};
            const auto info = source.info({});
            return info ? info->identity : info.error().sentence();
        };
        QCOMPARE(identity(u"good"_s), identity(u"public.good"_s));
        QVERIFY(identity(u"good"_s).startsWith("postgresql "_L1));
        QVERIFY(identity(u"good"_s) != identity(u"bare"_s));
        QCOMPARE(identity(u"good"_s, u" user=reader"_s), identity(u"good"_s));
        m_cluster->exec("CREATE TABLE fleeting AS SELECT * FROM good");
        const QString before = identity(u"fleeting"_s);
        m_cluster->exec("TRUNCATE fleeting; INSERT INTO fleeting SELECT * FROM good LIMIT 10");
        QVERIFY(identity(u"fleeting"_s) != before);
    }

    void whatWasReadIsNotAskedForAgain()
    {
        const QTemporaryDir folder;
        TileStore::Options options;
        options.path = folder.filePath(u"tiles"_s);
        const auto tiles = std::make_shared<TileStore>(options);
        m_cluster->exec("CREATE TABLE leaving AS SELECT * FROM good");
        const auto source =
            std::make_shared<PostgresSource>(m_cluster->conninfo(), mappingOf(u"leaving"_s), builtinDetectorTable());
        const auto info = source->info({});
        QVERIFY(info);
        const SampleSourcePtr cached = cachedSource(source, *info, tiles);
        const auto before = test::readAll(*cached, *info->extent);
        QVERIFY(before);
        QVERIFY(before->rows > 10'000);
        m_cluster->exec("DROP TABLE leaving");
        QVERIFY(!test::readAll(*source, *info->extent));
        const auto after = test::readAll(*cached, *info->extent);
        QVERIFY(after);
        QCOMPARE(after->rows, before->rows);
        for (const auto &[name, samples] : before->detectors) {
            QVERIFY(after->detectors.at(name).time == samples.time);
            QVERIFY(after->detectors.at(name).button == samples.button);
        }
    }

    void states_data()
    {
        QTest::addColumn<QString>("table");
        QTest::addColumn<QString>("topic");
        QTest::addColumn<State>("state");
        QTest::addColumn<QString>("says");
        QTest::newRow("reachable") << u"good"_s << u"reachable"_s << State::Ok << u"host"_s;
        QTest::newRow("socket") << u"good"_s << u"encryption"_s << State::Ok << u"local"_s;
        QTest::newRow("server") << u"good"_s << u"server"_s << State::Ok << u"PostgreSQL 1"_s;
        QTest::newRow("columns") << u"good"_s << u"columns"_s << State::Ok << u"timestamp timestamp with time zone"_s;
        QTest::newRow("superuser") << u"good"_s << u"rights"_s << State::Warn << u"change"_s;
        QTest::newRow("index on time") << u"good"_s << u"index on time"_s << State::Ok << u"good_timestamp_idx"_s;
        QTest::newRow("index on detector")
            << u"good"_s << u"index on detector"_s << State::Ok << u"good_instr_timestamp_idx"_s;
        QTest::newRow("no index on time") << u"bare"_s << u"index on time"_s << State::Warn << u"none"_s;
        QTest::newRow("no index on detector") << u"bare"_s << u"index on detector"_s << State::Warn << u"none"_s;
        QTest::newRow("time second in its index") << u"second"_s << u"index on time"_s << State::Warn << u"none"_s;
        QTest::newRow("samples") << u"good"_s << u"samples"_s << State::Ok << u"2026-03-02T01:59:59.000000Z"_s;
        QTest::newRow("empty") << u"empty"_s << u"samples"_s << State::Warn << u"empty"_s;
        QTest::newRow("unknown detector") << u"good"_s << u"detectors"_s << State::Warn << u"99Q"_s;
        QTest::newRow("gaps") << u"good"_s << u"gaps"_s << State::Warn << u"2026-03-02T00:"_s;
        QTest::newRow("gaps without index") << u"bare"_s << u"gaps"_s << State::Warn << u"not looked for"_s;
        QTest::newRow("speed") << u"good"_s << u"reading"_s << State::Ok << u"rows/s"_s;
        QTest::newRow("paths") << u"good"_s << u"fetch paths"_s << State::Ok << u"rows"_s;
        QTest::newRow("view") << u"seen"_s << u"table"_s << State::Ok << u"view"_s;
        QTest::newRow("view is read") << u"seen"_s << u"reading"_s << State::Ok << u"rows/s"_s;
        QTest::newRow("view has no index") << u"seen"_s << u"indexes"_s << State::Ok << u"behind the view"_s;
        QTest::newRow("partitions") << u"parted"_s << u"table"_s << State::Ok << u"partitioned"_s;
        QTest::newRow("index of partitions")
            << u"parted"_s << u"index on time"_s << State::Ok << u"parted_timestamp_idx"_s;
        QTest::newRow("partitions are read") << u"parted"_s << u"reading"_s << State::Ok << u"rows/s"_s;
        QTest::newRow("no table") << u"missing"_s << u"table"_s << State::Fail << u"missing"_s;
        QTest::newRow("wrong type") << u"odd"_s << u"columns"_s << State::Fail << u"of type text"_s;
    }
    void states()
    {
        QFETCH(QString, table);
        QFETCH(QString, topic);
        QFETCH(QString, says);
        const auto findings = check(m_cluster->conninfo(), mappingOf(table));
        const Finding finding = one(findings, topic);
        QTEST(finding.state, "state");
        QVERIFY2(finding.text.contains(says), qPrintable(finding.text));
        QCOMPARE(hasFailure(findings), finding.state == State::Fail);
    }

    void onlyReadingRightsAreWellAndNoneFail()
    {
        QCOMPARE(one(check(m_cluster->tcpConninfo(u"reader"_s), mappingOf(u"good"_s)), u"rights"_s).state, State::Ok);
        QCOMPARE(one(check(m_cluster->tcpConninfo(u"reader"_s), mappingOf(u"good"_s)), u"encryption"_s).state,
                 State::Warn);
        const auto refused = check(m_cluster->tcpConninfo(u"reader"_s), mappingOf(u"hidden"_s));
        QCOMPARE(one(refused, u"rights"_s).state, State::Fail);
        QVERIFY(one(refused, u"rights"_s).hint.contains(u"GRANT"_s));
    }

    void whatAnOwnerMayDoIsAStatement()
    {
        m_cluster->exec("CREATE SCHEMA \"Old Ring\"; CREATE TABLE \"Old Ring\".bpm AS SELECT timestamp AS \"When\", "
                        "instr, top_in, top_out, bot_in, bot_out FROM good; GRANT USAGE ON SCHEMA \"Old Ring\" TO "
                        "reader");
        TableMapping mapping = mappingOf(u"Old Ring.bpm"_s);
        mapping.time = u"When"_s;
        const QString granted = one(check(m_cluster->tcpConninfo(u"reader"_s), mapping), u"rights"_s).sql;
        QCOMPARE(granted, u"GRANT SELECT ON \"Old Ring\".\"bpm\" TO \"reader\";"_s);
        m_cluster->exec(granted.toUtf8());
        const auto before = check(m_cluster->tcpConninfo(u"reader"_s), mapping);
        QCOMPARE(one(before, u"rights"_s).state, State::Ok);
        for (const QString &topic : {u"index on time"_s, u"index on detector"_s}) {
            QCOMPARE(one(before, topic).state, State::Warn);
            m_cluster->exec(one(before, topic).sql.toUtf8());
        }
        const auto after = check(m_cluster->tcpConninfo(u"reader"_s), mapping);
        QCOMPARE(one(after, u"index on time"_s).state, State::Ok);
        QCOMPARE(one(after, u"index on detector"_s).state, State::Ok);
    }

    void aServerIsCheckedWithoutATable()
    {
        const auto findings = checkServer(m_cluster->conninfo(), {}, {});
        QVERIFY(findings);
        QCOMPARE(findings->size(), std::size_t{3});
        QCOMPARE(findings->back().topic, u"server"_s);
        QVERIFY(hasFailure(*checkServer(u"host=127.0.0.1 port=1 dbname=x"_s, {}, {})));
    }

    void eachFaultLeadsToItsRemedy_data()
    {
        QTest::addColumn<QString>("user");
        QTest::addColumn<QString>("table");
        QTest::addColumn<QString>("topic");
        QTest::addColumn<State>("state");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("remedy");
        QTest::newRow("schema") << u"reader"_s << u"closed.good"_s << u"table"_s << State::Fail
                                << u"schema \"closed\""_s << u"GRANT USAGE ON SCHEMA \"closed\" TO \"reader\";"_s;
        QTest::newRow("some columns") << u"reader"_s << u"partly"_s << u"rights"_s << State::Fail
                                      << u"top_out, bot_out of table \"partly\""_s
                                      << u"GRANT SELECT ON \"partly\" TO \"reader\";"_s;
        QTest::newRow("row security") << u"reader"_s << u"secured"_s << u"row security"_s << State::Warn << u"reader"_s
                                      << u"policy"_s;
        QTest::newRow("milliseconds") << u"postgres"_s << u"milli"_s << u"samples"_s << State::Warn << u"first"_s
                                      << u"milliseconds"_s;
        QTest::newRow("no such table") << u"postgres"_s << u"gone"_s << u"table"_s << State::Fail << u"gone"_s
                                       << u"these may hold samples"_s;
        QTest::newRow("other names")
            << u"postgres"_s << u"named"_s << u"columns"_s << State::Fail << u"timestamp"_s
            << u"try --columns time=ts,detector=bpm,top_in=ti,top_out=to,bot_in=bi,bot_out=bo"_s;
        QTest::newRow("no password") << u"locked"_s << u"good"_s << u"reachable"_s << State::Fail << u"password"_s
                                     << u"~/.pgpass"_s;
        QTest::newRow("rejected") << u"banned"_s << u"good"_s << u"reachable"_s << State::Fail << u"banned"_s
                                  << u"pg_hba.conf"_s;
    }
    void eachFaultLeadsToItsRemedy()
    {
        QFETCH(QString, user);
        QFETCH(QString, table);
        QFETCH(QString, topic);
        QFETCH(QString, text);
        QFETCH(QString, remedy);
        const auto findings = check(m_cluster->tcpConninfo(user) + u" passfile=/nowhere"_s, mappingOf(table));
        const Finding finding = one(findings, topic);
        QTEST(finding.state, "state");
        QVERIFY2(finding.text.contains(text), qPrintable(finding.text));
        const QString advice = finding.hint + u' ' + finding.sql;
        QVERIFY2(advice.contains(remedy), qPrintable(advice));
    }

    void aColumnThatIsUsedTwiceIsSaid()
    {
        TableMapping mapping = mappingOf(u"good"_s);
        mapping.topIn = u"top_out"_s;
        const Finding finding = one(check(m_cluster->conninfo(), mapping), u"columns"_s);
        QCOMPARE(finding.state, State::Warn);
        QVERIFY2(finding.text.contains(u"used twice"_s), qPrintable(finding.text));
    }

    void aServiceThatIsNotThereIsSaid()
    {
        const auto findings = check(u"service=of_nobody"_s, {});
        QVERIFY2(findings.front().text.contains(u"\"of_nobody\""_s), qPrintable(findings.front().text));
        QVERIFY(!findings.front().hint.contains(u"network"_s));
    }

    void aMissingAuthorityIsTold()
    {
        const QString strict = m_cluster->tcpConninfo(u"reader"_s) + u" sslmode=verify-full sslrootcert=/nowhere.crt"_s;
        const Finding finding = one(check(strict, {}), u"reachable"_s);
        QCOMPARE(finding.state, State::Fail);
        QVERIFY2(finding.hint.contains(u"/nowhere.crt"_s), qPrintable(finding.hint));
    }

    void columnsThatAreThereAreOffered()
    {
        TableMapping mapping = mappingOf(u"good"_s);
        mapping.time = u"when"_s;
        const Finding finding = one(check(m_cluster->conninfo(), mapping), u"columns"_s);
        QCOMPARE(finding.state, State::Fail);
        QVERIFY2(finding.hint.contains(u"timestamp, instr, top_in"_s), qPrintable(finding.hint));
    }

    void anUnreachableServerIsAFinding()
    {
        const auto findings = check(u"host=127.0.0.1 port=1 dbname=x"_s, {});
        QCOMPARE(findings.size(), std::size_t{1});
        QCOMPARE(findings.front().state, State::Fail);
    }

    void aFetchFailsWhereTheCheckDoes()
    {
        for (const QString &table : {u"good"_s, u"bare"_s, u"seen"_s, u"parted"_s, u"missing"_s, u"odd"_s}) {
            const PostgresSource source{m_cluster->conninfo(), mappingOf(table), builtinDetectorTable()};
            QCOMPARE(hasFailure(check(m_cluster->conninfo(), mappingOf(table))), !source.open({}, {}).has_value());
        }
    }

    /// By a role of one session: a second one would be refused, and found.
    void aCheckTakesOneSessionOfItsProgram()
    {
        m_cluster->exec("CREATE ROLE single LOGIN CONNECTION LIMIT 1; GRANT SELECT ON good TO single");
        const QString conninfo = m_cluster->tcpConninfo(u"single"_s);
        PostgresLimits limits;
        limits.sessions = std::make_shared<ProgramSessions>("cbpm3-test", 1);
        const auto findings = checkSite(conninfo, mappingOf(u"good"_s), builtinDetectorTable(), limits, {});
        QVERIFY(findings && !hasFailure(*findings));
        QCOMPARE(one(*findings, u"reading"_s).state, State::Ok);
        QVERIFY(one(*findings, u"two connections"_s).text.startsWith(u"not tried"_s));
        QTRY_COMPARE(m_cluster->exec("SELECT count(*) FROM pg_stat_activity WHERE usename = 'single'"), "0");
        const auto lost = checkSite(conninfo, mappingOf(u"missing"_s), builtinDetectorTable(), limits, {});
        QVERIFY(lost && one(*lost, u"table"_s).hint.contains(u"good"_s));
    }

    void aProgramWithoutASessionLeftSaysSo()
    {
        PostgresLimits limits;
        limits.sessions = std::make_shared<ProgramSessions>("cbpm3-test", 1);
        limits.turn = 50ms;
        const PostgresSource source{m_cluster->conninfo(), mappingOf(u"good"_s), builtinDetectorTable(), limits};
        const auto reader = source.open({}, {});
        QVERIFY(reader.has_value());
        const auto findings = checkServer(m_cluster->conninfo(), limits, {});
        QVERIFY(findings && hasFailure(*findings));
        QVERIFY2(findings->front().text.contains(u"all the sessions"_s), qPrintable(findings->front().text));
        QCOMPARE(findSampleTables(m_cluster->conninfo(), limits, {}).error().kind, Error::Kind::Timeout);
    }

    /// A load may wait for its turn as long as it takes; who asks what is there may not.
    void askingWhatIsThereWaitsNotWithoutEnd()
    {
        PostgresLimits limits;
        limits.sessions = std::make_shared<ProgramSessions>("cbpm3-test", 1);
        limits.askTurn = 50ms;
        const auto place = limits.sessions->take({});
        const PostgresSource source{m_cluster->conninfo(), mappingOf(u"good"_s), builtinDetectorTable(), limits};
        const auto info = source.info({});
        QVERIFY(!info);
        QCOMPARE(info.error().kind, Error::Kind::Timeout);
        QCOMPARE(info.error().again, Error::Again::Later); // a view that follows asks again
        QVERIFY2(info.error().what.contains(u"all the sessions"_s), qPrintable(info.error().what));
    }

    void aCancelledCheckSaysSo()
    {
        const CancelToken cancel;
        cancel.cancel();
        const auto findings =
            checkSite(m_cluster->conninfo(), mappingOf(u"good"_s), builtinDetectorTable(), {}, cancel);
        QVERIFY(!findings);
        QCOMPARE(findings.error().kind, Error::Kind::Cancelled);
    }

private:
    static std::vector<Finding> check(const QString &conninfo, const TableMapping &mapping)
    {
        const auto findings = checkSite(conninfo, mapping, builtinDetectorTable(), {}, {});
        return findings ? findings.value() : std::vector<Finding>{};
    }

    static Finding one(const std::vector<Finding> &findings, const QString &topic)
    {
        const auto found =
            std::find_if(findings.begin(), findings.end(), [&](const Finding &f) { return f.topic == topic; });
        return found == findings.end() ? Finding{u"absent"_s, State::Fail, {}, {}} : *found;
    }

    std::unique_ptr<test::TestCluster> m_cluster;
};

QTEST_GUILESS_MAIN(TestPostgresSite)
#include "tst_postgres_site.moc"
