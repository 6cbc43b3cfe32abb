// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/pixelcolumns.h"

#include <QTest>

#include <random>

using namespace cbpm;
using namespace std::chrono_literals;

namespace {

const TimePoint start = std::chrono::sys_days{std::chrono::March / 2 / 2026};

BinSeries randomSeries(Interval interval, int bins, std::mt19937 &random)
{
    BinSeries series;
    std::normal_distribution<double> normal;
    const std::int64_t first = interval.binAt(start);
    for (int k = 0; k < bins; ++k) {
        if (random() % 50 == 0)
            k += 7; // a gap
        series.bin.push_back(first + k);
        series.count.push_back(random() % 30 == 0 ? 0 : 1 + random() % 10);
        series.invalid.push_back(0);
        series.flags.push_back(0);
        const double mean = normal(random);
        for (auto &moments : series.moments)
            moments.push_back(
                {mean, 1.0, mean - 0.1 * std::abs(normal(random)), mean + (random() % 200 == 0 ? 50.0 : 0.1)});
    }
    return series;
}

} // namespace

class TestPixelColumns : public QObject
{
    Q_OBJECT

private slots:
    void spreadIsTheDeviationOfEachBin()
    {
        BinSeries series;
        const Interval interval = *Interval::of(1s);
        for (int k = 0; k < 3; ++k) {
            series.bin.push_back(interval.binAt(start) + k);
            series.count.push_back(k == 2 ? 1 : 5);
            series.invalid.push_back(0);
            series.flags.push_back(0);
            for (auto &moments : series.moments)
                moments.push_back({100.0, k == 0 ? 16.0 : 64.0, 90.0, 110.0});
        }
        const auto columns =
            pixelColumns(series, Quantity::X, interval, *TimeRange::between(start, start + 3s), 3, BinValue::Spread);
        QCOMPARE(columns[0].mean, 2.0);
        QCOMPARE(columns[1].max, 4.0);
        QVERIFY(columns[2].isEmpty()); // one sample spreads nowhere
        const auto both =
            pixelColumns(series, Quantity::X, interval, *TimeRange::between(start, start + 2s), 1, BinValue::Spread);
        QCOMPARE(both[0].min, 2.0);
        QCOMPARE(both[0].max, 4.0);
    }

    void everyColumnShowsTheTrueExtremes_data()
    {
        QTest::addColumn<int>("bins");
        QTest::addColumn<int>("width");
        for (const int bins : {1, 10, 100, 1440, 14'400}) {
            for (const int width : {1, 97, 1000})
                QTest::addRow("%d bins on %d pixels", bins, width) << bins << width;
        }
    }
    void everyColumnShowsTheTrueExtremes()
    {
        QFETCH(int, bins);
        QFETCH(int, width);
        std::mt19937 random{9};
        const Interval interval = *Interval::of(1s);
        const BinSeries series = randomSeries(interval, bins, random);
        const auto visible = *TimeRange::between(start, start + std::chrono::seconds{bins});
        const auto columns = pixelColumns(series, Quantity::X, interval, visible, width);
        QCOMPARE(columns.size(), static_cast<std::size_t>(width));
        const double span = static_cast<double>(visible.duration().count());
        for (int c = 0; c < width; ++c) {
            // By the definition: bins that overlap the column's time.
            const double left = span * c / width;
            const double right = span * (c + 1) / width;
            double min = INFINITY, max = -INFINITY;
            std::uint64_t count = 0;
            for (std::size_t k = 0; k < series.size(); ++k) {
                const double begin = static_cast<double>((interval.binBegin(series.bin[k]) - start).count());
                const double end = begin + 1e6;
                if (series.count[k] == 0 || end - 0.5 < left || begin + 0.5 > right)
                    continue;
                // Within a microsecond of an edge either column may have it.
                if (std::abs(end - left) < 1.5 || std::abs(begin - right) < 1.5)
                    continue;
                min = std::min(min, series.of(Quantity::X)[k].min);
                max = std::max(max, series.of(Quantity::X)[k].max);
                count += series.count[k];
            }
            const PixelColumn &column = columns[static_cast<std::size_t>(c)];
            QCOMPARE(column.isEmpty(), count == 0);
            if (count == 0)
                continue;
            QCOMPARE(column.min, min);
            QCOMPARE(column.max, max);
            QCOMPARE(column.count, count);
        }
    }

    /// A third of ten seconds ends between two microseconds: 3'333'333 is the last one of the first column.
    void anEdgeIsTrueToTheMicrosecond()
    {
        const Interval interval = *Interval::of(1s);
        BinSeries series;
        for (int bin = 0; bin < 10; ++bin) {
            series.bin.push_back(interval.binAt(start) + bin);
            series.count.push_back(1);
            series.invalid.push_back(0);
            series.flags.push_back(0);
            for (auto &moments : series.moments)
                moments.push_back({1.0 * bin, 0.0, 1.0 * bin, 1.0 * bin});
        }
        const auto firstOf = [&](std::int64_t column, std::int64_t beforeBin4_us) {
            const TimePoint begin = start + 4s - Duration{beforeBin4_us};
            const auto visible = *TimeRange::between(begin, begin + 10s);
            return pixelColumns(series, Quantity::X, interval, visible, 3)[static_cast<std::size_t>(column)];
        };
        QCOMPARE(firstOf(0, 3'333'333).max, 4.0);
        QCOMPARE(firstOf(1, 3'333'333).min, 4.0);
        QCOMPARE(firstOf(0, 3'333'334).max, 3.0);
        QCOMPARE(firstOf(1, 3'333'334).min, 4.0);
        QCOMPARE(firstOf(1, 3'333'332).min, 4.0);
        // The second edge is reached by a step from the first one, or by a leap over all between.
        QCOMPARE(firstOf(1, 6'666'666).max, 4.0);
        QCOMPARE(firstOf(1, 6'666'667).max, 3.0);
        series.dropFirst(4);
        QCOMPARE(firstOf(1, 6'666'666).max, 4.0);
        QVERIFY(firstOf(1, 6'666'667).isEmpty());
    }

    /// Microseconds times pixels are more than 64 bits hold.
    void centuriesFitTheColumns()
    {
        const Interval interval = *Interval::of(1h);
        BinSeries series;
        for (const int bin : {0, 24 * 365 * 100}) {
            series.bin.push_back(interval.binAt(start) + bin);
            series.count.push_back(1);
            for (auto &moments : series.moments)
                moments.push_back({1.0 * bin, 0.0, 1.0 * bin, 1.0 * bin});
        }
        const auto visible = *TimeRange::between(start, start + std::chrono::hours{24 * 365 * 200});
        const auto columns = pixelColumns(series, Quantity::X, interval, visible, 4000);
        for (std::size_t c = 0; c < columns.size(); ++c)
            QCOMPARE(columns[c].isEmpty(), c != 0 && c != 2000);
    }

    void aMeanIsThatOfAllItsSamples()
    {
        std::mt19937 random{4};
        const Interval interval = *Interval::of(1s);
        const BinSeries series = randomSeries(interval, 1000, random);
        for (const int width : {1, 7, 150}) {
            const auto columns =
                pixelColumns(series, Quantity::X, interval, *TimeRange::between(start, start + 1050s), width);
            for (int c = 0; c < width; ++c) {
                double sum = 0.0, count = 0.0;
                for (std::size_t k = 0; k < series.size(); ++k) {
                    const auto offset = (interval.binBegin(series.bin[k]) - start).count();
                    if (series.count[k] == 0 || offset + 1'000'000 <= 1'050'000'000LL * c / width
                        || offset >= 1'050'000'000LL * (c + 1) / width)
                        continue;
                    sum += series.of(Quantity::X)[k].mean * series.count[k];
                    count += series.count[k];
                }
                if (count > 0.0)
                    QVERIFY(std::abs(columns[static_cast<std::size_t>(c)].mean - sum / count) < 1e-12);
            }
        }
    }

    void gapsStayOpen()
    {
        const Interval interval = *Interval::of(1s);
        BinSeries series;
        for (const int bin : {0, 1, 2, 7, 8, 9}) {
            series.bin.push_back(interval.binAt(start) + bin);
            series.count.push_back(1);
            for (auto &moments : series.moments)
                moments.push_back({1.0, 0.0, 1.0, 1.0});
        }
        const auto columns = pixelColumns(series, Quantity::Y, interval, *TimeRange::between(start, start + 10s), 20);
        for (std::size_t c = 0; c < 20; ++c)
            QCOMPARE(columns[c].isEmpty(), c >= 6 && c < 14);
    }

    void zoomedInBinsFillTheirColumns()
    {
        std::mt19937 random{1};
        const Interval interval = *Interval::of(1min);
        const BinSeries series = randomSeries(interval, 1, random);
        const auto columns =
            pixelColumns(series, Quantity::X, interval, *TimeRange::between(start + 10s, start + 20s), 300);
        for (const PixelColumn &column : columns)
            QCOMPARE(column.max, series.of(Quantity::X)[0].max);
    }

    void nothingVisibleIsNothing()
    {
        std::mt19937 random{1};
        const Interval interval = *Interval::of(1s);
        const BinSeries series = randomSeries(interval, 10, random);
        for (const PixelColumn &column :
             pixelColumns(series, Quantity::X, interval, *TimeRange::between(start - 1h, start), 100))
            QVERIFY(column.isEmpty());
        QVERIFY(pixelColumns(series, Quantity::X, interval, *TimeRange::between(start, start + 1s), 0).empty());
    }
};

QTEST_GUILESS_MAIN(TestPixelColumns)
#include "tst_pixelcolumns.moc"
