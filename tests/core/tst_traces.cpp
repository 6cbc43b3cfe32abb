// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/density.h"
#include "core/analysis/traces.h"
#include "core/query/ringmap.h"
#include "tests/core/fakesource.h"
#include "tests/core/readall.h"

#include <QTest>

#include <numbers>
#include <random>

using namespace cbpm;
using namespace std::chrono_literals;

namespace {

const TimePoint start = std::chrono::sys_days{std::chrono::March / 2 / 2026};

TimeRange rangeOf(Duration from, Duration to)
{
    return *TimeRange::between(start + from, start + to);
}

Result<TracesPtr> load(const test::FakeSource &source, const TraceOrder &order)
{
    return loadTraces(source, order, [](double) {}, {});
}

struct Cloud
{
    std::vector<double> x, y;
};

Cloud cloud(std::size_t n)
{
    std::mt19937_64 random{7};
    std::normal_distribution<double> normal;
    Cloud points;
    for (std::size_t i = 0; i < n; ++i) {
        points.x.push_back(1.0 + 0.01 * normal(random));
        points.y.push_back(-2.0 + 0.02 * normal(random));
    }
    return points;
}

} // namespace

/// Samples one by one, and where they lie.
class TestTraces : public QObject
{
    Q_OBJECT

private slots:
    void tracesHoldTheValidSamplesOfEachDetector()
    {
        test::FakeSource source;
        source.shape = [](DetectorSamples &samples) {
            for (std::size_t i = 0; samples.row == 1 && i < samples.size(); i += 10) {
                for (auto &button : samples.button)
                    button[i] = 0.0;
            }
        };
        const auto traces = load(source, {rangeOf(0s, 100s), {1, 2, 40}, {}, true});
        QVERIFY(traces);
        QVERIFY(!(*traces)->isCut);
        QCOMPARE((*traces)->traces.size(), std::size_t{3});
        const Trace &holed = (*traces)->traces[0];
        QCOMPARE(holed.size() + holed.invalid, std::size_t{1000});
        QCOMPARE(holed.invalid, std::uint64_t{100});
        QCOMPARE((*traces)->traces[2].size(), std::size_t{0}); // it never sends
        QCOMPARE((*traces)->traces[2].location, source.table()->at(40).location);
        const auto all = test::readAll(source, rangeOf(0s, 100s), {2});
        QVERIFY(all);
        PositionColumns positions;
        RingMap{*source.table(), {}}.apply(all->detectors.begin()->second, positions);
        const Trace &whole = (*traces)->traces[1];
        QCOMPARE(whole.time, all->detectors.begin()->second.time);
        QCOMPARE(whole.x, positions.x);
        QCOMPARE(whole.y, positions.y);
        QCOMPARE(whole.button[3], positions.button[3]);
        QVERIFY(load(source, {rangeOf(0s, 1s), {2}, {}, false}).value()->traces[0].button[0].empty());
    }

    void ofALongStretchTheNewestPartIsTaken()
    {
        test::FakeSource source;
        const auto traces = load(source, {rangeOf(0s, 1h), {0, 1}, {}, false, 6000});
        QVERIFY(traces);
        QVERIFY((*traces)->isCut);
        QVERIFY((*traces)->range == rangeOf(55min, 1h));
        QCOMPARE((*traces)->traces[0].size(), std::size_t{3000});
        QVERIFY(source.asked->covers(rangeOf(55min, 1h)) && !source.asked->covers(rangeOf(54min, 1h)));
    }

    void moreSamplesThanTheRingTriggersAreBounded()
    {
        test::FakeSource source;
        source.slice = 1s;
        source.shape = [](DetectorSamples &samples) {
            const DetectorSamples plain = samples;
            samples = DetectorSamples{plain.location, plain.row, {}, {}, {}};
            for (std::size_t i = 0; i < plain.size(); ++i) {
                for (int k = 0; k < 20; ++k) {
                    samples.time.push_back(plain.time[i] + k * 5000);
                    for (std::size_t b = 0; b < buttonCount; ++b)
                        samples.button[b].push_back(plain.button[b][i]);
                }
            }
        };
        const auto traces = load(source, {rangeOf(0s, 100s), {0}, {}, false, 1000});
        QVERIFY(traces);
        QVERIFY((*traces)->isCut);
        QCOMPARE((*traces)->traces[0].size(), std::size_t{2200});
        QVERIFY((*traces)->range == rangeOf(0s, 11s));
    }

    void errorsAndCancelsComeThrough()
    {
        test::FakeSource source;
        const CancelToken cancel;
        cancel.cancel();
        const TraceOrder order{rangeOf(0s, 100s), {0}, {}, false};
        QVERIFY(loadTraces(
                    source, order, [](double) {}, cancel)
                    .error()
                    .kind
                == Error::Kind::Cancelled);
        source.failsAt = start + 30s;
        QVERIFY(load(source, order).error().kind == Error::Kind::Connection);
        QCOMPARE(load(source, {rangeOf(0s, 1s), {}, {}, false}).value()->traces.size(), std::size_t{0});
    }

    void everySampleIsInItsCell()
    {
        const Cloud points = cloud(10'000);
        const PositionArea area{0.98, 1.02, -2.05, -1.95};
        const PositionDensity density = densityOf(points.x, points.y, area, 40, 50);
        std::uint64_t inside = 0;
        for (int row = 0; row < density.rows; ++row) {
            for (int column = 0; column < density.columns; ++column) {
                const double left = 0.98 + 0.001 * column;
                const double below = -2.05 + 0.002 * row;
                std::uint32_t expected = 0;
                for (std::size_t i = 0; i < points.x.size(); ++i)
                    expected += points.x[i] >= left && points.x[i] < left + 0.001 && points.y[i] >= below
                                && points.y[i] < below + 0.002;
                QCOMPARE(density.at(column, row), expected);
                inside += expected;
            }
        }
        QCOMPARE(density.inside, inside);
        QCOMPARE(density.outside, points.x.size() - inside);
        QVERIFY(density.outside > 0 && density.highest() > 10);
    }

    void oneGlitchDoesNotMakeADotOfTheBeam()
    {
        Cloud points = cloud(10'000);
        points.x.push_back(40.0);
        points.y.push_back(-50.0);
        const PositionArea core = *coreArea(points.x, points.y);
        QVERIFY(core.xUpper - core.xLower < 0.2 && core.yUpper - core.yLower < 0.4);
        QCOMPARE(densityOf(points.x, points.y, core, 100, 100).outside, std::uint64_t{1});
        const PositionArea all = *wholeArea(points.x, points.y);
        QVERIFY(all.xUpper > 40.0 && all.yLower < -50.0);
        QCOMPARE(densityOf(points.x, points.y, all, 100, 100).outside, std::uint64_t{0});
    }

    void areasExistForAnyData()
    {
        QVERIFY(!coreArea({}, {}));
        QVERIFY(!wholeArea({}, {}));
        for (const std::size_t n : {std::size_t{1}, std::size_t{2}, std::size_t{500}}) {
            const std::vector<double> still(n, 12.5);
            for (const auto &area : {coreArea(still, still), wholeArea(still, still)}) {
                QVERIFY(area->xLower < 12.5 && 12.5 < area->xUpper && area->yLower < 12.5 && 12.5 < area->yUpper);
                QCOMPARE(densityOf(still, still, *area, 10, 10).inside, std::uint64_t{n});
            }
        }
    }

    void theEllipseHasItsAxes()
    {
        const PrincipalAxes round = principalAxes(0.3, 0.3, 0.0);
        QCOMPARE(round.major, round.minor);
        const PrincipalAxes flat = principalAxes(0.3, 0.1, std::nan(""));
        QCOMPARE(flat.major, 0.3);
        QVERIFY(std::abs(flat.minor - 0.1) < 1e-12);
        QCOMPARE(flat.tilt, 0.0);
        const PrincipalAxes tall = principalAxes(0.1, 0.3, 0.0);
        QVERIFY(std::abs(tall.tilt - std::numbers::pi / 2) < 1e-12);
        // A beam of axes 2 and 1, turned by 30 degrees.
        const double c = std::cos(std::numbers::pi / 6);
        const double s = std::sin(std::numbers::pi / 6);
        const double xx = 4 * c * c + s * s;
        const double yy = 4 * s * s + c * c;
        const PrincipalAxes turned = principalAxes(std::sqrt(xx), std::sqrt(yy), 3 * s * c / std::sqrt(xx * yy));
        QVERIFY(std::abs(turned.major - 2.0) < 1e-12 && std::abs(turned.minor - 1.0) < 1e-12);
        QVERIFY(std::abs(turned.tilt - std::numbers::pi / 6) < 1e-12);
        QVERIFY(principalAxes(0.3, 0.3, 1.0).minor < 1e-8); // a line, not a root of less than nothing
    }
};

QTEST_GUILESS_MAIN(TestTraces)
#include "tst_traces.moc"
