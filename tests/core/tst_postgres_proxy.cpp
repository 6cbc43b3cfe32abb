// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/binload.h"
#include "core/query/sampleload.h"
#include "core/source/postgres/postgressource.h"
#include "core/types/timetext.h"
#include "tests/core/readall.h"
#include "tests/support/faultproxy.h"
#include "tests/support/testcluster.h"

#include <QElapsedTimer>
#include <QTest>

#include <csignal>
#include <future>
#include <thread>

using namespace cbpm;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using test::Fault;
using test::readAll;

namespace {

const TimeRange hour = *parseRange(u"2026-03-02T00:00:00Z"_s, u"2026-03-02T01:00:00Z"_s, TimePoint{});

/// A row as text: time in µs, detector, four buttons.
using Row = QByteArray;

TableMapping mappingOf(const QString &table)
{
    TableMapping mapping;
    mapping.table = table;
    return mapping;
}

/// Deadlines that a test can wait for.
PostgresLimits quickLimits()
{
    PostgresLimits limits;
    limits.deadlines.connect = 2s;
    limits.deadlines.silence = 400ms;
    limits.deadlines.deadLink = 2s;
    limits.deadlines.leaving = 300ms;
    return limits;
}

RetryPolicy quickRetries()
{
    RetryPolicy policy;
    policy.firstBound = 1ms;
    policy.lastBound = 200ms;
    policy.inARow = 60; // a server needs a while to come back
    policy.inAll = 400;
    return policy;
}

void addRows(const DetectorSamples &samples, QList<Row> &rows)
{
    for (std::size_t i = 0; i < samples.size(); ++i) {
        Row row = QByteArray::number(static_cast<qint64>(samples.time[i])) + ' '
                  + QByteArray::fromStdString(samples.location);
        for (const Button button : {Button::TopInner, Button::TopOuter, Button::BottomInner, Button::BottomOuter})
            row += ' ' + QByteArray::number(samples.button[static_cast<std::size_t>(button)][i], 'g', 17);
        rows << row;
    }
}

QList<Row> rowsOf(const test::ReadAll &all)
{
    QList<Row> rows;
    for (const auto &[location, samples] : all.detectors)
        addRows(samples, rows);
    std::sort(rows.begin(), rows.end());
    return rows;
}

bool isOneSentence(const Error &error)
{
    const QString sentence = error.sentence();
    return !error.what.isEmpty() && !error.hint.isEmpty() && !sentence.contains(u'\n') && !sentence.contains(u": ;"_s);
}

} // namespace

/// A server behind a link that fails in every way a link can.
class TestPostgresProxy : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QString why;
        test::ClusterOptions options;
        options.tcp = true;
        options.settings = {u"synchronous_commit = on"_s}; // what was committed outlives a crash
        options.hba = {u"host all guarded 127.0.0.1/32 scram-sha-256"_s};
        m_cluster = test::TestCluster::start(why, options);
        if (!m_cluster)
            QSKIP(qPrintable(why));
        m_cluster->exec(
            "CREATE TABLE cbpm3 (timestamp timestamptz, instr text, top_in int4, top_out int4, bot_in int4, bot_out "
            "int4);"
            "INSERT INTO cbpm3 SELECT timestamptz '2026-03-02Z' + i * interval '0.5 s', d, 16000 + i % 31, "
            "16100 + i % 29, 16200 + i % 23, 16300 + i % 37 "
            "FROM generate_series(0, 7199) i, unnest(ARRAY['12W','13W','14W','15W']) d;"
            "CREATE INDEX ON cbpm3 (timestamp); ANALYZE cbpm3;"
            "CREATE ROLE guarded LOGIN PASSWORD 'right'; CREATE ROLE stranger LOGIN");
        // Rows that take their time: for what happens in the middle of a COPY.
        m_cluster->exec("CREATE FUNCTION slowly(v int4) RETURNS int4 LANGUAGE plpgsql VOLATILE AS "
                        "'BEGIN PERFORM pg_sleep(0.0002); RETURN v; END';"
                        "CREATE VIEW slow AS SELECT timestamp, instr, CASE instr WHEN '12W' THEN slowly(top_in) ELSE "
                        "top_in END AS top_in, top_out, bot_in, bot_out FROM cbpm3");
        for (const auto &row :
             m_cluster->query("SELECT (extract(epoch FROM timestamp) * 1000000)::int8, instr, top_in, "
                              "top_out, bot_in, bot_out FROM cbpm3"))
            m_truth << row.join(' ');
        std::sort(m_truth.begin(), m_truth.end());
    }

    void init()
    {
        if (m_cluster)
            m_proxy = std::make_unique<test::FaultProxy>(m_cluster->port());
    }

    void cleanup() { m_proxy.reset(); }

    void nothingIsChangedOnTheWay()
    {
        const auto all = readAll(source(), hour);
        QVERIFY2(all, all ? "" : qPrintable(all.error().sentence()));
        QVERIFY(rowsOf(*all) == m_truth);
        QCOMPARE(m_proxy->connections(), 1);
        QCOMPARE(m_proxy->struck(), 0);
        m_stream = m_proxy->bytes();
        QVERIFY(m_stream > m_truth.size() * 40);
    }

    void aCutNeverGivesAPartAsWhole_data()
    {
        QTest::addColumn<bool>("reset");
        QTest::newRow("cut") << false;
        QTest::newRow("reset") << true;
    }
    void aCutNeverGivesAPartAsWhole()
    {
        QFETCH(bool, reset);
        QVERIFY(m_stream > 0);
        int failed = 0;
        int whole = 0;
        // Each of the first bytes (log-in, learning the columns), then a spread, then each of the last.
        std::vector<std::int64_t> places;
        for (std::int64_t at = 0; at < 2'500; at += 37)
            places.push_back(at);
        for (std::int64_t at = 2'500; at < m_stream; at += m_stream / 41)
            places.push_back(at);
        for (std::int64_t at = m_stream - 60; at <= m_stream + 1; at += 4)
            places.push_back(at);
        for (const std::int64_t at : places) {
            Fault fault;
            (reset ? fault.resetAt : fault.cutAt) = at;
            m_proxy->set(fault);
            const auto all = readAll(source(), hour);
            if (all) {
                ++whole;
                QVERIFY2(rowsOf(*all) == m_truth, qPrintable(u"a part was given as whole at byte %1"_s.arg(at)));
            } else {
                ++failed;
                QVERIFY2(all.error().kind == Error::Kind::Connection, qPrintable(all.error().sentence()));
                QVERIFY2(isOneSentence(all.error()), qPrintable(all.error().sentence()));
                QVERIFY(all.error().again == Error::Again::Often);
            }
        }
        qInfo("%d places: %d errors, %d whole", failed + whole, failed, whole);
        QVERIFY(failed > 100);
    }

    /// Binary COPY has no checksum: a number that was changed on the way is a number. What can be had: no crash, no
    /// wait without end, never more than the one row that was hit. TLS finds all of them.
    void aFlippedByteIsFoundOrHitsOneRow_data()
    {
        QTest::addColumn<int>("mask");
        QTest::newRow("all bits") << 0xFF;
        QTest::newRow("lowest bit") << 0x01;
        QTest::newRow("highest bit") << 0x80;
    }
    void aFlippedByteIsFoundOrHitsOneRow()
    {
        QFETCH(int, mask);
        const auto few = *TimeRange::between(hour.begin(), hour.begin() + 20s);
        QList<Row> truth;
        const auto clean = readAll(source(), few);
        QVERIFY(clean.has_value());
        truth = rowsOf(*clean);
        QVERIFY(truth.size() == 160);
        const std::int64_t stream = m_proxy->bytes();
        int found = 0;
        int harmless = 0;
        int silent = 0;
        PostgresLimits limits = quickLimits();
        limits.deadlines.connect = limits.deadlines.silence = 150ms;
        for (std::int64_t at = mask % 7; at < stream; at += 29) {
            Fault fault;
            fault.flipAt = at;
            fault.flipMask = static_cast<std::uint8_t>(mask);
            m_proxy->set(fault);
            const auto all = readAll(source(u"cbpm3"_s, limits), few);
            if (!all) {
                ++found;
                QVERIFY2(!all.error().what.isEmpty() && !all.error().sentence().contains(u'\n'),
                         qPrintable(all.error().sentence()));
                continue;
            }
            const QList<Row> rows = rowsOf(*all);
            int missing = 0;
            int strange = 0;
            for (const Row &row : truth)
                missing += !std::binary_search(rows.begin(), rows.end(), row);
            for (const Row &row : rows)
                strange += !std::binary_search(truth.begin(), truth.end(), row);
            ++(missing + strange == 0 ? harmless : silent);
            QVERIFY2(missing <= 1 && strange <= 1,
                     qPrintable(u"byte %1: %2 rows missing, %3 strange"_s.arg(at).arg(missing).arg(strange)));
        }
        qInfo("%d flips found, %d harmless, %d changed one row and could not be seen", found, harmless, silent);
        QVERIFY(found > 0);
    }

    void aDeadLinkIsNoticed_data() { limitsToTry(); }
    void aDeadLinkIsNoticed()
    {
        QFETCH(bool, asShipped);
        PostgresLimits limits = asShipped ? PostgresLimits{} : quickLimits();
        if (!asShipped)
            limits.deadlines.silence = 10min; // the link's own watch must do it
        Fault fault;
        fault.deadAt = m_stream / 3;
        m_proxy->set(fault);
        QElapsedTimer clock;
        clock.start();
        const auto all = readAll(source(u"cbpm3"_s, limits), hour);
        QVERIFY(!all);
        if (m_proxy->struck() == 0)
            QSKIP("this kernel lets no socket go deaf");
        QCOMPARE(all.error().kind, Error::Kind::Connection);
        QVERIFY2(isOneSentence(all.error()), qPrintable(all.error().sentence()));
        QVERIFY(all.error().again == Error::Again::Often);
        qInfo("dead link noticed after %lld ms of %lld: %s", static_cast<long long>(clock.elapsed()),
              static_cast<long long>(limits.deadlines.deadLink.count()), qPrintable(all.error().sentence()));
    }

    void aStalledServerIsNoticed_data() { limitsToTry(); }
    void aStalledServerIsNoticed()
    {
        QFETCH(bool, asShipped);
        Fault fault;
        fault.stallAt = m_stream / 2;
        m_proxy->set(fault);
        PostgresLimits limits = asShipped ? PostgresLimits{} : quickLimits();
        if (!asShipped)
            limits.deadlines.deadLink = 10min; // the own watch on bytes must do it
        QElapsedTimer clock;
        clock.start();
        const auto all = readAll(source(u"cbpm3"_s, limits), hour);
        QVERIFY(!all);
        QCOMPARE(m_proxy->struck(), 1);
        QCOMPARE(all.error().kind, Error::Kind::Timeout);
        QVERIFY2(isOneSentence(all.error()), qPrintable(all.error().sentence()));
        qInfo("stalled server noticed after %lld ms of %lld", static_cast<long long>(clock.elapsed()),
              static_cast<long long>(limits.deadlines.silence.count()));
    }

    void aStallWhileConnectingIsNoticed()
    {
        for (const std::int64_t at : {std::int64_t{0}, std::int64_t{1}, std::int64_t{200}}) {
            Fault fault;
            fault.stallAt = at;
            m_proxy->set(fault);
            PostgresLimits limits = quickLimits();
            limits.deadlines.connect = 200ms;
            const auto all = readAll(source(u"cbpm3"_s, limits), hour);
            QVERIFY(!all);
            QCOMPARE(all.error().kind, Error::Kind::Connection);
            QVERIFY2(isOneSentence(all.error()), qPrintable(all.error().sentence()));
        }
    }

    void aSlowLinkIsWholeAndCanBeLeft()
    {
        Fault fault;
        fault.bytesPerSecond = 4'000'000;
        fault.delay = 3ms;
        m_proxy->set(fault);
        const auto all = readAll(source(), hour);
        QVERIFY2(all, all ? "" : qPrintable(all.error().sentence()));
        QVERIFY(rowsOf(*all) == m_truth);
        fault.bytesPerSecond = 20'000;
        m_proxy->set(fault);
        const CancelToken cancel;
        const std::int64_t before = m_proxy->bytes();
        std::thread canceller{[&] {
            while (m_proxy->bytes() < before + 30'000)
                std::this_thread::yield();
            cancel.cancel();
        }};
        const auto left = readAll(source(), hour, {}, cancel);
        canceller.join();
        QVERIFY(!left);
        QCOMPARE(left.error().kind, Error::Kind::Cancelled);
    }

    void aCancelIsBoundedEverywhere_data()
    {
        QTest::addColumn<bool>("reachable");
        QTest::addColumn<bool>("swallowed");
        QTest::newRow("normal") << true << false;
        QTest::newRow("taken and swallowed") << true << true;
        QTest::newRow("into a black hole") << false << false;
    }
    void aCancelIsBoundedEverywhere()
    {
        QFETCH(bool, reachable);
        QFETCH(bool, swallowed);
        PostgresLimits limits = quickLimits();
        limits.deadlines.silence = 10s;
        const auto reader = source(u"slow"_s, limits).open({}, {});
        QVERIFY2(reader, reader ? "" : qPrintable(reader.error().sentence()));
        QVERIFY(reader.value()->start(hour));
        QVERIFY(reader.value()->next({}).has_value());
        m_proxy->swallowCancels(swallowed);
        if (!m_proxy->setReachable(reachable) && !reachable)
            QSKIP("this kernel lets no socket go deaf");
        const CancelToken cancel;
        QElapsedTimer clock;
        std::thread canceller{[&] {
            while (activeCopies() == 0)
                std::this_thread::yield();
            clock.start();
            cancel.cancel();
        }};
        Result<SampleBatchPtr> batch{SampleBatchPtr{}};
        do // slices that are there already may come first
            batch = reader.value()->next(cancel);
        while (batch && *batch);
        canceller.join();
        qInfo("cancelled after %lld ms", static_cast<long long>(clock.elapsed()));
        QVERIFY(!batch);
        QCOMPARE(batch.error().kind, Error::Kind::Cancelled);
        // The next stretch does not wait for what the server would not stop either: it goes on, or says so.
        clock.restart();
        const auto started = reader.value()->start(hour);
        qInfo("next stretch after %lld ms: %s", static_cast<long long>(clock.elapsed()),
              started ? "goes on" : qPrintable(started.error().sentence()));
        if (!started) {
            QCOMPARE(started.error().kind, Error::Kind::Connection);
            QVERIFY(isOneSentence(started.error()));
        }
        QVERIFY(started || swallowed || !reachable);
        m_proxy->setReachable(true);
    }

    void aServerThatDoesNotStopIsLeft()
    {
        m_cluster->exec("CREATE VIEW flood AS SELECT timestamptz '2026-03-02Z' + (i % 1000) * interval '1 us' AS "
                        "timestamp, '12W'::text AS instr, 1 AS top_in, 2 AS top_out, 3 AS bot_in, 4 AS bot_out "
                        "FROM (SELECT generate_series(1, 2000000000)) s(i)");
        const auto reader = source(u"flood"_s).open({}, {});
        QVERIFY2(reader, reader ? "" : qPrintable(reader.error().sentence()));
        QVERIFY(reader.value()->start(hour));
        m_proxy->swallowCancels(true);
        const CancelToken cancel;
        std::thread canceller{[&] {
            while (activeCopies() == 0)
                std::this_thread::yield();
            cancel.cancel();
        }};
        QCOMPARE(reader.value()->next(cancel).error().kind, Error::Kind::Cancelled);
        canceller.join();
        const auto started = reader.value()->start(hour); // would read two thousand million rows away
        QVERIFY(!started);
        QCOMPARE(started.error().kind, Error::Kind::Connection);
        QVERIFY(started.error().again == Error::Again::Often);
        QVERIFY2(isOneSentence(started.error()), qPrintable(started.error().sentence()));
    }

    void aServerThatGoesAwayIsOneSentence_data()
    {
        QTest::addColumn<int>("how");
        QTest::newRow("killed") << SIGKILL;
        QTest::newRow("stopped at once") << SIGQUIT;
        QTest::newRow("stopped fast") << SIGINT;
    }
    void aServerThatGoesAwayIsOneSentence()
    {
        QFETCH(int, how);
        PostgresLimits limits = quickLimits();
        limits.deadlines.silence = 10s;
        const PostgresSource slow = source(u"slow"_s, limits);
        auto read = std::async(std::launch::async, [&] { return readAll(slow, hour); });
        // Once is enough: between two slices of a read no copy is active.
        QVERIFY(QTest::qWaitFor([&] { return activeCopies() > 0; }, 30'000));
        m_cluster->stop(how);
        const auto all = read.get();
        const auto gone = readAll(slow, hour);
        m_cluster->restart();
        QVERIFY(!all && !gone);
        QCOMPARE(all.error().kind, Error::Kind::Connection);
        QVERIFY2(isOneSentence(all.error()), qPrintable(all.error().sentence()));
        QCOMPARE(gone.error().kind, Error::Kind::Connection);
        QVERIFY2(isOneSentence(gone.error()), qPrintable(gone.error().sentence()));
        qInfo("%s", qPrintable(all.error().sentence()));
        qInfo("%s", qPrintable(gone.error().sentence()));
        const auto again = readAll(source(), hour);
        QVERIFY2(again, again ? "" : qPrintable(again.error().sentence()));
        QVERIFY(rowsOf(*again) == m_truth);
    }

    void aLoadGoesOnAfterALoss_data()
    {
        QTest::addColumn<int>("fault");
        QTest::addColumn<double>("share"); // of the stream
        for (int k = 0; k < 12; ++k) {
            const double share = 0.02 + 0.08 * k;
            QTest::addRow("cut at %.0f %%", share * 100) << 0 << share;
        }
        QTest::newRow("reset") << 1 << 0.5;
        QTest::newRow("stalled") << 2 << 0.6;
        QTest::newRow("dead") << 3 << 0.4;
    }
    void aLoadGoesOnAfterALoss()
    {
        QFETCH(int, fault);
        QFETCH(double, share);
        Fault strike;
        strike.connections = fault == 0 ? 3 : 1; // several in a row where it costs no time
        const auto at = static_cast<std::int64_t>(share * static_cast<double>(m_stream));
        (fault == 0 ? strike.cutAt : fault == 1 ? strike.resetAt : fault == 2 ? strike.stallAt : strike.deadAt) = at;
        m_proxy->set(strike);
        QList<Row> rows;
        std::uint64_t resumptions = 0;
        const auto loaded = loadSamples(
            source(), hour, {},
            [&](const SampleBatchPtr &batch) {
                for (const DetectorSamples &samples : batch->detectors)
                    addRows(samples, rows);
                resumptions += batch->resumptions;
                return true;
            },
            {}, quickRetries());
        QVERIFY2(loaded, loaded ? "" : qPrintable(loaded.error().sentence()));
        std::sort(rows.begin(), rows.end());
        QCOMPARE(rows.size(), m_truth.size());
        QVERIFY(rows == m_truth);
        if (fault == 3 && m_proxy->struck() == 0)
            QSKIP("this kernel lets no socket go deaf");
        QVERIFY(resumptions > 0);
        QCOMPARE(resumptions, static_cast<std::uint64_t>(m_proxy->struck()));
    }

    /// The server then ends every session of the cluster, and recovers.
    void aKilledBackendEndsNoLoad()
    {
        const PostgresSource slow{m_cluster->tcpConninfo(u"postgres"_s), mappingOf(u"slow"_s), builtinDetectorTable()};
        std::thread killer{[&] {
            qint64 backend = 0;
            while (backend == 0)
                backend = m_cluster
                              ->exec("SELECT coalesce(max(pid), 0) FROM pg_stat_activity WHERE query LIKE 'COPY%' AND "
                                     "state = 'active' AND application_name LIKE 'cbpm3%'")
                              .toLongLong();
            kill(static_cast<pid_t>(backend), SIGKILL);
        }};
        QList<Row> rows;
        std::uint64_t resumptions = 0;
        const auto loaded = loadSamples(
            slow, hour, {},
            [&](const SampleBatchPtr &batch) {
                resumptions += batch->resumptions;
                for (const DetectorSamples &samples : batch->detectors)
                    addRows(samples, rows);
                return true;
            },
            {}, quickRetries());
        killer.join();
        QVERIFY2(loaded, loaded ? "" : qPrintable(loaded.error().sentence()));
        std::sort(rows.begin(), rows.end());
        QVERIFY(rows == m_truth);
        QVERIFY(resumptions > 0);
        QTRY_COMPARE(m_cluster->exec("SELECT 1"), "1");
    }

    void binsAreWholeAfterTheServerWasRestarted_data()
    {
        QTest::addColumn<int>("readers");
        QTest::addColumn<int>("how");
        QTest::newRow("one reader, killed") << 1 << SIGKILL;
        QTest::newRow("two readers, killed") << 2 << SIGKILL;
        QTest::newRow("two readers, stopped fast") << 2 << SIGINT;
    }
    void binsAreWholeAfterTheServerWasRestarted()
    {
        QFETCH(int, readers);
        QFETCH(int, how);
        std::atomic<int> batches = 0;
        std::atomic<int> told = 0;
        std::map<std::string, BinSeries> all;
        PostgresLimits limits = quickLimits();
        limits.deadlines.silence = 10s;
        const PostgresSource slow = source(u"slow"_s, limits);
        LoadRequest request{hour, *Interval::of(10s), {}, {}, readers, filedQuantities, quickRetries()};
        request.retry.notice = [&](const Error &, std::chrono::milliseconds) { ++told; };
        auto load = std::async(std::launch::async, [&] {
            return loadBins(slow, request,
                            [&](const BinBatchPtr &batch) {
                                ++batches;
                                for (const BinSeries &series : batch->series)
                                    all[series.location].merge(series);
                                return true;
                            },
                            {});
        });
        QTRY_VERIFY_WITH_TIMEOUT(batches > 1, 30'000);
        m_cluster->stop(how);
        QTRY_VERIFY_WITH_TIMEOUT(told > 0, 30'000);
        m_cluster->restart();
        const auto loaded = load.get();
        QVERIFY2(loaded, loaded ? "" : qPrintable(loaded.error().sentence()));
        QVERIFY(loaded->resumptions > 0);
        QCOMPARE(loaded->rows, static_cast<std::uint64_t>(m_truth.size()));
        const auto truth = m_cluster->query(
            "SELECT instr, floor(extract(epoch FROM timestamp) / 10)::int8, count(*), min(top_in), max(top_in) "
            "FROM cbpm3 GROUP BY 1, 2 ORDER BY 1, 2");
        qsizetype next = 0;
        for (const auto &[location, series] : all) {
            for (std::size_t k = 0; k < series.size(); ++k, ++next) {
                QVERIFY(next < truth.size());
                const auto &top = series.of(Quantity::TopInner)[k];
                const QByteArrayList row{
                    QByteArray::fromStdString(location), QByteArray::number(static_cast<qint64>(series.bin[k])),
                    QByteArray::number(series.count[k]), QByteArray::number(top.min), QByteArray::number(top.max)};
                QCOMPARE(row, truth[next]);
            }
        }
        QCOMPARE(next, truth.size());
        qInfo("%llu resumptions, %d tries", static_cast<unsigned long long>(loaded->resumptions), told.load());
    }

    void whatCannotPassIsNotTriedAgain_data()
    {
        QTest::addColumn<QString>("user");
        QTest::addColumn<QString>("table");
        QTest::addColumn<Error::Kind>("kind");
        QTest::newRow("wrong password") << u"guarded password=wrong"_s << u"cbpm3"_s << Error::Kind::Authentication;
        QTest::newRow("no right") << u"stranger"_s << u"cbpm3"_s << Error::Kind::Permission;
        QTest::newRow("no table") << u"postgres"_s << u"nowhere"_s << Error::Kind::NotFound;
    }
    void whatCannotPassIsNotTriedAgain()
    {
        QFETCH(QString, user);
        QFETCH(QString, table);
        const PostgresSource refused{conninfo(user), mappingOf(table), builtinDetectorTable(), quickLimits()};
        RetryPolicy policy = quickRetries();
        int told = 0;
        policy.notice = [&](const Error &, std::chrono::milliseconds) { ++told; };
        const auto loaded = loadSamples(
            refused, hour, {}, [](const SampleBatchPtr &) { return true; }, {}, policy);
        QVERIFY(!loaded);
        QTEST(loaded.error().kind, "kind");
        QCOMPARE(told, 0);
        QCOMPARE(m_proxy->connections(), 1);
    }

    void aStandbyConflictIsTriedOnceMore()
    {
        // A file in the data folder remembers, over rollbacks and sessions, that the conflict was had.
        m_cluster->exec(
            "CREATE FUNCTION conflict(v int4, times int4) RETURNS int4 LANGUAGE plpgsql VOLATILE AS $$ DECLARE "
            "file text; BEGIN FOR k IN 1..times LOOP file := current_setting('data_directory') || '/had' || times || "
            "k; "
            "IF (SELECT size FROM pg_stat_file(file, true)) IS NULL THEN EXECUTE format('COPY (SELECT 1) TO %L', "
            "file); "
            "RAISE 'conflict with recovery' USING ERRCODE = '40001'; END IF; END LOOP; RETURN v; END $$;"
            "CREATE TABLE few AS SELECT * FROM cbpm3 ORDER BY timestamp LIMIT 400;"
            "CREATE VIEW once AS SELECT timestamp, instr, conflict(top_in, 1) AS top_in, top_out, bot_in, bot_out "
            "FROM few;"
            "CREATE VIEW twice AS SELECT timestamp, instr, conflict(top_in, 2) AS top_in, top_out, bot_in, bot_out "
            "FROM few");
        std::uint64_t rows = 0;
        const auto load = [&](const QString &table) {
            rows = 0;
            return loadSamples(
                source(table), hour, {},
                [&](const SampleBatchPtr &batch) {
                    rows += batch->rows;
                    return true;
                },
                {}, quickRetries());
        };
        const auto once = load(u"once"_s);
        QVERIFY2(once, once ? "" : qPrintable(once.error().sentence()));
        QCOMPARE(rows, 400u);
        const auto twice = load(u"twice"_s);
        QVERIFY(!twice);
        QCOMPARE(twice.error().kind, Error::Kind::Query);
    }

private:
    /// Those that are shipped take their time.
    void limitsToTry()
    {
        QTest::addColumn<bool>("asShipped");
        QTest::newRow("short ones") << false;
        if (qEnvironmentVariableIsSet("CBPM_LONG"))
            QTest::newRow("as shipped") << true;
    }

    QString conninfo(const QString &user) const
    {
        return u"host=127.0.0.1 port=%1 dbname=postgres passfile=/nowhere user=%2"_s.arg(m_proxy->port()).arg(user);
    }

    PostgresSource source(const QString &table = u"cbpm3"_s, const PostgresLimits &limits = quickLimits()) const
    {
        return PostgresSource{conninfo(u"postgres"_s), mappingOf(table), builtinDetectorTable(), limits};
    }

    int activeCopies() const
    {
        return m_cluster
            ->exec("SELECT count(*) FROM pg_stat_activity WHERE query LIKE 'COPY%' AND state = 'active' "
                   "AND application_name LIKE 'cbpm3%'")
            .toInt();
    }

    std::unique_ptr<test::TestCluster> m_cluster;
    std::unique_ptr<test::FaultProxy> m_proxy;
    QList<Row> m_truth;        ///< every row, sorted
    std::int64_t m_stream = 0; ///< bytes of one read of the hour
};

QTEST_GUILESS_MAIN(TestPostgresProxy)
#include "tst_postgres_proxy.moc"
