// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/autointerval.h"
#include "core/query/binload.h"
#include "core/query/stretchplan.h"
#include "tests/core/fakesource.h"

#include <QDeadlineTimer>
#include <QSet>
#include <QTest>

#include <atomic>
#include <bit>
#include <cmath>
#include <map>
#include <mutex>
#include <numeric>
#include <thread>

#include <sched.h>

using namespace cbpm;
using namespace std::chrono_literals;

namespace {

const TimePoint start = std::chrono::sys_days{std::chrono::March / 2 / 2026};

TimeRange rangeOf(Duration length)
{
    return *TimeRange::between(start, start + length);
}

struct Collected
{
    std::map<int, BinSeries> series;
    std::vector<TimeRange> slices;
    LoadCounts counts;
};

Result<Collected> collect(const test::FakeSource &source, const LoadRequest &request, const CancelToken &cancel = {})
{
    Collected all;
    const auto loaded = loadBins(
        source, request,
        [&](const BinBatchPtr &batch) {
            for (const BinSeries &series : batch->series)
                all.series[series.row].merge(series);
            all.slices.push_back(batch->range);
            return true;
        },
        cancel);
    if (!loaded)
        return loaded.error();
    all.counts = *loaded;
    return all;
}

/// Makes detectors stand still, each for longer or shorter and from another time on, some across many slices, jump in
/// between, one of them fall silent now and then, and one stop for good.
void standStillAndJump(DetectorSamples &samples)
{
    DetectorSamples kept{samples.location, samples.row, {}, {}, {}};
    for (std::size_t k = 0; k < samples.size(); ++k) {
        const std::int64_t trigger = samples.time[k] / 100'000;
        const std::int64_t run = trigger / (70 + 400 * samples.row);
        const bool isStopped = samples.row == 2 && samples.time[k] > unixMicroseconds(start + 115min);
        const bool standsStill = isStopped || run % 3 == 0 || (run / 40) % 2 == 0;
        if (samples.row == 1 && trigger % 9'000 < 1'300)
            continue;
        kept.time.push_back(samples.time[k]);
        for (std::size_t b = 0; b < buttonCount; ++b) {
            const double jump = b < 2 && !isStopped && run % 5 == 1 ? 4'000.0 : 0.0;
            kept.button[b].push_back((standsStill ? 16'000.0 : samples.button[b][k]) + jump);
        }
    }
    samples = std::move(kept);
}

} // namespace

class TestBinLoad : public QObject
{
    Q_OBJECT

private slots:
    void everySampleIsBinnedOnce_data()
    {
        QTest::addColumn<int>("readers");
        for (const int readers : {1, 2, 5})
            QTest::addRow("%d readers", readers) << readers;
    }
    void everySampleIsBinnedOnce()
    {
        QFETCH(int, readers);
        test::FakeSource source;
        source.slice = 47s; // slices end inside bins
        const LoadRequest request{rangeOf(2h + 13s), *Interval::of(1min), {}, {}, readers};
        const auto all = collect(source, request);
        QVERIFY(all.has_value());
        QCOMPARE(all->counts.rows, 3u * (72'130u));
        QCOMPARE(all->counts.valid, all->counts.rows);
        QCOMPARE(all->series.size(), std::size_t{3});
        for (const auto &[row, series] : all->series) {
            QCOMPARE(series.size(), std::size_t{121});
            for (std::size_t k = 0; k < series.size(); ++k)
                QCOMPARE(series.count[k], k < 120 ? 600u : 130u);
        }
        for (std::size_t k = 1; k < all->slices.size(); ++k)
            QCOMPARE(all->slices[k].begin(), all->slices[k - 1].end()); // time order, no hole
    }

    /// They interrupt neither a server on the same processors nor the window.
    void severalReadersWorkInTheBackground()
    {
        test::FakeSource source;
        std::mutex mutex;
        QSet<int> kinds;
        source.fails = [&](TimePoint) { // on the reading thread
            const std::lock_guard lock{mutex};
            kinds.insert(sched_getscheduler(0));
            return false;
        };
        QVERIFY(collect(source, {rangeOf(2h), *Interval::of(1min), {}, {}, 2}).has_value());
        QCOMPARE(kinds, QSet<int>{SCHED_BATCH});
        QCOMPARE(sched_getscheduler(0), SCHED_OTHER); // who asked goes on as before
    }

    void theFirstReaderReadsWhileTheNextIsOpened()
    {
        test::FakeSource source;
        std::atomic<int> opened = 0;
        std::atomic<bool> waitedInVain = false;
        source.opens = [&](const CancelToken &cancel) {
            for (QDeadlineTimer patience{30s}; *source.given == 0 && !patience.hasExpired() && !cancel.isCancelled();)
                std::this_thread::yield();
            ++opened;
            waitedInVain = waitedInVain || *source.given == 0;
        };
        QVERIFY(collect(source, {rangeOf(2h), *Interval::of(1min), {}, {}, 2}).has_value());
        QCOMPARE(opened, 1);
        QVERIFY(!waitedInVain);
    }

    /// A reader that loses its source must find its place in the program free again.
    void whatOpensAReaderHoldsNothingAfterwards()
    {
        test::FakeSource source;
        std::atomic<std::thread::id> opener;
        std::atomic<long> holders = 0;
        source.opens = [&](const CancelToken &) { opener = std::this_thread::get_id(); };
        source.fails = [&](TimePoint) { // on the reading thread
            if (std::this_thread::get_id() == opener.load())
                holders = source.place.use_count();
            for (QDeadlineTimer patience{30s}; holders == 0 && !patience.hasExpired();)
                std::this_thread::yield();
            return false;
        };
        QVERIFY(collect(source, {rangeOf(2h), *Interval::of(1min), {}, {}, 2}).has_value());
        QCOMPARE(holders, 1L);
    }

    void whereAllCameNobodyWaitsForAReaderThatIsBeingOpened()
    {
        test::FakeSource source;
        std::atomic<bool> wasStopped = false;
        source.opens = [&](const CancelToken &cancel) {
            for (QDeadlineTimer patience{30s}; !patience.hasExpired() && !cancel.isCancelled();)
                std::this_thread::yield();
            wasStopped = cancel.isCancelled();
        };
        const auto all = collect(source, {rangeOf(2h), *Interval::of(1min), {}, {}, 2});
        QVERIFY(all.has_value());
        QVERIFY(wasStopped);
        QCOMPARE(all->series.at(0).size(), std::size_t{120});
    }

    void severalReadersGiveTheSameBits()
    {
        test::FakeSource source;
        const auto load = [&](int readers) {
            return collect(source, {rangeOf(3h), *Interval::of(10s), {}, {}, readers});
        };
        const auto one = load(1);
        const auto two = load(2);
        QVERIFY(one.has_value() && two.has_value());
        for (const auto &[row, series] : one->series) {
            const auto &other = two->series.at(row);
            QCOMPARE(other.bin, series.bin);
            for (std::size_t k = 0; k < series.size(); ++k) {
                QCOMPARE(other.of(Quantity::X)[k].mean, series.of(Quantity::X)[k].mean);
                QCOMPARE(other.of(Quantity::Y)[k].max, series.of(Quantity::Y)[k].max);
            }
        }
    }

    void theNewestFirstGivesTheSame_data()
    {
        QTest::addColumn<int>("readers");
        QTest::addColumn<int>("slice_s");
        QTest::addColumn<int>("frozen");
        for (const int readers : {1, 2, 5}) {
            for (const int slice : {2, 47, 600})
                QTest::addRow("%d readers, %d s", readers, slice) << readers << slice << 50;
        }
        QTest::newRow("runs longer than stretches") << 2 << 47 << 2000;
    }
    void theNewestFirstGivesTheSame()
    {
        QFETCH(const int, readers);
        QFETCH(const int, slice_s);
        QFETCH(const int, frozen);
        test::FakeSource source;
        source.slice = std::chrono::seconds{slice_s};
        source.shape = standStillAndJump;
        std::vector<Detector> detectors = source.constants->detectors();
        for (Detector &detector : detectors)
            detector.thresholds.frozenSamples = frozen;
        source.constants = std::make_shared<const DetectorTable>(detectors);
        LoadRequest request{rangeOf(2h + 13s), *Interval::of(10s), {}, {}, 1};
        const auto forward = collect(source, request);
        request.readers = readers;
        request.order = LoadOrder::NewestFirst;
        const auto backward = collect(source, request);
        QVERIFY(forward && backward);
        QCOMPARE(backward->slices.front().end(), request.range.end());
        QCOMPARE(backward->slices.back().begin(), request.range.begin());
        QVERIFY(backward->slices.front().duration() <= 20s);
        for (std::size_t k = 1; k < backward->slices.size(); ++k)
            QCOMPARE(backward->slices[k].end(), backward->slices[k - 1].begin());
        QCOMPARE(backward->counts.rows, forward->counts.rows);
        QCOMPARE(backward->counts.valid, forward->counts.valid);
        QCOMPARE(backward->counts.byFlag, forward->counts.byFlag);
        const auto counted = [&](Flag flag) {
            return forward->counts.byFlag[static_cast<std::size_t>(std::countr_zero(static_cast<unsigned>(flag)))];
        };
        QVERIFY(counted(Step) > 0 && counted(Frozen) > 0);
        QCOMPARE(backward->series.size(), forward->series.size());
        for (const auto &[row, series] : forward->series) {
            const BinSeries &other = backward->series.at(row);
            QCOMPARE(other.bin, series.bin);
            QCOMPARE(other.count, series.count);
            QCOMPARE(other.flags, series.flags);
            QCOMPARE(other.tallies.size(), series.tallies.size());
            for (std::size_t k = 0; k < series.tallies.size(); ++k) {
                QCOMPARE(other.tallies[k].bin, series.tallies[k].bin);
                QCOMPARE(other.tallies[k].count, series.tallies[k].count);
            }
            for (std::size_t k = 0; k < series.size(); ++k) {
                const Moments &here = series.of(Quantity::X)[k];
                const Moments &there = other.of(Quantity::X)[k];
                QCOMPARE(there.min, here.min);
                QCOMPARE(there.max, here.max);
                QVERIFY(std::abs(there.mean - here.mean) < 1e-12);
            }
        }
    }

    void anErrorEndsTheLoad_data() { everySampleIsBinnedOnce_data(); }
    void anErrorEndsTheLoad()
    {
        QFETCH(int, readers);
        test::FakeSource source;
        source.failsAt = start + 1h;
        const auto all = collect(source, {rangeOf(2h), *Interval::of(1s), {}, {}, readers});
        QVERIFY(!all);
        QCOMPARE(all.error().kind, Error::Kind::Connection);
    }

    void cancelEndsTheLoad_data() { everySampleIsBinnedOnce_data(); }
    void cancelEndsTheLoad()
    {
        QFETCH(int, readers);
        test::FakeSource source;
        source.gate = std::make_shared<QSemaphore>(100); // more than readers take ahead of the sink; then all hang
        const CancelToken cancel;
        int batches = 0;
        const auto loaded = loadBins(
            source, {rangeOf(2h), *Interval::of(1s), {}, {}, readers},
            [&](const BinBatchPtr &) {
                if (++batches == 1)
                    cancel.cancel();
                return true;
            },
            cancel);
        QVERIFY(!loaded);
        QCOMPARE(loaded.error().kind, Error::Kind::Cancelled);
    }

    void aSinkThatHasEnoughEndsTheLoad_data() { everySampleIsBinnedOnce_data(); }
    void aSinkThatHasEnoughEndsTheLoad()
    {
        QFETCH(int, readers);
        const test::FakeSource source;
        const CancelToken cancel;
        const auto loaded = loadBins(
            source, {rangeOf(24h), *Interval::of(1s), {}, {}, readers}, [](const BinBatchPtr &) { return false; },
            cancel);
        QVERIFY(!loaded);
        QVERIFY(!cancel.isCancelled()); // the caller's token is the caller's
    }

    /// However slow the sink is, readers wait after the stretch at the sink and one more for each of them.
    void readersDoNotRunAway()
    {
        constexpr int readers = 2;
        test::FakeSource source;
        source.slice = 10min;
        StretchPlan plan{rangeOf(4h), LoadOrder::OldestFirst, readers, source.grain()};
        std::vector<int> slices; // of each stretch
        while (const auto stretch = plan.next())
            slices.push_back(static_cast<int>((stretch->duration() + source.slice - Duration{1}) / source.slice));
        std::vector<int> mayBeGiven; // when the sink is at a slice
        for (std::size_t k = 0; k < slices.size(); ++k) {
            const auto ahead = static_cast<std::ptrdiff_t>(std::min(slices.size(), k + 1 + readers));
            mayBeGiven.insert(mayBeGiven.end(), static_cast<std::size_t>(slices[k]),
                              std::accumulate(slices.begin(), slices.begin() + ahead, 0));
        }
        std::size_t sunk = 0;
        int tooMany = 0;
        const auto loaded = loadBins(source, {rangeOf(4h), *Interval::of(1min), {}, {}, readers},
                                     [&](const BinBatchPtr &) {
                                         while (*source.given < mayBeGiven[sunk]) // they come as far as they may
                                             std::this_thread::yield();
                                         tooMany = std::max(tooMany, *source.given - mayBeGiven[sunk]);
                                         ++sunk;
                                         return true;
                                     },
                                     {});
        QVERIFY(loaded);
        QCOMPARE(sunk, mayBeGiven.size());
        QCOMPARE(tooMany, 0);
    }

    void automaticIntervals_data()
    {
        QTest::addColumn<int>("seconds");
        QTest::addColumn<double>("interval_s");
        QTest::newRow("1 min") << 60 << 0.1;
        QTest::newRow("30 min") << 1800 << 2.0;
        QTest::newRow("1 d") << 86'400 << 60.0;
        QTest::newRow("7 d") << 604'800 << 600.0;
        QTest::newRow("a year") << 31'536'000 << 3600.0;
    }
    void automaticIntervals()
    {
        QFETCH(int, seconds);
        QFETCH(double, interval_s);
        const Interval interval = autoInterval(rangeOf(std::chrono::seconds{seconds}), 1600);
        QCOMPARE(static_cast<double>(interval.width().count()) * 1e-6, interval_s);
    }
};

QTEST_GUILESS_MAIN(TestBinLoad)
#include "tst_binload.moc"
