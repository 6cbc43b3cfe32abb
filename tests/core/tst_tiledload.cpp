// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/archivecells.h"
#include "core/query/tiledload.h"
#include "core/source/archive/archivesource.h"
#include "core/source/archive/archivewriter.h"
#include "core/source/simulated/demoarchive.h"
#include "core/tiles/cachedsource.h"
#include "tests/core/fakesource.h"

#include <QDeadlineTimer>
#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <cmath>
#include <map>
#include <numeric>
#include <thread>

using namespace cbpm;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const TimePoint start = std::chrono::sys_days{std::chrono::March / 2 / 2026};

TimeRange rangeOf(Duration from, Duration to)
{
    return *TimeRange::between(start + from, start + to);
}

using Bins = std::map<int, BinSeries>;

Result<Bins> load(const SampleSource &source, const TileAccess &tiles, const LoadRequest &request)
{
    Bins bins;
    const bool isBackward = request.order == LoadOrder::NewestFirst;
    const auto beginning = [&](const TimeRange &range) { return isBackward ? range.end() : range.begin(); };
    const auto ending = [&](const TimeRange &range) { return isBackward ? range.begin() : range.end(); };
    TimePoint reached = beginning(request.range);
    bool inOrder = true;
    const auto loaded = loadTiled(source, tiles, request,
                                  [&](const BinBatchPtr &batch) {
                                      inOrder = inOrder && beginning(batch->range) == reached;
                                      reached = ending(batch->range);
                                      for (const BinSeries &series : batch->series) {
                                          bins[series.row].location = series.location;
                                          bins[series.row].merge(series);
                                      }
                                      return true;
                                  },
                                  {});
    if (!loaded)
        return loaded.error();
    if (!inOrder || reached != ending(request.range))
        return Error{Error::Kind::BadData, u"batches do not follow each other"_s, {}};
    return bins;
}

/// Counts, min and max to the bit; mean and deviation to 1e-9.
bool same(const Bins &a, const Bins &b)
{
    if (a.size() != b.size() || a.empty())
        return false;
    const auto close = [](double one, double other) {
        return std::abs(one - other) <= 1e-9 * std::max({1.0, std::abs(one), std::abs(other)});
    };
    for (const auto &[row, one] : a) {
        const auto found = b.find(row);
        if (found == b.end())
            return false;
        const BinSeries &other = found->second;
        if (one.bin != other.bin || one.count != other.count || one.invalid != other.invalid || one.flags != other.flags
            || one.location != other.location)
            return false;
        for (std::size_t q = 0; q < one.moments.size(); ++q) {
            if (one.moments[q].size() != other.moments[q].size())
                return false;
            for (std::size_t k = 0; k < one.moments[q].size(); ++k) {
                const Moments &m = one.moments[q][k];
                const Moments &n = other.moments[q][k];
                if (m.min != n.min || m.max != n.max || !close(m.mean, n.mean) || !close(m.m2, n.m2))
                    return false;
            }
        }
    }
    return true;
}

constexpr QuantitySet wanted = filedQuantities | quantities(Quantity::Residual);

LoadRequest requestOf(const TimeRange &range, Duration interval, std::vector<int> rows = {})
{
    return {range, *Interval::of(interval), std::move(rows), {}, 1, wanted};
}

} // namespace

class TestTiledLoad : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_tiles = {};
        m_folder = std::make_unique<QTemporaryDir>();
        m_source = test::FakeSource{};
        m_source.slice = 7min;
        openStore();
    }

    void everyRangeAndIntervalHasTheNumbersOfTheSamples_data()
    {
        QTest::addColumn<qint64>("interval_ms");
        QTest::addColumn<qint64>("from_ms");
        QTest::addColumn<qint64>("to_ms");
        const qint64 hour = 3'600'000;
        for (const qint64 interval : {100, 500, 1000, 2000, 10'000, 30'000, 60'000, 300'000, 600'000, 3'600'000}) {
            QTest::addRow("%lld ms, on edges", interval) << interval << 0 * hour << 3 * hour;
            QTest::addRow("%lld ms, anywhere", interval) << interval << qint64{12'345} << 2 * hour + 61'700;
            QTest::addRow("%lld ms, short", interval) << interval << qint64{59'900} << qint64{60'200};
        }
    }
    void everyRangeAndIntervalHasTheNumbersOfTheSamples()
    {
        QFETCH(const qint64, interval_ms);
        QFETCH(const qint64, from_ms);
        QFETCH(const qint64, to_ms);
        const auto request = requestOf(rangeOf(std::chrono::milliseconds{from_ms}, std::chrono::milliseconds{to_ms}),
                                       std::chrono::milliseconds{interval_ms});
        const auto direct = load(m_source, {}, request);
        const auto first = load(m_source, m_tiles, request);
        const auto second = load(m_source, m_tiles, request);
        QVERIFY(direct && first && second);
        QVERIFY(same(*direct, *first));
        QVERIFY(same(*direct, *second));
    }

    void theNewestFirstHasTheSameNumbers_data() { everyRangeAndIntervalHasTheNumbersOfTheSamples_data(); }
    void theNewestFirstHasTheSameNumbers()
    {
        QFETCH(const qint64, interval_ms);
        QFETCH(const qint64, from_ms);
        QFETCH(const qint64, to_ms);
        m_source.shape = [](DetectorSamples &samples) { // steps and standing still, also where tiles meet
            for (std::size_t k = 0; k < samples.size(); ++k) {
                const std::int64_t trigger = samples.time[k] / 100'000;
                for (std::size_t b = 0; b < buttonCount && (trigger + 300) / 600 % 4 == 0; ++b)
                    samples.button[b][k] = b < 2 ? 20'000.0 : 16'000.0;
            }
        };
        const auto request = requestOf(rangeOf(std::chrono::milliseconds{from_ms}, std::chrono::milliseconds{to_ms}),
                                       std::chrono::milliseconds{interval_ms});
        LoadRequest newest = request;
        newest.order = LoadOrder::NewestFirst;
        const auto direct = load(m_source, {}, request);
        const auto first = load(m_source, m_tiles, newest);
        const auto second = load(m_source, m_tiles, newest);
        const auto oldest = load(m_source, m_tiles, request);
        QVERIFY(direct && first && second && oldest);
        QVERIFY(same(*direct, *first));
        QVERIFY(same(*direct, *second));
        QVERIFY(same(*direct, *oldest));
        openStore(); // from the file
        const auto third = load(m_source, m_tiles, newest);
        QVERIFY(third && same(*direct, *third));
    }

    void theNewestFirstFillsTheLadder()
    {
        LoadRequest request = requestOf(rangeOf(0h, 50h), 10s);
        request.order = LoadOrder::NewestFirst;
        QVERIFY(load(m_source, m_tiles, request));
        auto direct = load(m_source, {}, requestOf(rangeOf(0h, 50h), 1h));
        m_source.failsAt = start;
        for (const Duration interval : {Duration{1min}, Duration{10min}, Duration{30min}})
            QVERIFY(load(m_source, m_tiles, requestOf(rangeOf(0h, 50h), interval)));
        const auto hours = load(m_source, m_tiles, requestOf(rangeOf(0h, 50h), 1h));
        QVERIFY(direct && hours);
        QVERIFY(same(*direct, *hours));
    }

    void theNewestFirstAsksForWhatIsMissing()
    {
        QVERIFY(load(m_source, m_tiles, requestOf(rangeOf(1h, 2h), 1min)));
        *m_source.asked = {};
        LoadRequest request = requestOf(rangeOf(54min, 126min), 1min);
        request.order = LoadOrder::NewestFirst;
        const auto wide = load(m_source, m_tiles, request);
        QVERIFY(wide);
        const RangeSet asked = *m_source.asked;
        QCOMPARE(asked.ranges().size(), std::size_t{2});
        QVERIFY(asked.ranges()[0] == rangeOf(54min, 60min));
        QVERIFY(asked.ranges()[1] == rangeOf(2h - 10s, 126min));
        QVERIFY(same(*load(m_source, {}, requestOf(rangeOf(54min, 126min), 1min)), *wide));
    }

    void aBrokenLoadOfTheNewestFirstIsGoneOnWith()
    {
        LoadRequest request = requestOf(rangeOf(0h, 2h), 1min);
        const auto direct = load(m_source, {}, request);
        request.order = LoadOrder::NewestFirst;
        m_source.fails = [](TimePoint at) { return at < start + 1h; };
        QVERIFY(!load(m_source, m_tiles, request));
        m_source.fails = {};
        *m_source.asked = {};
        const auto rest = load(m_source, m_tiles, request);
        QVERIFY(rest);
        QVERIFY(same(*direct, *rest));
        QVERIFY(m_source.asked->ranges().back().end() < start + 80min);
    }

    void whatWasLoadedIsNotAskedForAgain()
    {
        const auto request = requestOf(rangeOf(0h, 3h), 1min);
        const auto first = load(m_source, m_tiles, request);
        QVERIFY(first);
        m_source.failsAt = start; // whoever asks now gets an error
        const auto second = load(m_source, m_tiles, request);
        QVERIFY(second);
        QVERIFY(same(*first, *second));
    }

    void aRestartFindsTheFile()
    {
        const auto request = requestOf(rangeOf(0h, 3h), 1min);
        const auto first = load(m_source, m_tiles, request);
        openStore();
        m_source.failsAt = start;
        const auto second = load(m_source, m_tiles, request);
        QVERIFY(first && second);
        QVERIFY(same(*first, *second));
    }

    void ofDamagedTilesOnlyTheirTimeIsAskedForAgain_data()
    {
        QTest::addColumn<LoadOrder>("order");
        QTest::newRow("oldest first") << LoadOrder::OldestFirst;
        QTest::newRow("newest first") << LoadOrder::NewestFirst;
    }
    void ofDamagedTilesOnlyTheirTimeIsAskedForAgain()
    {
        QFETCH(const LoadOrder, order);
        auto request = requestOf(rangeOf(0h, 24h), 1min);
        request.order = order;
        const auto direct = load(m_source, {}, request);
        QVERIFY(load(m_source, m_tiles, request));
        QVERIFY(damageTileOfSix());
        *m_source.asked = {};
        const auto mended = load(m_source, m_tiles, request);
        QVERIFY(direct && mended);
        QVERIFY(same(*direct, *mended));
        QVERIFY(*m_source.asked == RangeSet{rangeOf(6h - 10s, 12h)}); // and a little of what came before
    }

    void whatIsDamagedBesideWhatIsMissingIsAskedForAgain_data() { ofDamagedTilesOnlyTheirTimeIsAskedForAgain_data(); }
    void whatIsDamagedBesideWhatIsMissingIsAskedForAgain()
    {
        QFETCH(const LoadOrder, order);
        QVERIFY(load(m_source, m_tiles, requestOf(rangeOf(0h, 24h), 1min)));
        QVERIFY(damageTileOfSix());
        *m_source.asked = {};
        auto wider = requestOf(rangeOf(-1h, 25h), 1min);
        wider.order = order;
        const auto mended = load(m_source, m_tiles, wider);
        QVERIFY(mended);
        const RangeSet asked = *m_source.asked;
        QCOMPARE(asked.ranges().size(), std::size_t{3});
        QVERIFY(asked.ranges()[0] == rangeOf(-1h, 0h));
        QVERIFY(asked.ranges()[1] == rangeOf(6h - 10s, 12h));
        QVERIFY(asked.ranges()[2] == rangeOf(24h - 10s, 25h));
        QVERIFY(same(*load(m_source, {}, wider), *mended));
    }

    void coarserIntervalsAreThereAlready()
    {
        QVERIFY(load(m_source, m_tiles, requestOf(rangeOf(0h, 50h), 10s)));
        auto direct = load(m_source, {}, requestOf(rangeOf(0h, 50h), 1h));
        m_source.failsAt = start;
        for (const Duration interval : {Duration{1min}, Duration{5min}, Duration{10min}, Duration{30min}})
            QVERIFY(load(m_source, m_tiles, requestOf(rangeOf(0h, 50h), interval)));
        const auto hours = load(m_source, m_tiles, requestOf(rangeOf(0h, 50h), 1h));
        QVERIFY(direct && hours);
        QVERIFY(same(*direct, *hours));
    }

    void onlyWhatIsMissingIsAskedFor()
    {
        QVERIFY(load(m_source, m_tiles, requestOf(rangeOf(1h, 2h), 1min)));
        *m_source.asked = {};
        const auto wide = load(m_source, m_tiles, requestOf(rangeOf(54min, 126min), 1min));
        QVERIFY(wide);
        const RangeSet asked = *m_source.asked;
        QCOMPARE(asked.ranges().size(), std::size_t{2});
        QVERIFY(asked.ranges()[0] == rangeOf(54min, 60min));
        QVERIFY(asked.ranges()[1] == rangeOf(2h - 10s, 126min)); // and a little of what came before
        const auto direct = load(m_source, {}, requestOf(rangeOf(54min, 126min), 1min));
        QVERIFY(same(*direct, *wide));
    }

    void whatIsMissingIsAskedForWhileKnownCellsAreGiven_data() { ofDamagedTilesOnlyTheirTimeIsAskedForAgain_data(); }
    void whatIsMissingIsAskedForWhileKnownCellsAreGiven()
    {
        QFETCH(const LoadOrder, order);
        QVERIFY(load(m_source, m_tiles, requestOf(rangeOf(1h, 2h), 1min)));
        LoadRequest request = requestOf(rangeOf(50min, 130min), 1min);
        request.range =
            order == LoadOrder::OldestFirst ? rangeOf(1h, 130min) : rangeOf(50min, 2h); // known ones come first
        request.order = order;
        // Each waits for the other: the source for the known cells being given, they for the source being asked.
        std::atomic<bool> isAsked = false;
        std::atomic<bool> isGiven = false;
        const QDeadlineTimer patience{30s};
        m_source.fails = [&](TimePoint) { // on the thread that reads
            isAsked = true;
            while (!isGiven && !patience.hasExpired())
                std::this_thread::yield();
            return false;
        };
        int batches = 0;
        const auto loaded = loadTiled(m_source, m_tiles, request,
                                      [&](const BinBatchPtr &batch) {
                                          if (++batches > 1)
                                              return true;
                                          while (!isAsked && !patience.hasExpired())
                                              std::this_thread::yield();
                                          isGiven = batch->counts.fromTiles > 0;
                                          return true;
                                      },
                                      {});
        QVERIFY(loaded);
        QVERIFY(isGiven);
        QVERIFY(!patience.hasExpired());
        QVERIFY(batches > 1);
    }

    void whereTheSourceIsGoneWhatIsKnownIsGiven()
    {
        QVERIFY(load(m_source, m_tiles, requestOf(rangeOf(1h, 2h), 1min)));
        m_source.failsAt = start;
        std::uint64_t known = 0;
        const auto loaded = loadTiled(m_source, m_tiles, requestOf(rangeOf(1h, 130min), 1min),
                                      [&](const BinBatchPtr &batch) {
                                          known += batch->counts.fromTiles;
                                          return true;
                                      },
                                      {});
        QCOMPARE(loaded.error().kind, m_source.failure.kind);
        QCOMPARE(known, std::uint64_t{3 * 36'000});
    }

    void aSinkThatHasEnoughOfWhatIsKnownEndsTheLoad()
    {
        QVERIFY(load(m_source, m_tiles, requestOf(rangeOf(1h, 2h), 1min)));
        for (const TimeRange &range : {rangeOf(1h, 130min), rangeOf(1h, 2h)}) {
            int batches = 0;
            const auto loaded = loadTiled(m_source, m_tiles, requestOf(range, 1min),
                                          [&](const BinBatchPtr &) {
                                              ++batches;
                                              return false;
                                          },
                                          {});
            QCOMPARE(loaded.error().kind, Error::Kind::Cancelled);
            QCOMPARE(batches, 1);
        }
    }

    void aDetectorIsTakenFromTheWholeRing()
    {
        QVERIFY(load(m_source, m_tiles, requestOf(rangeOf(0h, 1h), 1min)));
        openStore();
        m_source.failsAt = start;
        const auto one = load(m_source, m_tiles, requestOf(rangeOf(0h, 1h), 1min, {1}));
        QVERIFY(one);
        QCOMPARE(one->size(), std::size_t{1});
        const auto none = load(m_source, m_tiles, requestOf(rangeOf(0h, 1h), 1min, {7})); // it has no samples: known
        QVERIFY2(none, qPrintable(none ? QString{} : none.error().what));
        QVERIFY(none->empty());
        QVERIFY(!load(m_source, m_tiles, requestOf(rangeOf(0h, 61min), 1min, {7})));
    }

    void aDetectorDoesNotStandForTheRing()
    {
        QVERIFY(load(m_source, m_tiles, requestOf(rangeOf(0h, 1h), 1min, {1})));
        const auto ring = load(m_source, m_tiles, requestOf(rangeOf(0h, 1h), 1min));
        QVERIFY(ring);
        QVERIFY(same(*load(m_source, {}, requestOf(rangeOf(0h, 1h), 1min)), *ring));
        openStore(); // the detector's cells are in the file twice now, and count once
        const auto again = load(m_source, m_tiles, requestOf(rangeOf(0h, 1h), 1min));
        QVERIFY(same(*again, *ring));
    }

    void otherConstantsMethodsAndSourcesAreNotMixed()
    {
        const auto request = requestOf(rangeOf(0h, 1h), 1min);
        QVERIFY(load(m_source, m_tiles, request));
        std::vector<Detector> changed = m_source.constants->detectors();
        changed[1].pedestal[0] += 100.0;
        const auto other = m_source.withTable(std::make_shared<const DetectorTable>(changed));
        QVERIFY(same(*load(*other, {}, request), *load(*other, m_tiles, request)));
        LoadRequest log = request;
        log.method = PositionMethod::Log;
        QVERIFY(same(*load(m_source, {}, log), *load(m_source, m_tiles, log)));
        m_source.failsAt = start;
        QVERIFY(!load(m_source, {m_tiles.store, u"another"_s}, request));
        QVERIFY(load(m_source, m_tiles, request));
    }

    void aBrokenLoadIsGoneOnWith()
    {
        const auto request = requestOf(rangeOf(0h, 2h), 1min);
        const auto direct = load(m_source, {}, request);
        m_source.failsAt = start + 1h;
        QVERIFY(!load(m_source, m_tiles, request));
        m_source.failsAt.reset();
        *m_source.asked = {};
        const auto rest = load(m_source, m_tiles, request);
        QVERIFY(rest);
        QVERIFY(same(*direct, *rest));
        QVERIFY(m_source.asked->ranges().front().begin() > start + 50min);
    }

    void samplesServeAnyIntervalAndTable()
    {
        const auto cached = cachedSource(std::make_shared<test::FakeSource>(m_source), m_tiles.store, m_tiles.identity);
        QVERIFY(load(*cached, m_tiles, requestOf(rangeOf(5min, 2h), 1min)));
        m_tiles.store->flush();
        test::FakeSource broken = m_source;
        broken.failsAt = start;
        openStore();
        const auto offline = cachedSource(std::make_shared<test::FakeSource>(broken), m_tiles.store, m_tiles.identity);
        for (const Duration interval : {Duration{100ms}, Duration{1s}, Duration{5s}}) {
            const auto request = requestOf(rangeOf(7min, 92min), interval);
            const auto again = load(*offline, m_tiles, request);
            QVERIFY(again);
            QVERIFY(same(*load(m_source, {}, request), *again));
        }
        QVERIFY(!load(*offline, m_tiles, requestOf(rangeOf(4min, 92min), 100ms)));
    }

    void ofLongerStretchesOnlyTheRestOfTheSamplesIsAskedFor()
    {
        const auto cached = cachedSource(std::make_shared<test::FakeSource>(m_source), m_tiles.store, m_tiles.identity);
        QVERIFY(load(*cached, m_tiles, requestOf(rangeOf(20min, 40min), 100ms)));
        *m_source.asked = {};
        const auto request = requestOf(rangeOf(10min, 50min), 100ms);
        const auto more = load(*cached, m_tiles, request);
        QVERIFY(more);
        RangeSet expected{rangeOf(10min, 20min)};
        expected.add(rangeOf(40min, 50min));
        QVERIFY(*m_source.asked == expected);
        QVERIFY(same(*load(m_source, {}, request), *more));
    }

    void whatMayStillChangeIsNotKept()
    {
        const TimePoint now = std::chrono::floor<std::chrono::minutes>(systemNow());
        const auto request = requestOf(*TimeRange::between(now - 10min, now), 1s);
        const auto cached = cachedSource(std::make_shared<test::FakeSource>(m_source), m_tiles.store, m_tiles.identity);
        QVERIFY(load(*cached, m_tiles, request));
        *m_source.asked = {};
        QVERIFY(load(*cached, m_tiles, request));
        QVERIFY(!m_source.asked->isEmpty());
        QVERIFY(m_source.asked->ranges().front().begin() >= now - 10min);
        QVERIFY(m_source.asked->ranges().back().end() == now);
    }

    void anArchivesLadderHasTheNumbersOfItsSamples_data()
    {
        QTest::addColumn<qint64>("interval_s");
        QTest::addColumn<qint64>("from_s");
        QTest::addColumn<qint64>("to_s");
        for (const qint64 interval : {60, 120, 600, 1800, 3600}) {
            QTest::addRow("%lld s, all", interval) << interval << qint64{0} << qint64{24 * 3600};
            QTest::addRow("%lld s, from the middle", interval) << interval << qint64{5500} << qint64{9003};
        }
    }
    void anArchivesLadderHasTheNumbersOfItsSamples()
    {
        QFETCH(const qint64, interval_s);
        QFETCH(const qint64, from_s);
        QFETCH(const qint64, to_s);
        const SampleSourcePtr archive = archiveWithLadder();
        const auto request = requestOf(rangeOf(std::chrono::seconds{from_s}, std::chrono::seconds{to_s}),
                                       std::chrono::seconds{interval_s});
        const auto direct = load(*archive, {}, request);
        const auto prepared = load(*archive, m_tiles, request);
        QVERIFY(direct && prepared);
        QVERIFY(same(*direct, *prepared));
    }

    void anArchivesLadderIsUsedWhereItFits()
    {
        const SampleSourcePtr archive = archiveWithLadder();
        const auto isThere = [](const SampleSource &source, std::optional<PositionMethod> method = {}) {
            const auto cells = source.openCells({}, method, {});
            return cells && *cells && (*cells)->covered(*Interval::of(1min));
        };
        QVERIFY(isThere(*archive));
        QVERIFY(!isThere(*archive, PositionMethod::Map));
        std::vector<Detector> changed = archive->table()->detectors();
        changed[1].gain[0] += 0.01;
        QVERIFY(!isThere(*archive->withTable(std::make_shared<const DetectorTable>(changed))));
        // More samples: the cells are not theirs any more.
        QVERIFY(ArchiveWriter::extend(m_archivePath));
        QVERIFY(!isThere(*archive));
    }

    /// Cells are written while the samples are read: they may not lock the readers out once they fill SQLite's cache.
    void aLadderMayBeLargerThanTheCacheOfSqlite()
    {
        m_archivePath = m_folder->filePath(u"long.cbpm3"_s);
        std::vector<int> rows(24);
        std::iota(rows.begin(), rows.end(), 0);
        const SimulationOrder order{m_archivePath, rangeOf(0h, 13h), 7, rows, builtinDetectorTable()};
        QVERIFY(writeSimulatedArchive(order, [](double) {}, {}));
        const auto before = QFileInfo{m_archivePath}.size();
        const auto added = addArchiveCells(m_archivePath, {});
        QVERIFY2(added, qPrintable(added ? QString{} : added.error().what));
        QVERIFY(QFileInfo{m_archivePath}.size() - before > 2 * 2'048'000);
    }

    void damagedCellsOfAnArchiveAreNeverDelivered()
    {
        const SampleSourcePtr archive = archiveWithLadder();
        {
            QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"test"_s);
            database.setDatabaseName(m_archivePath);
            QVERIFY(database.open());
            QVERIFY(QSqlQuery{database}.exec(u"UPDATE cells SET payload = zeroblob(500) WHERE detector = 2"_s));
        }
        QSqlDatabase::removeDatabase(u"test"_s);
        const auto loaded = load(*archive, m_tiles, requestOf(rangeOf(0h, 2h), 1min));
        QVERIFY(!loaded);
        QVERIFY(loaded.error().what.contains("damaged"_L1));
    }

private:
    SampleSourcePtr archiveWithLadder()
    {
        m_archivePath = m_folder->filePath(u"ring.cbpm3"_s);
        const SimulationOrder order{m_archivePath, rangeOf(61min, 3h + 17s), 7, {0, 1, 2, 3}, builtinDetectorTable()};
        const bool made = writeSimulatedArchive(order, [](double) {}, {}) && addArchiveCells(m_archivePath, {});
        return made ? *openArchive(m_archivePath, {}) : nullptr;
    }

    bool sql(const QString &statement)
    {
        bool done = false;
        {
            QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"test"_s);
            database.setDatabaseName(m_folder->filePath(u"tiles"_s));
            QSqlQuery query{database};
            done = database.open() && query.exec(statement) && query.numRowsAffected() == 1;
        }
        QSqlDatabase::removeDatabase(u"test"_s);
        return done;
    }

    /// One segment of the minutes from 6 to 12 h.
    bool damageTileOfSix()
    {
        m_tiles = {};
        const auto tile = unixMicroseconds(start + 6h) / Duration{6h}.count();
        const bool done =
            sql(u"UPDATE segments SET payload = zeroblob(length(payload)) WHERE id = (SELECT max(id) FROM segments "
                "WHERE level = %1 AND tile = %2 AND length(payload) > 0)"_s.arg(static_cast<int>(Level::Minute))
                    .arg(tile));
        openStore();
        return done;
    }

    void openStore()
    {
        m_tiles = {};
        TileStore::Options options;
        options.path = m_folder->filePath(u"tiles"_s);
        m_tiles = {std::make_shared<TileStore>(options), u"fake"_s};
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_archivePath;
    test::FakeSource m_source;
    TileAccess m_tiles;
};

QTEST_GUILESS_MAIN(TestTiledLoad)
#include "tst_tiledload.moc"
