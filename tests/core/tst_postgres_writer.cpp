// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/postgres/postgressource.h"
#include "core/source/postgres/postgreswriter.h"
#include "core/types/timetext.h"
#include "tests/core/readall.h"
#include "tests/support/testcluster.h"

#include <QTest>

#include <cmath>

using namespace cbpm;
using namespace Qt::StringLiterals;

namespace {

const TimeRange minute = *parseRange(u"2026-03-02T00:00:00Z"_s, u"2026-03-02T00:01:00Z"_s, TimePoint{});

/// Two detectors, ten triggers.
SampleBatch someSamples()
{
    SampleBatch batch{minute, {}, 0, 0, 0, 0};
    for (const char *location : {"12W", "9W"}) {
        DetectorSamples samples;
        samples.location = location;
        samples.row = builtinDetectorTable()->find(location);
        for (int i = 0; i < 10; ++i) {
            samples.time.push_back(unixMicroseconds(minute.begin()) + i * 100'000);
            for (std::size_t k = 0; k < buttonCount; ++k)
                samples.button[k].push_back(16'000.0 + i + 100.0 * static_cast<double>(k));
        }
        batch.detectors.push_back(samples);
    }
    return batch;
}

TableMapping mappingOf(const QString &table)
{
    TableMapping mapping;
    mapping.table = table;
    return mapping;
}

} // namespace

class TestPostgresWriter : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QString why;
        m_cluster = test::TestCluster::start(why);
        if (!m_cluster)
            QSKIP(qPrintable(why));
        m_cluster->exec("CREATE ROLE stranger LOGIN");
    }

    void aCreatedTableGivesBackWhatWasWritten()
    {
        const TableMapping mapping = mappingOf(u"made \"here\""_s);
        auto writer = open(mapping, PostgresWriter::Table::Create);
        QVERIFY2(writer, writer ? "" : qPrintable(writer.error().sentence()));
        const SampleBatch batch = someSamples();
        QVERIFY(writer->write(batch, {}));
        QCOMPARE(writer->rows(), 20u);
        const auto all = test::readAll(PostgresSource{m_cluster->conninfo(), mapping, builtinDetectorTable()}, minute);
        QVERIFY(all.has_value());
        QCOMPARE(all->outOfOrder, 0u);
        for (const DetectorSamples &samples : batch.detectors) {
            QCOMPARE(all->detectors.at(samples.location).time, samples.time);
            QCOMPARE(all->detectors.at(samples.location).button, samples.button);
        }
        QCOMPARE(m_cluster->exec("SELECT count(*) FROM pg_indexes WHERE tablename = 'made \"here\"'"), "1");
    }

    void everyTypeThatIsReadIsWritten_data()
    {
        QTest::addColumn<QByteArray>("time");
        QTest::addColumn<QByteArray>("detector");
        QTest::addColumn<QByteArray>("button");
        QTest::newRow("timestamp") << QByteArray{"timestamp"} << QByteArray{"varchar(8)"} << QByteArray{"int2"};
        QTest::newRow("seconds") << QByteArray{"float8"} << QByteArray{"int2"} << QByteArray{"int8"};
        QTest::newRow("float4") << QByteArray{"timestamptz"} << QByteArray{"int4"} << QByteArray{"float4"};
        QTest::newRow("float8") << QByteArray{"timestamptz"} << QByteArray{"int8"} << QByteArray{"float8"};
    }
    void everyTypeThatIsReadIsWritten()
    {
        QFETCH(QByteArray, time);
        QFETCH(QByteArray, detector);
        QFETCH(QByteArray, button);
        m_cluster->exec("DROP TABLE IF EXISTS typed; CREATE TABLE typed (timestamp " + time + ", instr " + detector
                        + ", top_in " + button + ", top_out " + button + ", bot_in " + button + ", bot_out " + button
                        + ')');
        auto writer = open(mappingOf(u"typed"_s), PostgresWriter::Table::Existing);
        QVERIFY2(writer, writer ? "" : qPrintable(writer.error().sentence()));
        const SampleBatch batch = someSamples();
        const auto written = writer->write(batch, {});
        QVERIFY2(written, written ? "" : qPrintable(written.error().sentence()));
        const auto all =
            test::readAll(PostgresSource{m_cluster->conninfo(), mappingOf(u"typed"_s), builtinDetectorTable()}, minute);
        QVERIFY(all.has_value());
        for (const DetectorSamples &samples : batch.detectors) {
            QCOMPARE(all->detectors.at(samples.location).time, samples.time);
            QCOMPARE(all->detectors.at(samples.location).button, samples.button);
        }
    }

    void whatAnIntegerCannotHoldIsNull()
    {
        SampleBatch batch = someSamples();
        batch.detectors.front().button[0][0] = std::nan("");
        batch.detectors.front().button[0][1] = 1e12;
        batch.detectors.front().button[0][2] = -2147483648.0;
        batch.detectors.front().button[0][3] = -2147483649.0;
        batch.detectors.front().button[0][4] = 2147483647.0;
        auto writer = open(mappingOf(u"nulls"_s), PostgresWriter::Table::Create);
        QVERIFY(writer.has_value());
        QVERIFY(writer->write(batch, {}));
        QCOMPARE(m_cluster->exec("SELECT count(*) FROM nulls WHERE top_in IS NULL"), "3");
        QCOMPARE(m_cluster->exec("SELECT min(top_in) FROM nulls"), "-2147483648");
        QCOMPARE(m_cluster->exec("SELECT max(top_in) FROM nulls"), "2147483647");
    }

    void aTableThatIsThereIsNotMadeAgain()
    {
        m_cluster->exec("CREATE TABLE taken (x int)");
        const auto writer = open(mappingOf(u"taken"_s), PostgresWriter::Table::Create);
        QVERIFY(!writer);
        QVERIFY(writer.error().what.contains(u"taken"_s));
        QVERIFY(writer.error().hint.contains(u"--create"_s));
    }

    void errorsAreNamed_data()
    {
        QTest::addColumn<QString>("table");
        QTest::addColumn<QString>("user");
        QTest::addColumn<Error::Kind>("kind");
        QTest::newRow("no table") << u"missing"_s << u"postgres"_s << Error::Kind::NotFound;
        QTest::newRow("numeric") << u"exact"_s << u"postgres"_s << Error::Kind::BadData;
        QTest::newRow("no right") << u"guarded"_s << u"stranger"_s << Error::Kind::Permission;
    }
    void errorsAreNamed()
    {
        QFETCH(QString, table);
        QFETCH(QString, user);
        m_cluster->exec("DROP TABLE IF EXISTS exact, guarded; CREATE TABLE exact (timestamp timestamptz, instr text, "
                        "top_in numeric, "
                        "top_out int4, bot_in int4, bot_out int4); CREATE TABLE guarded (timestamp timestamptz, instr "
                        "text, top_in int4, "
                        "top_out int4, bot_in int4, bot_out int4)");
        auto writer = PostgresWriter::open(m_cluster->conninfo() + u" user="_s + user, mappingOf(table),
                                           builtinDetectorTable(), PostgresWriter::Table::Existing, {}, {});
        const auto written = writer ? writer->write(someSamples(), {}) : Result<void>{writer.error()};
        QVERIFY(!written);
        QTEST(written.error().kind, "kind");
        QVERIFY2(written.error().what.contains(table), qPrintable(written.error().what));
    }

    void aRefusedBatchLeavesNothing()
    {
        m_cluster->exec("CREATE TABLE once (timestamp timestamptz, instr text, top_in int4 CHECK (top_in < 16005), "
                        "top_out int4, bot_in int4, "
                        "bot_out int4)");
        auto writer = open(mappingOf(u"once"_s), PostgresWriter::Table::Existing);
        QVERIFY(writer.has_value());
        QVERIFY(!writer->write(someSamples(), {}));
        QCOMPARE(writer->rows(), 0u);
        QCOMPARE(m_cluster->exec("SELECT count(*) FROM once"), "0");
        m_cluster->exec("ALTER TABLE once DROP CONSTRAINT once_top_in_check");
        QVERIFY(writer->write(someSamples(), {})); // the connection lives
    }

private:
    Result<PostgresWriter> open(const TableMapping &mapping, PostgresWriter::Table what) const
    {
        return PostgresWriter::open(m_cluster->conninfo(), mapping, builtinDetectorTable(), what, {}, {});
    }

    std::unique_ptr<test::TestCluster> m_cluster;
};

QTEST_GUILESS_MAIN(TestPostgresWriter)
#include "tst_postgres_writer.moc"
