// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/orbit.h"
#include "core/types/flags.h"
#include "tests/core/fakesource.h"

#include <QTest>

using namespace cbpm;
using namespace std::chrono_literals;

namespace {

constexpr std::int64_t trigger = 17'724'096'000;

DetectorSamples samplesAt(int row, const std::vector<std::int64_t> &offsets_us)
{
    DetectorSamples samples;
    samples.row = row;
    samples.location = row < 0 ? "99Q" : builtinDetectorTable()->at(row).location;
    for (const std::int64_t offset : offsets_us) {
        samples.time.push_back(trigger * 100'000 + offset);
        for (auto &button : samples.button)
            button.push_back(16'000.0 + static_cast<double>(offset % 97));
    }
    return samples;
}

Orbit orbitOf(std::vector<DetectorSamples> detectors)
{
    const auto table = builtinDetectorTable();
    const SampleBatch batch{triggerRange(trigger), std::move(detectors), 0, 0, 0, 0};
    return cbpm::orbitOf(batch, trigger, RingMap{*table, {}}, *table);
}

} // namespace

class TestOrbit : public QObject
{
    Q_OBJECT

private slots:
    void rowsGoToTheNearestTrigger_data()
    {
        QTest::addColumn<int>("offset_us");
        QTest::addColumn<int>("expected");
        QTest::newRow("on time") << 0 << 0;
        QTest::newRow("49 ms late") << 49'000 << 0;
        QTest::newRow("1 us under 50 ms") << 49'999 << 0;
        QTest::newRow("50 ms late is the next") << 50'000 << 1;
        QTest::newRow("51 ms late") << 51'000 << 1;
        QTest::newRow("49 ms early") << -49'000 << 0;
        QTest::newRow("50 ms early") << -50'000 << 0;
        QTest::newRow("51 ms early") << -51'000 << -1;
    }
    void rowsGoToTheNearestTrigger()
    {
        QFETCH(int, offset_us);
        QTEST(static_cast<int>(triggerOf(triggerTime(trigger) + Duration{offset_us}) - trigger), "expected");
        QCOMPARE(triggerRange(trigger).contains(triggerTime(trigger) + Duration{offset_us}),
                 triggerOf(triggerTime(trigger) + Duration{offset_us}) == trigger);
    }

    void triggersBefore1970()
    {
        QCOMPARE(triggerOf(timePoint(-50'000)), 0);
        QCOMPARE(triggerOf(timePoint(-50'001)), -1);
        QCOMPARE(triggerOf(timePoint(-150'001)), -2);
    }

    void oneTriggerIsNeverMixedWithAnother()
    {
        const Orbit orbit = orbitOf({samplesAt(4, {-100'000, -20'000, 80'000}), samplesAt(2, {60'000})});
        QCOMPARE(orbit.points.size(), std::size_t{1});
        QCOMPARE(orbit.points.front().row, 4);
        QCOMPARE(unixMicroseconds(orbit.points.front().time), trigger * 100'000 - 20'000);
        QCOMPARE(orbit.missing.size(), static_cast<std::size_t>(builtinDetectorTable()->size() - 1));
        QVERIFY(std::find(orbit.missing.begin(), orbit.missing.end(), 2) != orbit.missing.end());
    }

    void theLastOfTwoReadingsWins()
    {
        const Orbit orbit = orbitOf({samplesAt(0, {-10'000, 30'000})});
        QCOMPARE(orbit.duplicates, 1u);
        QCOMPARE(unixMicroseconds(orbit.points.front().time), trigger * 100'000 + 30'000);
        QVERIFY(orbit.points.front().flags & Duplicate);
    }

    void unknownDetectorsAreNamed()
    {
        const Orbit orbit = orbitOf({samplesAt(unknownDetector, {0}), samplesAt(0, {0})});
        QCOMPARE(orbit.unknown, std::vector<std::string>{"99Q"});
        QCOMPARE(orbit.points.size(), std::size_t{1});
    }

    void pointsComeInRingOrder()
    {
        const Orbit orbit = orbitOf({samplesAt(7, {0}), samplesAt(1, {5}), samplesAt(3, {-5})});
        QCOMPARE(orbit.points[0].row, 1);
        QCOMPARE(orbit.points[1].row, 3);
        QCOMPARE(orbit.points[2].row, 7);
    }

    void anOrbitIsLoadedFromASource()
    {
        test::FakeSource source;
        const RingMap ring{*source.table(), {}};
        const auto orbit = loadOrbit(source, triggerTime(trigger) + 20ms, ring, {});
        QVERIFY(orbit.has_value());
        QCOMPARE(orbit->trigger, trigger);
        QCOMPARE(orbit->points.size(), std::size_t{3});
    }
};

QTEST_GUILESS_MAIN(TestOrbit)
#include "tst_orbit.moc"
