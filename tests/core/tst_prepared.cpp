// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/postgres/postgressource.h"
#include "core/source/postgres/preparation.h"
#include "core/types/flags.h"
#include "core/types/timetext.h"
#include "tests/core/readall.h"
#include "tests/support/testcluster.h"

#include <QTest>

#include <cstring>

using namespace cbpm;
using namespace Qt::StringLiterals;
using test::readAll;

namespace {

TimeRange range(const QString &from, const QString &to)
{
    return *parseRange(from, to, TimePoint{});
}

const TimeRange everything = range(u"2026-03-02Z"_s, u"2026-03-03Z"_s);

TableMapping mappingOf(const QString &table)
{
    TableMapping mapping;
    mapping.table = table;
    return mapping;
}

bool sameBits(const std::vector<double> &a, const std::vector<double> &b)
{
    return a.size() == b.size() && std::memcmp(a.data(), b.data(), a.size() * sizeof(double)) == 0;
}

/// Blocks ascend in time: that a row came late is known of rows alone.
std::vector<std::uint16_t> doubles(const DetectorSamples &samples)
{
    std::vector<std::uint16_t> flags = samples.arrival;
    flags.resize(samples.size(), 0);
    for (std::uint16_t &each : flags)
        each &= Duplicate;
    return flags;
}

bool same(const test::ReadAll &a, const test::ReadAll &b)
{
    bool equal = a.rows == b.rows && a.duplicates == b.duplicates && a.detectors.size() == b.detectors.size();
    for (const auto &[location, samples] : a.detectors) {
        const auto other = b.detectors.find(location);
        if (other == b.detectors.end())
            return false;
        equal = equal && samples.row == other->second.row && samples.time == other->second.time
                && doubles(samples) == doubles(other->second);
        for (std::size_t k = 0; k < buttonCount; ++k)
            equal = equal && sameBits(samples.button[k], other->second.button[k]);
    }
    return equal;
}

} // namespace

/// Data prepared on the server give the numbers of the rows, and are kept up with them.
class TestPrepared : public QObject
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

    void blocksHoldTheSamplesOfTheRowsToTheBit_data()
    {
        QTest::addColumn<QByteArray>("time");
        QTest::addColumn<QByteArray>("detector");
        QTest::addColumn<QByteArray>("button");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QString>("zone");
        QTest::addColumn<QByteArray>("each");
        const QByteArray small = "17000 + (i * 761) % 31";
        const auto add = [&](const char *name, const char *time, const char *detector, const char *button,
                             const QByteArray &value, const QString &zone = u"UTC"_s, const char *each = "even") {
            QTest::newRow(name) << QByteArray{time} << QByteArray{detector} << QByteArray{button} << value << zone
                                << QByteArray{each};
        };
        add("usual", "timestamptz", "text", "int4", small);
        add("int2", "timestamptz", "text", "int2", "(i % 3 - 1) * 32767");
        add("smallest int2", "timestamptz", "text", "int2", "CASE i % 3 WHEN 0 THEN -32768 ELSE i END");
        add("wide whole numbers", "timestamptz", "text", "int4", "i * 59650 - 2147483000");
        add("smallest int4", "timestamptz", "text", "int4", "CASE i % 3 WHEN 0 THEN -2147483648 ELSE i END");
        add("float4", "timestamptz", "text", "float4", "i / 7.0");
        add("float8", "timestamptz", "text", "float8",
            "CASE i % 9 WHEN 0 THEN 'NaN'::float8 WHEN 1 THEN "
            "'-infinity'::float8 ELSE i / 7.0::float8 END");
        add("numeric", "timestamptz", "varchar(8)", "numeric(12,3)", "i / 7.0");
        add("as far apart as a byte tells", "timestamptz", "text", "int4", "i % 2 * 255 - i / 300 * 1000");
        add("one further", "timestamptz", "text", "int4", "i % 2 * 256 - i / 300 * 1000");
        add("both ends of int4", "timestamptz", "text", "int4",
            "CASE i / 40 % 3 WHEN 0 THEN 2147483647 - i % 2 * 255 WHEN 1 THEN i % 2 * 255 - 2147483647 ELSE "
            "i % 2 * 2147483647 END");
        add("times of their own", "timestamptz", "text", "int4", small, u"UTC"_s, "even + d * interval '1 ms'");
        add("rows that are not there", "timestamptz", "text", "int4", small, u"UTC"_s,
            "CASE WHEN (i / 8 + d) % 7 > 0 THEN even END");
        add("holes", "timestamptz", "text", "int4", "CASE i % 5 WHEN 0 THEN NULL ELSE i END");
        add("nothing but holes", "timestamptz", "text", "int4", "NULL::int4");
        add("holes between numbers", "timestamptz", "text", "float8", "CASE i % 5 WHEN 0 THEN NULL ELSE i END");
        add("seconds", "float8", "text", "int4", small);
        add("numeric seconds", "numeric", "int4", "int4", small);
        add("whole seconds", "int8", "int2", "int4", small);
        add("wall clock in UTC", "timestamp", "text", "int4", small);
        add("wall clock in New York", "timestamp", "text", "int4", small, u"America/New_York"_s);
    }
    void blocksHoldTheSamplesOfTheRowsToTheBit()
    {
        QFETCH(QByteArray, time);
        QFETCH(QByteArray, detector);
        QFETCH(QByteArray, button);
        QFETCH(QByteArray, value);
        QFETCH(QString, zone);
        QFETCH(QByteArray, each);
        const bool seconds = time != "timestamptz" && time != "timestamp";
        const bool isId = detector.startsWith("int");
        const QByteArray stamp = seconds               ? "(extract(epoch FROM t))::" + time
                                 : time == "timestamp" ? "t AT TIME ZONE '" + zone.toLatin1() + '\''
                                                       : QByteArray{"t"};
        m_cluster->exec("DROP TABLE IF EXISTS typed; CREATE TABLE typed (timestamp " + time + ", instr " + detector
                        + ", top_in " + button + ", top_out " + button + ", bot_in " + button + ", bot_out " + button
                        + ")");
        m_cluster->exec("INSERT INTO typed SELECT " + stamp + ", "
                        + (isId ? "(ARRAY[16, 19, 4711])[d]" : "(ARRAY['12W', 'DET_09W', '99Q'])[d]") + ", " + value
                        + ", " + value + ", " + value + ", " + value
                        + " FROM generate_series(0, 3600) i, generate_series(1, 3) d,"
                          " LATERAL (SELECT timestamptz '2026-03-02 00:00:00.05Z' + i * interval '1 s') regular(even),"
                          " LATERAL (SELECT "
                        + each + ") own(t)");
        m_cluster->exec("INSERT INTO typed (timestamp) SELECT max(timestamp) FROM typed"); // of no detector
        TableMapping mapping = mappingOf(u"typed"_s);
        mapping.serverTimezone = QTimeZone{zone.toLatin1()};
        prepareNow(mapping);
        const PostgresSource rows{m_cluster->conninfo(), mapping, builtinDetectorTable(), {}, ReadPath::Rows};
        const PostgresSource blocks{m_cluster->conninfo(), mapping, builtinDetectorTable(), {}, ReadPath::Blocks};
        for (const TimeRange &part : {everything, range(u"2026-03-02T00:13:07.5Z"_s, u"2026-03-02T00:47:11.3Z"_s),
                                      range(u"2026-03-02T00:20:00Z"_s, u"2026-03-02T00:30:00Z"_s)}) {
            const auto expected = readAll(rows, part);
            const auto got = readAll(blocks, part);
            QVERIFY2(got.has_value(), got ? "" : qPrintable(got.error().sentence()));
            QVERIFY(expected->rows > 0);
            QVERIFY(same(*expected, *got));
        }
        const std::vector<int> one{builtinDetectorTable()->find("9W")};
        QVERIFY(same(*readAll(rows, everything, one), *readAll(blocks, everything, one)));
        QCOMPARE(blocks.info({})->path, u"blocks"_s);
    }

    void aPageIsAsNarrowAsItsNumbers()
    {
        makeTable("narrow");
        const auto bytes = [&](const QByteArray &what) {
            prepareNow(mappingOf(u"narrow"_s));
            return m_cluster->exec("SELECT " + what
                                   + " FROM narrow_blocks b JOIN narrow_times USING (begin) "
                                     "WHERE bpm = '12W' AND begin = '2026-03-02 00:10Z'");
        };
        const QByteArray both = "length(samples) || ' ' || length(times)";
        const int pages = 60;
        const int samples = 10;         // a page
        const int head = 2 + 4 + 2 + 2; // number, samples, width of times and of buttons
        const int narrow = head + 4 * 4 + samples * 4;
        const QByteArray times = QByteArray::number(pages * (2 + 4 + samples * 4));
        QCOMPARE(bytes(both), QByteArray::number(pages * narrow) + ' ' + times);
        m_cluster->exec("DELETE FROM narrow WHERE instr = '12W' AND timestamp = '2026-03-02 00:10:55Z'");
        QCOMPARE(bytes(both), QByteArray::number(pages * narrow - 4 + (samples - 1) * 4) + ' ' + times);
        m_cluster->exec("INSERT INTO narrow VALUES ('2026-03-02 00:10:55Z', '12W', 1, 17000, 17000, 17000)");
        QCOMPARE(bytes(both), QByteArray::number((pages - 1) * narrow + head + samples * 4 * 2) + ' ' + times);
    }

    /// Blocks of a program before this one are left alone by readers, and made anew by the next prepare.
    void blocksOfAnEarlierLayoutAreMadeAnew()
    {
        makeTable("early");
        prepareNow(mappingOf(u"early"_s));
        m_cluster->exec("UPDATE early_prepared SET mapping = mapping - 'layout' WHERE kind = 'blocks'; DROP TABLE "
                        "early_times; ALTER TABLE early_blocks ADD width int2 NOT NULL DEFAULT 2");
        QCOMPARE(source(u"early"_s, ReadPath::Auto).info({})->path, u"rows"_s);
        QCOMPARE(prepareNow(mappingOf(u"early"_s)), std::uint64_t{7200}); // blocks, not the rollup
        QCOMPARE(source(u"early"_s, ReadPath::Auto).info({})->path, u"blocks"_s);
        QVERIFY(same(*readAll(source(u"early"_s, ReadPath::Rows), everything),
                     *readAll(source(u"early"_s, ReadPath::Blocks), everything)));
    }

    void aDamagedBlockIsNamedAndNothingOfItIsShown_data()
    {
        QTest::addColumn<QByteArray>("damage");
        QTest::newRow("cut short") << QByteArray{"UPDATE hurt_blocks SET samples = substr(samples, 1, 3000)"};
        QTest::newRow("longer") << QByteArray{"UPDATE hurt_blocks SET samples = samples || '\\x00'"};
        QTest::newRow("samples that are not told") << QByteArray{"UPDATE hurt_blocks SET n = n + 1"};
        QTest::newRow("a page of more samples than there are times")
            << QByteArray{"UPDATE hurt_blocks SET samples = set_byte(samples, 5, 11)"};
        QTest::newRow("an unknown width") << QByteArray{"UPDATE hurt_blocks SET samples = set_byte(samples, 9, 3)"};
        QTest::newRow("times cut short") << QByteArray{"UPDATE hurt_times SET times = substr(times, 1, 1000)"};
        QTest::newRow("no times") << QByteArray{"DELETE FROM hurt_times"};
    }
    void aDamagedBlockIsNamedAndNothingOfItIsShown()
    {
        QFETCH(QByteArray, damage);
        m_cluster->exec("DROP TABLE IF EXISTS hurt, hurt_blocks, hurt_times, hurt_prepared, hurt_prepared_slots");
        makeTable("hurt");
        prepareNow(mappingOf(u"hurt"_s));
        m_cluster->exec(damage);
        const auto got = readAll(source(u"hurt"_s, ReadPath::Blocks), everything);
        QVERIFY(!got.has_value());
        QCOMPARE(got.error().kind, Error::Kind::BadData);
        QVERIFY2(got.error().sentence().contains(u"hurt_blocks"_s), qPrintable(got.error().sentence()));
    }

    void ofRowsEqualInTimeTheLastOneWins()
    {
        makeTable("doubled");
        m_cluster->exec("INSERT INTO doubled SELECT timestamp, instr, 1, 2, 3, 4 FROM doubled "
                        "WHERE extract(second FROM timestamp)::int % 7 = 0");
        prepareNow(mappingOf(u"doubled"_s));
        const auto expected = readAll(source(u"doubled"_s, ReadPath::Rows), everything);
        QVERIFY(expected->duplicates > 500);
        QVERIFY(same(*expected, *readAll(source(u"doubled"_s, ReadPath::Blocks), everything)));
    }

    void blocksEndAtTheWatermarkAndRowsGoOn()
    {
        makeTable("live");
        PrepareOrder order;
        order.to = *parseTime(u"2026-03-02T00:30:00Z"_s, TimePoint{});
        order.from = *parseTime(u"2026-03-02T00:10:00Z"_s, TimePoint{});
        QVERIFY(
            prepare(m_cluster->conninfo(), mappingOf(u"live"_s), *builtinDetectorTable(), order, [](auto, auto) {}, {})
                .has_value());
        const auto expected = readAll(source(u"live"_s, ReadPath::Rows), everything);
        QVERIFY(same(*expected, *readAll(source(u"live"_s, ReadPath::Auto), everything)));
        QCOMPARE(m_cluster->exec("SELECT sum(n) FROM live_blocks"), QByteArray{"2400"});
        m_cluster->exec("UPDATE live SET top_in = 1"); // seen only where rows are read
        const auto got = readAll(source(u"live"_s, ReadPath::Auto), everything);
        const auto &top = got->detectors.at("12W").button[0];
        QCOMPARE(std::count(top.begin(), top.end(), 1.0), std::ptrdiff_t{2400});
        prepareNow(mappingOf(u"live"_s)); // now from the first row to the last
        QCOMPARE(m_cluster->exec("SELECT sum(n) FROM live_blocks"), QByteArray{"7200"});
    }

    void lateRowsAreFoundByTheNextPrepare()
    {
        makeTable("tardy");
        prepareNow(mappingOf(u"tardy"_s));
        m_cluster->exec("INSERT INTO tardy VALUES ('2026-03-02 00:05:00.5Z', '12W', 1, 2, 3, 4)");
        QVERIFY(!same(*readAll(source(u"tardy"_s, ReadPath::Rows), everything),
                      *readAll(source(u"tardy"_s, ReadPath::Blocks), everything)));
        QCOMPARE(prepareNow(mappingOf(u"tardy"_s)), std::uint64_t{1201 + 7201}); // one slot and one hour
        QVERIFY(same(*readAll(source(u"tardy"_s, ReadPath::Rows), everything),
                     *readAll(source(u"tardy"_s, ReadPath::Blocks), everything)));
        QCOMPARE(prepareNow(mappingOf(u"tardy"_s)), std::uint64_t{0});
        m_cluster->exec("INSERT INTO tardy VALUES ('2026-03-02 00:15:00.5Z', '12W', 1, 2, 3, 4)");
        m_cluster->exec("CALL cbpm3_prepare('tardy')");
        QVERIFY(same(*readAll(source(u"tardy"_s, ReadPath::Rows), everything),
                     *readAll(source(u"tardy"_s, ReadPath::Blocks), everything)));
    }

    void anInterruptedPrepareGoesOnWhereItWas()
    {
        makeTable("broken");
        const CancelToken cancel;
        int slotsDone = 0;
        const auto cut = prepare(
            m_cluster->conninfo(), mappingOf(u"broken"_s), *builtinDetectorTable(), {},
            [&](double, std::uint64_t) {
                if (++slotsDone == 2)
                    cancel.cancel();
            },
            cancel);
        QVERIFY(!cut && cut.error().kind == Error::Kind::Cancelled);
        QCOMPARE(m_cluster->exec("SELECT watermark AT TIME ZONE 'UTC' FROM broken_prepared WHERE kind = 'blocks'"),
                 QByteArray{"2026-03-02 00:20:00"});
        const auto expected = readAll(source(u"broken"_s, ReadPath::Rows), everything);
        QVERIFY(same(*expected, *readAll(source(u"broken"_s, ReadPath::Blocks), everything)));
        QCOMPARE(prepareNow(mappingOf(u"broken"_s)), std::uint64_t{4800 + 7200});
        QVERIFY(same(*expected, *readAll(source(u"broken"_s, ReadPath::Blocks), everything)));
    }

    void whatWasPreparedOtherwiseIsNotRead()
    {
        makeTable("other");
        prepareNow(mappingOf(u"other"_s));
        TableMapping swapped = mappingOf(u"other"_s);
        std::swap(swapped.topIn, swapped.topOut);
        const PostgresSource rows{m_cluster->conninfo(), swapped, builtinDetectorTable(), {}, ReadPath::Rows};
        const PostgresSource any{m_cluster->conninfo(), swapped, builtinDetectorTable()};
        const PostgresSource forced{m_cluster->conninfo(), swapped, builtinDetectorTable(), {}, ReadPath::Blocks};
        QCOMPARE(any.info({})->path, u"rows"_s);
        QVERIFY(same(*readAll(rows, everything), *readAll(any, everything)));
        QVERIFY(!forced.open({}, {}));
        QCOMPARE(forced.info({}).error().kind, Error::Kind::NotFound);
    }

    void twoSpellingsOfOneDetectorAreLeftToTheRows()
    {
        makeTable("spelled");
        m_cluster->exec("UPDATE spelled SET instr = 'DET_12W' WHERE instr = '12W' AND timestamp > '2026-03-02 00:30Z'");
        prepareNow(mappingOf(u"spelled"_s));
        QCOMPARE(source(u"spelled"_s, ReadPath::Auto).info({})->path, u"rows"_s);
        QCOMPARE(readAll(source(u"spelled"_s, ReadPath::Auto), everything)->detectors.at("12W").size(),
                 std::size_t{3600});
    }

    void whatWasDroppedIsGone()
    {
        makeTable("dropped");
        prepareNow(mappingOf(u"dropped"_s));
        QCOMPARE(source(u"dropped"_s, ReadPath::Auto).info({})->path, u"blocks"_s);
        QVERIFY(dropPrepared(m_cluster->conninfo(), mappingOf(u"dropped"_s), {}, {}).has_value());
        QCOMPARE(m_cluster->exec("SELECT count(*) FROM pg_class WHERE relname LIKE 'dropped\\_%' AND relkind = 'r'"),
                 QByteArray{"0"});
        QCOMPARE(source(u"dropped"_s, ReadPath::Auto).info({})->path, u"rows"_s);
        QCOMPARE(readAll(source(u"dropped"_s, ReadPath::Auto), everything)->rows, std::uint64_t{7200});
    }

    void whoMayReadTheRowsMayReadTheBlocks()
    {
        makeTable("shared");
        m_cluster->exec("DROP ROLE IF EXISTS guest; CREATE ROLE guest LOGIN; GRANT SELECT ON shared TO guest");
        prepareNow(mappingOf(u"shared"_s));
        const QString guest = QString{m_cluster->conninfo()}.replace(u"user=postgres"_s, u"user=guest"_s);
        const PostgresSource readable{guest, mappingOf(u"shared"_s), builtinDetectorTable()};
        QCOMPARE(readable.info({})->path, u"blocks"_s);
        QCOMPARE(readAll(readable, everything)->rows, std::uint64_t{7200});
        const auto refused = prepare(guest, mappingOf(u"shared"_s), *builtinDetectorTable(), {}, [](auto, auto) {}, {});
        QCOMPARE(refused.error().kind, Error::Kind::Permission);
        QVERIFY(refused.error().hint.contains(u"owner"_s));
    }

    void severalReadersOfBlocksSeeOneState()
    {
        makeTable("shot");
        prepareNow(mappingOf(u"shot"_s));
        const PostgresSource from = source(u"shot"_s, ReadPath::Auto);
        const auto first = from.open({}, {});
        m_cluster->exec("DELETE FROM shot_blocks; DELETE FROM shot");
        const auto second = test::openBeside(from, **first);
        QVERIFY((*second)->start(everything).has_value());
        std::uint64_t rows = 0;
        for (auto batch = (*second)->next({}); batch && *batch; batch = (*second)->next({}))
            rows += (**batch).rows;
        QCOMPARE(rows, std::uint64_t{7200});
    }

    void aReaderThatIsStoppedBeginsAgain()
    {
        makeTable("again");
        prepareNow(mappingOf(u"again"_s));
        const auto reader = source(u"again"_s, ReadPath::Blocks).open({}, {});
        QVERIFY((*reader)->start(everything).has_value());
        QVERIFY((*reader)->next({}).has_value());
        const CancelToken cancel;
        cancel.cancel();
        QCOMPARE((*reader)->next(cancel).error().kind, Error::Kind::Cancelled);
        QVERIFY((*reader)->start(everything).has_value());
        std::uint64_t rows = 0;
        for (auto batch = (*reader)->next({}); batch && *batch; batch = (*reader)->next({}))
            rows += (**batch).rows;
        QCOMPARE(rows, std::uint64_t{7200});
    }

private:
    /// An hour of two detectors at 1 Hz.
    void makeTable(const QByteArray &name)
    {
        m_cluster->exec("CREATE TABLE " + name
                        + " (timestamp timestamptz, instr text, top_in int4, top_out int4, bot_in int4, bot_out int4);"
                          "INSERT INTO "
                        + name
                        + " SELECT timestamptz '2026-03-02Z' + i * interval '1 s', d, 17000 + i % 31, 17100 + i % 29, "
                          "16900 + i % 23, 17050 + i % 37 FROM generate_series(0, 3599) i, "
                          "unnest(ARRAY['12W','13W']) d; CREATE INDEX ON "
                        + name + " (timestamp); ANALYZE " + name);
    }

    std::uint64_t prepareNow(const TableMapping &mapping)
    {
        const auto done = prepare(m_cluster->conninfo(), mapping, *builtinDetectorTable(), {}, [](auto, auto) {}, {});
        if (!done)
            qFatal("%s", qPrintable(done.error().sentence()));
        return *done;
    }

    PostgresSource source(const QString &table, ReadPath path) const
    {
        return PostgresSource{m_cluster->conninfo(), mappingOf(table), builtinDetectorTable(), {}, path};
    }

    std::unique_ptr<test::TestCluster> m_cluster;
};

QTEST_GUILESS_MAIN(TestPrepared)
#include "tst_prepared.moc"
