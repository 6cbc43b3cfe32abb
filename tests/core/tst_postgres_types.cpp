// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/postgres/postgressource.h"
#include "core/source/postgres/rowlayout.h"
#include "core/types/flags.h"
#include "core/types/timetext.h"
#include "tests/core/readall.h"
#include "tests/support/testcluster.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <array>
#include <climits>
#include <cmath>
#include <optional>

using namespace cbpm;
using namespace Qt::StringLiterals;
using test::readAll;

namespace {

TimeRange range(const QString &from, const QString &to)
{
    return *parseRange(from, to, TimePoint{});
}

QByteArray usec(const char *iso)
{
    return QByteArray::number(static_cast<qint64>(unixMicroseconds(*parseTime(QString::fromLatin1(iso), TimePoint{}))));
}

} // namespace

/// One test server for all; each test has a table of its own.
class TestPostgresTypes : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QString why;
        m_cluster = test::TestCluster::start(why);
        if (!m_cluster)
            QSKIP(qPrintable(why));
    }

    void everyColumnTypeGivesTheSameSamples_data()
    {
        QTest::addColumn<QByteArray>("time");
        QTest::addColumn<QByteArray>("detector");
        QTest::addColumn<QByteArray>("button");
        for (const char *time : {"timestamptz", "timestamp", "float8", "numeric"})
            QTest::addRow("time %s", time) << QByteArray{time} << QByteArray{"text"} << QByteArray{"int4"};
        for (const char *detector : {"varchar(8)", "char(8)", "name", "int2", "int4", "int8", "numeric"})
            QTest::addRow("detector %s", detector)
                << QByteArray{"timestamptz"} << QByteArray{detector} << QByteArray{"int4"};
        for (const char *button : {"int2", "int8", "float4", "float8", "numeric", "numeric(12,3)"})
            QTest::addRow("button %s", button) << QByteArray{"timestamptz"} << QByteArray{"text"} << QByteArray{button};
    }
    void everyColumnTypeGivesTheSameSamples()
    {
        QFETCH(QByteArray, time);
        QFETCH(QByteArray, detector);
        QFETCH(QByteArray, button);
        const bool seconds = time == "float8" || time == "numeric";
        const bool id = detector.startsWith("int") || detector == "numeric";
        m_cluster->exec("DROP TABLE IF EXISTS typed; CREATE TABLE typed (timestamp " + time + ", instr " + detector
                        + ", top_in " + button + ", top_out " + button + ", bot_in " + button + ", bot_out " + button
                        + ")");
        const QByteArray stamp = seconds               ? "extract(epoch FROM t)::" + time
                                 : time == "timestamp" ? "t AT TIME ZONE 'UTC'"
                                                       : QByteArray{"t"};
        const QByteArray name = id ? "(ARRAY[16, 19])[d]" : "(ARRAY['12W', 'DET_09W'])[d]";
        m_cluster->exec("INSERT INTO typed SELECT " + stamp + ", " + name
                        + ", 16000 + i % 7, 18000 + i % 5, 15000 + d, 17000 - i % 3"
                          " FROM generate_series(0, 99) i, generate_series(1, 2) d,"
                          " LATERAL (SELECT timestamptz '2026-03-02 00:00:00.1Z' + i * interval '0.1 s') s(t)");
        TableMapping mapping;
        mapping.table = u"typed"_s;
        const auto all = readTable(mapping, u"2026-03-02T00:00:00Z"_s, u"2026-03-02T00:01:00Z"_s);
        QVERIFY2(all.has_value(), all ? "" : qPrintable(all.error().sentence()));
        QCOMPARE(all->detectors.size(), std::size_t{2});
        const auto table = builtinDetectorTable();
        const std::string first = id ? table->at(table->findId(16)).location : "12W";
        const std::string second = id ? table->at(table->findId(19)).location : "9W";
        for (const std::string &location : {first, second}) {
            const DetectorSamples &samples = all->detectors.at(location);
            QCOMPARE(samples.row, table->find(location));
            QCOMPARE(samples.size(), std::size_t{100});
            for (std::size_t i = 0; i < 100; ++i) {
                QCOMPARE(samples.time[i], 1'772'409'600'100'000 + static_cast<std::int64_t>(i) * 100'000);
                QCOMPARE(samples.button[0][i], 16'000.0 + static_cast<double>(i % 7));
                QCOMPARE(samples.button[1][i], location == first ? 15'001.0 : 15'002.0);
                QCOMPARE(samples.button[2][i], 17'000.0 - static_cast<double>(i % 3));
                QCOMPARE(samples.button[3][i], 18'000.0 + static_cast<double>(i % 5));
            }
        }
    }

    /// Also those that the short form of the wire cannot tell, whether other rows came before them or not.
    void everyWholeNumberComesAsItIs()
    {
        const std::array<std::optional<int>, 7> values{std::nullopt, INT_MIN,       -1'452'516'353, -1,
                                                       17'000,       1'452'516'352, INT_MAX};
        QByteArrayList literals;
        for (const auto &value : values)
            literals << (value ? QByteArray::number(*value) : "NULL");
        const auto pick = [&](int divisor) {
            return "(ARRAY[" + literals.join(", ") + "]::int4[])[1 + i / " + QByteArray::number(divisor) + " % 7]";
        };
        constexpr int n = 7 * 7 * 7 * 7;
        m_cluster->exec(
            "CREATE TABLE extremes (timestamp timestamptz, instr text, top_in int4, bot_in int4, bot_out int4, "
            "top_out int4); "
            "INSERT INTO extremes SELECT timestamptz '2026-03-02Z' + i * interval '0.1 s', '12W', "
            + pick(1) + ", " + pick(7) + ", " + pick(49) + ", " + pick(343) + " FROM generate_series(0, "
            + QByteArray::number(n - 1)
            + ") i; INSERT INTO extremes SELECT timestamptz '2026-03-01 23:00Z' + i * interval '0.1 s', "
              "'13W', 17000 + i, -i, 2147483647 - i, i FROM generate_series(0, 35999) i");
        TableMapping mapping;
        mapping.table = u"extremes"_s;
        const auto all = readTable(mapping, u"2026-03-01T23:00:00Z"_s, u"2026-03-02T01:00:00Z"_s);
        QVERIFY2(all.has_value(), all ? "" : qPrintable(all.error().sentence()));
        QCOMPARE(all->duplicates, std::uint64_t{0}); // what came in the other form, too, counts once
        const DetectorSamples &samples = all->detectors.at("12W");
        QCOMPARE(samples.size(), std::size_t{n});
        for (std::size_t i = 0; i < n; ++i) {
            std::size_t divisor = 1;
            for (const auto &button : samples.button) {
                const auto &value = values.at(i / divisor % 7);
                QVERIFY2(value ? button[i] == *value : std::isnan(button[i]), qPrintable(QString::number(i)));
                divisor *= 7;
            }
        }
        const DetectorSamples &others = all->detectors.at("13W");
        QCOMPARE(others.size(), std::size_t{36'000});
        for (std::size_t i = 0; i < others.size(); ++i) {
            const auto k = static_cast<double>(i);
            QVERIFY(others.button[0][i] == 17'000.0 + k && others.button[1][i] == -k
                    && others.button[2][i] == INT_MAX - k && others.button[3][i] == k);
        }
    }

    void namesAreDataNotSql()
    {
        const QString table = u"odd \"table; DROP TABLE x --"_s;
        m_cluster->exec("DROP SCHEMA IF EXISTS \"Odd.Schema\" CASCADE; CREATE TABLE IF NOT EXISTS \"odd \"\"table; "
                        "DROP TABLE x --\" "
                        "(\"The Time\" timestamptz, \"BPM'\" text, \"a\"\"b\" int4, b int4, c int4, d int4); "
                        "TRUNCATE \"odd \"\"table; DROP TABLE x --\"; "
                        "INSERT INTO \"odd \"\"table; DROP TABLE x --\" VALUES ('2026-03-02Z', '12W', 1, 2, 3, 4)");
        TableMapping mapping;
        mapping.table = table;
        QVERIFY(applyColumns(mapping, u"time=The Time,detector=BPM',top_in=a\"b,top_out=b,bot_in=c,bot_out=d"_s));
        const auto all = readTable(mapping, u"2026-03-01Z"_s, u"2026-03-03Z"_s);
        QVERIFY2(all.has_value(), all ? "" : qPrintable(all.error().sentence()));
        QCOMPARE(all->detectors.at("12W").button[0], std::vector<double>{1.0});
        QCOMPARE(all->detectors.at("12W").button[3], std::vector<double>{2.0});
    }

    void theRangeIsHalfOpenToTheMicrosecond_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::newRow("timestamptz") << QByteArray{"timestamptz"};
        QTest::newRow("timestamp") << QByteArray{"timestamp"};
        QTest::newRow("float8") << QByteArray{"float8"};
        QTest::newRow("numeric") << QByteArray{"numeric"};
    }
    void theRangeIsHalfOpenToTheMicrosecond()
    {
        QFETCH(QByteArray, type);
        const bool seconds = type == "float8" || type == "numeric";
        m_cluster->exec("DROP TABLE IF EXISTS edges; CREATE TABLE edges (timestamp " + type
                        + ", instr text, top_in int4, top_out int4, bot_in int4, bot_out int4)");
        for (const char *time : {"2026-03-02 00:59:59.999999Z", "2026-03-02 01:00:00Z", "2026-03-02 01:00:00.000001Z",
                                 "2026-03-02 01:59:59.999999Z", "2026-03-02 02:00:00Z"}) {
            const QByteArray stamp = "timestamptz '" + QByteArray{time} + '\'';
            m_cluster->exec("INSERT INTO edges VALUES ("
                            + (seconds ? "extract(epoch FROM " + stamp + ")"
                                       : "(" + stamp + ")" + (type == "timestamp" ? " AT TIME ZONE 'UTC'" : ""))
                            + ", '12W', 1, 1, 1, 1)");
        }
        TableMapping mapping;
        mapping.table = u"edges"_s;
        const auto all = readTable(mapping, u"2026-03-02T01:00:00Z"_s, u"2026-03-02T02:00:00Z"_s);
        QVERIFY2(all.has_value(), all ? "" : qPrintable(all.error().sentence()));
        const auto &time = all->detectors.at("12W").time;
        QCOMPARE(time.size(), std::size_t{3});
        QCOMPARE(QByteArray::number(static_cast<qint64>(time.front())), usec("2026-03-02T01:00:00Z"));
        QCOMPARE(QByteArray::number(static_cast<qint64>(time.back())), usec("2026-03-02T01:59:59.999999Z"));
    }

    void wallClockTimesAreReadInTheServersZone()
    {
        m_cluster->exec(
            "DROP TABLE IF EXISTS wall; CREATE TABLE wall (timestamp timestamp, instr text, top_in int4, top_out int4, "
            "bot_in int4, bot_out int4); INSERT INTO wall SELECT timestamp '2026-03-08 00:00' + i * interval '10 min', "
            "'12W', 1, 1, 1, 1 FROM generate_series(0, 35) i WHERE i NOT BETWEEN 12 AND 17"); // 02:00 to 03:00 does not
                                                                                              // exist
        TableMapping mapping;
        mapping.table = u"wall"_s;
        mapping.serverTimezone = QTimeZone{"America/New_York"};
        const auto all = readTable(mapping, u"2026-03-08T06:50:00Z"_s, u"2026-03-08T07:20:00Z"_s);
        QVERIFY(all.has_value());
        const auto &time = all->detectors.at("12W").time;
        QCOMPARE(time.size(), std::size_t{3}); // 01:50 EST, 03:00 EDT, 03:10 EDT: ten minutes apart
        QCOMPARE(time[1] - time[0], 600'000'000);
        QCOMPARE(time[2] - time[1], 600'000'000);
    }

    void theDoubledHourIsReadOnceAndOnlyOnce()
    {
        m_cluster->exec("DROP TABLE IF EXISTS autumn; CREATE TABLE autumn (timestamp timestamp, instr text, top_in "
                        "int4, top_out int4, "
                        "bot_in int4, bot_out int4); INSERT INTO autumn SELECT timestamp '2026-11-01 00:00' + i * "
                        "interval '10 min', "
                        "'12W', i, 1, 1, 1 FROM generate_series(0, 23) i; CREATE INDEX ON autumn (timestamp)");
        TableMapping mapping;
        mapping.table = u"autumn"_s;
        mapping.serverTimezone = QTimeZone{"America/New_York"};
        const PostgresSource source{m_cluster->conninfo(), mapping, builtinDetectorTable()};
        const auto samplesIn = [&](const QString &from, const QString &to) {
            const auto all = readAll(source, range(from, to));
            return all && all->rows > 0 ? all->detectors.at("12W").size() : std::size_t{0};
        };
        QCOMPARE(samplesIn(u"2026-11-01T04:00:00Z"_s, u"2026-11-01T05:00:00Z"_s), std::size_t{6}); // 00:00 EDT
        QCOMPARE(samplesIn(u"2026-11-01T05:00:00Z"_s, u"2026-11-01T06:00:00Z"_s),
                 std::size_t{0}); // PostgreSQL reads 01:00 as EST
        QCOMPARE(samplesIn(u"2026-11-01T05:30:00Z"_s, u"2026-11-01T06:30:00Z"_s), std::size_t{3}); // 01:30 to 01:30
        QCOMPARE(samplesIn(u"2026-11-01T06:00:00Z"_s, u"2026-11-01T07:00:00Z"_s), std::size_t{6});
        QCOMPARE(samplesIn(u"2026-11-01T00:00:00Z"_s, u"2026-11-02T00:00:00Z"_s), std::size_t{24});
        const auto info = source.info({});
        QVERIFY2(info.has_value(), info ? "" : qPrintable(info.error().sentence()));
        QCOMPARE(isoText(info->extent->begin()), u"2026-11-01T04:00:00.000000Z"_s);
    }

    void wholeSecondsUseTheirIndex_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::newRow("int4") << QByteArray{"int4"};
        QTest::newRow("int8") << QByteArray{"int8"};
    }
    void wholeSecondsUseTheirIndex()
    {
        QFETCH(QByteArray, type);
        m_cluster->exec("DROP TABLE IF EXISTS whole; CREATE TABLE whole (timestamp " + type
                        + ", instr text, top_in int4, top_out int4, "
                          "bot_in int4, bot_out int4); INSERT INTO whole SELECT 1772409600 + i, '12W', i, 1, 1, 1 FROM "
                          "generate_series(0, 9999) i; CREATE INDEX ON whole (timestamp); ANALYZE whole");
        TableMapping mapping;
        mapping.table = u"whole"_s;
        const auto all = readTable(mapping, u"2026-03-02T00:00:00.5Z"_s, u"2026-03-02T00:00:10.5Z"_s);
        QVERIFY2(all.has_value(), all ? "" : qPrintable(all.error().sentence()));
        QCOMPARE(all->detectors.at("12W").size(), std::size_t{10});
        QCOMPARE(all->detectors.at("12W").button[0].front(), 1.0);
        auto connection = Connection::open(m_cluster->conninfo(), {}, {});
        QVERIFY(connection.has_value());
        const auto layout = RowLayout::learn(*connection, mapping, {});
        QVERIFY(layout.has_value());
        const auto minute = range(u"2026-03-02T00:10:00Z"_s, u"2026-03-02T00:11:00Z"_s);
        const auto plan = m_cluster->query("EXPLAIN SELECT " + layout->selectList() + " FROM whole WHERE "
                                           + layout->timeCondition(minute));
        QVERIFY2(plan[0][0].contains("Index Scan"), plan[0][0].constData());
    }

    void viewsAndPartitionsAreTables_data()
    {
        QTest::addColumn<QString>("table");
        QTest::newRow("view") << u"seen"_s;
        QTest::newRow("materialized view") << u"kept"_s;
        QTest::newRow("partitioned") << u"parted"_s;
        QTest::newRow("schema") << u"Other.plain"_s;
    }
    void viewsAndPartitionsAreTables()
    {
        QFETCH(QString, table);
        m_cluster->exec(
            "DROP SCHEMA IF EXISTS \"Other\" CASCADE; CREATE SCHEMA \"Other\"; DROP TABLE IF EXISTS parted; "
            "CREATE TABLE \"Other\".plain (timestamp timestamptz, instr text, top_in int4, top_out int4, bot_in int4, "
            "bot_out int4);"
            "INSERT INTO \"Other\".plain SELECT timestamptz '2026-03-02Z' + i * interval '1 s', '12W', i, 1, 1, 1 FROM "
            "generate_series(0, 59) i; CREATE VIEW seen AS TABLE \"Other\".plain; CREATE MATERIALIZED VIEW kept AS "
            "TABLE seen; "
            "CREATE TABLE parted (LIKE \"Other\".plain) PARTITION BY RANGE (timestamp); "
            "CREATE TABLE parted1 PARTITION OF parted FOR VALUES FROM (MINVALUE) TO ('2026-03-02 00:00:30Z'); "
            "CREATE TABLE parted2 PARTITION OF parted DEFAULT; INSERT INTO parted TABLE seen");
        TableMapping mapping;
        mapping.table = table;
        const auto all = readTable(mapping, u"2026-03-02Z"_s, u"2026-03-03Z"_s);
        QVERIFY2(all.has_value(), all ? "" : qPrintable(all.error().sentence()));
        QCOMPARE(all->detectors.at("12W").size(), std::size_t{60});
    }

    void numericsAreExactToTheDouble()
    {
        m_cluster->exec(
            "DROP TABLE IF EXISTS exact; CREATE TABLE exact (timestamp timestamptz, instr text, top_in numeric, "
            "top_out numeric, "
            "bot_in numeric, bot_out numeric); INSERT INTO exact VALUES ('2026-03-02Z', '12W', 16000.1, 0.1, -1e-9, "
            "123456789012345678)");
        TableMapping mapping;
        mapping.table = u"exact"_s;
        const auto all = readAll(PostgresSource{m_cluster->conninfo(), mapping, builtinDetectorTable()},
                                 range(u"2026-03-02Z"_s, u"2026-03-03Z"_s));
        QVERIFY(all.has_value());
        const auto &button = all->detectors.at("12W").button; // TI, BI, BO, TO
        QCOMPARE(button, (std::array{std::vector{16000.1}, std::vector{-1e-9}, std::vector{123456789012345678.0},
                                     std::vector{0.1}}));
    }

    void oddValuesAreData()
    {
        m_cluster->exec(
            "DROP TABLE IF EXISTS odd; CREATE TABLE odd (timestamp timestamptz, instr text, top_in float8, top_out "
            "float8, "
            "bot_in float8, bot_out float8); INSERT INTO odd VALUES "
            "('2026-03-02 00:00:00Z', '12W', NULL, 'NaN', 'Infinity', 1e308), ('infinity', '12W', 1, 1, 1, 1), "
            "('-infinity', '12W', 1, 1, 1, 1), (NULL, '12W', 1, 1, 1, 1), ('2026-03-02 00:00:01Z', NULL, 1, 1, 1, 1), "
            "('2026-03-02 00:00:02Z', '99Q', 1, 2, 3, 4)");
        TableMapping mapping;
        mapping.table = u"odd"_s;
        const PostgresSource source{m_cluster->conninfo(), mapping, builtinDetectorTable()};
        const auto all = readAll(source, range(u"2026-03-01Z"_s, u"2026-03-03Z"_s));
        QVERIFY2(all.has_value(), all ? "" : qPrintable(all.error().sentence()));
        QCOMPARE(all->detectors.size(), std::size_t{2});
        const DetectorSamples &samples = all->detectors.at("12W");
        QCOMPARE(samples.size(), std::size_t{1});
        QVERIFY(std::isnan(samples.button[0][0]));
        QVERIFY(std::isinf(samples.button[1][0]));
        QCOMPARE(samples.button[2][0], 1e308);
        QVERIFY(std::isnan(samples.button[3][0]));
        QCOMPARE(all->detectors.at("99Q").row, unknownDetector);
        const auto info = source.info({});
        QVERIFY2(info.has_value(), info ? "" : qPrintable(info.error().sentence()));
        QCOMPARE(isoText(info->extent->begin()), u"2026-03-02T00:00:00.000000Z"_s);
    }

    void disorderAndDuplicatesAreCounted()
    {
        m_cluster->exec(
            "DROP TABLE IF EXISTS disorder; CREATE TABLE disorder (timestamp timestamptz, instr text, top_in int4, "
            "top_out int4, bot_in int4, bot_out int4); INSERT INTO disorder VALUES "
            "('2026-03-02 00:00:00.2Z', '12W', 2, 0, 0, 0), ('2026-03-02 00:00:00.1Z', '12W', 1, 0, 0, 0), "
            "('2026-03-02 00:00:00.2Z', 'DET_12W', 22, 0, 0, 0), ('2026-03-02 00:00:03Z', '12W', 3, 0, 0, 0)");
        TableMapping mapping;
        mapping.table = u"disorder"_s;
        const auto all = readTable(mapping, u"2026-03-02T00:00:00Z"_s, u"2026-03-02T00:00:02.5Z"_s);
        QVERIFY(all.has_value());
        QCOMPARE(all->detectors.at("12W").button[0], (std::vector<double>{1, 22}));
        QCOMPARE(all->detectors.at("12W").arrival, (std::vector<std::uint16_t>{Late, Duplicate}));
        QCOMPARE(all->rows, 3u);
        QCOMPARE(all->duplicates, 1u);
        QCOMPARE(all->outOfOrder, 1u);
    }

    /// A front end without a clock, or with a wrong one: nobody is led there unasked.
    void rowsOfOtherDecadesLeadNobodyAstray_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("time"); // an expression of a timestamptz t
        QTest::newRow("timestamptz") << QByteArray{"timestamptz"} << QByteArray{"t"};
        QTest::newRow("timestamp") << QByteArray{"timestamp"} << QByteArray{"t AT TIME ZONE 'UTC'"};
        QTest::newRow("seconds") << QByteArray{"float8"} << QByteArray{"extract(epoch FROM t)"};
        QTest::newRow("whole seconds") << QByteArray{"int8"} << QByteArray{"floor(extract(epoch FROM t))::int8"};
    }
    void rowsOfOtherDecadesLeadNobodyAstray()
    {
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, time);
        m_cluster->exec("DROP TABLE IF EXISTS stray; CREATE TABLE stray (timestamp " + type
                        + ", instr text, top_in int4, top_out int4, bot_in int4, bot_out int4)");
        const auto insert = [&](const QByteArray &t) {
            m_cluster->exec("INSERT INTO stray SELECT " + time + ", '12W', 1, 1, 1, 1 FROM (SELECT " + t + " AS t) v");
        };
        TableMapping mapping;
        mapping.table = u"stray"_s;
        const PostgresSource source{m_cluster->conninfo(), mapping, builtinDetectorTable()};
        const QByteArray fiftyYears = "date_trunc('second', now()) + interval '50 years'";
        insert(fiftyYears);
        QVERIFY(!source.info({})->astray); // there is nothing else
        QVERIFY(source.info({})->extent->begin() > systemNow() + std::chrono::years{49});
        insert("timestamptz '2026-03-02 00:00:00Z'");
        insert("timestamptz '2026-03-02 00:00:10Z'");
        insert("timestamptz '1970-01-01 00:00:05Z'");
        const auto info = source.info({});
        QVERIFY2(info.has_value(), info ? "" : qPrintable(info.error().sentence()));
        QCOMPARE(isoText(info->extent->begin()), u"1970-01-01T00:00:05.000000Z"_s);
        QCOMPARE(isoText(info->extent->end()), u"2026-03-02T00:00:10.000001Z"_s);
        QVERIFY(*info->astray > systemNow() + std::chrono::years{49});
        insert("now() + interval '2 hours'"); // a clock may be in another zone
        QVERIFY(source.info({})->extent->end() > systemNow());
        QVERIFY(source.info({})->astray.has_value());
    }

    void aGapOfMonthsIsSkipped()
    {
        m_cluster->exec(
            "DROP TABLE IF EXISTS gap; CREATE TABLE gap (timestamp timestamptz, instr text, top_in int4, top_out int4, "
            "bot_in int4, bot_out int4); INSERT INTO gap VALUES ('2020-01-01Z', '12W', 1, 1, 1, 1), "
            "('2026-03-02Z', '12W', 2, 2, 2, 2); CREATE INDEX ON gap (timestamp)");
        TableMapping mapping;
        mapping.table = u"gap"_s;
        const auto all = readTable(mapping, u"2019-01-01Z"_s, u"2027-01-01Z"_s);
        QVERIFY(all.has_value());
        QCOMPARE(all->detectors.at("12W").size(), std::size_t{2});
        QVERIFY2(all->batches < 20, QByteArray::number(all->batches));
    }

    void chosenDetectorsOnly()
    {
        m_cluster->exec("DROP TABLE IF EXISTS chosen; CREATE TABLE chosen (timestamp timestamptz, instr text, top_in "
                        "int4, top_out int4, "
                        "bot_in int4, bot_out int4); INSERT INTO chosen SELECT '2026-03-02Z', n, 1, 1, 1, 1 FROM "
                        "unnest(ARRAY['12W', '13W', 'DET_09W', 'det_10w', '99Q']) n");
        TableMapping mapping;
        mapping.table = u"chosen"_s;
        const auto table = builtinDetectorTable();
        const PostgresSource source{m_cluster->conninfo(), mapping, table};
        const auto all = readAll(source, range(u"2026-03-01Z"_s, u"2026-03-03Z"_s),
                                 {table->find("9W"), table->find("10W"), table->find("12W")});
        QVERIFY(all.has_value());
        QCOMPARE(all->detectors.size(), std::size_t{3});
        QVERIFY(!all->detectors.contains("13W"));
    }

    void realReadingsOf2012()
    {
        const QString path =
            qEnvironmentVariable("CBPM_SOURCE_DIR") + u"/../shared/data/cesr_cbpm_12W_triplet_2012-02-20.csv"_s;
        QFile file{path};
        if (!file.open(QIODevice::ReadOnly))
            QSKIP("the 2012 readings are not beside the project");
        QByteArray insert{
            "DROP TABLE IF EXISTS triplet; CREATE TABLE triplet (timestamp timestamp, instr text, top_in float8, "
            "top_out float8, bot_in float8, bot_out float8); INSERT INTO triplet VALUES "};
        file.readLine();
        int rows = 0;
        for (QByteArray line = file.readLine(); !line.isEmpty(); line = file.readLine(), ++rows) {
            const auto field = line.split(',');
            insert += QByteArray{rows ? "," : ""} + "('" + field[2] + "','" + field[0] + "'," + field[5] + ','
                      + field[8] + ',' + field[6] + ',' + field[7] + ')';
        }
        m_cluster->exec(insert);
        TableMapping mapping;
        mapping.table = u"triplet"_s;
        const auto all = readTable(mapping, u"2012-02-20Z"_s, u"2012-02-21Z"_s);
        QVERIFY2(all.has_value(), all ? "" : qPrintable(all.error().sentence()));
        QCOMPARE(all->rows, static_cast<std::uint64_t>(rows));
        for (const char *location : {"12W", "12W2", "12W3"})
            QVERIFY(all->detectors.at(location).row != unknownDetector);
    }

private:
    Result<test::ReadAll> readTable(const TableMapping &mapping, const QString &from, const QString &to) const
    {
        return readAll(PostgresSource{m_cluster->conninfo(), mapping, builtinDetectorTable()}, range(from, to));
    }

    std::unique_ptr<test::TestCluster> m_cluster;
};

QTEST_GUILESS_MAIN(TestPostgresTypes)
#include "tst_postgres_types.moc"
