// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/follower.h"
#include "core/source/postgres/postgressource.h"
#include "core/source/postgres/sitecheck.h"
#include "core/types/timetext.h"
#include "tests/core/loadedbins.h"
#include "tests/core/readall.h"
#include "tests/support/pooler.h"
#include "tests/support/testcluster.h"

#include <QTest>

using namespace cbpm;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const TimeRange day = *parseRange(u"2026-03-02Z"_s, u"2026-03-03Z"_s, TimePoint{});

} // namespace

/// Through a pooler that lends a session for one transaction at a time, with our own defaults.
class TestPostgresPooler : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QString why;
        m_cluster = test::TestCluster::start(why);
        if (!m_cluster)
            QSKIP(qPrintable(why));
        m_pooler = test::Pooler::start(*m_cluster, 4, why);
        if (!m_pooler)
            QSKIP(qPrintable(why));
        m_cluster->exec("CREATE TABLE cbpm3 (timestamp timestamptz, instr text, top_in int4, top_out int4, "
                        "bot_in int4, bot_out int4);"
                        "INSERT INTO cbpm3 SELECT timestamptz '2026-03-02Z' + i * interval '1 s', d, 17000 + i % 31, "
                        "17100 + i % 29, 16900 + i % 23, 17050 + i % 37 "
                        "FROM generate_series(0, 7199) i, unnest(ARRAY['12W','13W']) d;"
                        "CREATE INDEX ON cbpm3 (timestamp)");
    }

    void aFetchIsWhole()
    {
        const auto straight = test::readAll(PostgresSource{m_cluster->conninfo(), {}, builtinDetectorTable()}, day);
        const auto pooled = test::readAll(source(*m_pooler), day);
        QVERIFY2(pooled, pooled ? "" : qPrintable(pooled.error().sentence()));
        QCOMPARE(pooled->rows, straight->rows);
        for (const auto &[location, samples] : straight->detectors) {
            QCOMPARE(pooled->detectors.at(location).time, samples.time);
            QCOMPARE(pooled->detectors.at(location).button, samples.button);
        }
    }

    void twoConnectionsSeeOneSnapshot()
    {
        const PostgresSource pooled = source(*m_pooler);
        const auto first = pooled.open({}, {});
        QVERIFY(first.has_value());
        m_cluster->exec("INSERT INTO cbpm3 VALUES ('2026-03-02 12:00Z', '12W', 1, 2, 3, 4)");
        const auto second = test::openBeside(pooled, **first);
        QVERIFY2(second, second ? "" : qPrintable(second.error().sentence()));
        QCOMPARE(rowsOf(**first), std::uint64_t{14'400});
        QCOMPARE(rowsOf(**second), std::uint64_t{14'400});
        m_cluster->exec("DELETE FROM cbpm3 WHERE top_in = 1");
    }

    void oneReaderOrTwoTheSameBits()
    {
        const PostgresSource pooled = source(*m_pooler);
        const auto one = test::loadedBins(pooled, day, 100ms, 1);
        const auto two = test::loadedBins(pooled, day, 100ms, 2);
        QCOMPARE(one.size(), std::size_t{2});
        for (const auto &[location, series] : one)
            QVERIFY(test::haveSameBits(series, two.at(location)));
    }

    void aFollowerReadsWhatIsWritten()
    {
        const auto pooled = std::make_shared<PostgresSource>(source(*m_pooler));
        const TimePoint begin = day.begin() + 3h;
        Follower follower{pooled, {*TimeRange::between(begin, begin + 1min), *Interval::of(1s), {}, {}}, begin, 2s};
        std::uint64_t settled = 0;
        for (int k = 0; k < 10; ++k) {
            m_cluster->exec(
                "INSERT INTO cbpm3 SELECT timestamptz '2026-03-02 03:00Z' + interval '1 s' * i, '12W', 5, 6, "
                "7, 8 FROM generate_series("
                + QByteArray::number(k * 6) + ", " + QByteArray::number(k * 6 + 5) + ") i");
            const auto advance = follower.look(begin + 6s * (k + 1) + 10s, {});
            QVERIFY2(advance, advance ? "" : qPrintable(advance.error().sentence()));
            QCOMPARE(*advance->newest, begin + 6s * k + 5s);
            settled += advance->settled ? advance->settled->counts.rows : 0;
        }
        QVERIFY(settled >= 57);
        m_cluster->exec("DELETE FROM cbpm3 WHERE top_in = 5");
    }

    void nothingOfOursIsLeftToTheNext()
    {
        QString why;
        const auto narrow = test::Pooler::start(*m_cluster, 1, why); // the next has the very session
        QVERIFY(test::readAll(source(*narrow), day).has_value());
        auto next = Connection::open(narrow->conninfo(), {}, {});
        QVERIFY(next.has_value());
        const auto left =
            next->run("SELECT string_agg(name, ' ') FROM pg_settings WHERE source = 'session' AND name NOT IN "
                      "('application_name', 'client_encoding', 'DateStyle', 'TimeZone', 'standard_conforming_strings')",
                      {});
        QVERIFY(left.has_value());
        QCOMPARE(QByteArray{PQgetvalue(left->get(), 0, 0)}, QByteArray{});
    }

    void aPoolOfOneHoldsNobodyUp()
    {
        QString why;
        const auto narrow = test::Pooler::start(*m_cluster, 1, why);
        const auto one = test::loadedBins(source(*m_pooler), day, 100ms, 1);
        const auto two = test::loadedBins(source(*narrow), day, 100ms, 2); // the second reader gets no session
        QCOMPARE(two.size(), std::size_t{2});
        for (const auto &[location, series] : one)
            QVERIFY(test::haveSameBits(series, two.at(location)));
    }

    void checkAndApplicationName()
    {
        const auto findings = checkSite(m_pooler->conninfo(), {}, builtinDetectorTable(), {}, {});
        QVERIFY(findings.has_value());
        QVERIFY(!hasFailure(*findings));
        const auto reader = source(*m_pooler).open({}, {});
        QVERIFY(reader.has_value());
        QCOMPARE(
            m_cluster->exec("SELECT count(*) FROM pg_stat_activity WHERE application_name LIKE 'cbpm3%' AND state = "
                            "'idle in transaction'"),
            "1");
    }

private:
    static PostgresSource source(const test::Pooler &pooler)
    {
        return PostgresSource{pooler.conninfo(), {}, builtinDetectorTable()};
    }
    static std::uint64_t rowsOf(SampleReader &reader)
    {
        std::uint64_t rows = 0;
        if (!reader.start(day))
            return 0;
        for (;;) {
            const auto batch = reader.next({});
            if (!batch || !batch.value())
                return rows;
            rows += (*batch)->rows;
        }
    }

    std::unique_ptr<test::TestCluster> m_cluster;
    std::unique_ptr<test::Pooler> m_pooler;
};

QTEST_GUILESS_MAIN(TestPostgresPooler)
#include "tst_postgres_pooler.moc"
