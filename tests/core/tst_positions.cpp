// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detectors/detectortable.h"
#include "core/position/chamberfield.h"
#include "core/position/positions.h"
#include "core/types/flags.h"

#include <QFile>
#include <QTest>

#include <cmath>
#include <limits>
#include <numeric>
#include <random>

using namespace cbpm;
using namespace Qt::StringLiterals;

namespace {

using Buttons = std::array<double, buttonCount>; // TI, BI, BO, TO

DetectorSamples samplesOf(const std::vector<Buttons> &readings)
{
    DetectorSamples samples;
    samples.row = 0;
    for (std::size_t i = 0; i < readings.size(); ++i) {
        samples.time.push_back(static_cast<std::int64_t>(i) * 100'000);
        for (std::size_t k = 0; k < buttonCount; ++k)
            samples.button[k].push_back(readings[i][k]);
    }
    return samples;
}

PositionColumns positionsOf(const Detector &detector, const std::vector<Buttons> &readings)
{
    PositionColumns positions;
    PositionMap{detector}.apply(samplesOf(readings), positions);
    return positions;
}

bool near(double a, double b, double tolerance)
{
    return std::abs(a - b) <= tolerance;
}

Detector withCoefficients(double kx, double ky)
{
    Detector detector;
    detector.kx_mm = kx;
    detector.ky_mm = ky;
    return detector;
}

Chamber roundPipe()
{
    const double width = 25.0 / 180.0 * M_PI;
    return {Chamber::Shape::Round, 40.0, 40.0, 40.0 * std::cos(M_PI / 4 + width / 2),
            40.0 * std::cos(M_PI / 4 - width / 2)};
}

} // namespace

/// Worked examples of the domain notes, and each flag by a crafted sample.
class TestPositions : public QObject
{
    Q_OBJECT

private slots:
    void pedestalAndGain()
    {
        Detector detector;
        detector.pedestal = {-51.74, -36.76, -73.94, -37.68};
        detector.gain = {5.12791, 4.94514, 4.59953, 5.24743};
        const Buttons raw{17166, 11138, 10058, 14432};
        const auto corrected = positionsOf(detector, {raw});
        QVERIFY(near(corrected.button[0][0], 3357.65, 0.005));
        QVERIFY(near(corrected.button[1][0], 2259.75, 0.005));
        QVERIFY(near(corrected.button[2][0], 2202.82, 0.005));
        QVERIFY(near(corrected.button[3][0], 2757.48, 0.005));
        QVERIFY(near(corrected.x[0], -1.6089, 5e-5));
        QVERIFY(near(corrected.y[0], 3.0934, 5e-5));
        const auto plain = positionsOf(Detector{}, {raw});
        QVERIFY(near(plain.x[0], -1.8711, 5e-5));
        QVERIFY(near(plain.y[0], 3.9012, 5e-5));
    }

    void differenceOverSum()
    {
        const Buttons raw{16000, 15000, 17000, 18000};
        const auto p = positionsOf(Detector{}, {raw});
        QVERIFY(near(p.x[0], 1.56970, 5e-6));
        QVERIFY(near(p.y[0], 0.60000, 5e-6));
        QCOMPARE(p.q[0], 0.0);
        QCOMPARE(p.sum[0], 66000.0);
        const auto standard = positionsOf(withCoefficients(28.8, 22.3), {raw});
        QVERIFY(near(standard.x[0], 1.74545, 5e-6));
        QVERIFY(near(standard.y[0], 0.67576, 5e-6));
    }

    void logRatio()
    {
        Detector detector;
        detector.method = PositionMethod::Log;
        const auto p = positionsOf(detector, {{16000, 15000, 17000, 18000}});
        QVERIFY(near(p.x[0], 1.57308, 5e-6));
        QVERIFY(near(p.y[0], 0.60240, 5e-6));
    }

    void theSignOfXIsASetting()
    {
        Detector flipped;
        flipped.xSign = -1;
        const Buttons raw{16000, 15000, 17000, 18000};
        QCOMPARE(positionsOf(flipped, {raw}).x[0], -positionsOf(Detector{}, {raw}).x[0]);
        QCOMPARE(positionsOf(flipped, {raw}).y[0], positionsOf(Detector{}, {raw}).y[0]);
    }

    void offsetsThenRoll()
    {
        Detector detector;
        detector.xOffset_mm = 0.25;
        detector.yOffset_mm = -0.10;
        detector.roll_mrad = 1.0 / 180.0 * M_PI * 1e3;
        const auto p = positionsOf(detector, {{16000, 15000, 17000, 18000}});
        QVERIFY(near(p.x[0], 1.30728, 1e-5));
        QVERIFY(near(p.y[0], 0.72293, 1e-5));
    }

    void exactFieldOfTheRoundPipe()
    {
        const auto centre = chamberSignals(roundPipe(), 0.0, 0.0);
        const auto at = chamberSignals(roundPipe(), 3.0, -2.0);
        const Buttons expected{16761.94, 19024.59, 23822.48, 20397.52};
        for (std::size_t k = 0; k < buttonCount; ++k)
            QVERIFY(near(20000.0 * at[k] / centre[k], expected[k], 0.01));
    }

    void exactFieldOfTheEllipse()
    {
        const auto centre = chamberSignals(Chamber{}, 0.0, 0.0);
        QVERIFY(near(centre[0], 0.125389, 1e-6));
        const auto at = chamberSignals(Chamber{}, 3.0, -2.0);
        const Buttons expected{15927.83, 19104.62, 24918.59, 19875.62};
        for (std::size_t k = 0; k < buttonCount; ++k)
            QVERIFY(near(20000.0 * at[k] / centre[k], expected[k], 0.01));
        const auto p = positionsOf(withCoefficients(24.69716, 19.56667), {expected});
        QVERIFY(near(p.x[0], 3.0201, 1e-4));
        QVERIFY(near(p.y[0], -2.0148, 1e-4));
    }

    /// Orthogonal buttons are the corner ones, seen turned by 45 degrees.
    void exactFieldAtOrthogonalButtons()
    {
        const double c = std::sqrt(0.5);
        const auto centre = chamberSignals(roundPipe(), 0.0, 0.0);
        const auto at = chamberSignals(roundPipe(), c * (3.0 + 2.0), c * (3.0 - 2.0));
        const auto signal = [&](Button button) {
            return 20000.0 * at[static_cast<std::size_t>(button)] / centre[static_cast<std::size_t>(button)];
        };
        const double right = signal(Button::TopOuter);
        const double top = signal(Button::TopInner);
        const double left = signal(Button::BottomInner);
        const double bottom = signal(Button::BottomOuter);
        QVERIFY(near(right, 23090.26, 0.01) && near(top, 17919.84, 0.01));
        QVERIFY(near(left, 17148.59, 0.01) && near(bottom, 21834.78, 0.01));
        QVERIFY(near(20.1595 * (right - left) / (right + left), 2.97676, 5e-5));
        QVERIFY(near(20.1595 * (top - bottom) / (top + bottom), -1.98526, 5e-5));
        QVERIFY(near(20.1595 / 2 * std::log(right / left), 2.99868, 5e-5));
    }

    void theWholeChainIsUndone_data()
    {
        QTest::addColumn<bool>("isRound");
        QTest::newRow("ellipse") << false;
        QTest::newRow("round") << true;
    }
    /// Beam -> buttons -> raw readings through random constants of every kind, and back.
    void theWholeChainIsUndone()
    {
        QFETCH(bool, isRound);
        std::mt19937 random{4711};
        const auto within = [&](double limit) { return std::uniform_real_distribution<double>{-limit, limit}(random); };
        double worst_mm = 0.0;
        for (int k = 0; k < 2000; ++k) {
            Detector detector;
            detector.method = PositionMethod::Map;
            detector.chamber = isRound ? roundPipe() : Chamber{};
            detector.xSign = random() % 2 == 0 ? 1 : -1;
            detector.xOffset_mm = within(2.0);
            detector.yOffset_mm = within(2.0);
            detector.roll_mrad = within(30.0);
            for (std::size_t b = 0; b < buttonCount; ++b) {
                detector.gain[b] = 5.0 + within(0.8);
                detector.pedestal[b] = within(150.0);
            }
            const double x = within(7.0); // with offset and roll inside 10 x 6 mm
            const double y = within(3.5);
            const double angle = 1e-3 * detector.roll_mrad;
            const double fieldX = x * std::cos(angle) + y * std::sin(angle) + detector.xOffset_mm;
            const double fieldY = y * std::cos(angle) - x * std::sin(angle) + detector.yOffset_mm;
            const auto seen = chamberSignals(detector.chamber, detector.xSign * fieldX, fieldY);
            const auto centre = chamberSignals(detector.chamber, 0.0, 0.0);
            Buttons raw{};
            for (std::size_t b = 0; b < buttonCount; ++b)
                raw[b] = 3500.0 * seen[b] / centre[b] * detector.gain[b] + detector.pedestal[b];
            PositionColumns found;
            PositionMap{detector}.apply(samplesOf({raw}), found, true);
            worst_mm = std::max({worst_mm, std::abs(found.x[0] - x), std::abs(found.y[0] - y)});
            QVERIFY2(near(found.intensity[0], 4 * 3500.0, 0.5), qPrintable(QString::number(found.intensity[0])));
            QVERIFY((found.flags[0] & invalidatingFlags) == 0);
        }
        QVERIFY2(worst_mm < 0.05e-3, qPrintable(QString::number(worst_mm)));
    }

    void residualIsZeroForEqualGainsWhereverTheBeamIs()
    {
        for (const auto &[x, y] : {std::pair{0.0, 0.0}, std::pair{3.0, -2.0}, std::pair{-4.0, 3.0}}) {
            const auto f = chamberSignals(Chamber{}, x, y);
            Buttons raw{};
            for (std::size_t k = 0; k < buttonCount; ++k)
                raw[k] = 20000.0 * f[k] / 0.125389;
            QVERIFY(!(positionsOf(Detector{}, {raw}).flags[0] & Residual));
            raw[3] *= 0.90; // one button wrong by 10 %
            QVERIFY(positionsOf(Detector{}, {raw}).flags[0] & Residual);
        }
    }

    void swappedButtonsAreNoticed()
    {
        const auto f = chamberSignals(Chamber{}, 3.0, 2.0);
        Buttons raw{};
        for (std::size_t k = 0; k < buttonCount; ++k)
            raw[k] = 20000.0 * f[k] / 0.125389;
        QVERIFY(!(positionsOf(Detector{}, {raw}).flags[0] & Residual));
        Buttons crossed = raw;
        std::swap(crossed[0], crossed[3]); // one pair: no beam looks like this
        QVERIFY(positionsOf(Detector{}, {crossed}).flags[0] & Residual);
        std::swap(crossed[1], crossed[2]); // both pairs: consistent, the beam on the other side
        QVERIFY(near(positionsOf(Detector{}, {crossed}).x[0], -positionsOf(Detector{}, {raw}).x[0], 1e-9));
    }

    void flags_data()
    {
        const double nan = std::numeric_limits<double>::quiet_NaN();
        const double inf = std::numeric_limits<double>::infinity();
        QTest::addColumn<QList<double>>("raw");
        QTest::addColumn<int>("flags");
        QTest::addColumn<bool>("valid");
        const auto row = [](const char *name, QList<double> raw, int flags, bool valid) {
            QTest::newRow(name) << raw << flags << valid;
        };
        row("good", {17000, 17000, 17000, 17000}, 0, true);
        row("one below no signal", {17000, 1599, 17000, 17000}, Degraded | Low, true);
        row("at the no-signal threshold", {17000, 1600, 17000, 17000}, Low | Residual, true);
        row("two below no signal", {17000, 10, 10, 17000}, NoSignal | Low, false);
        row("all dead", {0, 0, 0, 0}, NoSignal | Low | LowSum, false);
        row("low", {8191, 8191, 8191, 8191}, Low, true);
        row("at the low threshold", {8192, 8192, 8192, 8192}, 0, true);
        row("high", {21299, 21299, 21299, 21299}, High, true);
        row("saturated", {32440, 32440, 32440, 32440}, High | Saturated, false);
        row("saturated downwards", {17000, 17000, 17000, -32768}, High | Saturated | Degraded | Low, false);
        row("NULL", {nan, 17000, 17000, 17000}, NonFinite | LowSum, false);
        row("infinite", {17000, inf, 17000, 17000}, NonFinite | High | Saturated, false);
        row("huge", {1e308, 1e308, 1e308, 1e308}, High | Saturated, false);
    }
    void flags()
    {
        QFETCH(QList<double>, raw);
        QFETCH(bool, valid);
        const auto p = positionsOf(Detector{}, {{raw[0], raw[1], raw[2], raw[3]}});
        QTEST(int{p.flags[0]}, "flags");
        QCOMPARE(p.invalid, valid ? 0u : 1u);
        QCOMPARE(!std::isnan(p.x[0]), valid);
        QCOMPARE(!std::isnan(p.y[0]), valid);
        QCOMPARE(!std::isnan(p.q[0]), valid);
    }

    void threeButtonsGiveThePositionOfFour()
    {
        const auto f = chamberSignals(Chamber{}, 1.0, -0.5);
        Buttons raw{};
        for (std::size_t k = 0; k < buttonCount; ++k)
            raw[k] = 20000.0 * f[k] / 0.125389;
        const auto whole = positionsOf(Detector{}, {raw});
        for (std::size_t dead = 0; dead < buttonCount; ++dead) {
            Buttons three = raw;
            three[dead] = 0.0;
            const auto p = positionsOf(Detector{}, {three});
            QVERIFY(p.flags[0] & Degraded);
            QVERIFY(near(p.x[0], whole.x[0], 0.08)); // what the second order leaves
            QVERIFY(near(p.y[0], whole.y[0], 0.08));
        }
    }

    /// sigma_x = kx sigma_b / (2 b), and the same for y.
    void noiseOfTheButtonsIsNoiseOfThePosition()
    {
        std::mt19937 random{3};
        std::normal_distribution<double> noise{0.0, 9.0};
        std::vector<Buttons> readings(20'000);
        for (Buttons &reading : readings) {
            for (double &button : reading)
                button = 16'384.0 + noise(random);
        }
        const auto p = positionsOf(Detector{}, readings);
        const auto rms = [](const std::vector<double> &values) {
            return std::sqrt(std::inner_product(values.begin(), values.end(), values.begin(), 0.0)
                             / static_cast<double>(values.size()));
        };
        QVERIFY(near(rms(p.x), 7.1e-3, 0.15e-3));
        QVERIFY(near(rms(p.y), 5.4e-3, 0.12e-3));
    }

    void theSumGateIsTheDetectorsOwn()
    {
        Detector detector;
        detector.thresholds.sumMin = 70'000;
        QVERIFY(positionsOf(detector, {{17000, 17000, 17000, 17000}}).flags[0] & LowSum);
        QVERIFY(!(positionsOf(detector, {{18000, 18000, 18000, 18000}}).flags[0] & LowSum));
    }

    void stepsAndFrozenReadingsAreMarked()
    {
        Detector detector;
        detector.thresholds.frozenSamples = 4;
        std::vector<Buttons> readings{
            {17000, 17000, 17000, 17000}, {17001, 17000, 17000, 17000}, {16000, 16000, 18000, 18000}};
        for (int k = 0; k < 4; ++k)
            readings.push_back({17000, 17000, 17000, 17005});
        const auto p = positionsOf(detector, readings);
        QVERIFY(!(p.flags[1] & Step));
        QVERIFY(p.flags[2] & Step);
        QVERIFY(p.flags[3] & Step);
        for (std::size_t i = 0; i < 6; ++i)
            QVERIFY(!(p.flags[i] & Frozen));
        QVERIFY(p.flags[6] & Frozen); // the fourth identical one
    }

    /// Both are looked for only where there can be any.
    void stepsAndRunsAreSeenWhereverTheyLie()
    {
        Detector detector;
        detector.thresholds.frozenSamples = 5;
        const Buttons outward{16000, 16000, 18000, 18000}, upward{18000, 16000, 16000, 18000};
        for (std::size_t at = 1; at < 45; ++at) {
            std::vector<Buttons> readings;
            for (int k = 0; k < 45; ++k)
                readings.push_back({17000.0 + k % 2, 17000, 17000, 17000});
            std::vector<Buttons> stepped = readings;
            stepped[at] = at % 2 == 0 ? outward : upward;
            const auto steps = positionsOf(detector, stepped);
            for (std::size_t i = 0; i < readings.size(); ++i)
                QCOMPARE((steps.flags[i] & Step) != 0, i == at || i == at + 1);
            for (std::size_t k = 0; k < 5 && at + k < readings.size(); ++k)
                readings[at + k] = {17000, 17000, 17000, 17005};
            const auto frozen = positionsOf(detector, readings);
            for (std::size_t i = 0; i < readings.size(); ++i)
                QCOMPARE((frozen.flags[i] & Frozen) != 0, i == at + 4);
        }
    }

    void anUnknownDetectorHasNoPosition()
    {
        PositionColumns p;
        PositionMap{}.apply(samplesOf({{1, 2, 3, 4}}), p);
        QVERIFY(p.flags[0] & Unknown);
        QCOMPARE(p.invalid, 1u);
        QCOMPARE(p.sum[0], 10.0);
        QCOMPARE(p.button[2][0], 3.0);
        QVERIFY(std::isnan(p.x[0]));
    }

    void longStretchesEqualSingleSamples()
    {
        std::vector<Buttons> readings;
        for (int k = 0; k < 1500; ++k)
            readings.push_back(
                {16000.0 + k % 97, 16500.0 + k % 89, 17000.0 + k % 83, k % 211 == 0 ? 12.0 : 17500.0 + k % 79});
        const auto all = positionsOf(Detector{}, readings);
        for (std::size_t i = 0; i < readings.size(); ++i) {
            const auto one = positionsOf(Detector{}, {readings[i]});
            QCOMPARE(all.x[i], one.x[0]);
            QCOMPARE(all.y[i], one.y[0]);
            QCOMPARE(all.q[i], one.q[0]);
            QCOMPARE(all.flags[i] & ~Step, int{one.flags[0]});
        }
    }

    void realReadingsOf2012()
    {
        QFile file{qEnvironmentVariable("CBPM_SOURCE_DIR") + u"/../shared/data/cesr_cbpm_12W_triplet_2012-02-20.csv"_s};
        if (!file.open(QIODevice::ReadOnly))
            QSKIP("the 2012 readings are not beside the project");
        const Detector detector = withCoefficients(22.3, 28.8); // the file's own, swapped pair
        file.readLine();
        int rows = 0;
        for (QByteArray line = file.readLine(); !line.isEmpty(); line = file.readLine(), ++rows) {
            const auto field = line.split(',');
            const auto p = positionsOf(
                detector, {{field[5].toDouble(), field[6].toDouble(), field[7].toDouble(), field[8].toDouble()}});
            QVERIFY2(near(p.x[0] * 1e-3, field[9].toDouble(), 1e-12), line.constData());
            QVERIFY2(near(p.y[0] * 1e-3, field[10].toDouble(), 1e-12), line.constData());
        }
        QCOMPARE(rows, 2178);
    }
};

QTEST_GUILESS_MAIN(TestPositions)
#include "tst_positions.moc"
