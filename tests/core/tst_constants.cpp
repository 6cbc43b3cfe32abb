// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bins/positionbinner.h"
#include "core/bins/plainkernel.h"
#include "core/position/chamberfield.h"
#include "core/query/binload.h"
#include "core/query/ringmap.h"
#include "core/query/seamjoiner.h"
#include "tests/core/fakesource.h"

#include <QtTest>

#include <algorithm>
#include <random>

using namespace cbpm;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

const TimePoint start = std::chrono::sys_days{std::chrono::March / 2 / 2026};

DetectorSamples quiet(std::size_t n, std::uint32_t seed)
{
    std::mt19937 random{seed};
    std::normal_distribution<double> noise{0.0, 3.0};
    DetectorSamples samples;
    samples.row = 0;
    samples.location = "12W";
    for (std::size_t i = 0; i < n; ++i) {
        samples.time.push_back(unixMicroseconds(start) + static_cast<std::int64_t>(i) * 100'000);
        const double level[] = {17'100.0, 16'900.0, 17'050.0, 17'010.0};
        for (std::size_t k = 0; k < buttonCount; ++k)
            samples.button[k].push_back(std::round(level[k] + noise(random)));
    }
    return samples;
}

BinSeries theLongWay(const DetectorSamples &samples, const PositionMap &map, Interval interval)
{
    PositionColumns positions;
    map.apply(samples, positions);
    BinSeries bins;
    binSamples(samples, positions, interval, bins, filedQuantities);
    return bins;
}

BinSeries binned(const DetectorSamples &samples, const PositionMap &map, Interval interval)
{
    BinSeries bins;
    PositionBinner{}.bin(samples, map, interval, bins, filedQuantities);
    return bins;
}

/// The first thing in which `fast` is not what `slow` is: to the bit, mean and m2 to rounding.
QString differenceOf(const BinSeries &fast, const BinSeries &slow)
{
    if (fast.bin != slow.bin || fast.count != slow.count || fast.invalid != slow.invalid)
        return u"bins or counts"_s;
    if (fast.flags != slow.flags)
        return u"flags"_s;
    const auto same = [](const FlagTally &a, const FlagTally &b) { return a.bin == b.bin && a.count == b.count; };
    if (!std::ranges::equal(fast.tallies, slow.tallies, same))
        return u"counts of flags"_s;
    for (std::size_t k = 0; k < quantityCount; ++k) {
        if (fast.moments[k].size() != slow.moments[k].size())
            return u"quantity %1 is there for %2 bins of %3"_s.arg(k).arg(fast.moments[k].size()).arg(slow.size());
        for (std::size_t i = 0; i < slow.moments[k].size(); ++i) {
            const Moments &a = fast.moments[k][i], &b = slow.moments[k][i];
            if (a.min != b.min || a.max != b.max || std::abs(a.mean - b.mean) > 1e-12 * std::max(1.0, std::abs(b.mean))
                || std::abs(a.m2 - b.m2) > 1e-9 * b.m2 + 1e-18)
                return u"quantity %1, bin %2: %3 %4, %5 %6"_s.arg(k).arg(i).arg(a.mean).arg(a.m2).arg(b.mean).arg(b.m2);
        }
    }
    return {};
}

Detector calibrated()
{
    Detector detector;
    detector.pedestal = {-51.74, -36.76, -73.94, -37.68};
    detector.gain = {1.02791, 0.98514, 0.99953, 1.01743};
    detector.thresholds.residual = 0.1;
    return detector;
}

} // namespace

/// Constants over time, the fused kernel, flags across slices.
class TestConstants : public QObject
{
    Q_OBJECT

private slots:
    void thePlainWayGivesTheSameBins_data()
    {
        QTest::addColumn<int>("seconds");
        QTest::addColumn<int>("samples");
        for (const int seconds : {1, 7, 60, 600})
            for (const int samples : {1, 9, 600, 6001})
                QTest::addRow("%d s, %d samples", seconds, samples) << seconds << samples;
    }

    void thePlainWayGivesTheSameBins()
    {
        QFETCH(const int, seconds);
        QFETCH(const int, samples);
        const Interval interval = *Interval::of(std::chrono::seconds{seconds});
        const PositionMap map{calibrated()};
        const DetectorSamples some = quiet(static_cast<std::size_t>(samples), 3);
        const BinSeries slow = theLongWay(some, map, interval);
        const QString difference = differenceOf(binned(some, map, interval), slow);
        QVERIFY2(difference.isEmpty(), qPrintable(difference));
        BinSeries positionsOnly;
        PositionBinner{}.bin(some, map, interval, positionsOnly, quantities(Quantity::X, Quantity::Y));
        QCOMPARE(positionsOnly.of(Quantity::X).front().min, slow.of(Quantity::X).front().min);
        QVERIFY(positionsOnly.of(Quantity::Sum).empty());
    }

    void flagsAreFoundInAnyBin_data()
    {
        QTest::addColumn<std::size_t>("at");
        QTest::addColumn<int>("button");
        QTest::addColumn<double>("value");
        QTest::addColumn<int>("flag");
        const double nan = std::numeric_limits<double>::quiet_NaN();
        const double infinite = std::numeric_limits<double>::infinity();
        QTest::newRow("low") << std::size_t{0} << 0 << 8000.0 << int{Low};
        QTest::newRow("no signal") << std::size_t{599} << 1 << 100.0 << int{Degraded};
        QTest::newRow("high") << std::size_t{300} << 2 << 21'400.0 << int{High};
        QTest::newRow("NaN") << std::size_t{597} << 3 << nan << int{NonFinite};
        QTest::newRow("infinite") << std::size_t{5} << 3 << infinite << int{NonFinite};
        QTest::newRow("residual") << std::size_t{77} << 0 << 20'000.0 << int{Residual};
        QTest::newRow("step") << std::size_t{300} << 0 << 17'600.0 << int{Step};
        QTest::newRow("step at an edge") << std::size_t{10} << 0 << 17'600.0 << int{Step};
    }

    void flagsAreFoundInAnyBin()
    {
        QFETCH(const std::size_t, at);
        QFETCH(const int, button);
        QFETCH(const double, value);
        QFETCH(const int, flag);
        DetectorSamples samples = quiet(600, 5);
        samples.button[static_cast<std::size_t>(button)][at] = value;
        const PositionMap map{Detector{}};
        for (const Duration width : {Duration{1s}, Duration{10s}, Duration{1min}}) {
            const Interval interval = *Interval::of(width);
            const BinSeries bins = binned(samples, map, interval);
            const std::int64_t bin = interval.binAt(timePoint(samples.time[at]));
            const auto found = static_cast<std::size_t>(bin - bins.bin.front());
            QVERIFY2(bins.flags[found] & flag, qPrintable(QString::number(bins.flags[found], 16)));
            const QString difference = differenceOf(bins, theLongWay(samples, map, interval));
            QVERIFY2(difference.isEmpty(), qPrintable(difference));
        }
    }

    void frozenReadingsAreFoundWhereverTheyBegin()
    {
        const PositionMap map{Detector{}};
        for (std::size_t begin = 0; begin < 120; ++begin) {
            DetectorSamples samples = quiet(600, 6);
            for (std::size_t i = begin; i < begin + 52; ++i) {
                for (auto &button : samples.button)
                    button[i] = button[begin];
            }
            const BinSeries bins = binned(samples, map, *Interval::of(1s));
            QVERIFY(bins.flags[(begin + 51) / 10] & Frozen);
            const QString difference = differenceOf(bins, theLongWay(samples, map, *Interval::of(1s)));
            QVERIFY2(difference.isEmpty(), qPrintable(difference));
        }
    }

    /// One button of the last sample of a bin is told from the other three: what comes next is a step away from it,
    /// though not from what was read.
    void stepsFromMendedSamplesAreFound()
    {
        Detector detector;
        detector.thresholds.noSignal = 16'000.0;
        detector.thresholds.low = 0.0;
        detector.thresholds.residual = 1.0;
        detector.thresholds.step_mm = 0.1;
        const PositionMap map{detector};
        DetectorSamples samples = quiet(400, 12);
        std::ranges::fill(samples.button[0], 16'001.0);
        samples.button[0][9] = 15'999.0;
        const BinSeries slow = theLongWay(samples, map, *Interval::of(1s));
        QVERIFY(slow.flags[0] & Degraded);
        QCOMPARE(slow.flags[1], Step);
        const QString difference = differenceOf(binned(samples, map, *Interval::of(1s)), slow);
        QVERIFY2(difference.isEmpty(), qPrintable(difference));
    }

    /// A ring on a bad day: whatever is strewn over the samples, each bin is what it is by the long way.
    void strewnFaultsGiveTheSameBins()
    {
        const PositionMap map{calibrated()};
        std::mt19937 random{11};
        const auto upTo = [&](std::size_t n) { return static_cast<std::size_t>(random() % n); };
        for (int round = 0; round < 60; ++round) {
            DetectorSamples samples = quiet(6000, random());
            for (std::size_t fault = upTo(40); fault > 0; --fault) {
                const std::size_t at = upTo(5900);
                const double values[] = {0.0, 100.0, 8000.0, 17'900.0, 21'400.0, 40'000.0,
                                         std::numeric_limits<double>::quiet_NaN()};
                std::vector<double> &button = samples.button[upTo(buttonCount)];
                std::fill_n(button.begin() + static_cast<std::ptrdiff_t>(at), upTo(4) == 0 ? 90 : 1, values[upTo(7)]);
                if (upTo(3) == 0) {
                    for (auto &frozen : samples.button)
                        std::fill_n(frozen.begin() + static_cast<std::ptrdiff_t>(at), 70, frozen[at]);
                }
            }
            for (const int seconds : {1, 7, 60}) {
                const Interval interval = *Interval::of(std::chrono::seconds{seconds});
                const QString difference = differenceOf(binned(samples, map, interval), theLongWay(samples, map, interval));
                QVERIFY2(difference.isEmpty(), qPrintable(u"round %1, %2 s: %3"_s.arg(round).arg(seconds).arg(difference)));
            }
        }
    }

    void flagCountsAreKeptPerBin()
    {
        DetectorSamples samples = quiet(30, 8);
        samples.button[0][3] = 100.0;
        samples.button[1][3] = 100.0;  // no signal, bin 0
        samples.button[2][12] = 33000; // saturated, bin 1
        const BinSeries bins = theLongWay(samples, PositionMap{Detector{}}, *Interval::of(1s));
        QCOMPARE(bins.size(), std::size_t{3});
        QCOMPARE(bins.invalid, (std::vector<std::uint32_t>{1, 1, 0}));
        const auto countOf = [&](std::size_t bin, Flag flag) {
            const FlagTally *const tally = bins.tallyOf(bins.bin[bin]);
            return tally ? tally->count[static_cast<std::size_t>(std::countr_zero(static_cast<unsigned>(flag)))] : 0U;
        };
        QCOMPARE(countOf(0, NoSignal), 1U);
        QCOMPARE(countOf(1, Saturated), 1U);
        QCOMPARE(countOf(0, Saturated), 0U);
        BinSeries twice = bins;
        twice.merge(bins);
        QCOMPARE(twice.tallyOf(bins.bin[0])->count[0], 2U);
    }

    /// Cut anywhere, the samples get the same flags.
    void stepAndFrozenDoNotDependOnSlices()
    {
        DetectorSamples samples = quiet(300, 9);
        for (std::size_t i = 100; i < 200; ++i) {
            for (auto &button : samples.button)
                button[i] = 17'000.0;
        }
        for (std::size_t i = 250; i < 300; ++i)
            samples.button[3][i] += 600.0; // a step of 0.2 mm and more
        const PositionMap map{Detector{}};
        PositionColumns whole;
        map.apply(samples, whole);
        QVERIFY(whole.flags[250] & Step);
        for (const std::size_t length : {1UL, 7UL, 49UL, 50UL, 125UL, 250UL}) {
            SeamJoiner joiner;
            std::vector<std::uint16_t> flags;
            for (std::size_t begin = 0; begin < samples.size(); begin += length) {
                DetectorSamples part = samples;
                const std::size_t end = std::min(begin + length, samples.size());
                crop(part, *TimeRange::between(timePoint(samples.time[begin]),
                                               timePoint(samples.time[end - 1]) + Duration{1}));
                PositionColumns positions;
                map.apply(part, positions);
                joiner.join(part, map, positions);
                flags.insert(flags.end(), positions.flags.begin(), positions.flags.end());
            }
            QCOMPARE(flags, whole.flags);
        }
    }

    void oldDataKeepTheOldConstants()
    {
        const QByteArray csv = "location,kx_mm,ky_mm,valid_from\n"
                               "12W,20,20,\n"
                               "12W,30,20,2026-03-02T00:00:10Z\n";
        const auto table = parseDetectorTableCsv(csv, u"two.csv"_s);
        QVERIFY2(table, qPrintable(table ? QString{} : table.error().what));
        QCOMPARE((*table)->size(), 1);
        QCOMPARE((*table)->epochs(0).size(), std::size_t{2});
        QCOMPARE((*table)->at(0).kx_mm, 30.0);
        const RingMap ring{**table, std::nullopt};
        const DetectorSamples samples = quiet(200, 4); // 20 s from the start
        PositionColumns both, old, later;
        ring.apply(samples, both);
        PositionMap{(*table)->epochs(0)[0]}.apply(samples, old);
        PositionMap{(*table)->epochs(0)[1]}.apply(samples, later);
        for (std::size_t i = 0; i < 200; ++i)
            QCOMPARE(both.x[i], i < 100 ? old.x[i] : later.x[i]);
        QVERIFY(both.x[99] != later.x[99]);
        const auto again = parseDetectorTableCsv(detectorTableCsv(**table), u"again"_s);
        QVERIFY(again);
        QCOMPARE((*again)->version(), (*table)->version());
    }

    void theRestOfABadFileIsUsedOnlyWhenAsked()
    {
        const QByteArray csv = "location,kx_mm,aliases\n12W,25.9,WEST12 old_12\n13W,0,\n14W,none,\n15W,25,\n";
        const auto refused = parseDetectorTableCsv(csv, u"bad.csv"_s);
        QVERIFY(!refused);
        QVERIFY2(refused.error().what.contains(u"line 3, column 2: kx_mm = 0"_s), qPrintable(refused.error().what));
        QStringList passedOver;
        const auto rest = parseDetectorTableCsv(csv, u"bad.csv"_s, &passedOver);
        QVERIFY(rest);
        QCOMPARE((*rest)->size(), 2);
        QCOMPARE(passedOver.size(), 2);
        QVERIFY(passedOver[1].contains(u"line 4"_s));
        QCOMPARE((*rest)->find("west12"), (*rest)->find("12W"));
        QCOMPARE((*rest)->at((*rest)->find("12W")).origins.at("kx_mm"), std::string{"bad.csv line 2"});
    }

    void theIntensityDoesNotDependOnThePosition()
    {
        Detector detector;
        detector.thresholds.residual = 1.0;
        for (const auto shape : {Chamber::Shape::Ellipse, Chamber::Shape::Round}) {
            detector.chamber.shape = shape;
            for (const auto method : {PositionMethod::Map, PositionMethod::Linear}) {
                const PositionMap map{detector, method};
                const auto centre = chamberSignals(detector.chamber, 0.0, 0.0);
                const double centreSum = centre[0] + centre[1] + centre[2] + centre[3];
                for (const auto &[x, y] :
                     {std::pair{0.0, 0.0}, {5.0, 0.0}, {10.0, 0.0}, {0.0, 5.0}, {-8.0, 4.0}, {14.0, 7.0}}) {
                    const auto field = chamberSignals(detector.chamber, x, y);
                    DetectorSamples samples;
                    samples.time = {0};
                    samples.row = 0;
                    for (std::size_t k = 0; k < buttonCount; ++k)
                        samples.button[k] = {60'000.0 / centreSum * field[k]};
                    PositionColumns out;
                    map.apply(samples, out, true);
                    if (out.invalid > 0)
                        continue; // far out one button may saturate or have no signal
                    QVERIFY2(std::abs(out.intensity[0] / 60'000.0 - 1.0) < 1e-5,
                             qPrintable(u"%1, %2: %3"_s.arg(x).arg(y).arg(out.intensity[0], 0, 'g', 12)));
                }
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestConstants)
#include "tst_constants.moc"
