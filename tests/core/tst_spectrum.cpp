// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/spectrum.h"
#include "core/types/trigger.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <complex>
#include <limits>
#include <numbers>
#include <random>

using namespace cbpm;
using namespace std::chrono_literals;

namespace {

constexpr double rate = 10.0; // Hz
constexpr double none = std::numeric_limits<double>::quiet_NaN();
constexpr Window windows[] = {Window::Hann, Window::FlatTop, Window::BlackmanHarris, Window::Rectangular};
const char *const names[] = {"Hann", "flat top", "Blackman-Harris", "rectangular"};

std::vector<double> sine(std::size_t n, double frequency_Hz, double amplitude, double offset = 0.0)
{
    std::vector<double> values(n);
    for (std::size_t i = 0; i < n; ++i)
        values[i] =
            offset + amplitude * std::sin(2.0 * std::numbers::pi * frequency_Hz * static_cast<double>(i) / rate + 0.7);
    return values;
}

std::vector<double> noise(std::size_t n, double sigma)
{
    std::mt19937_64 random{42};
    std::normal_distribution<double> normal{0.0, sigma};
    std::vector<double> values(n);
    for (double &value : values)
        value = normal(random);
    return values;
}

/// The weights from their textbook formulas, by another way than the program's.
long double weight(Window window, std::size_t i, std::size_t n)
{
    const long double phase = 2.0L * std::numbers::pi_v<long double> * static_cast<long double>(i) / n;
    switch (window) {
    case Window::Hann:
        return std::pow(std::sin(phase / 2.0L), 2.0L);
    case Window::FlatTop:
        return 0.21557895L - 0.41663158L * std::cos(phase) + 0.277263158L * std::cos(2 * phase)
               - 0.083578947L * std::cos(3 * phase) + 0.006947368L * std::cos(4 * phase);
    case Window::BlackmanHarris:
        return 0.35875L - 0.48829L * std::cos(phase) + 0.14128L * std::cos(2 * phase) - 0.01168L * std::cos(3 * phase);
    case Window::Rectangular:
        break;
    }
    return 1.0L;
}

/// Density of segments that overlap by half, term by term as the definition has it.
std::vector<long double> directDensity(const std::vector<double> &values, Window window, std::size_t n)
{
    std::vector<long double> power(n / 2 + 1);
    std::size_t segments = 0;
    long double weights = 0.0L;
    for (std::size_t i = 0; i < n; ++i)
        weights += weight(window, i, n) * weight(window, i, n);
    for (std::size_t begin = 0; begin + n <= values.size(); begin += n / 2, ++segments) {
        long double mean = 0.0L;
        for (std::size_t i = 0; i < n; ++i)
            mean += values[begin + i] / static_cast<long double>(n);
        for (std::size_t k = 0; k < power.size(); ++k) {
            std::complex<long double> sum;
            for (std::size_t i = 0; i < n; ++i)
                sum += (values[begin + i] - mean) * weight(window, i, n)
                       * std::polar(1.0L, -2.0L * std::numbers::pi_v<long double> * static_cast<long double>(k * i)
                                              / static_cast<long double>(n));
            const bool once = k == 0 || 2 * k == n;
            power[k] += (once ? 1.0L : 2.0L) * std::norm(sum) / (static_cast<long double>(rate) * weights);
        }
    }
    for (long double &one : power)
        one = std::sqrt(one / segments);
    return power;
}

bool isNear(double value, double expected, double relative)
{
    return std::abs(value - expected) <= relative * std::abs(expected);
}

double highest(const Spectrum &spectrum)
{
    return *std::ranges::max_element(spectrum.density);
}

const TimePoint start = std::chrono::sys_days{std::chrono::March / 2 / 2026};

} // namespace

class TestSpectrum : public QObject
{
    Q_OBJECT

private slots:
    void aKnownSineHasItsAmplitude_data() { everyWindow(); }
    void aKnownSineHasItsAmplitude()
    {
        QFETCH(const int, window);
        constexpr std::size_t n = 1000;
        constexpr double amplitude = 0.0123; // mm
        const Spectrum spectrum = spectrumOf(sine(20 * n, 1.37, amplitude), rate, {windows[window], n});
        QCOMPARE(spectrum.step_Hz, 0.01);
        QCOMPARE(spectrum.segments, std::size_t{39});
        const auto peak = std::ranges::max_element(spectrum.density);
        QCOMPARE(peak - spectrum.density.begin(), 137);
        QVERIFY2(isNear(*peak * std::sqrt(2.0 * spectrum.lineWidth_Hz), amplitude, 1e-6),
                 qPrintable(QString::number(*peak * std::sqrt(2.0 * spectrum.lineWidth_Hz))));
        QVERIFY(isNear(integratedMotion(spectrum, IntegrateFrom::Low).back(), amplitude / std::numbers::sqrt2, 1e-3));
    }

    void theFlatTopTellsAmplitudesBetweenTwoFrequencies()
    {
        constexpr std::size_t n = 1000;
        const auto read = [](Window window) {
            const Spectrum spectrum = spectrumOf(sine(20 * n, 1.375, 1.0), rate, {window, n});
            return highest(spectrum) * std::sqrt(2.0 * spectrum.lineWidth_Hz);
        };
        QVERIFY(isNear(read(Window::FlatTop), 1.0, 2e-3));
        QVERIFY(read(Window::Rectangular) < 0.7); // what the flat top is for
    }

    void whiteNoiseHasItsLevel_data() { everyWindow(); }
    void whiteNoiseHasItsLevel()
    {
        QFETCH(const int, window);
        constexpr double sigma = 0.005; // mm
        const Spectrum spectrum = spectrumOf(noise(400'000, sigma), rate, {windows[window], 1024});
        double power = 0.0;
        // The lowest ones miss what the segment's mean took.
        constexpr std::size_t first = 6;
        for (std::size_t k = first; k + 1 < spectrum.density.size(); ++k)
            power += spectrum.density[k] * spectrum.density[k];
        const double level = std::sqrt(power / static_cast<double>(spectrum.density.size() - 1 - first));
        QVERIFY2(isNear(level, sigma * std::sqrt(2.0 / rate), 0.005),
                 qPrintable(QString::number(level / (sigma * std::sqrt(2.0 / rate)))));
        QVERIFY(isNear(integratedMotion(spectrum, IntegrateFrom::Low).back(), sigma, 0.01));
    }

    void allPowerIsTheVariance_data()
    {
        QTest::addColumn<int>("values");
        QTest::newRow("even") << 1000;
        QTest::newRow("odd") << 1001;
    }
    void allPowerIsTheVariance()
    {
        QFETCH(const int, values);
        const std::vector<double> data = noise(static_cast<std::size_t>(values), 0.3);
        long double mean = 0.0L;
        for (const double value : data)
            mean += value / static_cast<long double>(data.size());
        long double variance = 0.0L;
        for (const double value : data)
            variance += (value - mean) * (value - mean) / static_cast<long double>(data.size());
        const Spectrum spectrum = spectrumOf(data, rate, {Window::Rectangular, data.size()});
        const double rms = std::sqrt(static_cast<double>(variance));
        QVERIFY(isNear(integratedMotion(spectrum, IntegrateFrom::Low).back(), rms, 1e-12));
        QVERIFY(isNear(integratedMotion(spectrum, IntegrateFrom::High).front(), rms, 1e-12));
    }

    void sameAsTheDefinition_data() { everyWindow(); }
    void sameAsTheDefinition()
    {
        QFETCH(const int, window);
        for (const std::size_t n : {std::size_t{96}, std::size_t{75}}) {
            std::vector<double> data = noise(n * 3, 1.0);
            for (std::size_t i = 0; i < data.size(); ++i)
                data[i] += 0.01 * static_cast<double>(i);
            const auto expected = directDensity(data, windows[window], n);
            const Spectrum spectrum = spectrumOf(data, rate, {windows[window], n});
            QCOMPARE(spectrum.density.size(), expected.size());
            for (std::size_t k = 0; k < expected.size(); ++k)
                QVERIFY2(std::abs(spectrum.density[k] - static_cast<double>(expected[k])) < 1e-11,
                         qPrintable(QString::number(k)));
        }
    }

    void aFarBeamHasTheSameSpectrum()
    {
        const Spectrum near = spectrumOf(sine(4096, 1.25, 0.001), rate, {Window::Hann, 512});
        const Spectrum far = spectrumOf(sine(4096, 1.25, 0.001, 1e5), rate, {Window::Hann, 512});
        QVERIFY(isNear(far.density[64], near.density[64], 1e-6));
        QVERIFY(far.density[200] < 1e-9);
    }

    void integratedMotionStepsAtALine()
    {
        const Spectrum spectrum = spectrumOf(sine(8000, 2.0, 1.0), rate, {Window::Hann, 1000});
        const auto low = integratedMotion(spectrum, IntegrateFrom::Low);
        const auto high = integratedMotion(spectrum, IntegrateFrom::High);
        QVERIFY(low[190] < 1e-6);
        QVERIFY(isNear(low[210], std::sqrt(0.5), 1e-6));
        QVERIFY(isNear(high[190], std::sqrt(0.5), 1e-6));
        QVERIFY(high[210] < 1e-6);
        for (std::size_t k = 1; k < low.size(); ++k)
            QVERIFY(low[k] >= low[k - 1] && high[k] <= high[k - 1]);
    }

    void singleHolesAreBridgedAndCounted()
    {
        std::vector<double> data = sine(4000, 0.1, 1.0);
        const Spectrum whole = spectrumOf(data, rate, {Window::Hann, 1000});
        for (std::size_t i = 100; i < data.size(); i += 200)
            data[i] = none;
        const Spectrum holed = spectrumOf(data, rate, {Window::Hann, 1000});
        QCOMPARE(holed.segments, whole.segments);
        QCOMPARE(holed.missing, std::uint64_t{20});
        QCOMPARE(holed.interpolated, std::uint64_t{20}); // once, though segments overlap
        QVERIFY(isNear(holed.density[10], whole.density[10], 1e-3));
        // A straight line is bridged exactly, at both ends, too.
        std::vector<double> flat(1000, 3.0);
        flat.front() = flat[500] = flat[501] = flat.back() = none;
        QCOMPARE(highest(spectrumOf(flat, rate, {Window::Hann, 1000})), 0.0);
    }

    void segmentsThatLackMuchAreLeftOut()
    {
        std::vector<double> data = noise(10'000, 1.0);
        std::fill_n(data.begin() + 4000, 500, none);
        const Spectrum spectrum = spectrumOf(data, rate, {Window::Hann, 1000});
        QCOMPARE(spectrum.segments + spectrum.leftOut, std::size_t{19});
        QCOMPARE(spectrum.leftOut, std::size_t{2}); // [3500, 4500) and [4000, 5000)
        QCOMPARE(spectrum.missing, std::uint64_t{500});
        QCOMPARE(spectrum.interpolated, std::uint64_t{0});
        for (const double value : spectrum.density)
            QVERIFY(std::isfinite(value));
    }

    void whatCannotBeToldIsEmpty()
    {
        QVERIFY(spectrumOf({}, rate, {}).density.empty());
        QVERIFY(spectrumOf(std::vector<double>{1.0}, rate, {}).density.empty());
        QVERIFY(spectrumOf(std::vector<double>(15, 1.0), rate, {}).density.empty());
        QVERIFY(spectrumOf(noise(500, 1.0), rate, {Window::Hann, 512}).density.empty()); // shorter than a segment
        const Spectrum nothing = spectrumOf(std::vector<double>(5000, none), rate, {});
        QVERIFY(nothing.density.empty());
        QVERIFY(nothing.leftOut > 0);
        QVERIFY(integratedMotion(nothing, IntegrateFrom::High).empty());
        // A detector that stands still has a spectrum, and it is zero.
        const Spectrum still = spectrumOf(std::vector<double>(5000, 7.1), rate, {});
        QVERIFY(!still.density.empty());
        QCOMPARE(highest(still), 0.0);
    }

    void theSegmentIsChosenByTheLength_data()
    {
        QTest::addColumn<int>("values");
        QTest::addColumn<int>("segment");
        QTest::newRow("shortest") << 16 << 16;
        QTest::newRow("some") << 100 << 64;
        QTest::newRow("a minute") << 600 << 64;
        QTest::newRow("an hour") << 36'000 << 4096;
        QTest::newRow("a day") << 864'000 << 32'768;
    }
    void theSegmentIsChosenByTheLength()
    {
        QFETCH(const int, values);
        const Spectrum spectrum = spectrumOf(noise(static_cast<std::size_t>(values), 1.0), rate, {});
        QTEST(static_cast<int>(spectrum.segment), "segment");
        QVERIFY(spectrum.segments > 0);
    }

    void samplesGoToTheirTriggers()
    {
        const TimeRange range = *TimeRange::between(start, start + 1s);
        const auto at = [](double milliseconds) {
            return unixMicroseconds(start) + static_cast<std::int64_t>(milliseconds * 1e3);
        };
        // One before; trigger 0 on time, 1 early, 2 late; 3 twice: the last wins; 5 missing; 9 and one beyond the end.
        const std::vector<std::int64_t> time{at(-60), at(0),   at(60),  at(249), at(280),
                                             at(320), at(400), at(900), at(1000)};
        const std::vector<double> values{-1.0, 0.0, 1.0, 2.0, 3.0, 3.5, 4.0, 9.0, 10.0};
        const auto grid = onTriggers(time, values, range);
        QCOMPARE(grid.size(), std::size_t{10});
        for (const auto &[k, expected] :
             {std::pair<std::size_t, double>{0, 0.0}, {1, 1.0}, {2, 2.0}, {3, 3.5}, {4, 4.0}, {9, 9.0}})
            QCOMPARE(grid[k], expected);
        for (const std::size_t k : {5, 6, 7, 8})
            QVERIFY(std::isnan(grid[k]));
        QCOMPARE(onTriggers(time, values, *TimeRange::between(start + 10ms, start + 110ms)).size(), std::size_t{1});
        QVERIFY(onTriggers(time, values, *TimeRange::between(start + 10ms, start + 90ms)).empty());
    }

private:
    static void everyWindow()
    {
        QTest::addColumn<int>("window");
        for (int k = 0; k < 4; ++k)
            QTest::newRow(names[k]) << k;
    }
};

QTEST_GUILESS_MAIN(TestSpectrum)
#include "tst_spectrum.moc"
