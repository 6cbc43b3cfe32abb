// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/detectorlistmodel.h"
#include "ui/models/viewstate.h"
#include "ui/text/texts.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace cbpm;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const TimePoint start = std::chrono::sys_days{std::chrono::March / 2 / 2026};
const Interval second = *Interval::of(1s);

BinBatch batchOf(int row, TimePoint begin, int bins, std::uint32_t count)
{
    BinBatch batch{*TimeRange::between(begin, begin + std::chrono::seconds{bins}), {}, {}};
    BinSeries series;
    series.row = row;
    series.location = "X";
    for (int k = 0; k < bins; ++k) {
        series.bin.push_back(second.binAt(begin) + k);
        series.count.push_back(count);
        series.invalid.push_back(10 - count);
        series.flags.push_back(0);
        for (auto &moments : series.moments)
            moments.push_back({1.0, 0.0, 1.0, 1.0});
    }
    batch.series.push_back(series);
    return batch;
}

} // namespace

class TestModels : public QObject
{
    Q_OBJECT

private slots:
    void theOldPictureStandsUntilNewDataCome()
    {
        RingSeries series;
        series.expect(*TimeRange::between(start, start + 1min), second, {});
        QVERIFY(series.isEmpty());
        series.add(batchOf(3, start, 10, 10));
        series.expect(*TimeRange::between(start + 1h, start + 2h), second, {});
        QVERIFY(series.find(3) != nullptr);
        QCOMPARE(series.completeTo(), start + 10s);
        series.add(batchOf(5, start + 1h, 10, 10));
        QVERIFY(series.find(3) == nullptr);
        QCOMPARE(series.find(5)->size(), std::size_t{10});
        QCOMPARE(series.completeTo(), start + 1h + 10s);
    }

    void coverageCountsValidSamplesThatAreDue()
    {
        RingSeries series;
        series.expect(*TimeRange::between(start, start + 1min), second, {});
        series.add(batchOf(0, start, 10, 10));
        QCOMPARE(series.coverage(0), 1.0);
        series.add(batchOf(1, start + 10s, 10, 5));
        QCOMPARE(series.coverage(0), 0.5);
        QCOMPARE(series.coverage(1), 0.25);
        QCOMPARE(series.coverage(2), 0.0);
    }

    void whatWasNotAskedForIsNotMissing()
    {
        DetectorListModel model;
        model.setTable(builtinDetectorTable());
        RingSeries series;
        series.expect(*TimeRange::between(start, start + 10s), second, {7, 1});
        series.add(batchOf(1, start, 10, 10));
        model.setSeries(&series);
        QCOMPARE(model.health(1), DetectorListModel::Health::Good);
        QCOMPARE(model.health(7), DetectorListModel::Health::Missing);
        QCOMPARE(model.health(2), DetectorListModel::Health::Unknown);
        QVERIFY(model.data(model.index(2, DetectorListModel::State), Qt::DisplayRole).toString().isEmpty());
    }

    void binAtFindsTheBinThatHoldsATime()
    {
        const BinSeries bins = batchOf(0, start, 3, 1).series.front();
        QCOMPARE(RingSeries::binAt(bins, second, start + 1500ms), std::optional<std::size_t>{1});
        QVERIFY(!RingSeries::binAt(bins, second, start + 3s));
        QVERIFY(!RingSeries::binAt(bins, second, start - 1us));
    }

    void theDetectorListSaysWhatIsWrong()
    {
        DetectorListModel model;
        const QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};
        model.setTable(builtinDetectorTable());
        QCOMPARE(model.rowCount(), 111);
        QCOMPARE(model.data(model.index(0, 0), Qt::DisplayRole).toString(), u"X4A"_s);
        RingSeries series;
        series.expect(*TimeRange::between(start, start + 10s), second, {});
        series.add(batchOf(0, start, 10, 10));
        series.add(batchOf(1, start, 10, 6));
        series.add(batchOf(2, start, 10, 0));
        model.setSeries(&series);
        QCOMPARE(model.health(0), DetectorListModel::Health::Good);
        QCOMPARE(model.health(1), DetectorListModel::Health::Gaps);
        QCOMPARE(model.health(2), DetectorListModel::Health::Invalid);
        QCOMPARE(model.health(3), DetectorListModel::Health::Missing);
        QCOMPARE(model.data(model.index(3, DetectorListModel::State), Qt::DisplayRole).toString(), u"missing"_s);
    }

    /// Half of the range is as good as half of the samples: which half matters.
    void whoFellSilentIsGone()
    {
        DetectorListModel model;
        model.setTable(builtinDetectorTable());
        RingSeries series;
        series.expect(*TimeRange::between(start, start + 40s), second, {});
        series.add(batchOf(1, start, 20, 10));
        series.add(batchOf(2, start + 20s, 20, 10));
        series.add(batchOf(3, start, 35, 10)); // may still come
        series.add(batchOf(0, start, 40, 10));
        model.setSeries(&series);
        using Health = DetectorListModel::Health;
        QCOMPARE(model.health(0), Health::Good);
        QCOMPARE(model.health(1), Health::Gone);
        QCOMPARE(model.health(2), Health::Gaps);
        QCOMPARE(model.health(3), Health::Gaps);
        QCOMPARE(model.data(model.index(1, DetectorListModel::State), Qt::DisplayRole).toString(), u"gone 20 s"_s);
    }

    void theViewStateTellsChangesOnce()
    {
        ViewState view;
        QSignalSpy selection{&view, &ViewState::selectionChanged};
        view.setSelection({5, 2});
        view.setSelection({2, 5});
        QCOMPARE(selection.count(), 1);
        QCOMPARE(view.selection(), (std::vector<int>{2, 5}));
        QCOMPARE(view.lengthFactor(), 1000.0);
        view.setMicrometres(false);
        QCOMPARE(view.lengthUnit(), u"mm"_s);
    }

    void texts()
    {
        QLocale::setDefault(QLocale::c());
        QCOMPARE(text::duration(100ms), u"0.1 s"_s);
        QCOMPARE(text::duration(90min), u"1 h 30 min"_s);
        QCOMPARE(text::duration(24h), u"1 d"_s);
        QCOMPARE(text::time(start, QTimeZone::utc()), u"2 Mar 2026 00:00:00"_s);
        QCOMPARE(text::zone(QTimeZone{"America/New_York"}, start), u"EST (UTC\u22125)"_s);
        QCOMPARE(text::zone(QTimeZone{"Asia/Kolkata"}, start).contains(u"+5:30"_s), true);
        QCOMPARE(text::count(95'904'000), u"95.9 M"_s);
    }
};

QTEST_GUILESS_MAIN(TestModels)
#include "tst_models.moc"
