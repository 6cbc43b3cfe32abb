// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bins/cellcodec.h"
#include "core/tiles/samplecodec.h"
#include "core/tiles/tilestore.h"

#include <QFile>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <random>

#include <sys/resource.h>

using namespace cbpm;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const TimePoint start = std::chrono::sys_days{std::chrono::March / 2 / 2026};
const QString ring = u"ring"_s;

TimeRange rangeOf(Duration from, Duration to)
{
    return *TimeRange::between(start + from, start + to);
}

TilePiece pieceOf(Level level, const TimeRange &range)
{
    return tilePieces(level, range).front();
}

/// Cells of every minute of `range`, with numbers that tell them apart.
BinSeries minutes(const std::string &location, const TimeRange &range, double tag = 1.0)
{
    const Interval width = cellWidth(Level::Minute);
    BinSeries cells;
    cells.location = location;
    for (std::int64_t bin = width.binAt(range.begin()); width.binBegin(bin) < range.end(); ++bin) {
        cells.bin.push_back(bin);
        cells.count.push_back(600);
        cells.invalid.push_back(static_cast<std::uint32_t>(bin % 7 == 0));
        cells.flags.push_back(bin % 7 == 0 ? 2 : 0);
        if (bin % 7 == 0)
            cells.tallies.push_back({bin, {0, 1}});
        for (auto &column : cells.moments)
            column.push_back({tag * static_cast<double>(bin), 0.1, tag - 1.0 / 3.0, tag + 1.0 / 7.0});
    }
    return cells;
}

bool equal(const BinSeries &a, const BinSeries &b)
{
    bool same = a.bin == b.bin && a.count == b.count && a.invalid == b.invalid && a.flags == b.flags
                && a.tallies.size() == b.tallies.size();
    for (std::size_t q = 0; same && q < a.moments.size(); ++q)
        same =
            a.moments[q].size() == b.moments[q].size()
            && (a.moments[q].empty()
                || std::memcmp(a.moments[q].data(), b.moments[q].data(), a.moments[q].size() * sizeof(Moments)) == 0);
    return same;
}

} // namespace

class TestTileStore : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_store.reset();
        m_folder = std::make_unique<QTemporaryDir>();
        open();
    }

    void rangesBecomeOneWhereTheyTouch()
    {
        RangeSet set;
        set.add(rangeOf(1h, 2h));
        set.add(rangeOf(3h, 4h));
        QVERIFY(!set.covers(rangeOf(1h, 4h)));
        QCOMPARE(set.missing(rangeOf(0h, 5h)).size(), std::size_t{3});
        set.add(rangeOf(2h, 3h));
        QCOMPARE(set.ranges().size(), std::size_t{1});
        QVERIFY(set.covers(rangeOf(1h, 4h)));
        QVERIFY(set.intersected(RangeSet{rangeOf(0h, 90min)}) == RangeSet{rangeOf(1h, 90min)});
    }

    void cellsComeBackToTheBit()
    {
        CellCodec codec;
        BinSeries cells = minutes("12W", rangeOf(0h, 6h));
        cells.moments[3].clear(); // not asked for
        const auto payload = codec.encode(cells);
        const std::vector<std::uint8_t> bytes{payload.begin(), payload.end()};
        BinSeries back;
        QVERIFY(codec.decode(bytes, back));
        QVERIFY(equal(cells, back));
    }

    void cellsContinueThoseBefore()
    {
        CellCodec codec;
        const auto payload = codec.encode(minutes("12W", rangeOf(1h, 2h)));
        const std::vector<std::uint8_t> bytes{payload.begin(), payload.end()};
        BinSeries cells = minutes("12W", rangeOf(0h, 1h));
        QVERIFY(codec.decode(bytes, cells, 500));
        QVERIFY(equal(cells, minutes("12W", rangeOf(0h, 2h))));
        QVERIFY(cells.moments[0].capacity() >= 500);
        QVERIFY(!codec.decode(bytes, cells)); // they are there already
        BinSeries less = minutes("12W", rangeOf(0h, 1h));
        less.moments[3].clear();
        const BinSeries before = less;
        QVERIFY(!codec.decode(bytes, less));
        QVERIFY(equal(less, before) && equal(cells, minutes("12W", rangeOf(0h, 2h))));
    }

    void damagedCellsAreSeen()
    {
        CellCodec codec;
        const auto payload = codec.encode(minutes("12W", rangeOf(0h, 1h)));
        const std::vector<std::uint8_t> bytes{payload.begin(), payload.end()};
        for (std::size_t k = 0; k < bytes.size(); ++k) {
            BinSeries back;
            std::vector<std::uint8_t> damaged = bytes;
            damaged[k] ^= 0x10;
            if (codec.decode(damaged, back))
                QVERIFY2(equal(back, minutes("12W", rangeOf(0h, 1h))), qPrintable(u"byte %1"_s.arg(k)));
            damaged.resize(k);
            BinSeries none;
            QVERIFY(!codec.decode(damaged, none));
            QVERIFY(equal(none, {}));
        }
    }

    void samplesKeepWhatTheirRowsSaid()
    {
        DetectorSamples samples;
        for (std::int64_t k = 0; k < 100; ++k) {
            samples.time.push_back(k * 100'000);
            for (auto &button : samples.button)
                button.push_back(k % 10 == 3 ? std::nan("") : 1000.5 + static_cast<double>(k));
        }
        samples.arrival.assign(100, 0);
        samples.arrival[7] = Duplicate;
        SampleCodec codec;
        const auto payload = codec.encode(samples);
        const std::vector<std::uint8_t> bytes{payload.begin(), payload.end()};
        DetectorSamples back;
        QVERIFY(codec.decode(bytes, back));
        QVERIFY(back.time == samples.time && back.arrival == samples.arrival);
        QVERIFY(std::memcmp(back.button[2].data(), samples.button[2].data(), 100 * sizeof(double)) == 0);
        QVERIFY(!codec.decode(std::span{bytes}.first(bytes.size() - 1), back));
    }

    void aSecondWordOnTheSameCellsChangesNothing()
    {
        addMinutes(rangeOf(1h, 2h));
        m_store->addCells(ring, Level::Minute, pieceOf(Level::Minute, rangeOf(90min, 3h)), {},
                          {minutes("12W", rangeOf(90min, 3h), 2.0)});
        BinSeries expected = minutes("12W", rangeOf(1h, 2h));
        expected.merge(minutes("12W", rangeOf(2h, 3h), 2.0));
        for (int opened = 0; opened < 2; ++opened) {
            const TilePiece all = pieceOf(Level::Minute, rangeOf(1h, 3h));
            QVERIFY(m_store->covered(ring, Level::Minute, all, {}).covers(all.range));
            const auto found = m_store->cells(ring, Level::Minute, {all}, {});
            QVERIFY(found);
            QCOMPARE(found->size(), std::size_t{1});
            QVERIFY(equal(found->front(), expected));
            open();
        }
    }

    void memoryIsCapped()
    {
        TileStore::Options options = m_options;
        options.memoryBytes = 200'000;
        open(options);
        for (int day = 0; day < 8; ++day)
            addMinutes(rangeOf(24h * day, 24h * day + 6h));
        m_store->flush();
        // What left the memory is still known, from the file; also what left it between the question and the look.
        std::vector<TilePiece> pieces;
        for (int day = 0; day < 8; ++day) {
            pieces.push_back(pieceOf(Level::Minute, rangeOf(24h * day, 24h * day + 6h)));
            QVERIFY(m_store->covered(ring, Level::Minute, pieces.back(), {}).covers(pieces.back().range));
        }
        for (const TilePiece &piece : pieces) {
            const auto cells = m_store->cells(ring, Level::Minute, {piece}, {});
            QVERIFY(cells && !cells->empty());
            QVERIFY(equal(cells->front(), minutes("12W", piece.range)));
        }
    }

    /// Cells of one tile from the file, of others from memory, of one from both; in pieces that cut what was kept.
    void cellsComeFromWhereverTheyAre()
    {
        addMinutes(rangeOf(0h, 6h));
        addMinutes(rangeOf(6h, 8h));
        addMinutes(rangeOf(12h, 18h));
        m_store->flush();
        open(); // all of it is on disk alone
        addMinutes(rangeOf(8h, 12h));
        addMinutes(rangeOf(18h, 24h));
        const auto range = rangeOf(90min, 22h);
        const std::vector<TilePiece> pieces = tilePieces(Level::Minute, range);
        QCOMPARE(pieces.size(), std::size_t{4});
        for (const DetectorNames &names : {DetectorNames{}, DetectorNames{"12W"}, DetectorNames{"12W", "13W"}}) {
            for (const TilePiece &piece : pieces)
                QVERIFY(m_store->covered(ring, Level::Minute, piece, names).covers(piece.range));
            const auto found = m_store->cells(ring, Level::Minute, pieces, names);
            QVERIFY(found);
            QCOMPARE(found->size(), std::size_t{1});
            QVERIFY(equal(found->front(), minutes("12W", range)));
        }
    }

    /// What two detectors know of one tile may lie in two places.
    void coverageIsThatOfMemoryAndFile()
    {
        const TilePiece piece = pieceOf(Level::Minute, rangeOf(0h, 6h));
        m_store->addCells(ring, Level::Minute, piece, {"12W"}, {minutes("12W", piece.range)});
        m_store->flush();
        QVERIFY(sql(u"DELETE FROM segments"_s)); // another program made room
        TileStore other{m_options};
        other.addCells(ring, Level::Minute, piece, {"13W"}, {minutes("13W", piece.range)});
        other.flush();
        QVERIFY(m_store->covered(ring, Level::Minute, piece, {"12W", "13W"}).covers(piece.range));
        const auto found = m_store->cells(ring, Level::Minute, {piece}, {"12W", "13W"});
        QVERIFY(found);
        QCOMPARE(found->size(), std::size_t{2});
        QVERIFY(m_store->covered(ring, Level::Minute, piece, {}).isEmpty());
        QVERIFY(!m_store->cells(ring, Level::Minute, {piece}, {}));
    }

    void theFileIsCappedAndTheOldestGoFirst()
    {
        TileStore::Options options = m_options;
        options.diskBytes = 4 << 20;
        options.memoryBytes = 1;
        open(options);
        for (int k = 0; k < 200; ++k)
            addMinutes(rangeOf(6h * k, 6h * (k + 1)));
        QVERIFY(m_store->diskBytes() <= options.diskBytes * 11 / 10);
        const TilePiece first = pieceOf(Level::Minute, rangeOf(0h, 6h));
        const TilePiece last = pieceOf(Level::Minute, rangeOf(6h * 199, 6h * 200));
        open(options);
        QVERIFY(m_store->covered(ring, Level::Minute, first, {}).isEmpty());
        QVERIFY(m_store->covered(ring, Level::Minute, last, {}).covers(last.range));
    }

    void twoProgramsShareTheFile()
    {
        TileStore other{m_options};
        addMinutes(rangeOf(0h, 1h));
        m_store->flush();
        const TilePiece piece = pieceOf(Level::Minute, rangeOf(0h, 1h));
        QVERIFY(other.covered(ring, Level::Minute, piece, {}).covers(piece.range));
        other.addCells(ring, Level::Minute, pieceOf(Level::Minute, rangeOf(1h, 2h)), {},
                       {minutes("12W", rangeOf(1h, 2h))});
        other.flush();
        const TilePiece both = pieceOf(Level::Minute, rangeOf(0h, 2h));
        QVERIFY(m_store->covered(ring, Level::Minute, both, {}).covers(both.range));
        QVERIFY(m_store->problem().isEmpty() && other.problem().isEmpty());
    }

    void aDamagedTileIsDropped()
    {
        addMinutes(rangeOf(0h, 1h));
        m_store.reset();
        QVERIFY(sql(u"UPDATE segments SET payload = zeroblob(length(payload)) WHERE detector = '12W'"_s));
        open();
        const TilePiece piece = pieceOf(Level::Minute, rangeOf(0h, 1h));
        QVERIFY(!m_store->cells(ring, Level::Minute, {piece}, {}));
        QVERIFY(m_store->covered(ring, Level::Minute, piece, {}).isEmpty());
        addMinutes(rangeOf(0h, 1h)); // fetched again
        open();
        QVERIFY(m_store->covered(ring, Level::Minute, piece, {}).covers(piece.range));
        QVERIFY(equal(m_store->cells(ring, Level::Minute, {piece}, {})->front(), minutes("12W", piece.range)));
    }

    void aForeignOrDamagedFileIsMadeAnew_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("text") << QByteArray{5000, 'x'};
        QTest::newRow("empty") << QByteArray{};
        QTest::newRow("header alone") << QByteArray{"SQLite format 3\0", 16} + QByteArray(4000, '\0');
    }
    void aForeignOrDamagedFileIsMadeAnew()
    {
        QFETCH(const QByteArray, content);
        m_store.reset();
        QFile file{m_options.path};
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(content);
        file.close();
        open();
        addMinutes(rangeOf(0h, 1h));
        open();
        const TilePiece piece = pieceOf(Level::Minute, rangeOf(0h, 1h));
        QVERIFY(m_store->covered(ring, Level::Minute, piece, {}).covers(piece.range));
        QVERIFY(m_store->problem().isEmpty());
    }

    void withoutAPlaceOnDiskItGoesOnInMemory()
    {
        TileStore::Options options = m_options;
        options.path = u"/proc/no-such-folder/tiles"_s;
        open(options);
        addMinutes(rangeOf(0h, 1h));
        const TilePiece piece = pieceOf(Level::Minute, rangeOf(0h, 1h));
        QVERIFY(m_store->covered(ring, Level::Minute, piece, {}).covers(piece.range));
        m_store->flush();
        QVERIFY(m_store->problem().contains(u"/proc/no-such-folder"_s));
    }

    void aFullDiskIsSaidAndNothingIsLost()
    {
        addMinutes(rangeOf(0h, 6h));
        m_store->flush();
        QVERIFY(m_store->problem().isEmpty());
        std::signal(SIGXFSZ, SIG_IGN);
        rlimit before{};
        getrlimit(RLIMIT_FSIZE, &before);
        const rlimit tight{1 << 20, before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &tight);
        for (int k = 1; k < 40; ++k)
            addMinutes(rangeOf(6h * k, 6h * (k + 1)));
        m_store->flush();
        setrlimit(RLIMIT_FSIZE, &before);
        QVERIFY2(!m_store->problem().isEmpty(), "the limit was never met");
        const TilePiece late = pieceOf(Level::Minute, rangeOf(6h * 39, 6h * 40));
        QVERIFY(m_store->covered(ring, Level::Minute, late, {}).covers(late.range)); // from memory
        open();
        const TilePiece early = pieceOf(Level::Minute, rangeOf(0h, 6h));
        QVERIFY(m_store->covered(ring, Level::Minute, early, {}).covers(early.range)); // from the file
    }

    void whatIsForgottenIsGone()
    {
        addMinutes(rangeOf(0h, 1h));
        m_store->forget(ring, rangeOf(10min, 20min));
        const TilePiece piece = pieceOf(Level::Minute, rangeOf(0h, 1h));
        QVERIFY(m_store->covered(ring, Level::Minute, piece, {}).isEmpty());
    }

private:
    void open() { open(m_options.path.isEmpty() || !m_store ? fresh() : m_options); }
    void open(const TileStore::Options &options)
    {
        m_store.reset();
        m_store = std::make_unique<TileStore>(options);
    }
    TileStore::Options fresh()
    {
        m_options = {};
        m_options.path = m_folder->filePath(u"cache/tiles"_s);
        return m_options;
    }

    void addMinutes(const TimeRange &range)
    {
        m_store->addCells(ring, Level::Minute, pieceOf(Level::Minute, range), {}, {minutes("12W", range)});
    }

    bool sql(const QString &statement)
    {
        bool done = false;
        {
            QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"test"_s);
            database.setDatabaseName(m_options.path);
            done = database.open() && QSqlQuery{database}.exec(statement);
        }
        QSqlDatabase::removeDatabase(u"test"_s);
        return done;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    TileStore::Options m_options;
    std::unique_ptr<TileStore> m_store;
};

QTEST_GUILESS_MAIN(TestTileStore)
#include "tst_tilestore.moc"
