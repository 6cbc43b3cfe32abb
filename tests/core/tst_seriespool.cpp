// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/seriespool.h"

#include <QTest>

using namespace cbpm;

namespace {

BinSeries seriesOf(std::size_t bins, const std::string &location)
{
    BinSeries series;
    series.location = location;
    series.row = 3;
    series.bin.assign(bins, 7);
    series.count.assign(bins, 1);
    series.invalid.assign(bins, 0);
    series.flags.assign(bins, 0);
    series.tallies.push_back({7, {}});
    series.moments[0].assign(bins, Moments{});
    return series;
}

BinBatch batchOf(std::vector<BinSeries> series)
{
    return {*TimeRange::between(TimePoint{}, TimePoint{Duration{1}}), std::move(series), {}, {}};
}

} // namespace

/// The memory of batches that were seen.
class TestSeriesPool : public QObject
{
    Q_OBJECT

private slots:
    void whatWasSeenComesBackEmpty()
    {
        const SeriesPool pool;
        QVERIFY(pool.take().empty());
        auto batch = pool.share(batchOf({seriesOf(10, "12W"), seriesOf(10, "13W")}));
        const std::int64_t *const memory = batch->series[1].bin.data();
        batch.reset();
        const std::vector<BinSeries> taken = pool.take();
        QCOMPARE(taken.size(), std::size_t{2});
        for (const BinSeries &series : taken) {
            QVERIFY(series.location.empty());
            QCOMPARE(series.row, -1);
            QCOMPARE(series.size(), std::size_t{0});
            QVERIFY(series.count.empty() && series.invalid.empty() && series.flags.empty());
            QVERIFY(series.tallies.empty());
            for (const std::vector<Moments> &column : series.moments)
                QVERIFY(column.empty());
        }
        QCOMPARE(taken[1].bin.data(), memory);
        QVERIFY(pool.take().empty());
    }

    void whatIsHeldStaysWhatItIs()
    {
        const SeriesPool pool;
        const auto held = pool.share(batchOf({seriesOf(10, "12W")}));
        pool.share(batchOf({seriesOf(10, "13W")})).reset();
        const auto again = held;
        QCOMPARE(pool.take().size(), std::size_t{1});
        QVERIFY(pool.take().empty());
        QCOMPARE(again->series.front().location, std::string{"12W"});
        QCOMPARE(again->series.front().size(), std::size_t{10});
    }

    void aBatchMayOutliveItsPool()
    {
        std::shared_ptr<BinBatch> batch;
        {
            const SeriesPool pool;
            batch = pool.share(batchOf({seriesOf(10, "12W")}));
        }
        QCOMPARE(batch->series.front().size(), std::size_t{10});
    }

    void littleMemoryIsKept()
    {
        const SeriesPool pool;
        pool.share(batchOf({seriesOf(1'000'000, "12W")})).reset();
        QVERIFY(pool.take().empty());
        std::vector<std::shared_ptr<BinBatch>> many;
        for (int k = 0; k < 50; ++k)
            many.push_back(pool.share(batchOf({seriesOf(10, "12W")})));
        many.clear();
        int kept = 0;
        while (!pool.take().empty())
            ++kept;
        QVERIFY(kept > 0 && kept < 10);
    }
};

QTEST_GUILESS_MAIN(TestSeriesPool)
#include "tst_seriespool.moc"
