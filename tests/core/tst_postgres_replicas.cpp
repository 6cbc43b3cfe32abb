// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/binload.h"
#include "core/query/tiledload.h"
#include "core/source/postgres/postgressource.h"
#include "core/source/postgres/preparation.h"
#include "core/source/postgres/serverstate.h"
#include "core/source/postgres/sitecheck.h"
#include "core/tiles/cachedsource.h"
#include "core/types/timetext.h"
#include "tests/core/loadedbins.h"
#include "tests/core/readall.h"
#include "tests/support/testcluster.h"

#include <QTemporaryDir>
#include <QTest>

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include <thread>

using namespace cbpm;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using test::loadedBins;
using test::readAll;

namespace {

const TimeRange morning = *parseRange(u"2026-03-02Z"_s, u"2026-03-02T01:00Z"_s, TimePoint{});
constexpr std::uint64_t morningRows = 3600 * 4;

std::shared_ptr<const PostgresSource> sourceOf(const QString &conninfo, const QString &table = u"cbpm3"_s,
                                               const PostgresLimits &limits = {}, ReadPath path = ReadPath::Auto)
{
    TableMapping mapping;
    mapping.table = table;
    return std::make_shared<PostgresSource>(conninfo, mapping, builtinDetectorTable(), limits, path);
}

/// Reads on to the end of what was started; the rows, or -1 and a word on the error.
qint64 restOf(SampleReader &reader)
{
    qint64 rows = 0;
    for (;;) {
        const auto batch = reader.next({});
        if (!batch) {
            qWarning("%s", qPrintable(batch.error().sentence()));
            return -1;
        }
        if (!*batch)
            return rows;
        rows += static_cast<qint64>((*batch)->rows);
    }
}

} // namespace

/// A primary and its streaming standby.
class TestPostgresReplicas : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QString why;
        m_primary =
            test::TestCluster::start(why, {{u"autovacuum = off"_s, u"synchronous_commit = on"_s}, false, {}, nullptr});
        if (!m_primary)
            QSKIP(qPrintable(why));
        m_primary->exec(
            "CREATE TABLE cbpm3 (timestamp timestamptz, instr text, top_in float8, top_out float8, bot_in float8, "
            "bot_out float8);"
            "INSERT INTO cbpm3 SELECT timestamptz '2026-03-02Z' + i * interval '1 s', d, 17000 + (i * 761 % 31) / 7.0, "
            "17100 + (i * 757 % 29) / 3.0, 16900 + i % 23, 17050 + (i * 31 % 37) / 11.0 "
            "FROM generate_series(0, 3599) i, unnest(ARRAY['12W','13W','14W','99Q']) d;"
            "CREATE INDEX ON cbpm3 (timestamp); ANALYZE cbpm3; CREATE TABLE junk (i int4);"
            "CREATE ROLE reader LOGIN; GRANT SELECT ON cbpm3 TO reader;"
            "CREATE FUNCTION slowly(v float8) RETURNS float8 LANGUAGE plpgsql VOLATILE AS "
            "'BEGIN PERFORM pg_sleep(0.002); RETURN v; END';"
            "CREATE VIEW slow AS SELECT timestamp, instr, slowly(top_in) AS top_in, top_out, bot_in, bot_out "
            "FROM cbpm3 WHERE timestamp < '2026-03-02 00:02:30Z'");
        m_standby = test::TestCluster::start(
            why, {{u"max_standby_streaming_delay = 50ms"_s, u"wal_retrieve_retry_interval = 100ms"_s},
                  false,
                  {},
                  m_primary.get()});
        QTRY_VERIFY_WITH_TIMEOUT(m_standby->hasCaughtUpWith(*m_primary), 30'000);
    }

    void cleanupTestCase()
    {
        if (m_silent >= 0)
            close(m_silent);
    }

    void aStandbyGivesTheSameBins()
    {
        const auto primary = loadedBins(*sourceOf(m_primary->conninfo()), morning, 100ms, 1);
        QCOMPARE(primary.size(), std::size_t{4});
        for (const int readers : {1, 2}) {
            const auto standby = loadedBins(*sourceOf(m_standby->conninfo()), morning, 100ms, readers);
            QCOMPARE(standby.size(), primary.size());
            for (const auto &[location, series] : primary)
                QVERIFY(test::haveSameBits(series, standby.at(location)));
        }
    }

    /// Tiles that were filled through the one serve through the other.
    void aStandbyHasItsPrimarysIdentity()
    {
        const auto primary = sourceOf(m_primary->conninfo())->info({});
        const auto standby = sourceOf(m_standby->conninfo())->info({});
        QVERIFY(primary && standby);
        QCOMPARE(standby->identity, primary->identity);
        QVERIFY(standby->identity.startsWith("postgresql "_L1));
    }

    void twoReadersOfAStandbySeeTheSameMoment()
    {
        const auto source = sourceOf(m_standby->conninfo());
        const auto first = source->open({}, {});
        QVERIFY(first);
        m_primary->exec("INSERT INTO cbpm3 VALUES ('2026-03-02 00:30:00.5Z', '12W', 1, 2, 3, 4)");
        QTRY_VERIFY_WITH_TIMEOUT(m_standby->hasCaughtUpWith(*m_primary), 30'000);
        const auto second = test::openBeside(*source, **first);
        QVERIFY(second);
        const auto later = source->open({}, {});
        QVERIFY(later);
        for (const auto &[reader, rows] :
             {std::pair{first->get(), morningRows}, {second->get(), morningRows}, {later->get(), morningRows + 1}}) {
            QVERIFY(reader->start(morning));
            QCOMPARE(restOf(*reader), static_cast<qint64>(rows));
        }
        m_primary->exec("DELETE FROM cbpm3 WHERE top_in = 1");
        QTRY_VERIFY_WITH_TIMEOUT(m_standby->hasCaughtUpWith(*m_primary), 30'000);
    }

    void theHostThatServesIsNamed_data()
    {
        QTest::addColumn<QString>("hosts"); // p(rimary), s(tandby), d(ead), m(ute)
        QTest::addColumn<QString>("attributes");
        QTest::addColumn<QString>("serves");
        QTest::newRow("the first one") << u"ps"_s << u"any"_s << u"p"_s;
        QTest::newRow("a standby if there is one") << u"ps"_s << u"prefer-standby"_s << u"s"_s;
        QTest::newRow("no standby") << u"p"_s << u"prefer-standby"_s << u"p"_s;
        QTest::newRow("read-only") << u"ps"_s << u"read-only"_s << u"s"_s;
        QTest::newRow("read-write") << u"sp"_s << u"read-write"_s << u"p"_s;
        QTest::newRow("primary") << u"sp"_s << u"primary"_s << u"p"_s;
        QTest::newRow("a dead first one") << u"dps"_s << u"prefer-standby"_s << u"s"_s;
        QTest::newRow("a mute first one") << u"mps"_s << u"prefer-standby"_s << u"s"_s;
        QTest::newRow("a mute one among them") << u"pms"_s << u"prefer-standby"_s << u"s"_s;
        QTest::newRow("the standby is mute") << u"pm"_s << u"prefer-standby"_s << u"p"_s;
        QTest::newRow("the standby is dead") << u"pd"_s << u"prefer-standby"_s << u"p"_s;
    }
    void theHostThatServesIsNamed()
    {
        QFETCH(QString, hosts);
        QFETCH(QString, attributes);
        QFETCH(QString, serves);
        PostgresLimits limits;
        limits.deadlines.connect = 200ms;
        const auto info = sourceOf(listOf(hosts, attributes), u"cbpm3"_s, limits)->info({});
        QVERIFY2(info, info ? "" : qPrintable(info.error().sentence()));
        const test::TestCluster &server = serves == "s"_L1 ? *m_standby : *m_primary;
        QVERIFY2(info->name.contains(server.socketFolder()), qPrintable(info->name));
        QCOMPARE(info->server.contains("standby"_L1), serves == "s"_L1);
        if (serves == "s"_L1)
            QVERIFY2(info->server.endsWith(", standby, lag 0.0 s"_L1), qPrintable(info->server));
    }

    void whereNoHostFitsEachSaysWhy()
    {
        PostgresLimits limits;
        limits.deadlines.connect = 200ms;
        const auto info = sourceOf(listOf(u"mdp"_s, u"standby"_s), u"cbpm3"_s, limits)->info({});
        QVERIFY(!info);
        QCOMPARE(info.error().kind, Error::Kind::Connection);
        for (const QString &part : {u"0.2 s"_s, u"/nowhere"_s, m_primary->socketFolder()})
            QVERIFY2(info.error().what.contains(part), qPrintable(info.error().what));
        QVERIFY(!info.error().sentence().contains(u'\n'));
    }

    /// A list may lead to another host the second time; a snapshot is of one server.
    void allReadersOfALoadAreWithOneServer()
    {
        const auto source = sourceOf(listOf(u"sp"_s, u"any"_s));
        const auto first = source->open({}, {});
        QVERIFY(first);
        const auto second = test::openBeside(*source, **first);
        QVERIFY(second);
        const auto sessions = [](const test::TestCluster &server) {
            return server.exec("SELECT count(*) FROM pg_stat_activity WHERE application_name LIKE 'cbpm3%'");
        };
        QCOMPARE(sessions(*m_standby), "2");
        QCOMPARE(sessions(*m_primary), "0");
        const QByteArray port = QByteArray::number(m_standby->port());
        qputenv("PGHOST", m_standby->socketFolder().toUtf8());
        qputenv("PGPORT", port);
        const auto pinned = Connection::open(u"user=postgres dbname=postgres"_s, {}, {});
        qputenv("PGHOST", m_primary->socketFolder().toUtf8());
        qputenv("PGPORT", QByteArray::number(m_primary->port()));
        QVERIFY(pinned);
        const auto beside = Connection::open(pinned->address(), {});
        qunsetenv("PGHOST");
        qunsetenv("PGPORT");
        QVERIFY(beside);
        QCOMPARE(beside->where(), pinned->where());
        QCOMPARE(QByteArray{PQport(beside->handle())}, port);
    }

    void aLagIsSeenByAnyRole()
    {
        pauseReplay();
        m_primary->exec("INSERT INTO junk VALUES (1)");
        const QString conninfo =
            u"host=%1 port=%2 user=reader dbname=postgres"_s.arg(m_standby->socketFolder()).arg(m_standby->port());
        const auto lag = [&] {
            auto connection = Connection::open(conninfo, {}, {});
            const auto state = connection ? ServerState::ask(*connection, {}) : connection.error();
            return state && state->isStandby && state->receives ? state->lag.value_or(-1.0) : -1.0;
        };
        QTRY_VERIFY_WITH_TIMEOUT(lag() > 0.1, 30'000);
        const auto info = sourceOf(conninfo)->info({});
        QVERIFY(info);
        QVERIFY2(info->server.contains(", standby, lag "_L1) && !info->server.endsWith(" 0.0 s"_L1),
                 qPrintable(info->server));
        resumeReplay();
        QCOMPARE(lag(), 0.0);
    }

    /// What was shown empty because it had not come yet must not be kept as empty.
    void whatAStandbyLacksYetIsNotKept_data()
    {
        QTest::addColumn<bool>("cells");
        QTest::newRow("samples") << false;
        QTest::newRow("cells") << true;
    }
    void whatAStandbyLacksYetIsNotKept()
    {
        QFETCH(bool, cells);
        const QTemporaryDir folder;
        TileStore::Options options;
        options.path = folder.filePath(u"tiles"_s);
        options.settled = 1ms;
        const auto store = std::make_shared<TileStore>(options);
        const auto source = sourceOf(m_standby->conninfo());
        const auto info = source->info({});
        QVERIFY(info);
        pauseReplay();
        const TimePoint begin = std::chrono::floor<std::chrono::seconds>(systemNow());
        const auto range = *TimeRange::between(begin, begin + 1s);
        m_primary->exec("INSERT INTO cbpm3 VALUES ('" + isoText(begin + 900ms).toLatin1() + "', '12W', 5, 5, 5, 5)");
        QTRY_VERIFY_WITH_TIMEOUT(store->settledTo() > range.end(), 30'000);
        const auto rows = [&]() -> std::uint64_t {
            if (!cells) {
                const auto all = readAll(*cachedSource(source, *info, store), range);
                return all ? all->rows : 99;
            }
            std::uint64_t count = 0;
            const auto done = loadTiled(*source, {store, info->identity}, {range, *Interval::of(1s), {}, {}, 1},
                                        [&](const BinBatchPtr &batch) {
                                            count += batch->counts.rows;
                                            return true;
                                        },
                                        {});
            return done ? count : 99;
        };
        QCOMPARE(rows(), std::uint64_t{0});
        resumeReplay();
        QCOMPARE(rows(), std::uint64_t{1});
        m_primary->exec("INSERT INTO junk VALUES (1)"); // a later moment
        QTRY_VERIFY_WITH_TIMEOUT(m_standby->hasCaughtUpWith(*m_primary), 30'000);
        QCOMPARE(rows(), std::uint64_t{1});
        m_primary->exec("DELETE FROM cbpm3 WHERE top_in = 5");
        QTRY_VERIFY_WITH_TIMEOUT(m_standby->hasCaughtUpWith(*m_primary), 30'000);
        QCOMPARE(rows(), std::uint64_t{1}); // that one was kept
    }

    /// The standby ends a session that sits in a transaction while it must catch up.
    void aSessionThatAStandbyEndsIsTakenUpAgain_data()
    {
        QTest::addColumn<ReadPath>("path");
        QTest::newRow("rows") << ReadPath::Rows;
        QTest::newRow("blocks") << ReadPath::Blocks;
    }
    void aSessionThatAStandbyEndsIsTakenUpAgain()
    {
        QFETCH(ReadPath, path);
        prepare();
        const auto source = sourceOf(m_standby->conninfo(), u"cbpm3"_s, {}, path);
        const auto reader = source->open({}, {});
        QVERIFY2(reader, reader ? "" : qPrintable(reader.error().sentence()));
        QVERIFY((*reader)->start(morning));
        const auto first = (*reader)->next({});
        QVERIFY(first && *first);
        QTRY_COMPARE_WITH_TIMEOUT(
            m_standby->exec("SELECT count(*) FROM pg_stat_activity WHERE application_name LIKE 'cbpm3%' "
                            "AND state = 'idle in transaction'"),
            "1", 30'000);
        makeConflict();
        QTRY_COMPARE_WITH_TIMEOUT(
            m_standby->exec("SELECT count(*) FROM pg_stat_activity WHERE application_name LIKE 'cbpm3%'"), "0", 30'000);
        QCOMPARE(restOf(**reader) + static_cast<qint64>((*first)->rows), static_cast<qint64>(morningRows));
    }

    void aReadThatAStandbyCancelsIsDoneAgain()
    {
        const QByteArray before = conflicts();
        std::thread writer{[&] {
            while (m_standby->exec("SELECT count(*) FROM pg_stat_activity WHERE query LIKE 'COPY%' "
                                   "AND state = 'active' AND application_name LIKE 'cbpm3%'")
                   == "0")
                std::this_thread::yield();
            makeConflict();
        }};
        const auto all = readAll(*sourceOf(m_standby->conninfo(), u"slow"_s), morning);
        writer.join();
        QVERIFY2(all, all ? "" : qPrintable(all.error().sentence()));
        QCOMPARE(all->rows, std::uint64_t{150 * 4});
        QVERIFY(conflicts() != before);
    }

    void cellsAreReadOnAfterAConflict()
    {
        prepare();
        const auto source = sourceOf(m_standby->conninfo());
        const auto cells = source->openCells({}, {}, {});
        QVERIFY(cells && *cells);
        const auto minute = *Interval::of(1min);
        const auto before = (*cells)->read(minute, morning, {});
        QVERIFY(before);
        QCOMPARE(before->size(), std::size_t{4});
        makeConflict();
        QTRY_COMPARE_WITH_TIMEOUT(
            m_standby->exec("SELECT count(*) FROM pg_stat_activity WHERE application_name LIKE 'cbpm3%'"), "0", 30'000);
        const auto after = (*cells)->read(minute, morning, {});
        QVERIFY2(after, after ? "" : qPrintable(after.error().sentence()));
        for (std::size_t k = 0; k < before->size(); ++k)
            QVERIFY(test::haveSameBits((*before)[k], (*after)[k]));
    }

    void checkTellsAStandby()
    {
        const auto findings = checkSite(m_standby->conninfo(), {}, builtinDetectorTable(), {}, {});
        QVERIFY(findings);
        QVERIFY(!hasFailure(*findings));
        QVERIFY2(textOf(*findings, u"server"_s).contains("standby, lag 0.0 s"_L1),
                 qPrintable(textOf(*findings, u"server"_s)));
        QVERIFY2(textOf(*findings, u"long reads"_s).contains("50 ms"_L1),
                 qPrintable(textOf(*findings, u"long reads"_s)));
        QVERIFY2(textOf(*findings, u"two connections"_s).contains("one snapshot"_L1),
                 qPrintable(textOf(*findings, u"two connections"_s)));
    }

    /// A server that recovers, or a standby that lets nobody read: it is knocked at until it opens.
    void aServerThatStartsUpIsWaitedFor()
    {
        QString why;
        const auto closed =
            test::TestCluster::start(why, {{u"hot_standby = off"_s}, false, {}, m_primary.get(), {}, true});
        const auto source = sourceOf(closed->conninfo());
        const auto asked = source->info({});
        QVERIFY(!asked);
        QCOMPARE(asked.error().kind, Error::Kind::Connection);
        QCOMPARE(asked.error().again, Error::Again::Often);
        QVERIFY2(asked.error().hint.contains(u"the server is starting up"_s), qPrintable(asked.error().sentence()));
        int told = 0;
        LoadRequest request{morning, *Interval::of(1min), {}, {}};
        request.retry.firstBound = request.retry.lastBound = 50ms;
        request.retry.inARow = 1000;
        request.retry.inAll = 1000;
        request.retry.notice = [&](const Error &error, std::chrono::milliseconds) {
            QVERIFY(error.hint.contains(u"the server is starting up"_s));
            if (++told == 2)
                closed->promote();
        };
        const auto loaded = loadBins(
            *source, request, [](const BinBatchPtr &) { return true; }, {});
        QVERIFY2(loaded, loaded ? "" : qPrintable(loaded.error().sentence()));
        QVERIFY(loaded->rows >= morningRows);
        QVERIFY(told >= 2);
    }

    /// Last: there is no way back.
    void afterAFailoverTheListLeadsToTheNewPrimary()
    {
        const QString list = listOf(u"ps"_s, u"primary"_s);
        const auto before = sourceOf(list)->info({});
        QVERIFY(before);
        m_primary->stop();
        QVERIFY(!sourceOf(list)->info({}));
        const auto alone = sourceOf(listOf(u"ps"_s, u"any"_s))->info({});
        QVERIFY(alone);
        QVERIFY2(alone->server.endsWith("without its primary"_L1), qPrintable(alone->server));
        m_standby->exec("SELECT pg_promote()");
        const auto after = sourceOf(list)->info({});
        QVERIFY2(after, after ? "" : qPrintable(after.error().sentence()));
        QVERIFY(after->name.contains(m_standby->socketFolder()));
        QVERIFY(!after->server.contains("standby"_L1));
        QCOMPARE(after->identity, before->identity);
    }

private:
    QString listOf(const QString &hosts, const QString &attributes)
    {
        QStringList names;
        QStringList ports;
        for (const QChar host : hosts) {
            const test::TestCluster &server = host == u's' ? *m_standby : *m_primary;
            const bool real = host == u'p' || host == u's';
            names << (real ? server.socketFolder() : host == u'd' ? u"/nowhere"_s : u"127.0.0.1"_s);
            ports << QString::number(real ? server.port() : host == u'd' ? 1 : silentPort());
        }
        return u"host=%1 port=%2 user=postgres dbname=postgres target_session_attrs=%3"_s.arg(
            names.join(u','), ports.join(u','), attributes);
    }

    /// A port where connections are taken and nothing is ever said.
    int silentPort()
    {
        sockaddr_in address{};
        socklen_t size = sizeof address;
        if (m_silent < 0) {
            m_silent = socket(AF_INET, SOCK_STREAM, 0);
            address.sin_family = AF_INET;
            address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
            if (bind(m_silent, reinterpret_cast<sockaddr *>(&address), size) != 0 || listen(m_silent, 64) != 0)
                qFatal("no silent port");
        }
        getsockname(m_silent, reinterpret_cast<sockaddr *>(&address), &size);
        return ntohs(address.sin_port);
    }

    void pauseReplay()
    {
        m_standby->exec("SELECT pg_wal_replay_pause()");
        QTRY_COMPARE_WITH_TIMEOUT(m_standby->exec("SELECT pg_get_wal_replay_pause_state()"), "paused", 30'000);
    }

    void resumeReplay()
    {
        m_standby->exec("SELECT pg_wal_replay_resume()");
        QTRY_VERIFY_WITH_TIMEOUT(m_standby->hasCaughtUpWith(*m_primary), 30'000);
    }

    /// Removes rows that a snapshot on the standby may still want to see.
    void makeConflict()
    {
        m_primary->exec("INSERT INTO junk SELECT generate_series(1, 100)");
        m_primary->exec("DELETE FROM junk");
        m_primary->exec("VACUUM junk");
    }

    QByteArray conflicts() const
    {
        return m_standby->exec("SELECT sum(confl_snapshot) FROM pg_stat_database_conflicts");
    }

    /// Blocks and rollups, made on the primary and copied like everything else.
    void prepare()
    {
        const auto done = cbpm::prepare(m_primary->conninfo(), {}, *builtinDetectorTable(), {}, [](auto, auto) {}, {});
        QVERIFY2(done, done ? "" : qPrintable(done.error().sentence()));
        QTRY_VERIFY_WITH_TIMEOUT(m_standby->hasCaughtUpWith(*m_primary), 30'000);
    }

    static QString textOf(const std::vector<Finding> &findings, const QString &topic)
    {
        for (const Finding &finding : findings) {
            if (finding.topic == topic)
                return finding.text;
        }
        return u"no finding of "_s + topic;
    }

    std::unique_ptr<test::TestCluster> m_primary;
    std::unique_ptr<test::TestCluster> m_standby;
    int m_silent = -1;
};

QTEST_GUILESS_MAIN(TestPostgresReplicas)
#include "tst_postgres_replicas.moc"
