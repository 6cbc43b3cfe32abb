// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/types/interval.h"
#include "core/types/timerange.h"

#include <QTest>

using namespace cbpm;
using namespace std::chrono_literals;

class TestInterval : public QObject
{
    Q_OBJECT

private slots:
    void onlyMultiplesOfTheTrigger()
    {
        QVERIFY(Interval::of(100ms));
        QVERIFY(Interval::of(700ms));
        QVERIFY(Interval::of(1h));
        QVERIFY(!Interval::of(50ms));
        QVERIFY(!Interval::of(150ms));
        QVERIFY(!Interval::of(0ms));
        QVERIFY(!Interval::of(-1s));
        QVERIFY(!Interval::of(1h + 100ms));
    }

    void binsAreHalfOpenOnBothSidesOf1970()
    {
        const Interval second = *Interval::of(1s);
        QCOMPARE(second.binAt(timePoint(0)), 0);
        QCOMPARE(second.binAt(timePoint(999'999)), 0);
        QCOMPARE(second.binAt(timePoint(1'000'000)), 1);
        QCOMPARE(second.binAt(timePoint(-1)), -1);
        QCOMPARE(second.binAt(timePoint(-1'000'000)), -1);
        QCOMPARE(second.binAt(timePoint(-1'000'001)), -2);
        QCOMPARE(second.binBegin(-2), timePoint(-2'000'000));
    }

    void aRangeIsNeverReversed()
    {
        QVERIFY(TimeRange::between(timePoint(1), timePoint(2)));
        QVERIFY(!TimeRange::between(timePoint(2), timePoint(2)));
        QVERIFY(!TimeRange::between(timePoint(2), timePoint(1)));
        const auto range = *TimeRange::between(timePoint(1), timePoint(3));
        QVERIFY(range.contains(timePoint(1)));
        QVERIFY(!range.contains(timePoint(3)));
    }
};

QTEST_GUILESS_MAIN(TestInterval)
#include "tst_interval.moc"
