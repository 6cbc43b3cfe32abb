// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/postgres/samplerows.h"
#include "core/types/flags.h"

#include <QTest>

#include <set>

using namespace cbpm;

namespace {

const TimeRange always = *TimeRange::between(timePoint(0), timePoint(1'000'000'000));

CopiedRow rowOf(std::string_view detector, std::int64_t time, double value)
{
    CopiedRow row;
    row.detector = detector;
    row.hasDetector = row.hasTime = true;
    row.time = time;
    row.button.fill(value);
    return row;
}

} // namespace

class TestSampleRows : public QObject
{
    Q_OBJECT

private slots:
    void everyNameHasItsOwnColumn()
    {
        // Lengths from one letter past what the fast way holds.
        std::set<std::string> names;
        for (char c = 'A'; c <= 'Z'; ++c) {
            for (std::size_t length = 1; length <= 18; ++length)
                names.insert(std::string(length, c));
        }
        tellsApart(names);
    }

    void likeNamesHaveTheirOwnColumns()
    {
        std::set<std::string> names;
        for (int k = 0; k < 2000; ++k) // many more than the fast way has room for
            names.insert("HEADHEAD" + std::to_string(1000 + k));
        tellsApart(names);
    }

    void spellingsOfOneDetectorShareAColumn()
    {
        SampleRows rows{builtinDetectorTable(), {}};
        std::int64_t time = 0;
        for (const char *name : {"12W", "DET_12W", "det_12w", "12w"})
            rows.add(rowOf(name, time++, 1.0), always);
        const auto batch = rows.take(always, 0);
        QCOMPARE(batch->detectors.size(), std::size_t{1});
        QCOMPARE(batch->detectors[0].size(), std::size_t{4});
        QVERIFY(batch->detectors[0].arrival.empty());
    }

    void aBatchHoldsWhatCameSinceTheLast()
    {
        SampleRows rows{builtinDetectorTable(), {}};
        for (int k = 0; k < 1000; ++k)
            rows.add(rowOf("12W", k, k), always);
        QCOMPARE(rows.take(always, 7)->detectors[0].size(), std::size_t{1000});
        QVERIFY(rows.take(always, 0)->detectors.empty());
        rows.add(rowOf("12W", 5, 5), always);
        rows.clear();
        rows.add(rowOf("12W", 6, 6), always);
        const auto batch = rows.take(always, 0);
        QCOMPARE(batch->rows, 1u);
        QCOMPARE(batch->detectors[0].button[2], std::vector<double>{6.0});
    }

    void aVisitGivesWhatABatchWouldHold()
    {
        SampleRows visited{builtinDetectorTable(), {}};
        SampleRows taken{builtinDetectorTable(), {}};
        const std::pair<const char *, std::int64_t> came[] = {{"12W", 10}, {"13W", 10}, {"12W", 30}, {"12W", 20},
                                                              {"13W", 20}, {"12W", 30}, {"99Q", 20}};
        for (int slice = 0; slice < 3; ++slice) { // into columns that were used before
            double value = slice;
            for (const auto &[name, time] : came) {
                const bool isLate = std::string_view{name} == "12W" && time == 20;
                if ((slice == 1 && std::string_view{name} == "13W") || (slice == 2 && isLate))
                    continue; // a detector that has nothing this time; one that is in order now
                visited.add(rowOf(name, slice == 2 ? 100 + static_cast<std::int64_t>(value) : time, value), always);
                taken.add(rowOf(name, slice == 2 ? 100 + static_cast<std::int64_t>(value) : time, value), always);
                value += 1.0;
            }
            std::vector<DetectorSamples> seen;
            const SampleBatch told =
                visited.visit(always, 7, TimePoint{}, [&](const DetectorSamples &samples) { seen.push_back(samples); });
            const auto batch = taken.take(always, 7, TimePoint{});
            QCOMPARE(told.rows, batch->rows);
            QCOMPARE(told.duplicates, batch->duplicates);
            QCOMPARE(told.outOfOrder, batch->outOfOrder);
            QCOMPARE(told.bytes, batch->bytes);
            QVERIFY(told.detectors.empty());
            QCOMPARE(seen.size(), slice == 1 ? std::size_t{2} : std::size_t{3});
            QCOMPARE(batch->detectors.size(), seen.size());
            for (std::size_t k = 0; k < seen.size(); ++k) {
                QCOMPARE(seen[k].location, batch->detectors[k].location);
                QCOMPARE(seen[k].row, batch->detectors[k].row);
                QCOMPARE(seen[k].time, batch->detectors[k].time);
                QCOMPARE(seen[k].button, batch->detectors[k].button);
                QCOMPARE(seen[k].arrival, batch->detectors[k].arrival);
            }
        }
    }

    void theLastOfEqualTimesWins()
    {
        SampleRows rows{builtinDetectorTable(), {}};
        const std::int64_t times[] = {10, 30, 20, 25, 30, 30, 40};
        double value = 0.0;
        for (const std::int64_t time : times)
            rows.add(rowOf("12W", time, value++), always);
        const auto batch = rows.take(always, 0);
        const DetectorSamples &samples = batch->detectors[0];
        QCOMPARE(samples.time, (std::vector<std::int64_t>{10, 20, 25, 30, 40}));
        QCOMPARE(samples.button[0], (std::vector<double>{0, 2, 3, 5, 6}));
        QCOMPARE(samples.arrival, (std::vector<std::uint16_t>{0, Late, Late, Duplicate, 0}));
        QCOMPARE(batch->duplicates, 2u);
        QCOMPARE(batch->outOfOrder, 2u);
        QCOMPARE(batch->rows, 7u);
    }

private:
    static void tellsApart(const std::set<std::string> &names)
    {
        SampleRows rows{builtinDetectorTable(), {}};
        for (int round = 0; round < 2; ++round) {
            double value = 0.0;
            for (const std::string &name : names)
                rows.add(rowOf(name, round, value++), always);
        }
        const auto batch = rows.take(always, 0);
        QCOMPARE(batch->detectors.size(), names.size());
        std::set<std::string> seen;
        for (const DetectorSamples &samples : batch->detectors) {
            QCOMPARE(samples.time, (std::vector<std::int64_t>{0, 1}));
            QCOMPARE(samples.button[0][0], samples.button[3][1]);
            seen.insert(samples.location);
        }
        QCOMPARE(seen, names);
    }
};

QTEST_GUILESS_MAIN(TestSampleRows)
#include "tst_samplerows.moc"
