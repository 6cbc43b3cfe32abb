// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bins/triggercount.h"
#include "core/types/trigger.h"

#include <QTest>

#include <algorithm>
#include <map>
#include <random>
#include <set>

using namespace cbpm;
using namespace std::chrono_literals;

namespace {

constexpr std::int64_t start = 17'710'000'000; // number of the first trigger
constexpr int triggers = 2000;
const TimeRange whole = *TimeRange::between(triggerTime(start), triggerTime(start + triggers));

/// Readings of four detectors; the ring lost `lost`, each detector now and then another trigger. Jitter up to 50 ms.
std::vector<DetectorSamples> readings(const std::set<int> &lost, unsigned seed)
{
    std::mt19937 random{seed};
    std::uniform_int_distribution<int> jitter{-49'999, 49'999};
    std::vector<DetectorSamples> made(4);
    for (int k = 0; k < triggers; ++k) {
        for (DetectorSamples &one : made) {
            if (!lost.contains(k) && random() % 50 != 0)
                one.time.push_back(unixMicroseconds(triggerTime(start + k)) + jitter(random));
        }
    }
    return made;
}

SampleBatch batchOf(const std::vector<DetectorSamples> &all, const TimeRange &range)
{
    SampleBatch batch{range, std::vector<DetectorSamples>(all.size())};
    for (std::size_t k = 0; k < all.size(); ++k) {
        const auto &time = all[k].time;
        batch.detectors[k].time.assign(std::lower_bound(time.begin(), time.end(), unixMicroseconds(range.begin())),
                                       std::lower_bound(time.begin(), time.end(), unixMicroseconds(range.end())));
    }
    return batch;
}

BinSeries bins(const DetectorSamples &samples, Interval interval, const TimeRange &range)
{
    BinSeries made;
    for (const std::int64_t time : samples.time) {
        if (!range.contains(timePoint(time)))
            continue;
        const std::int64_t bin = interval.binAt(timePoint(time));
        if (made.bin.empty() || made.bin.back() != bin) {
            made.bin.push_back(bin);
            made.count.push_back(0);
            made.invalid.push_back(0);
        }
        ++(time % 3 == 0 ? made.invalid : made.count).back();
    }
    return made;
}

} // namespace

/// Triggers that no detector answered, against a set of those that one did.
class TestTriggerCount : public QObject
{
    Q_OBJECT

private slots:
    void outOfSamplesInAnySlices_data()
    {
        QTest::addColumn<int>("slice_ms");
        for (const int slice : {30, 50, 99, 100, 101, 250, 1000, 7777, 200'000})
            QTest::newRow(qPrintable(QString::number(slice))) << slice;
    }
    void outOfSamplesInAnySlices()
    {
        QFETCH(int, slice_ms);
        for (unsigned seed = 0; seed < 20; ++seed) {
            std::set<int> lost{0, 17, 18, 999, triggers - 1};
            lost.insert(static_cast<int>(seed * 97 % triggers));
            const auto made = readings(lost, seed);
            std::set<std::int64_t> came;
            for (const DetectorSamples &one : made) {
                for (const std::int64_t time : one.time) {
                    if (whole.contains(timePoint(time)))
                        came.insert(triggerOf(timePoint(time)));
                }
            }
            came.erase(start + triggers); // its nominal time lies behind
            TriggerTally tally;
            for (TimePoint begin = whole.begin(); begin < whole.end(); begin += std::chrono::milliseconds{slice_ms}) {
                const TimePoint end = std::min(whole.end(), begin + std::chrono::milliseconds{slice_ms});
                tally.add(batchOf(made, *TimeRange::between(begin, end)));
            }
            QCOMPARE(tally.count().due, std::uint64_t{triggers});
            QCOMPARE(tally.count().missing, triggers - came.size());
        }
    }

    void outOfSamplesOfYears()
    {
        const TimePoint later = whole.begin() + std::chrono::years{6};
        SampleBatch batch{*TimeRange::between(whole.begin(), later), {{}}};
        batch.detectors[0].time = {unixMicroseconds(whole.begin()), unixMicroseconds(later) - 100'000};
        TriggerTally tally;
        tally.add(batch);
        QCOMPARE(tally.count().due, static_cast<std::uint64_t>((later - whole.begin()) / triggerSpacing));
        QCOMPARE(tally.count().due - tally.count().missing, std::uint64_t{2});
    }

    void outOfBins_data()
    {
        QTest::addColumn<int>("width_ms");
        for (const int width : {100, 200, 1000, 10'000})
            QTest::newRow(qPrintable(QString::number(width))) << width;
    }
    /// One detector of three is complete for half a minute each.
    void outOfBins()
    {
        QFETCH(int, width_ms);
        const Interval interval = *Interval::of(std::chrono::milliseconds{width_ms});
        std::vector<DetectorSamples> made(3);
        const auto isLost = [](int k) { return k % 500 == 3; };
        for (int k = 0; k < triggers; ++k) {
            for (int d = 0; d < 3; ++d) {
                if (!isLost(k) && (d == k / 300 % 3 || k % 7 != d))
                    made[static_cast<std::size_t>(d)].time.push_back(unixMicroseconds(triggerTime(start + k)) + 10);
            }
        }
        std::vector<BinSeries> all;
        for (const DetectorSamples &one : made)
            all.push_back(bins(one, interval, whole));
        const std::vector<const BinSeries *> series{&all[0], nullptr, &all[1], &all[2]};
        const TriggerCount count = countTriggers(series, interval, whole);
        QCOMPARE(count.due, std::uint64_t{triggers});
        QCOMPARE(count.missing, std::uint64_t{4});
        QCOMPARE(countTriggers({}, interval, whole).missing, std::uint64_t{triggers});
    }

    /// A slice may end within a bin: its part alone is due.
    void outOfPartsOfBins()
    {
        const Interval minute = *Interval::of(1min);
        DetectorSamples samples;
        for (int k = 0; k < triggers; ++k)
            samples.time.push_back(unixMicroseconds(triggerTime(start + k)));
        TriggerCount sum;
        for (const auto &[begin, end] : {std::pair{0, 333}, std::pair{333, 1100}, std::pair{1100, triggers}}) {
            const auto part = *TimeRange::between(triggerTime(start + begin), triggerTime(start + end));
            const BinSeries here = bins(samples, minute, part);
            const std::vector<const BinSeries *> series{&here};
            sum += countTriggers(series, minute, part);
        }
        QCOMPARE(sum.due, std::uint64_t{triggers});
        QCOMPARE(sum.missing, std::uint64_t{0});
    }
};

QTEST_APPLESS_MAIN(TestTriggerCount)
#include "tst_triggercount.moc"
