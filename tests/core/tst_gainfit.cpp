// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/position/benchgains.h"
#include "core/position/chamberfield.h"
#include "core/position/gainfit.h"

#include <QtTest>

#include <random>

using namespace cbpm;

namespace {

constexpr std::array<double, buttonCount> trueGains{1.0, 0.95098, 1.00980, 0.96078};

/// `count` orbits with the beam anywhere within the half widths, seen through wrong gains and 0.02 % noise.
DetectorSamples orbits(std::size_t count, double x_mm, double y_mm)
{
    std::mt19937 random{7};
    std::uniform_real_distribution<double> x{-x_mm, x_mm}, y{-y_mm, y_mm};
    std::normal_distribution<double> noise{1.0, 2e-4};
    DetectorSamples samples;
    samples.row = 0;
    samples.location = "12W";
    for (std::size_t i = 0; i < count; ++i) {
        const auto field = chamberSignals(Chamber{}, x(random), y(random));
        samples.time.push_back(static_cast<std::int64_t>(i) * 100'000);
        for (std::size_t k = 0; k < buttonCount; ++k)
            samples.button[k].push_back(17'000.0 / 0.125389 * field[k] * trueGains[k] * noise(random));
    }
    return samples;
}

} // namespace

/// Gains from the beam: domain of D.L. Rubin et al., PRST-AB 13, 092802.
class TestGainFit : public QObject
{
    Q_OBJECT

private slots:
    void gainsAreFoundWhereTheBeamMovesInBothPlanes()
    {
        const auto fit = fitGains(orbits(200, 3.0, 2.0), Detector{});
        QVERIFY(fit);
        QVERIFY(fit->isDetermined);
        QCOMPARE(fit->samples, std::size_t{200});
        for (std::size_t k = 1; k < buttonCount; ++k) {
            const double ratio = fit->gain[k] / fit->gain[0];
            QVERIFY2(std::abs(ratio - trueGains[k]) < 1.5e-3, qPrintable(QString::number(ratio)));
        }
        double mean = 0.0;
        for (const double gain : fit->gain)
            mean += gain / 4.0;
        QVERIFY(std::abs(mean - 1.0) < 1e-12); // the scale of the sum stays
        QVERIFY(fit->after.residualRms < 0.1 * fit->before.residualRms);
        QVERIFY(std::abs(fit->after.x_mm) < std::abs(fit->before.x_mm));
    }

    void theFitWritesNothingAndTakesTheGainsThatAreThere()
    {
        Detector detector;
        detector.gain = {1.0, 0.95, 1.01, 0.96};
        const auto fit = fitGains(orbits(200, 3.0, 2.0), detector);
        QVERIFY(fit);
        for (std::size_t k = 1; k < buttonCount; ++k)
            QVERIFY(std::abs(fit->gain[k] / fit->gain[0] - trueGains[k]) < 1.5e-3);
    }

    void aBeamThatStandsStillDeterminesNothing()
    {
        const auto still = fitGains(orbits(200, 1e-4, 1e-4), Detector{});
        QVERIFY(still);
        QVERIFY(!still->isDetermined);
        const auto noisy = fitGains(orbits(5'000, 0.01, 0.01), Detector{}); // little more than the noise
        QVERIFY(noisy);
        QVERIFY(!noisy->isDetermined);
        const auto flat = fitGains(orbits(200, 3.0, 1e-4), Detector{}); // motion in one plane only
        QVERIFY(flat);
        QVERIFY(!flat->isDetermined);
    }

    /// Transmissions of the bench: the gains come back up to a common factor, whatever the pairs pass on.
    void gainsOfTheBench()
    {
        const std::array<double, buttonCount> gain{1.03, 0.98, 1.01, 0.99};
        const double upright = 0.021, level = 0.013, diagonal = 0.007;
        Transmission transmission{};
        for (std::size_t i = 0; i < buttonCount; ++i) {
            for (std::size_t j = 0; j < buttonCount; ++j) { // TI-BI and BO-TO are upright, BI-BO and TO-TI level
                const bool isDiagonal = (i + 2) % buttonCount == j;
                const bool isUpright = i + j == 1 || i + j == 5;
                transmission[i][j] = gain[i] * gain[j] * (isDiagonal ? diagonal : isUpright ? upright : level);
            }
        }
        const auto found = benchGains(transmission);
        for (std::size_t k = 0; k < buttonCount; ++k)
            QVERIFY(std::abs(found[k] / found[0] - gain[k] / gain[0]) < 1e-12);
        transmission[0][1] = -0.1;
        QVERIFY(std::isnan(benchGains(transmission)[0]));
    }

    void fewSamplesAreRefusedByName()
    {
        const auto fit = fitGains(orbits(49, 3.0, 2.0), Detector{});
        QVERIFY(!fit);
        QVERIFY(fit.error().what.contains(QLatin1String{"49 valid samples"}));
    }
};

QTEST_GUILESS_MAIN(TestGainFit)
#include "tst_gainfit.moc"
