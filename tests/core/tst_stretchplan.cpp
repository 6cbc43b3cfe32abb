// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/stretchplan.h"

#include <QTest>

#include <algorithm>

using namespace cbpm;
using namespace std::chrono_literals;

namespace {

const TimePoint midnight{Duration{1'772'409'600'000'000}};

std::vector<TimeRange> stretchesOf(const TimeRange &range, int readers, Duration grain)
{
    StretchPlan plan{range, LoadOrder::OldestFirst, readers, grain};
    std::vector<TimeRange> stretches;
    while (const auto next = plan.next())
        stretches.push_back(*next);
    return stretches;
}

/// How long the busiest of `readers` reads, where each takes the next stretch when it is done with its own.
Duration longestReading(const std::vector<TimeRange> &stretches, int readers)
{
    std::vector<Duration> busy(static_cast<std::size_t>(readers), Duration{0});
    for (const TimeRange &stretch : stretches)
        *std::ranges::min_element(busy) += stretch.duration();
    return *std::ranges::max_element(busy);
}

} // namespace

/// How a range is cut for the readers that share it.
class TestStretchPlan : public QObject
{
    Q_OBJECT

private slots:
    void stretchesAdjoin_data()
    {
        QTest::addColumn<qint64>("seconds");
        QTest::newRow("a part of a grain") << qint64{7};
        QTest::newRow("13 min") << qint64{13 * 60 + 10};
        QTest::newRow("a day") << qint64{86'400};
        QTest::newRow("a year") << qint64{365 * 86'400};
    }
    void stretchesAdjoin()
    {
        QFETCH(const qint64, seconds);
        const auto range = *TimeRange::between(midnight + 50s, midnight + 50s + std::chrono::seconds{seconds});
        TimePoint at = range.begin();
        for (const TimeRange &stretch : stretchesOf(range, 2, 1min)) {
            QCOMPARE(stretch.begin(), at);
            at = stretch.end();
        }
        QCOMPARE(at, range.end());
    }

    void readersEndTogether()
    {
        for (const Duration length : {Duration{13min}, Duration{45min}, Duration{144min}, Duration{24h}}) {
            for (const int readers : {2, 3, 4}) {
                const auto range = *TimeRange::between(midnight + 50s, midnight + 50s + length);
                const Duration longest = longestReading(stretchesOf(range, readers, 1min), readers);
                QVERIFY2(longest <= length / readers + 2min,
                         qPrintable(QString::number(longest.count() / 60'000'000.0)));
            }
        }
    }

    void blocksAreReadOnce()
    {
        const auto range = *TimeRange::between(midnight + 50s, midnight + 100min + 50s);
        for (const TimeRange &stretch : stretchesOf(range, 4, 10min)) {
            if (stretch.end() != range.end())
                QCOMPARE(stretch.end().time_since_epoch() % 10min, Duration{0});
        }
    }
};

QTEST_APPLESS_MAIN(TestStretchPlan)
#include "tst_stretchplan.moc"
