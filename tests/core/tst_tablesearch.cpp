// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/samplepreview.h"
#include "core/source/postgres/conninfo.h"
#include "core/source/postgres/postgressource.h"
#include "core/source/postgres/serveraddress.h"
#include "core/source/postgres/tablesearch.h"
#include "core/types/flags.h"
#include "core/types/timetext.h"
#include "tests/support/testcluster.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace cbpm;
using namespace Qt::StringLiterals;

namespace {

std::vector<TableColumn> columnsOf(const QString &list)
{
    std::vector<TableColumn> columns;
    for (const QString &part : list.split(u',')) {
        const QString type = part.section(u':', 1);
        const Oid oid = type == "tz"_L1        ? pgtype::timestamptz
                        : type == "ts"_L1      ? pgtype::timestamp
                        : type == "text"_L1    ? pgtype::text
                        : type == "float8"_L1  ? pgtype::float8
                        : type == "numeric"_L1 ? pgtype::numeric
                                               : pgtype::int4;
        columns.push_back({part.section(u':', 0, 0), oid, type});
    }
    return columns;
}

} // namespace

/// How a server is written, which of its tables may hold samples, which columns they are, and how the newest are read.
class TestTableSearch : public QObject
{
    Q_OBJECT

private slots:
    void columnsAreGuessed_data()
    {
        QTest::addColumn<QString>("columns");
        QTest::addColumn<QString>("guess");
        QTest::newRow("ours") << u"timestamp:tz,instr:text,top_in:int4,top_out:int4,bot_in:int4,bot_out:int4"_s
                              << u"timestamp,instr,top_in,top_out,bot_in,bot_out"_s;
        QTest::newRow("short") << u"ID:int4,TO:int4,TI:int4,BO:int4,BI:int4,BPM:text,t:ts"_s << u"t,BPM,TI,TO,BI,BO"_s;
        QTest::newRow("long") << u"Measured At:tz,Top Inner:float8,Top Outer:float8,Bottom Inner:float8,Bottom "
                                 "Outer:float8,comment:text,Detector:text"_s
                              << u"Measured At,Detector,Top Inner,Top Outer,Bottom Inner,Bottom Outer"_s;
        QTest::newRow("raw counts") << u"epoch:float8,bpm_id:int4,ti_adc:int4,to_adc:int4,bi_adc:int4,bo_adc:int4"_s
                                    << u"epoch,bpm_id,ti_adc,to_adc,bi_adc,bo_adc"_s;
        QTest::newRow("a time by type, not by name")
            << u"time:numeric,logged:tz,name:text,b_ti:int4,b_to:int4,b_bi:int4,b_bo:int4"_s
            << u"logged,name,b_ti,b_to,b_bi,b_bo"_s;
        QTest::newRow("buttons by number") << u"ts:tz,bpm:text,b1:int4,b2:int4,b3:int4,b4:int4"_s << u"ts,bpm,,,,"_s;
        QTest::newRow("nothing") << u"a:int4,b:int4"_s << u",,,,,"_s;
    }
    void columnsAreGuessed()
    {
        QFETCH(QString, columns);
        QFETCH(QString, guess);
        const TableMapping m = guessColumns(columnsOf(columns));
        QCOMPARE((QStringList{m.time, m.detector, m.topIn, m.topOut, m.botIn, m.botOut}.join(u',')), guess);
        QCOMPARE(namedColumns(m), 6 - guess.split(u',').count(QString{}));
    }

    void addressesAreWrittenForLibpq_data()
    {
        QTest::addColumn<QString>("host");
        QTest::addColumn<QString>("database");
        QTest::addColumn<QString>("conninfo");
        QTest::newRow("plain") << u"db1"_s << u"ring"_s
                               << u"host=db1 port=5433 dbname=ring sslmode=verify-full sslrootcert=/ca.crt"_s;
        QTest::newRow("socket") << u"/run/pg"_s << u"ring"_s << u"host=/run/pg port=5433 dbname=ring"_s;
        QTest::newRow("quoted") << u"db1"_s << u"o'ring \\ 2"_s
                                << u"host=db1 port=5433 dbname='o\\'ring \\\\ 2' sslmode=verify-full "
                                   "sslrootcert=/ca.crt"_s;
    }
    void addressesAreWrittenForLibpq()
    {
        QFETCH(QString, host);
        QFETCH(QString, database);
        QFETCH(QString, conninfo);
        const ServerAddress address{{}, host, u"5433"_s, database, {}, u"verify-full"_s, u"/ca.crt"_s};
        QCOMPARE(conninfoOf(address), conninfo);
        QVERIFY(checkConninfo(conninfo).has_value());
        ServerAddress read = address;
        if (read.isLocalSocket())
            read.sslMode = read.rootCertificate = QString{};
        QVERIFY(serverAddressOf(conninfo) == read);
        QCOMPARE(conninfoOf({u"my ring"_s, host, {}, {}, {}, {}, {}}), u"service='my ring'"_s);
        QCOMPARE(passwordLineOf({{}, u"::1"_s, {}, u"ring"_s, u"anna"_s, {}, {}}), u"\\:\\:1:5432:ring:anna:secret"_s);
    }

    void whatFieldsCannotHoldIsNoAddress()
    {
        QVERIFY(serverAddressOf(u"postgresql://anna@db1:5433/ring?sslmode=require"_s)
                == (ServerAddress{{}, u"db1"_s, u"5433"_s, u"ring"_s, u"anna"_s, u"require"_s, {}}));
        QVERIFY(serverAddressOf(u"service='my ring'"_s) == (ServerAddress{u"my ring"_s, {}, {}, {}, {}, {}, {}}));
        for (const QString &more : {u"host=db1,db2 dbname=ring"_s, u"service=ring user=anna"_s, u"no string"_s,
                                    u"host=db1 dbname=ring target_session_attrs=primary"_s})
            QVERIFY2(!serverAddressOf(more), qPrintable(more));
    }

    void initTestCase()
    {
        QString why;
        m_cluster = test::TestCluster::start(why);
        if (!m_cluster)
            return;
        m_cluster->exec(
            "CREATE ROLE reader LOGIN; CREATE SCHEMA logging; GRANT USAGE ON SCHEMA logging TO reader;"
            "CREATE DOMAIN counts AS int4;"
            "CREATE TABLE logging.bpm (ts timestamp, bpm text, ti counts, \"to\" counts, bi counts, bo counts);"
            "INSERT INTO logging.bpm SELECT timestamp '2026-03-02' + i * interval '0.1 s', d, 17000, 17100, 16900, "
            "17050 "
            "FROM generate_series(0, 599) i, unnest(ARRAY['12W','99Q']) d;"
            "CREATE TABLE logging.secret (LIKE logging.bpm); GRANT SELECT ON logging.bpm TO reader;"
            "CREATE TABLE \"with.dot\" AS SELECT ts, bpm, ti::float8 AS b1, \"to\"::float8 AS b2, bi::float8 AS b3, "
            "bo::float8 AS b4 FROM logging.bpm; GRANT SELECT ON \"with.dot\" TO reader;"
            "CREATE TABLE users (name text, age int4); CREATE VIEW readings AS SELECT * FROM logging.bpm;"
            "CREATE TABLE parted (LIKE logging.bpm) PARTITION BY RANGE (ts);"
            "CREATE TABLE part1 PARTITION OF parted FOR VALUES FROM ('2026-03-02') TO ('2026-03-03');"
            "CREATE TABLE empty (LIKE logging.bpm); ANALYZE");
    }

    void tablesAreFoundTheLikeliestFirst()
    {
        if (!m_cluster)
            QSKIP("no PostgreSQL");
        const auto found = findSampleTables(m_cluster->conninfo() + u" user=reader"_s, {}, {});
        QVERIFY2(found.has_value(), qPrintable(found ? QString{} : found.error().sentence()));
        QStringList names;
        for (const TableCandidate &table : *found)
            names << table.name;
        QCOMPARE(names.value(0), u"logging.bpm"_s);
        QCOMPARE(names.value(1), u"public.with.dot"_s); // a schema before it, or its dot would be taken for one
        QVERIFY(names.contains(u"readings"_s) && names.contains(u"parted"_s) && names.contains(u"empty"_s));
        QVERIFY(!names.contains(u"users"_s) && !names.contains(u"part1"_s));
        QCOMPARE(found->front().rows, 1200.0);
        QCOMPARE(found->front().guess.topOut, u"to"_s);
        QVERIFY(found->front().isReadable);
        const auto secret = std::find_if(found->begin(), found->end(),
                                         [](const TableCandidate &t) { return t.name == "logging.secret"_L1; });
        QVERIFY(secret != found->end() && !secret->isReadable);
        // Names and types are such that a fetch takes them.
        QVERIFY(source(found->front().guess).info({}).has_value());
    }

    void theNewestAreShownAsTheyAreRead()
    {
        if (!m_cluster)
            QSKIP("no PostgreSQL");
        TableMapping mapping = guessColumns(columnsOf(u"ts:ts,bpm:text,ti:int4,to:int4,bi:int4,bo:int4"_s));
        mapping.table = u"logging.bpm"_s;
        const auto rows = previewSamples(source(mapping), 5, {});
        QVERIFY2(rows.has_value(), qPrintable(rows ? QString{} : rows.error().sentence()));
        QCOMPARE(rows->size(), std::size_t{5});
        QCOMPARE(isoText(rows->front().time), u"2026-03-02T00:00:59.900000Z"_s);
        QVERIFY(std::is_sorted(rows->begin(), rows->end(),
                               [](const PreviewRow &a, const PreviewRow &b) { return a.time > b.time; }));
        for (const PreviewRow &row : *rows) {
            QCOMPARE(row.button, (std::array{17000.0, 16900.0, 17050.0, 17100.0}));
            QCOMPARE(row.isKnown, row.detector == "12W"_L1);
            QCOMPARE(std::isnan(row.x_mm), !row.isKnown);
        }
        mapping.table = u"empty"_s;
        QVERIFY(previewSamples(source(mapping), 5, {})->empty());
        mapping.time = u"nowhere"_s;
        QVERIFY(previewSamples(source(mapping), 5, {}).error().what.contains(u"nowhere"_s));
    }

    void aServerThatIsNotThereIsAnError()
    {
        QCOMPARE(findSampleTables(u"host=/nowhere dbname=x"_s, {}, {}).error().kind, Error::Kind::Connection);
    }

private:
    PostgresSource source(const TableMapping &mapping) const
    {
        return PostgresSource{m_cluster->conninfo(), mapping, builtinDetectorTable()};
    }

    std::unique_ptr<test::TestCluster> m_cluster;
};

QTEST_GUILESS_MAIN(TestTableSearch)
#include "tst_tablesearch.moc"
