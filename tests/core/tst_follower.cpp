// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/binload.h"
#include "core/query/follower.h"
#include "tests/core/logsource.h"

#include <QTest>

#include <numeric>
#include <random>

using namespace cbpm;
using namespace std::chrono_literals;

namespace {

const TimePoint start = std::chrono::sys_days{std::chrono::March / 2 / 2026};
constexpr Duration lateness = 2s;

/// Three detectors at 10 Hz with jitter; rows come up to `delay` after their time. One reading stands still for a
/// while, one detector jumps, one is off for a while.
std::shared_ptr<test::LogSource> writtenLog(Duration length, Duration delay)
{
    const auto log = std::make_shared<test::LogSource>();
    std::mt19937 random{7};
    std::uniform_int_distribution<std::int64_t> jitter{-40'000, 40'000};
    std::uniform_int_distribution<std::int64_t> late{0, delay.count()};
    std::uniform_real_distribution<double> noise{-20.0, 20.0};
    for (TimePoint trigger = start; trigger < start + length; trigger += triggerSpacing) {
        const Duration at = trigger - start;
        for (const int row : {4, 5, 6}) {
            if (row == 6 && at >= 20s && at < 35s)
                continue;
            const bool frozen = row == 4 && at >= 8s && at < 18s;
            const double jump = row == 5 && at >= 12s ? 3000.0 : 0.0;
            test::LogSource::Row sample{row, trigger + Duration{jitter(random)}, {}, {}};
            for (double &button : sample.button)
                button = frozen ? 15'000.0 : 15'000.0 + noise(random);
            sample.button[0] += jump;
            sample.visibleFrom = sample.time + Duration{late(random)};
            log->write(sample);
        }
    }
    return log;
}

LoadRequest requestOf(const TimeRange &range, Duration interval)
{
    return {range, *Interval::of(interval), {}, {}, 0, allQuantities};
}

using Bins = std::map<int, BinSeries>;

void addTo(Bins &bins, const BinBatch &batch)
{
    for (const BinSeries &part : batch.series)
        bins[part.row].merge(part);
}

Bins loaded(const SampleSource &source, const LoadRequest &request)
{
    Bins bins;
    const auto done = loadBins(source, request,
                               [&](const BinBatchPtr &batch) {
                                   addTo(bins, *batch);
                                   return true;
                               },
                               {});
    return done ? bins : Bins{};
}

void compare(const Bins &followed, const Bins &whole)
{
    QCOMPARE(followed.size(), whole.size());
    for (const auto &[row, expected] : whole) {
        const BinSeries &actual = followed.at(row);
        QCOMPARE(actual.bin, expected.bin);
        QCOMPARE(actual.count, expected.count);
        QCOMPARE(actual.flags, expected.flags);
        for (std::size_t k = 0; k < expected.size(); ++k) {
            const Moments &a = actual.of(Quantity::X)[k];
            const Moments &b = expected.of(Quantity::X)[k];
            QCOMPARE(a.min, b.min);
            QCOMPARE(a.max, b.max);
            QVERIFY(std::abs(a.mean - b.mean) <= 1e-12 * std::max(1.0, std::abs(b.mean)));
        }
    }
}

} // namespace

/// Live is the same data as history: looks of any rhythm bring what one load brings, each sample once.
class TestFollower : public QObject
{
    Q_OBJECT

private slots:
    void looksJoinToOneLoad_data()
    {
        QTest::addColumn<qint64>("period_us");
        QTest::addColumn<qint64>("interval_us");
        QTest::newRow("each second, 1 s") << qint64{1'000'000} << qint64{1'000'000};
        QTest::newRow("often, 0.1 s") << qint64{210'000} << qint64{100'000};
        QTest::newRow("seldom, 10 s") << qint64{7'300'000} << qint64{10'000'000};
        QTest::newRow("once") << qint64{100'000'000} << qint64{1'000'000};
    }
    void looksJoinToOneLoad()
    {
        QFETCH(qint64, period_us);
        QFETCH(qint64, interval_us);
        const auto log = writtenLog(50s, 1900ms);
        const auto all = *TimeRange::between(start + 5s, start + 60s);
        const LoadRequest request = requestOf(all, Duration{interval_us});
        Follower follower{log, request, all.begin(), lateness};
        Bins settled;
        Bins open;
        TimePoint joined = all.begin();
        for (TimePoint now = all.begin(); now < all.end() + Duration{period_us}; now += Duration{period_us}) {
            log->setNow(now);
            const auto advance = follower.look(std::min(now + 10s, all.end()), {});
            QVERIFY(advance.has_value());
            if (advance->settled) {
                QCOMPARE(advance->settled->range.begin(), joined);
                joined = advance->settled->range.end();
                addTo(settled, *advance->settled);
            }
            open = settled;
            if (advance->open)
                addTo(open, *advance->open);
        }
        compare(open, loaded(*log, request));
    }

    void aClockThatIsAheadHidesNobodyElse()
    {
        const auto log = std::make_shared<test::LogSource>();
        for (Duration at = 0s; at < 40s; at += 100ms) {
            for (int row = 0; row < 20; ++row)
                log->write({row, start + at + (row == 7 ? 6s : 0s), start + at, {15e3, 15e3, 15e3, 15e3}});
        }
        Follower follower{log, requestOf(*TimeRange::between(start, start + 40s), 1s), start, lateness};
        Bins bins;
        std::optional<Orbit> orbit;
        for (TimePoint now = start + 1s; now <= start + 40s; now += 1s) {
            log->setNow(now);
            const auto advance = follower.look(now + 10s, {});
            QVERIFY(advance.has_value());
            if (advance->settled)
                addTo(bins, *advance->settled);
            orbit = advance->orbit;
            QVERIFY(advance->newest && *advance->newest <= now);
            QVERIFY(orbit && orbit->points.size() >= 19);
        }
        const auto count = [&bins](int row) {
            return std::accumulate(bins[row].count.begin(), bins[row].count.end(), std::uint64_t{0});
        };
        QVERIFY(count(3) >= 370); // all but what may still be late
        QVERIFY(count(7) >= 310);
    }

    void theFewThatAreLeftGoOnAlone()
    {
        const auto log = std::make_shared<test::LogSource>();
        for (Duration at = 0s; at < 60s; at += 100ms) {
            for (int row = 0; row < 20; ++row) {
                if (row == 7 || at < 20s)
                    log->write({row, start + at, start + at, {15e3, 15e3, 15e3, 15e3}});
            }
        }
        Follower follower{log, requestOf(*TimeRange::between(start, start + 60s), 1s), start, lateness};
        for (TimePoint now = start + 1s; now <= start + 60s; now += 1s) {
            log->setNow(now);
            QVERIFY(follower.look(now + 10s, {}).has_value());
        }
        QVERIFY(follower.settledTo() > start + 55s);
    }

    void aRowThatIsLateIsTakenInAsLongAsItMay()
    {
        const auto log = std::make_shared<test::LogSource>();
        const auto write = [&](int row, Duration at, Duration delay) {
            log->write({row, start + at, start + at + delay, {15e3, 15e3, 15e3, 15e3}});
        };
        for (int k = 0; k < 100; ++k)
            write(4, k * 100ms, 0s);
        write(5, 5s, 1900ms);
        write(5, 6s, 2500ms); // too late for the live view
        Follower follower{log, requestOf(*TimeRange::between(start, start + 10s), 1s), start, lateness};
        Bins bins;
        for (Duration at = 0s; at <= 12s; at += 100ms) {
            log->setNow(start + at);
            const auto advance = follower.look(start + at + 10s, {});
            QVERIFY(advance.has_value());
            if (advance->settled)
                addTo(bins, *advance->settled);
        }
        QCOMPARE(bins.at(5).bin.size(), std::size_t{1});
        QCOMPARE(Interval::of(1s)->binBegin(bins.at(5).bin.front()), start + 5s);
    }

    void aBrokenLinkLeavesNoHole()
    {
        const auto log = writtenLog(200s, 500ms);
        const auto all = *TimeRange::between(start, start + 195s);
        const LoadRequest request = requestOf(all, 1s);
        Follower follower{log, request, all.begin(), lateness};
        Bins bins;
        int failures = 0;
        bool behind = false;
        for (Duration at = 1s; at < 210s; at += behind ? Duration{0} : Duration{1s}) {
            log->setNow(start + at);
            log->setBroken(at > 20s && at < 170s);
            const auto advance = follower.look(std::min(start + at + 10s, all.end()), {});
            behind = advance && advance->isBehind;
            failures += !advance;
            if (advance && advance->settled)
                addTo(bins, *advance->settled);
            if (at == 209s && advance && advance->open)
                addTo(bins, *advance->open);
        }
        QVERIFY(failures > 100);
        compare(bins, loaded(*log, request));
    }

    void aGapOfHoursIsPassed()
    {
        const auto log = std::make_shared<test::LogSource>();
        log->write({4, start, start, {15e3, 15e3, 15e3, 15e3}});
        log->write({4, start + 5h, start, {15e3, 15e3, 15e3, 15e3}});
        log->setNow(start + 5h);
        Follower follower{log, requestOf(*TimeRange::between(start, start + 6h), 1s), start, lateness};
        std::optional<TimePoint> newest;
        for (int looks = 0; looks < 400 && newest != start + 5h; ++looks) {
            const auto advance = follower.look(start + 5h + 10s, {});
            QVERIFY(advance.has_value());
            newest = advance->newest;
        }
        QCOMPARE(newest, std::optional{TimePoint{start + 5h}});
    }

    void replayedDataStayOpenNowhere()
    {
        const auto log = writtenLog(50s, 0s);
        log->setNow(start + 60s);
        const auto all = *TimeRange::between(start + 3s, start + 47s);
        const LoadRequest request = requestOf(all, 1s);
        Follower follower{log, request, all.begin(), 0s};
        Bins bins;
        for (TimePoint clock = all.begin(); clock <= all.end(); clock += 300ms) {
            const auto advance = follower.look(clock, {});
            QVERIFY(advance.has_value());
            QVERIFY(!advance->open);
            if (advance->settled)
                addTo(bins, *advance->settled);
            QVERIFY(!advance->newest || *advance->newest < clock);
        }
        const auto rest = follower.look(all.end(), {});
        if (rest && rest->settled)
            addTo(bins, *rest->settled);
        compare(bins, loaded(*log, request));
    }

    void aTriggerThatTwoLooksShareIsWhole()
    {
        const auto log = std::make_shared<test::LogSource>();
        for (int k = 0; k < 40; ++k) {
            for (const int row : {4, 5, 6})
                log->write({row, start + k * triggerSpacing + (row - 5) * 40ms, start, {15e3, 15e3, 15e3, 15e3}});
        }
        log->setNow(start + 4s);
        Follower follower{log, requestOf(*TimeRange::between(start, start + 4s), 1s), start + 1s, 0s};
        for (TimePoint clock = start + 2s; clock < start + 3s; clock += 110ms) {
            const auto advance = follower.look(clock, {});
            QVERIFY(advance.has_value() && advance->orbit);
            QCOMPARE(advance->orbit->points.size(), std::size_t{3});
            QVERIFY(clock - triggerTime(advance->orbit->trigger) < 200ms);
        }
    }

    void theOrbitIsOfOneTriggerTheNewestWholeOne()
    {
        const auto log = std::make_shared<test::LogSource>();
        for (int k = 0; k < 30; ++k) {
            for (const int row : {4, 5, 6}) {
                if (k == 29 && row != 4)
                    continue; // the newest trigger is still being written
                log->write({row, start + k * triggerSpacing + 3ms * row, start, {15e3, 15e3, 15e3, 15e3}});
            }
        }
        log->setNow(start + 3s);
        Follower follower{log, requestOf(*TimeRange::between(start, start + 3s), 1s), start, lateness};
        const auto advance = follower.look(start + 10s, {});
        QVERIFY(advance.has_value() && advance->orbit);
        QCOMPARE(advance->orbit->trigger, triggerOf(start + 28 * triggerSpacing));
        QCOMPARE(advance->orbit->points.size(), std::size_t{3});
        QVERIFY(advance->orbit->missing.size() > 100);
        for (const OrbitPoint &point : advance->orbit->points)
            QCOMPARE(triggerOf(point.time), advance->orbit->trigger);
    }
};

QTEST_GUILESS_MAIN(TestFollower)
#include "tst_follower.moc"
