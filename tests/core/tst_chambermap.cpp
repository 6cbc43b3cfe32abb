// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/position/chamberfield.h"
#include "core/position/chambermap.h"
#include "core/position/positions.h"
#include "core/types/flags.h"

#include <QTest>

#include <cmath>
#include <random>

using namespace cbpm;

namespace {

using Buttons = std::array<double, buttonCount>; // TI, BI, BO, TO

Chamber roundPipe()
{
    const double width = 25.0 / 180.0 * M_PI;
    return {Chamber::Shape::Round, 40.0, 40.0, 40.0 * std::cos(M_PI / 4 + width / 2),
            40.0 * std::cos(M_PI / 4 - width / 2)};
}

Buttons buttonsAt(const Chamber &chamber, double x, double y)
{
    const auto f = chamberSignals(chamber, x, y);
    const auto centre = chamberSignals(chamber, 0.0, 0.0);
    Buttons b{};
    for (std::size_t k = 0; k < buttonCount; ++k)
        b[k] = 15'000.0 * f[k] / centre[k];
    return b;
}

PositionColumns positionOf(const Chamber &chamber, PositionMethod method, const Buttons &b)
{
    Detector detector;
    detector.chamber = chamber;
    detector.thresholds.noSignal = 0.0;
    detector.thresholds.saturated = 1e9;
    DetectorSamples samples;
    samples.row = 0;
    samples.time = {0};
    for (std::size_t k = 0; k < buttonCount; ++k)
        samples.button[k] = {b[k]};
    PositionColumns out;
    PositionMap{detector, method}.apply(samples, out);
    return out;
}

bool near(double a, double b, double tolerance)
{
    return std::abs(a - b) <= tolerance;
}

} // namespace

class TestChamberMap : public QObject
{
    Q_OBJECT

private slots:
    void workedExamples()
    {
        const auto round = positionOf(roundPipe(), PositionMethod::Map, {9156.40, 13873.69, 42591.00, 16735.75});
        QVERIFY(near(round.x[0], 12.0, 2e-5) && near(round.y[0], -9.0, 2e-5));
        const auto ellipse = positionOf(Chamber{}, PositionMethod::Map, {10837.87, 15543.91, 34465.45, 18075.34});
        QVERIFY(near(ellipse.x[0], 8.0, 2e-5) && near(ellipse.y[0], -5.0, 2e-5));
    }

    void theMapIsTheExactInversion_data()
    {
        QTest::addColumn<bool>("isRound");
        QTest::newRow("ellipse, |x| <= 10, |y| <= 6") << false;
        QTest::newRow("round, r <= 0.6 R") << true;
    }
    void theMapIsTheExactInversion()
    {
        QFETCH(bool, isRound);
        const Chamber chamber = isRound ? roundPipe() : Chamber{};
        std::mt19937 random{1};
        std::uniform_real_distribution<double> unit{-1.0, 1.0};
        double worst_um = 0.0;
        for (int k = 0; k < 1500; ++k) {
            double x = 10.0 * unit(random), y = 6.0 * unit(random);
            if (isRound) {
                const double r = 24.0 * std::sqrt(std::abs(unit(random))), phi = M_PI * unit(random);
                x = r * std::cos(phi);
                y = r * std::sin(phi);
            }
            const auto p = positionOf(chamber, PositionMethod::Map, buttonsAt(chamber, x, y));
            QVERIFY(!(p.flags[0] & NotConverged));
            worst_um = std::max({worst_um, 1e3 * std::abs(p.x[0] - x), 1e3 * std::abs(p.y[0] - y)});
        }
        qInfo("worst error %.4f um", worst_um);
        QVERIFY2(worst_um <= 0.05, QByteArray::number(worst_um));
    }

    void everywhereInsideItConvergesOrSaysSo_data() { theMapIsTheExactInversion_data(); }
    void everywhereInsideItConvergesOrSaysSo()
    {
        QFETCH(bool, isRound);
        const Chamber chamber = isRound ? roundPipe() : Chamber{};
        const double b = isRound ? chamber.a_mm : chamber.b_mm;
        int flagged = 0, all = 0;
        for (double x = -0.97 * chamber.a_mm; x < chamber.a_mm; x += 2.3) {
            for (double y = -0.97 * b; y < b; y += 1.7) {
                if ((x / chamber.a_mm) * (x / chamber.a_mm) + (y / b) * (y / b) > 0.94)
                    continue;
                const auto p = positionOf(chamber, PositionMethod::Map, buttonsAt(chamber, x, y));
                ++all;
                if (p.flags[0] & NotConverged) {
                    ++flagged;
                    QVERIFY(std::isnan(p.x[0]) && std::isnan(p.y[0]) && std::isnan(p.q[0]));
                    continue;
                }
                // A second solution may exist near the wall; what is delivered must give the same differences.
                const auto seen = buttonsAt(chamber, x, y), back = buttonsAt(chamber, p.x[0], p.y[0]);
                const auto u = [](const Buttons &f) {
                    return (f[3] + f[2] - f[0] - f[1]) / (f[0] + f[1] + f[2] + f[3]);
                };
                QVERIFY(near(u(seen), u(back), 1e-6));
            }
        }
        qInfo("%d of %d flagged", flagged, all);
        QVERIFY(flagged < all / 3);
    }

    void thePublishedPolynomials()
    {
        // The grid there is not known to the point: equal to some parts in a hundred for the higher terms.
        const auto third = OddEvenPolynomial::fitted(Chamber{}, 3, 10.0, 6.0);
        QVERIFY(near(third.x(1, 0), 24.5002, 0.02));
        QVERIFY(near(third.x(1, 2), -36.867, 0.5));
        QVERIFY(near(third.x(3, 0), 21.1065, 0.3));
        QVERIFY(near(third.y(1, 0), 19.4889, 0.02));
        QVERIFY(near(third.y(1, 2), -10.9337, 0.2));
        const auto fifth = OddEvenPolynomial::fitted(Chamber{}, 5, 10.0, 6.0);
        QVERIFY(near(fifth.x(1, 0), 24.6796, 0.01));
        QVERIFY(near(fifth.y(1, 0), 19.5539, 0.005));
    }

    void thePolynomialIsWithinMicrometres()
    {
        for (const auto &[x, y] : {std::pair{2.0, 2.0}, std::pair{-5.0, 3.0}, std::pair{9.0, -5.0}}) {
            const auto p = positionOf(Chamber{}, PositionMethod::Polynomial, buttonsAt(Chamber{}, x, y));
            QVERIFY(near(p.x[0], x, 6e-3) && near(p.y[0], y, 4e-3));
        }
    }

    void signAndOffsetsComeAfterTheMap()
    {
        Detector detector;
        detector.xSign = -1;
        detector.xOffset_mm = 0.5;
        DetectorSamples samples;
        samples.row = 0;
        samples.time = {0};
        const Buttons b = buttonsAt(Chamber{}, 3.0, -2.0);
        for (std::size_t k = 0; k < buttonCount; ++k)
            samples.button[k] = {b[k]};
        PositionColumns out;
        PositionMap{detector, PositionMethod::Map}.apply(samples, out);
        QVERIFY(near(out.x[0], -3.5, 1e-5));
        QVERIFY(near(out.y[0], -2.0, 1e-5));
    }
};

QTEST_GUILESS_MAIN(TestChamberMap)
#include "tst_chambermap.moc"
