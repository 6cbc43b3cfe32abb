// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/binload.h"
#include "core/source/postgres/postgressource.h"
#include "core/source/postgres/preparation.h"
#include "core/types/flags.h"
#include "core/types/timetext.h"
#include "tests/support/testcluster.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <map>

using namespace cbpm;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr QuantitySet told = filedQuantities | quantities(Quantity::Residual);

const TimeRange hours = *parseRange(u"2026-03-02Z"_s, u"2026-03-02T03:00Z"_s, TimePoint{});

using Ring = std::map<std::string, BinSeries>;

TableMapping mappingOf(const QString &table)
{
    TableMapping mapping;
    mapping.table = table;
    return mapping;
}

/// Relative, or absolute against the scale of the quantity's own spread.
bool isNear(double a, double b, double tolerance, double scale)
{
    return a == b || std::abs(a - b) <= tolerance * std::max(scale, std::max(std::abs(a), std::abs(b)));
}

/// What a cell of `cells` differs in from that of `rows`; empty: in nothing that counts.
QString difference(const BinSeries &cells, const BinSeries &rows)
{
    if (cells.bin != rows.bin)
        return u"bins"_s;
    if (cells.row != rows.row || cells.count != rows.count || cells.invalid != rows.invalid)
        return u"counts"_s;
    constexpr auto neighbours = static_cast<std::uint16_t>(~(Step | Frozen | Late)); // Late is known of rows alone
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if ((cells.flags[i] & neighbours) != (rows.flags[i] & neighbours))
            return u"flags of cell %1: %2, %3"_s.arg(i).arg(cells.flags[i]).arg(rows.flags[i]);
        const FlagTally *const a = cells.tallyOf(cells.bin[i]);
        const FlagTally *const b = rows.tallyOf(rows.bin[i]);
        for (std::size_t bit = 0; bit < flagCount; ++bit) {
            const bool compared = neighbours >> bit & 1;
            if (compared && (a ? a->count[bit] : 0) != (b ? b->count[bit] : 0))
                return u"tally of cell %1, flag %2"_s.arg(i).arg(QString::fromLatin1(flagWord(static_cast<int>(bit))));
        }
        for (std::size_t k = 0; k < 9; ++k) {
            if (cells.count[i] == 0)
                continue;
            const Moments &x = cells.moments[k][i];
            const Moments &y = rows.moments[k][i];
            const double size = std::max(std::abs(y.min), std::abs(y.max));
            const bool same = isNear(x.min, y.min, 1e-12, 0) && isNear(x.max, y.max, 1e-12, 0)
                              && isNear(x.mean, y.mean, 1e-9, 1e-3 * size)
                              && isNear(std::sqrt(x.m2), std::sqrt(y.m2), 1e-9, 1e-6 * size);
            if (!same)
                return u"cell %1, quantity %2: %3 %4 %5 %6 / %7 %8 %9 %10"_s.arg(i)
                    .arg(k)
                    .arg(x.mean, 0, 'g', 17)
                    .arg(x.m2, 0, 'g', 17)
                    .arg(x.min, 0, 'g', 17)
                    .arg(x.max, 0, 'g', 17)
                    .arg(y.mean, 0, 'g', 17)
                    .arg(y.m2, 0, 'g', 17)
                    .arg(y.min, 0, 'g', 17)
                    .arg(y.max, 0, 'g', 17);
        }
    }
    return {};
}

} // namespace

/// Cells of rollups are those that a load from the rows makes.
class TestRollup : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QString why;
        m_cluster = test::TestCluster::start(why);
        if (!m_cluster)
            QSKIP(qPrintable(why));
        // Three hours: 12W is healthy, with a gap; 13W has a dead button for a while, holes and twice the same time;
        // 14W a bad gain (residual); 99Q is in no table.
        m_cluster->exec(
            "CREATE TABLE ring (timestamp timestamptz, instr text, top_in int4, top_out int4, bot_in int4, "
            "bot_out int4);"
            "INSERT INTO ring SELECT timestamptz '2026-03-02 00:00:00.03Z' + i * interval '0.5 s', d, "
            "CASE WHEN d = '13W' AND i BETWEEN 3000 AND 3500 THEN 12 "
            "WHEN d = '13W' AND i BETWEEN 9000 AND 9003 THEN NULL ELSE 17000 + (i * 761) % 31 END, "
            "17100 + (i * 757) % 29 + CASE d WHEN '14W' THEN i / 3 ELSE 0 END, 16900 + i % 23, 17050 + (i * 31) % 37 "
            "FROM generate_series(0, 21599) i, unnest(ARRAY['12W','13W','14W','99Q']) d "
            "WHERE d <> '12W' OR i NOT BETWEEN 5000 AND 8000;"
            "INSERT INTO ring SELECT timestamp, instr, 16000, 16000, 16000, 16000 FROM ring "
            "WHERE instr = '13W' AND timestamp BETWEEN '2026-03-02 02:10Z' AND '2026-03-02 02:10:20Z';"
            "CREATE INDEX ON ring (timestamp); ANALYZE ring");
        prepareNow(u"ring"_s, *builtinDetectorTable());
    }

    void cellsAreThoseOfTheRows_data()
    {
        QTest::addColumn<qint64>("width_s");
        QTest::addColumn<QString>("to");
        QTest::newRow("10 s") << qint64{10} << u"2026-03-02T03:00Z"_s;
        QTest::newRow("1 min") << qint64{60} << u"2026-03-02T03:00Z"_s;
        QTest::newRow("1 min, part of an hour") << qint64{60} << u"2026-03-02T01:17Z"_s;
        QTest::newRow("10 min") << qint64{600} << u"2026-03-02T03:00Z"_s;
        QTest::newRow("1 h") << qint64{3600} << u"2026-03-02T03:00Z"_s;
    }
    void cellsAreThoseOfTheRows()
    {
        QFETCH(qint64, width_s);
        QFETCH(QString, to);
        const Interval interval = *Interval::of(std::chrono::seconds{width_s});
        const TimeRange range = *parseRange(u"2026-03-02Z"_s, to, TimePoint{});
        const PostgresSource source{m_cluster->conninfo(), mappingOf(u"ring"_s), builtinDetectorTable()};
        const Ring expected = fromRows(source.table(), interval, range);
        QCOMPARE(expected.size(), std::size_t{4});
        const Ring got = fromCells(source, {}, interval, range);
        for (const auto &[location, series] : expected) {
            QVERIFY(got.contains(location));
            const QString differs = difference(got.at(location), series);
            QVERIFY2(differs.isEmpty(), qPrintable(QString::fromStdString(location) + u": "_s + differs));
        }
    }

    void onlyWhatIsAskedFor()
    {
        const PostgresSource source{m_cluster->conninfo(), mappingOf(u"ring"_s), builtinDetectorTable()};
        const int row = source.table()->find("13W");
        const Ring got = fromCells(source, {row}, *Interval::of(1min), hours);
        QCOMPARE(got.size(), std::size_t{1});
        QCOMPARE(difference(got.at("13W"), fromRows(source.table(), *Interval::of(1min), hours).at("13W")), QString{});
    }

    void cellsReachToTheWatermarkAndLevelsAreFour()
    {
        const PostgresSource source{m_cluster->conninfo(), mappingOf(u"ring"_s), builtinDetectorTable()};
        const auto cells = source.openCells({}, PositionMethod::Linear, {});
        QVERIFY(*cells);
        QCOMPARE((*cells)->covered(*Interval::of(1min)), std::optional{hours});
        QVERIFY(!(*cells)->covered(*Interval::of(1s)));
        QVERIFY(!(*cells)->covered(*Interval::of(2min)));
    }

    void otherConstantsOrMethodsHaveNoCells()
    {
        QVERIFY(*sourceWith({}).openCells({}, {}, {}));
        QVERIFY(!*sourceWith({}).openCells({}, PositionMethod::Map, {}));
        QVERIFY(!*sourceWith([](Detector &each) { each.kx_mm = 26.0; }).openCells({}, {}, {}));
        std::vector<Detector> epochs = builtinDetectorTable()->detectors();
        Detector later = epochs.front();
        later.validFrom = *parseTime(u"2026-03-02T01:00Z"_s, TimePoint{});
        epochs.push_back(later);
        const auto changing = std::make_shared<const DetectorTable>(epochs);
        prepareNow(u"ring"_s, *changing);
        const PostgresSource source{m_cluster->conninfo(), mappingOf(u"ring"_s), changing};
        QVERIFY(!*source.openCells({}, {}, {}));
        const PostgresSource forced{
            m_cluster->conninfo(), mappingOf(u"ring"_s), builtinDetectorTable(), {}, ReadPath::Rollup};
        QVERIFY(!forced.openCells({}, {}, {}));
        prepareNow(u"ring"_s, *builtinDetectorTable());
    }

    void detectorsThatSqlCannotPlaceAreMadeHere()
    {
        std::vector<Detector> detectors = builtinDetectorTable()->detectors();
        for (Detector &each : detectors) {
            if (each.location == "12W")
                each.method = PositionMethod::Log;
            if (each.location == "14W")
                each.xOffset_mm = 0.25;
            each.pedestal = {-51.74, -36.76, -73.94, -37.68};
            each.gain = {1.02791, 0.94514, 0.99953, 1.04743};
        }
        const auto table = std::make_shared<const DetectorTable>(detectors);
        m_cluster->exec("CREATE TABLE calibrated AS SELECT * FROM ring");
        prepareNow(u"calibrated"_s, *table);
        const PostgresSource source{m_cluster->conninfo(), mappingOf(u"calibrated"_s), table};
        const Interval interval = *Interval::of(1min);
        const PostgresSource rows{m_cluster->conninfo(), mappingOf(u"calibrated"_s), table, {}, ReadPath::Rows};
        const Ring expected = loaded(rows, interval, hours);
        const Ring got = fromCells(source, {}, interval, hours);
        for (const auto &[location, series] : expected)
            QCOMPARE(difference(got.at(location), series), QString{});
    }

    void aReadThatWasCancelledIsFollowedByAnother()
    {
        const PostgresSource source{m_cluster->conninfo(), mappingOf(u"ring"_s), builtinDetectorTable()};
        const auto cells = source.openCells({}, {}, {});
        const CancelToken cancel;
        cancel.cancel();
        const auto stopped = (*cells)->read(*Interval::of(10s), hours, cancel);
        QVERIFY(!stopped && stopped.error().kind == Error::Kind::Cancelled);
        QCOMPARE((*cells)->read(*Interval::of(10s), hours, {})->size(), std::size_t{4});
    }

private:
    void prepareNow(const QString &table, const DetectorTable &detectors)
    {
        const auto done = prepare(m_cluster->conninfo(), mappingOf(table), detectors, {}, [](auto, auto) {}, {});
        if (!done)
            qFatal("%s", qPrintable(done.error().sentence()));
    }

    PostgresSource sourceWith(const std::function<void(Detector &)> &change) const
    {
        std::vector<Detector> detectors = builtinDetectorTable()->detectors();
        if (change)
            change(detectors.front());
        return PostgresSource{m_cluster->conninfo(), mappingOf(u"ring"_s),
                              std::make_shared<const DetectorTable>(detectors)};
    }

    static Ring loaded(const SampleSource &source, Interval interval, const TimeRange &range)
    {
        Ring ring;
        const LoadRequest request{range, interval, {}, {}, 1, told};
        const auto done = loadBins(source, request,
                                   [&](const BinBatchPtr &batch) {
                                       for (const BinSeries &series : batch->series) {
                                           ring[series.location].row = series.row;
                                           ring[series.location].merge(series);
                                       }
                                       return true;
                                   },
                                   {});
        return done ? ring : Ring{};
    }

    Ring fromRows(const DetectorTablePtr &table, Interval interval, const TimeRange &range) const
    {
        return loaded(PostgresSource{m_cluster->conninfo(), mappingOf(u"ring"_s), table, {}, ReadPath::Rows}, interval,
                      range);
    }

    static Ring fromCells(const SampleSource &source, const std::vector<int> &rows, Interval interval,
                          const TimeRange &range)
    {
        Ring ring;
        const auto cells = source.openCells(rows, {}, {});
        if (!cells || !*cells)
            return ring;
        auto read = (*cells)->read(interval, range, {});
        if (!read)
            qWarning("%s", qPrintable(read.error().sentence()));
        for (BinSeries &series : read.value())
            ring[series.location] = std::move(series);
        return ring;
    }

    std::unique_ptr<test::TestCluster> m_cluster;
};

QTEST_GUILESS_MAIN(TestRollup)
#include "tst_rollup.moc"
