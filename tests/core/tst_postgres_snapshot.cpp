// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/postgres/postgressource.h"
#include "core/types/timetext.h"
#include "tests/core/loadedbins.h"
#include "tests/core/readall.h"
#include "tests/support/testcluster.h"

#include <QTest>

#include <future>

using namespace cbpm;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const TimeRange day = *parseRange(u"2026-03-02Z"_s, u"2026-03-03Z"_s, TimePoint{});

std::uint64_t rowsOf(SampleReader &reader)
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

} // namespace

/// Several readers of one load see one state of the table.
class TestPostgresSnapshot : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QString why;
        m_cluster = test::TestCluster::start(why);
        if (!m_cluster)
            QSKIP(qPrintable(why));
        m_cluster->exec("CREATE TABLE cbpm3 (timestamp timestamptz, instr text, top_in int4, top_out int4, "
                        "bot_in int4, bot_out int4);"
                        "INSERT INTO cbpm3 SELECT timestamptz '2026-03-02Z' + i * interval '1 s', d, 17000 + i % 31, "
                        "17100 + i % 29, 16900 + i % 23, 17050 + i % 37 "
                        "FROM generate_series(0, 7199) i, unnest(ARRAY['12W','13W']) d;"
                        "CREATE INDEX ON cbpm3 (timestamp)");
    }

    void everyReaderSeesWhatTheFirstOneSees()
    {
        const PostgresSource source{m_cluster->conninfo(), {}, builtinDetectorTable()};
        const auto first = source.open({}, {});
        QVERIFY(first.has_value());
        m_cluster->exec("INSERT INTO cbpm3 VALUES ('2026-03-02 12:00Z', '12W', 1, 2, 3, 4)");
        const auto second = test::openBeside(source, **first);
        QVERIFY(second.has_value());
        const auto later = source.open({}, {});
        QCOMPARE(rowsOf(**first), std::uint64_t{14'400});
        QCOMPARE(rowsOf(**second), std::uint64_t{14'400});
        QCOMPARE(rowsOf(**later), std::uint64_t{14'401});
        m_cluster->exec("DELETE FROM cbpm3 WHERE top_in = 1");
    }

    void whereNoSnapshotIsToBeHadTheNextReaderOpensAllTheSame()
    {
        const PostgresSource source{m_cluster->conninfo(), {}, builtinDetectorTable()};
        const auto first = source.open({}, {});
        m_cluster->exec("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name LIKE 'cbpm3%'");
        const auto second = test::openBeside(source, **first);
        QVERIFY2(second.has_value(), second ? "" : qPrintable(second.error().sentence()));
        QCOMPARE(rowsOf(**second), std::uint64_t{14'400});
    }

    void aProgramHasNoMoreSessionsThanItMay()
    {
        PostgresLimits limits;
        limits.sessions = std::make_shared<ProgramSessions>("cbpm3-test", 2);
        limits.sessions->setPage(u"trend"_s);
        const PostgresSource source{m_cluster->conninfo(), {}, builtinDetectorTable(), limits};
        auto first = source.open({}, {});
        QVERIFY(first.has_value());
        auto second = test::openBeside(source, **first);
        QVERIFY(second.has_value());
        const auto sessions = [&] {
            return m_cluster->exec(
                "SELECT count(*) FROM pg_stat_activity WHERE application_name LIKE 'cbpm3-test % trend'");
        };
        QCOMPARE(sessions(), "2");
        // Who has one does not wait for another, and goes on with what it has.
        QCOMPARE(test::openBeside(source, **first).error().kind, Error::Kind::Timeout);
        const auto bins = std::async(std::launch::async, [&] { return test::loadedBins(source, day, 1s, 2); });
        // Who has none waits for one, and hears a cancel.
        const CancelToken cancel;
        auto waiting = std::async(std::launch::async, [&] { return source.info(cancel).error().kind; });
        QCOMPARE(waiting.wait_for(100ms), std::future_status::timeout);
        cancel.cancel();
        QCOMPARE(waiting.get(), Error::Kind::Cancelled);
        QCOMPARE(sessions(), "2");
        second = std::unique_ptr<SampleReader>{};
        first = std::unique_ptr<SampleReader>{};
        QCOMPARE(bins.wait_for(30s), std::future_status::ready);
        QTRY_COMPARE(sessions(), "0");
    }

    void whereManyReadALoadTakesOneSession()
    {
        PostgresLimits limits;
        limits.crowd = 2;
        const PostgresSource source{m_cluster->conninfo(), {}, builtinDetectorTable(), limits};
        const auto first = source.open({}, {});
        QVERIFY(first.has_value());
        {
            const auto second = test::openBeside(source, **first);
            QVERIFY(second.has_value());
        }
        const PostgresSource other{m_cluster->conninfo(), {}, builtinDetectorTable()};
        const auto third = other.open({}, {});
        const auto fourth = other.open({}, {});
        QVERIFY(third && fourth);
        QCOMPARE(test::openBeside(source, **first).error().kind, Error::Kind::Timeout);
        QCOMPARE(rowsOf(**first), std::uint64_t{14'400}); // which is none the worse for it
        QCOMPARE(test::loadedBins(source, day, 1s, 2).size(), std::size_t{2});
    }

    /// A reader asks for its second slice as it hands out the first one; among many, when that is wanted.
    void whereManyReadTheFirstSliceOfEachComesFirst()
    {
        PostgresLimits limits;
        limits.sessions = std::make_shared<ProgramSessions>("cbpm3-first", 2);
        const auto lastAsked = [&] {
            return m_cluster->exec("SELECT query FROM pg_stat_activity WHERE application_name LIKE 'cbpm3-first%'");
        };
        const QByteArray begin = ">= TIMESTAMPTZ '2026-03-02T00:00:00";
        const PostgresSource source{m_cluster->conninfo(), {}, builtinDetectorTable(), limits};
        {
            const auto alone = source.open({}, {});
            QVERIFY(alone && (*alone)->start(day) && (*alone)->next({}));
            QVERIFY2(!lastAsked().contains(begin), lastAsked());
        }
        limits.crowd = 0;
        const PostgresSource crowded{m_cluster->conninfo(), {}, builtinDetectorTable(), limits};
        const auto first = crowded.open({}, {});
        QVERIFY(first.has_value());
        QCOMPARE(test::openBeside(crowded, **first).error().kind, Error::Kind::Timeout);
        QVERIFY((*first)->start(day) && (*first)->next({}));
        QVERIFY2(lastAsked().contains(begin), lastAsked());
        const CancelToken cancelled;
        cancelled.cancel();
        QCOMPARE((*first)->next(cancelled).error().kind, Error::Kind::Cancelled);
        QCOMPARE(rowsOf(**first), std::uint64_t{14'400});
    }

    void whoAsksAndReadsTakesOneSession()
    {
        const auto sessions = [&] {
            return m_cluster->exec("SELECT string_agg(pid || ' ' || state, ', ') FROM pg_stat_activity WHERE "
                                   "application_name LIKE 'cbpm3-spare%'");
        };
        PostgresLimits limits;
        limits.sessions = std::make_shared<ProgramSessions>("cbpm3-spare", 1);
        limits.keepsSession = true;
        const PostgresSource source{m_cluster->conninfo(), {}, builtinDetectorTable(), limits};
        QVERIFY(source.info({}).has_value());
        const QByteArray kept = sessions();
        QVERIFY2(kept.endsWith(" idle"), kept); // in no transaction
        const auto cells = source.openCells({}, {}, {});
        QVERIFY(cells && !*cells); // nothing is prepared there
        QCOMPARE(sessions(), kept);
        {
            const auto reader = source.withTable(builtinDetectorTable())->open({}, {});
            QVERIFY(reader.has_value());
            QCOMPARE(sessions(), kept + " in transaction");
            QCOMPARE(rowsOf(**reader), std::uint64_t{14'400});
        }
        // One that the server has ended meanwhile is none.
        QVERIFY(source.info({}).has_value());
        m_cluster->exec("SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE application_name LIKE "
                        "'cbpm3-spare%'");
        const auto reader = source.open({}, {});
        QVERIFY(reader.has_value());
        QCOMPARE(rowsOf(**reader), std::uint64_t{14'400});
    }

    /// Slices end on tenths of a second: such bins are never put together from two.
    void oneReaderOrManyTheSameBits()
    {
        const PostgresSource source{m_cluster->conninfo(), {}, builtinDetectorTable()};
        QCOMPARE(source.usefulReaders(), 2);
        const auto one = test::loadedBins(source, day, 100ms, 1);
        QCOMPARE(one.size(), std::size_t{2});
        QCOMPARE(one.at("12W").size(), std::size_t{7200});
        for (const int readers : {2, 3}) {
            const auto several = test::loadedBins(source, day, 100ms, readers);
            for (const auto &[location, series] : one)
                QVERIFY(test::haveSameBits(series, several.at(location)));
        }
    }

    void longerBinsDifferByRoundingOfTheMeanAlone()
    {
        const PostgresSource source{m_cluster->conninfo(), {}, builtinDetectorTable()};
        const auto one = test::loadedBins(source, day, 1min, 1);
        const auto two = test::loadedBins(source, day, 1min, 2);
        QVERIFY(test::haveSameNumbers(one, two, 1e-12));
    }

private:
    std::unique_ptr<test::TestCluster> m_cluster;
};

QTEST_GUILESS_MAIN(TestPostgresSnapshot)
#include "tst_postgres_snapshot.moc"
