// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/stretchstatistics.h"
#include "core/query/binload.h"
#include "core/query/ringmap.h"
#include "core/types/flags.h"
#include "tests/core/fakesource.h"
#include "tests/core/readall.h"

#include <QTest>

#include <random>

using namespace cbpm;
using namespace std::chrono_literals;

namespace {

const TimePoint start = std::chrono::sys_days{std::chrono::March / 2 / 2026};

TimeRange rangeOf(Duration from, Duration to)
{
    return *TimeRange::between(start + from, start + to);
}

/// A beam that drifts, jitters and couples; row 1 has bad samples and holes, row 2 nothing valid.
void disturb(DetectorSamples &samples)
{
    for (std::size_t i = 0; i < samples.size(); ++i) {
        std::mt19937_64 random{static_cast<std::uint64_t>(samples.time[i] + samples.row)};
        std::normal_distribution<double> normal;
        const double seconds = static_cast<double>(samples.time[i] - unixMicroseconds(start)) * 1e-6;
        const double u = 0.02 + 1e-6 * seconds + 1e-3 * normal(random);
        const double v = -0.01 + 0.4 * u + 5e-4 * normal(random);
        samples.button[0][i] = 16'000.0 * (1.0 - u + v);
        samples.button[1][i] = 16'000.0 * (1.0 - u - v);
        samples.button[2][i] = 16'000.0 * (1.0 + u - v);
        samples.button[3][i] = 16'000.0 * (1.0 + u + v);
        if ((samples.row == 1 && samples.time[i] / 100'000 % 17 == 3) || samples.row == 2) {
            for (auto &button : samples.button)
                button[i] = 0.0;
        }
    }
    if (samples.row != 1)
        return;
    const DetectorSamples whole = samples;
    samples = DetectorSamples{whole.location, whole.row, {}, {}, {}};
    for (std::size_t i = 0; i < whole.size(); ++i) {
        if (whole.time[i] / 100'000 % 500 < 30) // 3 s are lost of every 50
            continue;
        samples.time.push_back(whole.time[i]);
        for (std::size_t k = 0; k < buttonCount; ++k)
            samples.button[k].push_back(whole.button[k][i]);
    }
}

/// The same by the textbook, in long double, over all samples at once.
struct Truth
{
    std::uint64_t count = 0, invalid = 0;
    long double mean[2]{}, sigma[2]{}, slope[2]{}, rho = 0;
    double min[2]{1e300, 1e300}, max[2]{-1e300, -1e300};
};

Truth truthOf(const DetectorSamples &samples, const DetectorTable &table)
{
    PositionColumns positions;
    RingMap{table, {}}.apply(samples, positions);
    std::vector<std::array<long double, 3>> valid;
    Truth truth;
    for (std::size_t i = 0; i < samples.size(); ++i) {
        if (positions.flags[i] & invalidatingFlags)
            ++truth.invalid;
        else
            valid.push_back({positions.x[i], positions.y[i], static_cast<long double>(samples.time[i]) * 1e-6L});
    }
    truth.count = valid.size();
    const long double n = static_cast<long double>(valid.size());
    std::array<long double, 3> mean{};
    for (const auto &sample : valid) {
        for (std::size_t k = 0; k < 3; ++k)
            mean[k] += sample[k] / n;
    }
    long double products[3][3]{};
    for (const auto &sample : valid) {
        for (std::size_t a = 0; a < 3; ++a) {
            for (std::size_t b = 0; b < 3; ++b)
                products[a][b] += (sample[a] - mean[a]) * (sample[b] - mean[b]);
        }
    }
    for (std::size_t k = 0; k < 2; ++k) {
        truth.mean[k] = mean[k];
        truth.sigma[k] = std::sqrt(products[k][k] / (n - 1));
        truth.slope[k] = products[k][2] / products[2][2];
        for (const auto &sample : valid) {
            truth.min[k] = std::min(truth.min[k], static_cast<double>(sample[k]));
            truth.max[k] = std::max(truth.max[k], static_cast<double>(sample[k]));
        }
    }
    truth.rho = products[0][1] / std::sqrt(products[0][0] * products[1][1]);
    return truth;
}

bool isNear(double value, long double expected, double relative)
{
    return std::abs(value - static_cast<double>(expected)) <= relative * std::abs(static_cast<double>(expected));
}

} // namespace

class TestStatistics : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_source = test::FakeSource{};
        m_source.shape = disturb;
        m_source.slice = 37s;
    }

    void samplesAgreeWithTheTextbook()
    {
        const TimeRange range = rangeOf(1min, 20min + 50ms);
        double share = 0.0;
        const auto found = sampleStatistics(m_source, range, {0, 1, 2, 3}, {}, [&](double done) { share = done; }, {});
        QVERIFY(found);
        QCOMPARE(share, 1.0);
        QVERIFY(found->range == range);
        QVERIFY(!found->bins);
        QCOMPARE(found->detectors.size(), std::size_t{4});
        const auto all = test::readAll(m_source, range);
        QVERIFY(all);
        for (const int row : {0, 1}) {
            const DetectorStatistics &one = found->detectors[static_cast<std::size_t>(row)];
            const Truth truth = truthOf(all->detectors.at(one.location), *m_source.table());
            QCOMPARE(one.row, row);
            QCOMPARE(one.count, truth.count);
            QCOMPARE(one.invalid, truth.invalid);
            const PlaneStatistics *const planes[] = {&one.x, &one.y};
            for (std::size_t k = 0; k < 2; ++k) {
                QVERIFY(isNear(planes[k]->mean, truth.mean[k], 1e-13));
                QVERIFY(isNear(planes[k]->sigma, truth.sigma[k], 1e-11));
                QVERIFY(isNear(planes[k]->slope, truth.slope[k], 1e-9));
                QCOMPARE(planes[k]->min, truth.min[k]);
                QCOMPARE(planes[k]->max, truth.max[k]);
            }
            QVERIFY(isNear(one.rho, truth.rho, 1e-10));
            QVERIFY(isNear(one.coverage, std::min(1.0L, truth.count / (range.duration().count() / 1e5L)), 1e-12));
        }
        QVERIFY(found->detectors[1].invalid > 0 && found->detectors[1].coverage < 0.95);
        QCOMPARE(found->detectors[0].coverage, 1.0);
        QCOMPARE(found->samples(), found->detectors[0].count + found->detectors[1].count);
    }

    void whatIsNotThereIsNotInvented()
    {
        const auto found = sampleStatistics(m_source, rangeOf(0s, 60s), {2, 3}, {}, [](double) {}, {});
        QVERIFY(found);
        const DetectorStatistics &invalid = found->detectors[0];
        QCOMPARE(invalid.count, std::uint64_t{0});
        QCOMPARE(invalid.invalid, std::uint64_t{600});
        const DetectorStatistics &silent = found->detectors[1];
        QCOMPARE(silent.location, m_source.table()->at(3).location);
        QCOMPARE(silent.invalid, std::uint64_t{0});
        for (const DetectorStatistics *const one : {&invalid, &silent}) {
            QCOMPARE(one->coverage, 0.0);
            for (const double value : {one->x.mean, one->y.sigma, one->x.peakToPeak(), one->y.slope, one->rho})
                QVERIFY(std::isnan(value));
        }
    }

    void oneSampleHasAMeanAndNothingElse()
    {
        const auto found = sampleStatistics(m_source, rangeOf(0s, 100ms), {0}, {}, [](double) {}, {});
        QVERIFY(found);
        const DetectorStatistics &one = found->detectors[0];
        QCOMPARE(one.count, std::uint64_t{1});
        QCOMPARE(one.coverage, 1.0);
        QVERIFY(std::isfinite(one.x.mean));
        QCOMPARE(one.x.peakToPeak(), 0.0);
        for (const double value : {one.x.sigma, one.y.slope, one.rho})
            QVERIFY(std::isnan(value));
    }

    void noRowsMeanTheWholeTable()
    {
        const auto found = sampleStatistics(m_source, rangeOf(0s, 10s), {}, {}, [](double) {}, {});
        QVERIFY(found);
        QCOMPARE(found->detectors.size(), static_cast<std::size_t>(m_source.table()->size()));
        QVERIFY(found->detectors[0].count > 0 && found->detectors[50].count == 0);
    }

    void aFarBeamKeepsItsDigits()
    {
        // 1 µm of motion and a drift of 1 nm/s, a kilometre away and half a century after 1970.
        constexpr double far = 1e6;
        CoMoments moments{start};
        for (int slice = 0; slice < 100; ++slice) {
            std::vector<std::int64_t> time;
            std::vector<double> x, y;
            for (int i = slice * 360; i < (slice + 1) * 360; ++i) {
                time.push_back(unixMicroseconds(start) + i * 100'000LL);
                x.push_back(far + (i % 2 == 0 ? 1e-3 : -1e-3) + 1e-6 * i * 0.1);
                y.push_back(-far + (i % 2 == 0 ? 2e-3 : -2e-3));
            }
            moments.add(time, x, y);
        }
        const DetectorStatistics one = statisticsOf(moments, rangeOf(0s, 3600s));
        QVERIFY(isNear(one.y.sigma, 2e-3 * std::sqrt(36'000.0 / 35'999.0), 1e-6));
        QVERIFY(isNear(one.x.slope, 1e-6, 1e-3));
        QVERIFY(std::abs(one.y.slope) < 1e-9);
        QVERIFY(isNear(one.y.peakToPeak(), 4e-3, 1e-6));
    }

    void partsMergeToTheWhole()
    {
        const auto all = test::readAll(m_source, rangeOf(0s, 300s), {0});
        QVERIFY(all);
        const DetectorSamples &samples = all->detectors.begin()->second;
        PositionColumns positions;
        RingMap{*m_source.table(), {}}.apply(samples, positions);
        const auto momentsOf = [&](std::size_t begin, std::size_t end) {
            CoMoments part{start};
            const std::span time{samples.time};
            part.add(time.subspan(begin, end - begin), std::span{positions.x}.subspan(begin, end - begin),
                     std::span{positions.y}.subspan(begin, end - begin));
            return part;
        };
        const CoMoments whole = momentsOf(0, samples.size());
        for (const std::size_t cut : {std::size_t{0}, std::size_t{1}, std::size_t{777}, samples.size()}) {
            CoMoments both = momentsOf(0, cut);
            both.merge(momentsOf(cut, samples.size()));
            QCOMPARE(both.count(), whole.count());
            for (const auto a : {CoMoments::T, CoMoments::X, CoMoments::Y}) {
                QVERIFY(isNear(both.mean(a), whole.mean(a), 1e-13));
                for (const auto b : {CoMoments::T, CoMoments::X, CoMoments::Y})
                    QVERIFY(isNear(both.product(a, b), whole.product(a, b), 1e-10));
            }
        }
    }

    void aLineIsALine()
    {
        CoMoments moments{start};
        std::vector<std::int64_t> time;
        std::vector<double> x, y;
        for (int i = 0; i < 100; ++i) {
            time.push_back(unixMicroseconds(start) + i * 100'000LL);
            x.push_back(0.25 * (i * 0.1));
            y.push_back(3.0 - 0.5 * (i * 0.1));
        }
        moments.add(time, x, y);
        const DetectorStatistics one = statisticsOf(moments, rangeOf(0s, 10s));
        QVERIFY(isNear(one.x.slope, 0.25L, 1e-12));
        QVERIFY(isNear(one.y.slope, -0.5L, 1e-12));
        QVERIFY(isNear(one.rho, -1.0L, 1e-12));
    }

    void binsSayTheSameButRho()
    {
        const TimeRange loaded = rangeOf(0s, 20min);
        const Interval interval = *Interval::of(10s);
        BinSeries bins;
        const auto done = loadBins(m_source, LoadRequest{loaded, interval, {1}, {}},
                                   [&](const BinBatchPtr &batch) {
                                       for (const BinSeries &part : batch->series) {
                                           bins.row = part.row;
                                           bins.location = part.location;
                                           bins.merge(part);
                                       }
                                       return true;
                                   },
                                   {});
        QVERIFY(done);
        const TimeRange wanted = onBinEdges(rangeOf(61s, 899s), interval, loaded);
        QVERIFY(wanted == rangeOf(60s, 900s));
        const DetectorStatistics fast = binStatistics(bins, interval, wanted);
        const auto slow = sampleStatistics(m_source, wanted, {1}, {}, [](double) {}, {});
        QVERIFY(slow);
        const DetectorStatistics &exact = slow->detectors[0];
        QCOMPARE(fast.row, 1);
        QCOMPARE(fast.location, exact.location);
        QCOMPARE(fast.count, exact.count);
        QCOMPARE(fast.invalid, exact.invalid);
        QCOMPARE(fast.coverage, exact.coverage);
        QCOMPARE(fast.x.min, exact.x.min);
        QCOMPARE(fast.y.max, exact.y.max);
        QVERIFY(isNear(fast.x.mean, exact.x.mean, 1e-12));
        QVERIFY(isNear(fast.y.sigma, exact.y.sigma, 1e-9));
        QVERIFY(isNear(fast.x.slope, exact.x.slope, 0.05));
        QVERIFY(std::isnan(fast.rho));
        QVERIFY(std::isfinite(exact.rho));
    }

    void bitsOfBinsStayWithinWhatIsLoaded()
    {
        const Interval hour = *Interval::of(1h);
        QVERIFY(onBinEdges(rangeOf(10min, 20min), hour, rangeOf(5min, 30min)) == rangeOf(5min, 30min));
        QVERIFY(onBinEdges(rangeOf(1h, 2h), hour, rangeOf(0h, 24h)) == rangeOf(1h, 2h)); // half open
    }

    void aCancelledPassSaysSo()
    {
        const CancelToken cancel;
        cancel.cancel();
        const auto found = sampleStatistics(
            m_source, rangeOf(0s, 60s), {0}, {}, [](double) {}, cancel);
        QVERIFY(!found);
        QVERIFY(found.error().kind == Error::Kind::Cancelled);
    }

    void aFailureIsAnError()
    {
        m_source.failsAt = start + 60s;
        const auto found = sampleStatistics(m_source, rangeOf(0s, 120s), {0}, {}, [](double) {}, {});
        QVERIFY(!found);
        QVERIFY(found.error().kind == Error::Kind::Connection);
    }

private:
    test::FakeSource m_source;
};

QTEST_GUILESS_MAIN(TestStatistics)
#include "tst_statistics.moc"
