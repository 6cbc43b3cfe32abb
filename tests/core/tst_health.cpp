// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/health/gainstep.h"
#include "core/health/ringhealth.h"

#include <QTest>

#include <cmath>
#include <random>

using namespace cbpm;
using namespace std::chrono_literals;

namespace {

const TimePoint start = std::chrono::sys_days{std::chrono::March / 2 / 2026};
const Interval tenSeconds = *Interval::of(10s);
const TimeRange hour = *TimeRange::between(start, start + 1h);
constexpr int ringSize = 12;
constexpr std::uint32_t samplesPerBin = 100;

Moments spread(double mean, double std)
{
    return {mean, std * std * (samplesPerBin - 1), mean - 3 * std, mean + 3 * std};
}

/// An hour of a good detector: 5 µm of motion and noise, 2e-5 of noise in the residual.
BinSeries goodBins(int row)
{
    std::mt19937 random{static_cast<std::uint32_t>(row)};
    std::normal_distribution<double> normal;
    BinSeries bins;
    bins.row = row;
    for (TimePoint at = hour.begin(); at < hour.end(); at += tenSeconds.width()) {
        bins.bin.push_back(tenSeconds.binAt(at));
        bins.count.push_back(samplesPerBin);
        bins.invalid.push_back(0);
        bins.flags.push_back(0);
        for (std::size_t q = 0; q < bins.moments.size(); ++q)
            bins.moments[q].push_back(spread(17'000.0 + 10.0 * static_cast<double>(q), 3.0));
        bins.moments[static_cast<std::size_t>(Quantity::X)].back() = spread(0.3 + 1e-3 * normal(random), 5e-3);
        bins.moments[static_cast<std::size_t>(Quantity::Y)].back() = spread(-0.2 + 1e-3 * normal(random), 5e-3);
        bins.moments[static_cast<std::size_t>(Quantity::Residual)].back() = spread(1e-3 + 2e-6 * normal(random), 2e-5);
    }
    return bins;
}

std::vector<Moments> &of(BinSeries &bins, Quantity quantity)
{
    return bins.moments[static_cast<std::size_t>(quantity)];
}

/// `share` of every bin's samples have `flag`; an invalidating one takes them out.
void flagSamples(BinSeries &bins, Flag flag, double share)
{
    const auto count = static_cast<std::uint32_t>(share * samplesPerBin + 0.5);
    for (std::size_t k = 0; k < bins.size(); ++k) {
        FlagTally tally{bins.bin[k], {}};
        tally.count[static_cast<std::size_t>(std::countr_zero(static_cast<unsigned>(flag)))] = count;
        bins.tallies.push_back(tally);
        bins.flags[k] |= flag;
        if (flag & invalidatingFlags) {
            bins.count[k] -= count;
            bins.invalid[k] += count;
        }
    }
}

struct Ring
{
    std::vector<BinSeries> bins;

    Ring()
    {
        for (int row = 0; row < ringSize; ++row)
            bins.push_back(goodBins(row));
    }

    std::vector<DetectorHealth> health(int loaded = ringSize) const
    {
        std::vector<const BinSeries *> rows;
        for (const BinSeries &one : bins)
            rows.push_back(one.bin.empty() ? nullptr : &one);
        return ringHealth(
            *builtinDetectorTable(), rows, [loaded](int row) { return row < loaded; }, tenSeconds, hour);
    }
};

std::vector<Suspicion> suspicions(const DetectorHealth &one)
{
    std::vector<Suspicion> found;
    for (const Evidence &evidence : one.evidence)
        found.push_back(evidence.suspicion);
    return found;
}

bool close(double a, double b, double share)
{
    return std::abs(a - b) <= share * std::abs(b);
}

using Found = std::vector<Suspicion>;

} // namespace

/// Each suspicion by a crafted detector in a good ring, and none where there is no reason.
class TestHealth : public QObject
{
    Q_OBJECT

private slots:
    void aGoodRingIsNotSuspected()
    {
        for (const DetectorHealth &one : Ring{}.health()) {
            QCOMPARE(suspicions(one), Found{});
            QCOMPARE(one.valid, std::uint64_t{36'000});
            QCOMPARE(one.rate_Hz, 10.0);
            QCOMPARE(one.coverage, 1.0);
            QCOMPARE(*one.age, Duration{0});
            QVERIFY(close(one.noiseX_mm, 5e-3, 1e-9));
            QVERIFY(close(one.residualNoise, 2e-5, 1e-9));
            QVERIFY(close(one.residualMean, 1e-3, 1e-3));
            QVERIFY(close(one.residualRms, 1e-3, 1e-3));
        }
    }

    void missing()
    {
        Ring ring;
        ring.bins[3] = {};
        ring.bins[4] = ring.bins[4].part(tenSeconds.binAt(start), tenSeconds.binAt(start + 40min));
        for (std::uint32_t &count : ring.bins[5].count)
            count = 85;
        const auto health = ring.health();
        QCOMPARE(suspicions(health[3]), Found{Suspicion::Missing});
        QCOMPARE(health[3].samples(), std::uint64_t{0});
        QVERIFY(!health[3].age);
        QCOMPARE(suspicions(health[4]), Found{Suspicion::Missing});
        QCOMPARE(*health[4].age, Duration{20min});
        QCOMPARE(*health[4].evidence[0].since, start + 40min);
        QCOMPARE(suspicions(health[5]), Found{Suspicion::Missing});
        QCOMPARE(health[5].evidence[0].value, 0.85);
        QVERIFY(!health[5].evidence[0].since);
        for (const int good : {0, 6, 11})
            QCOMPARE(suspicions(health[static_cast<std::size_t>(good)]), Found{});
    }

    void anOutageOfAllIsNobodysFault()
    {
        Ring ring;
        for (BinSeries &bins : ring.bins)
            bins = bins.part(tenSeconds.binAt(start), tenSeconds.binAt(start + 30min));
        for (const DetectorHealth &one : ring.health()) {
            QCOMPARE(suspicions(one), Found{});
            QCOMPARE(one.coverage, 0.5);
            QCOMPARE(*one.age, Duration{30min});
        }
    }

    void deadByAnyReason_data()
    {
        QTest::addColumn<int>("flag");
        QTest::addColumn<double>("share");
        QTest::addColumn<bool>("isDead");
        QTest::newRow("no signal") << int{NoSignal} << 1.0 << true;
        QTest::newRow("no signal, mostly") << int{NoSignal} << 0.6 << true;
        QTest::newRow("no signal, at times") << int{NoSignal} << 0.4 << false;
        QTest::newRow("sum too small") << int{LowSum} << 1.0 << true;
        QTest::newRow("no numbers") << int{NonFinite} << 1.0 << true;
        QTest::newRow("low only speaks") << int{Low} << 1.0 << false;
    }
    void deadByAnyReason()
    {
        QFETCH(int, flag);
        QFETCH(double, share);
        QFETCH(bool, isDead);
        Ring ring;
        flagSamples(ring.bins[2], static_cast<Flag>(flag), share);
        const auto health = ring.health();
        QCOMPARE(suspicions(health[2]), isDead ? Found{Suspicion::Dead} : Found{});
        if (isDead)
            QCOMPARE(health[2].evidence[0].value, share);
        QCOMPARE(suspicions(health[1]), Found{});
    }

    void oneDeadButtonIsNamed()
    {
        Ring ring;
        flagSamples(ring.bins[2], Degraded, 1.0);
        for (Moments &button : of(ring.bins[2], Quantity::BottomInner))
            button = spread(10.0, 12.0);
        const auto health = ring.health();
        QCOMPARE(suspicions(health[2]), Found{Suspicion::Dead});
        QCOMPARE(*health[2].evidence[0].button, Button::BottomInner);
    }

    void aBeamDumpMakesNobodyDead()
    {
        Ring ring;
        for (BinSeries &bins : ring.bins)
            flagSamples(bins, NoSignal, 0.9);
        for (const DetectorHealth &one : ring.health())
            QCOMPARE(suspicions(one), Found{});
    }

    void saturatedAndFrozen()
    {
        Ring ring;
        flagSamples(ring.bins[1], Saturated, 0.02);
        flagSamples(ring.bins[2], Frozen, 0.02);
        QCOMPARE(suspicions(ring.health()[1]), Found{Suspicion::Saturated});
        QCOMPARE(suspicions(ring.health()[2]), Found{Suspicion::Frozen});
        QCOMPARE(ring.health()[2].evidence[0].value, 0.02);
        QCOMPARE(ring.health()[2].byFlag[10], std::uint64_t{720});
    }

    void noisy_data()
    {
        QTest::addColumn<int>("quantity");
        QTest::addColumn<double>("times");
        QTest::addColumn<bool>("isNoisy");
        QTest::newRow("residual 5 times") << static_cast<int>(Quantity::Residual) << 5.0 << true;
        QTest::newRow("residual 3 times") << static_cast<int>(Quantity::Residual) << 3.0 << false;
        QTest::newRow("x 5 times: the beam may") << static_cast<int>(Quantity::X) << 5.0 << false;
        QTest::newRow("x 9 times") << static_cast<int>(Quantity::X) << 9.0 << true;
        QTest::newRow("y 9 times") << static_cast<int>(Quantity::Y) << 9.0 << true;
    }
    void noisy()
    {
        QFETCH(int, quantity);
        QFETCH(double, times);
        QFETCH(bool, isNoisy);
        Ring ring;
        for (Moments &moments : of(ring.bins[7], static_cast<Quantity>(quantity)))
            moments.m2 *= times * times;
        const auto health = ring.health();
        QCOMPARE(suspicions(health[7]), isNoisy ? Found{Suspicion::Noisy} : Found{});
        if (isNoisy)
            QVERIFY(close(health[7].evidence[0].value, times, 1e-9));
    }

    void fewDetectorsAreNotComparedInNoise()
    {
        Ring ring;
        for (Moments &moments : of(ring.bins[0], Quantity::Residual))
            moments.m2 *= 100.0;
        for (const DetectorHealth &one : ring.health(4)) {
            QCOMPARE(suspicions(one), Found{});
            QCOMPARE(one.isLoaded, one.row < 4);
        }
    }

    void unbalanced()
    {
        Ring ring;
        for (Moments &moments : of(ring.bins[9], Quantity::Residual))
            moments.mean -= 0.02;
        const auto health = ring.health();
        QCOMPARE(suspicions(health[9]), Found{Suspicion::Unbalanced});
        QVERIFY(close(health[9].evidence[0].value, -0.019, 1e-3));
    }

    void aGainStepIsFoundWhereItIs()
    {
        for (const double size : {0.005, -0.005, 0.0025}) {
            for (const int at : {3, 100, 355}) {
                Ring ring;
                std::vector<Moments> &residual = of(ring.bins[6], Quantity::Residual);
                for (std::size_t k = static_cast<std::size_t>(at); k < residual.size(); ++k)
                    residual[k].mean += size;
                const auto health = ring.health();
                QCOMPARE(suspicions(health[6]), Found{Suspicion::GainStep});
                QCOMPARE(*health[6].evidence[0].since, start + at * 10s);
                QVERIFY(close(health[6].evidence[0].value, size, 1e-2));
            }
        }
    }

    void outliersDoNotHideAGainStep()
    {
        BinSeries bins = goodBins(0);
        std::vector<Moments> &residual = of(bins, Quantity::Residual);
        for (std::size_t k = 0; k < residual.size(); ++k)
            residual[k].mean += k < 3 ? 0.02 : k < 200 ? 0.0 : 0.005;
        const auto step = findGainStep(bins);
        QVERIFY(step.has_value());
        QCOMPARE(step->bin, bins.bin[200]);
    }

    void whatIsNoGainStep_data()
    {
        QTest::addColumn<QString>("shape");
        for (const char *const shape : {"small", "ramp", "outlier", "bump", "wobble"})
            QTest::newRow(shape) << QString::fromLatin1(shape);
    }
    void whatIsNoGainStep()
    {
        QFETCH(QString, shape);
        BinSeries bins = goodBins(0);
        std::vector<Moments> &residual = of(bins, Quantity::Residual);
        for (std::size_t k = 0; k < residual.size(); ++k) {
            const double t = static_cast<double>(k) / static_cast<double>(residual.size());
            double added = 0.0;
            if (shape == QStringLiteral("small"))
                added = t > 0.5 ? 0.0015 : 0.0;
            else if (shape == QStringLiteral("ramp"))
                added = 0.08 * t;
            else if (shape == QStringLiteral("outlier"))
                added = k == 200 ? 0.02 : 0.0;
            else if (shape == QStringLiteral("bump"))
                added = k >= 170 && k < 190 ? 0.005 : 0.0;
            else
                added = 0.004 * std::sin(6.28318 * t);
            residual[k].mean += added;
        }
        QVERIFY(!findGainStep(bins));
    }

    void scatterIsNoGainStep()
    {
        std::mt19937 random{3};
        std::normal_distribution<double> normal;
        for (int round = 0; round < 300; ++round) {
            BinSeries bins = goodBins(0);
            bins = bins.part(bins.bin[0], bins.bin[40]);
            for (Moments &moments : of(bins, Quantity::Residual))
                moments.mean += 0.005 * normal(random);
            QVERIFY(!findGainStep(bins));
        }
    }

    void defectsStandTogetherTheWorstFirst()
    {
        Ring ring;
        flagSamples(ring.bins[8], Frozen, 1.0);
        ring.bins[8] = ring.bins[8].part(tenSeconds.binAt(start), tenSeconds.binAt(start + 30min));
        QCOMPARE(suspicions(ring.health()[8]), (Found{Suspicion::Missing, Suspicion::Frozen}));
    }

    void emptyAndShortRangesHaveAnswers()
    {
        const DetectorTablePtr table = builtinDetectorTable();
        const auto yes = [](int) { return true; };
        const std::vector<const BinSeries *> nothing(111, nullptr);
        for (const DetectorHealth &one : ringHealth(*table, nothing, yes, tenSeconds, hour)) {
            QCOMPARE(suspicions(one), Found{Suspicion::Missing});
            QVERIFY(std::isnan(one.noiseX_mm) && std::isnan(one.residualMean));
        }
        BinSeries sample; // one, valid
        sample.bin = {tenSeconds.binAt(start)};
        sample.count = {1};
        sample.invalid = {0};
        sample.flags = {0};
        for (std::vector<Moments> &moments : sample.moments)
            moments = {Moments{1e-3, 0.0, 1e-3, 1e-3}};
        std::vector<const BinSeries *> rows{&sample};
        const auto alone = ringHealth(*table, rows, yes, tenSeconds, *TimeRange::between(start, start + 100ms));
        QCOMPARE(suspicions(alone[0]), Found{});
        QCOMPARE(alone[0].coverage, 1.0);
        QVERIFY(std::isnan(alone[0].noiseX_mm));
        sample.count = {0}; // one, invalid
        sample.invalid = {1};
        sample.tallies = {FlagTally{sample.bin[0], {1}}};
        const auto bad = ringHealth(*table, rows, yes, tenSeconds, *TimeRange::between(start, start + 100ms));
        QCOMPARE(suspicions(bad[0]), Found{Suspicion::Dead});
        QVERIFY(std::isnan(bad[0].residualMean));
    }

    void disabledDetectorsMayBeMissing()
    {
        std::vector<Detector> detectors = builtinDetectorTable()->detectors();
        detectors[0].enabled = false;
        const DetectorTable table{detectors};
        const std::vector<const BinSeries *> nothing(2, nullptr);
        const auto health = ringHealth(
            table, nothing, [](int) { return true; }, tenSeconds, hour);
        QCOMPARE(suspicions(health[0]), Found{});
        QCOMPARE(suspicions(health[1]), Found{Suspicion::Missing});
    }
};

QTEST_GUILESS_MAIN(TestHealth)
#include "tst_health.moc"
