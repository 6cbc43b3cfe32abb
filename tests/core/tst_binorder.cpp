// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/binorder.h"

#include <QTest>

using namespace cbpm;
using namespace std::chrono_literals;

namespace {

/// One sample in each of the bins from `begin` to before `end`; its x tells which.
BinSeries seriesOf(int row, std::int64_t begin, std::int64_t end)
{
    BinSeries series;
    series.location = "D" + std::to_string(row);
    series.row = row;
    for (std::int64_t bin = begin; bin < end; ++bin) {
        const auto x = static_cast<double>(10 * bin + row);
        series.bin.push_back(bin);
        series.count.push_back(1);
        series.invalid.push_back(0);
        series.flags.push_back(0);
        series.moments[static_cast<std::size_t>(Quantity::X)].push_back({x, 0.0, x, x});
    }
    return series;
}

BinBatch batchOf(double untilSecond, std::vector<BinSeries> series)
{
    const TimePoint end = timePoint(static_cast<std::int64_t>(untilSecond * 1e6));
    return {*TimeRange::between(end - 1h, end), std::move(series), {}, {}};
}

} // namespace

class TestBinOrder : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_order.emplace(*Interval::of(1s));
        m_visits.clear();
    }

    void binsComeByTimeThenByDetector()
    {
        add(batchOf(102, {seriesOf(2, 100, 102), seriesOf(-1, 101, 102), seriesOf(1, 100, 102)}));
        QCOMPARE(m_visits, (QByteArrayList{"100 D1 1", "100 D2 1", "101 D1 1", "101 D2 1", "101 D-1 1"}));
    }

    /// A batch may end inside a bin, and inside one of which the next batch has nothing for a detector.
    void aBinThatABatchEndsInWaitsForTheNext()
    {
        add(batchOf(101.5, {seriesOf(1, 100, 102), seriesOf(2, 101, 102)}));
        QCOMPARE(m_visits, QByteArrayList{"100 D1 1"});
        add(batchOf(102.5, {seriesOf(1, 101, 103)}));
        QCOMPARE(m_visits, (QByteArrayList{"100 D1 1", "101 D1 2", "101 D2 1"}));
        finish();
        QCOMPARE(m_visits, (QByteArrayList{"100 D1 1", "101 D1 2", "101 D2 1", "102 D1 1"}));
    }

    void twoPartsInOneBatchBelongTogether()
    {
        add(batchOf(103, {seriesOf(1, 100, 102), seriesOf(1, 101, 103)}));
        QCOMPARE(m_visits, (QByteArrayList{"100 D1 1", "101 D1 2", "102 D1 1"}));
    }

    void binsWithoutAValidSampleArePassedOver()
    {
        BinSeries series = seriesOf(1, 100, 103);
        series.count[1] = 0;
        add(batchOf(103, {series}));
        QCOMPARE(m_visits, (QByteArrayList{"100 D1 1", "102 D1 1"}));
    }

    /// Whoever goes on after an error reads nothing of a batch that is gone.
    void anErrorEndsTheWalk()
    {
        const BinVisitor full = [](const BinSeries &, std::size_t) {
            return Result<void>{Error{Error::Kind::Storage, QStringLiteral("full"), {}}};
        };
        QCOMPARE(m_order->add(batchOf(103, {seriesOf(1, 100, 103)}), full).error().kind, Error::Kind::Storage);
        finish();
        QCOMPARE(m_visits, (QByteArrayList{"101 D1 1", "102 D1 1"}));
    }

private:
    void add(const BinBatch &batch) { QVERIFY(m_order->add(batch, m_visit)); }
    void finish() { QVERIFY(m_order->finish(m_visit)); }

    std::optional<BinOrder> m_order;
    QByteArrayList m_visits; ///< bin, detector, samples
    BinVisitor m_visit = [this](const BinSeries &series, std::size_t i) {
        const bool isRight = series.of(Quantity::X)[i].max == static_cast<double>(10 * series.bin[i] + series.row);
        m_visits << QByteArray::number(series.bin[i]) + ' ' + series.location.c_str() + ' '
                        + QByteArray::number(series.count[i]) + (isRight ? "" : " of another one");
        return Result<void>{};
    };
};

QTEST_GUILESS_MAIN(TestBinOrder)
#include "tst_binorder.moc"
