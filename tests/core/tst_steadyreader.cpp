// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/binload.h"
#include "core/query/sampleload.h"
#include "core/types/timetext.h"
#include "tests/core/fakesource.h"

#include <QTest>

#include <atomic>
#include <map>
#include <set>

using namespace cbpm;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const TimePoint start = parseRange(u"2026-03-02Z"_s, u"2026-03-03Z"_s, TimePoint{})->begin();

RetryPolicy quick()
{
    RetryPolicy policy;
    policy.firstBound = 1ms;
    policy.lastBound = 2ms;
    return policy;
}

/// Every sample of a range, in order of arrival, and what the batches told.
struct Read
{
    std::map<std::string, std::vector<std::int64_t>> times;
    std::uint64_t resumptions = 0;
    std::vector<TimeRange> slices;
};

Result<Read> readSamples(const SampleSource &source, Duration length, const RetryPolicy &retry,
                         const CancelToken &cancel = {})
{
    Read read;
    const auto loaded = loadSamples(
        source, *TimeRange::between(start, start + length), {},
        [&](const SampleBatchPtr &batch) {
            read.slices.push_back(batch->range);
            read.resumptions += batch->resumptions;
            for (const DetectorSamples &samples : batch->detectors) {
                auto &times = read.times[samples.location];
                times.insert(times.end(), samples.time.begin(), samples.time.end());
            }
            return true;
        },
        cancel, retry);
    return loaded ? Result<Read>{std::move(read)} : Result<Read>{loaded.error()};
}

} // namespace

/// Loads that lose their source.
class TestSteadyReader : public QObject
{
    Q_OBJECT

private slots:
    void whatIsTriedAgain_data()
    {
        QTest::addColumn<int>("again");
        QTest::addColumn<int>("failures");
        QTest::addColumn<bool>("succeeds");
        QTest::addColumn<int>("tries"); // that were told
        const auto row = [](const char *name, Error::Again again, int failures, bool succeeds, int tries) {
            QTest::newRow(name) << static_cast<int>(again) << failures << succeeds << tries;
        };
        row("never", Error::Again::Never, 1, false, 0);
        row("later", Error::Again::Later, 1, false, 0);
        row("once, and it goes well", Error::Again::Once, 1, true, 1);
        row("once, and it fails again", Error::Again::Once, 2, false, 1);
        row("often, and it goes well", Error::Again::Often, 6, true, 6);
        row("often, until patience ends", Error::Again::Often, 7, false, 6);
    }
    void whatIsTriedAgain()
    {
        QFETCH(int, again);
        QFETCH(int, failures);
        QFETCH(bool, succeeds);
        QFETCH(int, tries);
        test::FakeSource source;
        source.failure.again = static_cast<Error::Again>(again);
        source.fails = [left = failures](TimePoint at) mutable { return at >= start + 5min && left-- > 0; };
        RetryPolicy policy = quick();
        int told = 0;
        policy.notice = [&](const Error &error, std::chrono::milliseconds wait) {
            ++told;
            QCOMPARE(error.what, source.failure.what);
            QVERIFY(wait <= policy.lastBound);
        };
        const auto read = readSamples(source, 10min, policy);
        QCOMPARE(read.has_value(), succeeds);
        QCOMPARE(told, tries);
        if (!read) {
            QCOMPARE(read.error().kind, source.failure.kind);
            QVERIFY(read.error().what.startsWith(source.failure.what));
            return;
        }
        QCOMPARE(read->resumptions, static_cast<std::uint64_t>(failures));
        QCOMPARE(read->times.size(), std::size_t{3});
        for (const auto &[location, times] : read->times) {
            QCOMPARE(times.size(), std::size_t{6000});
            for (std::size_t k = 0; k < times.size(); ++k)
                QCOMPARE(times[k], unixMicroseconds(start) + static_cast<std::int64_t>(k) * 100'000);
        }
        for (std::size_t k = 1; k < read->slices.size(); ++k)
            QCOMPARE(read->slices[k].begin(), read->slices[k - 1].end());
    }

    void aSliceResetsPatienceButNotForEver()
    {
        std::set<TimePoint> failed;
        test::FakeSource source;
        source.failure.again = Error::Again::Often;
        source.fails = [&](TimePoint at) { return failed.insert(at).second; }; // once before every slice
        RetryPolicy policy = quick();
        policy.inARow = 1;
        policy.inAll = 4;
        const auto four = readSamples(source, 2min, policy);
        QVERIFY2(four, four ? "" : qPrintable(four.error().what));
        QCOMPARE(four->slices.size(), std::size_t{4});
        failed.clear();
        QVERIFY(!readSamples(source, 3min, policy));
    }

    void binsAreTheSameWithLossesAndWithout_data()
    {
        QTest::addColumn<int>("readers");
        QTest::newRow("one") << 1;
        QTest::newRow("two") << 2;
    }
    void binsAreTheSameWithLossesAndWithout()
    {
        QFETCH(int, readers);
        const auto load = [&](int failures) {
            test::FakeSource source;
            source.slice = 47s;
            source.failure.again = Error::Again::Often;
            source.fails = [left = std::make_shared<std::atomic<int>>(failures)](TimePoint at) {
                return at >= start + 20min && (*left)-- > 0;
            };
            std::map<std::string, BinSeries> all;
            const LoadRequest request{
                *TimeRange::between(start, start + 1h), *Interval::of(10s), {}, {}, readers, filedQuantities, quick()};
            const auto counts = loadBins(source, request,
                                         [&](const BinBatchPtr &batch) {
                                             for (const BinSeries &series : batch->series)
                                                 all[series.location].merge(series);
                                             return true;
                                         },
                                         {});
            return std::pair{all, counts};
        };
        const auto [whole, wholeCounts] = load(0);
        const auto [broken, brokenCounts] = load(3);
        QVERIFY2(brokenCounts, brokenCounts ? "" : qPrintable(brokenCounts.error().what));
        QCOMPARE(brokenCounts->resumptions, 3u);
        QCOMPARE(brokenCounts->rows, wholeCounts->rows);
        QCOMPARE(brokenCounts->byFlag, wholeCounts->byFlag);
        QCOMPARE(broken.size(), whole.size());
        for (const auto &[location, series] : whole) {
            QCOMPARE(broken.at(location).bin, series.bin);
            QCOMPARE(broken.at(location).count, series.count);
            for (std::size_t k = 0; k < series.size(); ++k) {
                QCOMPARE(broken.at(location).of(Quantity::X)[k].min, series.of(Quantity::X)[k].min);
                QCOMPARE(broken.at(location).of(Quantity::Y)[k].max, series.of(Quantity::Y)[k].max);
            }
        }
    }

    void aViewTriesForEverWhatMayPass_data()
    {
        QTest::addColumn<int>("again");
        QTest::addColumn<bool>("tried");
        QTest::newRow("never") << static_cast<int>(Error::Again::Never) << false;
        QTest::newRow("later") << static_cast<int>(Error::Again::Later) << true;
        QTest::newRow("once") << static_cast<int>(Error::Again::Once) << true;
        QTest::newRow("often") << static_cast<int>(Error::Again::Often) << true;
    }
    void aViewTriesForEverWhatMayPass()
    {
        QFETCH(int, again);
        Backoff backoff{RetryPolicy::ofViews()};
        const Error error{Error::Kind::Query, u"no"_s, {}, static_cast<Error::Again>(again)};
        std::chrono::milliseconds longest{0};
        for (int k = 0; k < 1000; ++k) {
            const auto wait = backoff.after(error);
            QTEST(wait.has_value(), "tried");
            if (!wait)
                return;
            QVERIFY(*wait <= std::chrono::milliseconds{500} * (1 << std::min(k, 6)));
            QVERIFY(*wait <= 30s);
            longest = std::max(longest, *wait);
        }
        QVERIFY(longest > 10s); // it knocks ever more rarely
        backoff.succeeded();
        QVERIFY(*backoff.after(error) <= 500ms);
    }

    void aCancelEndsTheWait()
    {
        test::FakeSource source;
        source.failsAt = start;
        source.failure.again = Error::Again::Often;
        const CancelToken cancel;
        RetryPolicy policy;
        policy.firstBound = policy.lastBound = 24h; // or it would not end before the test is over
        policy.notice = [&](const Error &, std::chrono::milliseconds) { cancel.cancel(); };
        const auto read = readSamples(source, 10min, policy, cancel);
        QVERIFY(!read);
        QCOMPARE(read.error().kind, Error::Kind::Cancelled);
    }
};

QTEST_GUILESS_MAIN(TestSteadyReader)
#include "tst_steadyreader.moc"
