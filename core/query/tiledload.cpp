// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/tiledload.h"

#include "core/query/tilefiller.h"
#include "core/types/coretexts.h"
#include "core/types/outcome.h"

#include <QScopeGuard>

#include <algorithm>
#include <bit>
#include <future>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace cbpm {
namespace {

/// Read before a stretch that follows known cells, so that flags that compare neighbours know what came before.
constexpr Duration leadIn = 10s;

/// Known cells that go in one batch: a day of the ring by the minute, some 50 MB.
constexpr std::int64_t cellsAtOnce = 150'000;

/// One load: known cells and new ones in the order of time.
class TiledLoad
{
public:
    TiledLoad(const SampleSource &source, const TileAccess &tiles, const LoadRequest &request, Level level,
              const TimeRange &cells, const BinSink &sink, const CancelToken &cancel)
        : m_source{source}, m_store{*tiles.store}, m_table{source.table()}, m_request{request}, m_level{level},
          m_cells{cells}, m_ring{ringOf(tiles.identity, *m_table, request.method)}, m_sink{sink}, m_cancel{cancel}
    {
        for (const int row : request.rows)
            m_names.insert(m_table->at(row).location);
    }

    Result<LoadCounts> run()
    {
        TimePoint at = beginning(m_request.range); // everything up to here was given, or is known
        std::vector<TilePiece> toGive;             // known, side by side
        for (const TilePiece &piece : inOrder(tilePieces(m_level, m_cells))) {
            const RangeSet known = m_store.covered(m_ring, m_level, piece, m_names);
            for (const TimeRange &here : inOrder(known.within(piece.range))) {
                const bool adjoins = at == beginning(here);
                if (!adjoins || cellsOf(toGive) > cellsAtOnce) {
                    if (const auto given = giveAndLoad(toGive, at, beginning(here)); !given)
                        return given.error();
                    toGive.clear();
                }
                toGive.push_back({piece.tile, here});
                at = ending(here);
            }
        }
        if (const auto given = giveAndLoad(toGive, at, ending(m_request.range)); !given)
            return given.error();
        return m_counts;
    }

private:
    enum class Giving : std::uint8_t {
        Done,
        Enough, ///< the sink's word
        Lost    ///< gone meanwhile, or damaged: nothing was given
    };

    bool isBackward() const { return m_request.order == LoadOrder::NewestFirst; }
    /// In the order of the load.
    TimePoint beginning(const TimeRange &range) const { return isBackward() ? range.end() : range.begin(); }
    TimePoint ending(const TimeRange &range) const { return isBackward() ? range.begin() : range.end(); }

    template<class Stretches>
    Stretches inOrder(Stretches stretches) const
    {
        if (isBackward())
            std::ranges::reverse(stretches);
        return stretches;
    }

    static Error stopped() { return {Error::Kind::Cancelled, {}, {}}; }

    bool give(std::shared_ptr<BinBatch> batch)
    {
        m_counts += batch->counts;
        return m_sink(std::move(batch));
    }

    /// What came from the source, after what is known.
    bool giveNew(std::shared_ptr<BinBatch> batch)
    {
        batch->counts.resumptions = std::exchange(m_resumptions, 0);
        return knownBefore() == Giving::Done && give(std::move(batch));
    }

    /// Waits for the known cells that are being given.
    Giving knownBefore()
    {
        if (m_giving.valid())
            m_known = m_giving.get();
        return m_known;
    }

    LoadRequest requestFor(const TimeRange &range, Interval interval) const
    {
        LoadRequest request = m_request;
        request.range = range;
        request.interval = interval;
        return request;
    }

    /// Of all detectors.
    std::int64_t cellsOf(const std::vector<TilePiece> &pieces) const
    {
        std::int64_t cells = 0;
        for (const TilePiece &piece : pieces)
            cells += piece.range.duration() / cellWidth(m_level).width();
        return cells * static_cast<std::int64_t>(m_names.empty() ? m_table->size() : m_names.size());
    }

    /// What is known, and then what lies between the two: the source is asked for that while the known cells are given.
    Result<void> giveAndLoad(const std::vector<TilePiece> &known, TimePoint one, TimePoint other)
    {
        if (one == other || known.empty()) {
            const auto given = giveKnown(known);
            return given ? loadMissing(one, other) : given;
        }
        m_giving = std::async(std::launch::async, [this, &known] { return tryGive(known); });
        const QScopeGuard whatever{[this] {
            if (m_giving.valid())
                m_giving.wait();
        }};
        const auto loaded = loadMissing(one, other);
        if (knownBefore() != Giving::Lost)
            return m_known == Giving::Done ? loaded : stopped();
        m_known = Giving::Done;
        const auto found = giveKnown(known);
        return found ? loadMissing(one, other) : found;
    }

    Result<void> giveKnown(const std::vector<TilePiece> &pieces)
    {
        if (pieces.empty())
            return {};
        if (m_cancel.isCancelled())
            return stopped();
        const Giving given = tryGive(pieces);
        if (given == Giving::Lost) // only what is so is asked for
            return pieces.size() == 1 ? loadMissing(pieces.front().range.begin(), pieces.front().range.end())
                                      : giveOneByOne(pieces);
        return given == Giving::Done ? Result<void>{} : Result<void>{stopped()};
    }

    /// As one batch: to put several together costs whoever takes them more than the cells did.
    Giving tryGive(const std::vector<TilePiece> &pieces)
    {
        std::vector<TilePiece> inTime = pieces;
        if (isBackward())
            std::ranges::reverse(inTime);
        const auto range = *TimeRange::between(inTime.front().range.begin(), inTime.back().range.end());
        auto cells = m_store.cells(m_ring, m_level, inTime, m_names);
        if (!cells)
            return Giving::Lost;
        return give(batchOf(range, std::move(*cells))) ? Giving::Done : Giving::Enough;
    }

    std::shared_ptr<BinBatch> batchOf(const TimeRange &range, std::vector<BinSeries> known) const
    {
        auto batch = std::make_shared<BinBatch>(BinBatch{range, {}, {}, {}});
        for (BinSeries &series : known) {
            series.row = m_table->find(series.location);
            batch->series.push_back(folded(series));
            batch->counts += countsOf(batch->series.back());
        }
        countRows(*batch);
        batch->counts.fromTiles = batch->counts.rows;
        return batch;
    }

    Result<void> giveOneByOne(const std::vector<TilePiece> &pieces)
    {
        for (const TilePiece &piece : pieces) {
            if (const auto given = giveKnown({piece}); !given)
                return given;
        }
        return {};
    }

    /// What cells tell of the rows they were made of; a third row of one time is not told from a second.
    static void countRows(BinBatch &batch)
    {
        LoadCounts &counts = batch.counts;
        const auto flagged = [&](Flag flag) {
            return counts.byFlag[static_cast<std::size_t>(std::countr_zero(static_cast<unsigned>(flag)))];
        };
        counts.duplicates = flagged(Duplicate);
        counts.outOfOrder = flagged(Late);
        counts.rows = counts.valid + counts.invalid + counts.duplicates;
    }

    BinSeries folded(BinSeries &series) const
    {
        const Interval width = cellWidth(m_level);
        return width == m_request.interval ? std::move(series) : series.folded(width, m_request.interval);
    }

    /// What lies between the two, in either order.
    Result<void> loadMissing(TimePoint one, TimePoint other)
    {
        const auto missing = TimeRange::between(std::min(one, other), std::max(one, other));
        if (!missing)
            return {};
        const TimeRange range = *missing;
        const auto prepared = preparedIn(range);
        if (!prepared)
            return prepared.error();
        if (!*prepared)
            return loadFromSamples(range);
        const TimeRange there = **prepared;
        const auto before = TimeRange::between(range.begin(), there.begin());
        const auto after = TimeRange::between(there.end(), range.end());
        const auto fromSamples = [this](const std::optional<TimeRange> &part) {
            return part ? loadFromSamples(*part) : Result<void>{};
        };
        if (const auto loaded = fromSamples(isBackward() ? after : before); !loaded)
            return loaded;
        if (const auto loaded = loadPrepared(there); !loaded)
            return loaded;
        return fromSamples(isBackward() ? before : after);
    }

    /// Of `range`, where somebody has cells made already.
    Result<std::optional<TimeRange>> preparedIn(const TimeRange &range)
    {
        if (!m_askedForCells) {
            m_askedForCells = true;
            auto cells = m_patience.persist([&] { return openCells(); });
            if (!cells)
                return cells.error();
            m_prepared = std::move(*cells);
        }
        const auto covered = m_prepared ? m_prepared->covered(cellWidth(m_level)) : std::nullopt;
        const auto whole = wholeCells(cellWidth(m_level), range);
        return covered && whole ? covered->intersected(*whole) : std::nullopt;
    }

    Result<std::unique_ptr<CellReader>> openCells() const
    {
        return m_source.openCells(m_request.rows, m_request.method, m_cancel);
    }

    /// Prepared cells of `range`; where the source is lost on the way it is opened again.
    Result<std::vector<BinSeries>> readPrepared(const TimeRange &range)
    {
        const Interval width = cellWidth(m_level);
        auto cells = m_prepared->read(width, range, m_cancel);
        if (!cells) {
            cells = m_patience.persist(
                [&]() -> Result<std::vector<BinSeries>> {
                    m_prepared.reset();
                    auto prepared = openCells();
                    if (!prepared)
                        return prepared.error();
                    if (!*prepared)
                        return Error{Error::Kind::NotFound,
                                     CoreTexts::tr("the prepared cells were taken away meanwhile"),
                                     CoreTexts::tr("fetch again")};
                    m_prepared = std::move(*prepared);
                    return m_prepared->read(width, range, m_cancel);
                },
                cells.error());
            m_resumptions += cells.has_value();
        }
        if (cells)
            m_patience.succeeded();
        return cells;
    }

    Result<void> loadPrepared(const TimeRange &range)
    {
        TileFiller filler{m_prepared->isLocal() ? TileSink{[](auto &&...) {}} : tileSink(), m_level, range,
                          m_request.order};
        for (const TilePiece &piece : inOrder(tilePieces(m_level, range))) {
            auto cells = readPrepared(piece.range);
            if (!cells)
                return cells.error();
            auto batch = std::make_shared<BinBatch>(BinBatch{piece.range, std::move(*cells), {}, {}});
            filler.add(*batch);
            for (BinSeries &series : batch->series) {
                series = folded(series);
                batch->counts += countsOf(series);
            }
            countRows(*batch);
            if (!giveNew(std::move(batch)))
                return stopped();
        }
        filler.complete();
        return {};
    }

    TileSink tileSink()
    {
        return [this](Level level, const TilePiece &piece, const std::vector<BinSeries> &series) {
            m_store.addCells(m_ring, level, piece, m_names, series);
        };
    }

    Result<void> loadFromSamples(const TimeRange &range)
    {
        const auto kept = range.intersected(m_cells);
        std::optional<TileFiller> filler;
        if (kept)
            filler.emplace(tileSink(), m_level, *kept, m_request.order);
        bool settled = true; // all that came so far; the newest first: what comes now
        const TimePoint begin = range.begin() > m_request.range.begin() ? range.begin() - leadIn : range.begin();
        const auto loaded = loadBins(
            m_source, requestFor(*TimeRange::between(begin, range.end()), cellWidth(m_level)),
            [&](std::shared_ptr<BinBatch> batch) {
                m_resumptions += batch->counts.resumptions;
                settled = (settled || isBackward())
                          && std::min(batch->range.end(), m_cells.end()) <= m_store.settledTo(batch->seenTo);
                auto wanted = wantedOf(std::move(batch), range);
                if (!wanted)
                    return true;
                if (filler && settled)
                    filler->add(*wanted);
                for (BinSeries &series : wanted->series)
                    series = folded(series);
                return giveNew(std::move(wanted));
            },
            m_cancel);
        if (filler && loaded && settled)
            filler->complete();
        else if (filler)
            filler->finish(); // what came stands: the next load goes on from there
        return outcomeOf(loaded);
    }

    /// Without what was read before `range` for the sake of flags.
    std::shared_ptr<BinBatch> wantedOf(std::shared_ptr<BinBatch> batch, const TimeRange &range) const
    {
        const auto here = batch->range.intersected(range);
        if (!here)
            return nullptr;
        if (*here == batch->range)
            return batch;
        const std::int64_t first = cellWidth(m_level).binAt(here->begin()); // what came before is cut off, nothing else
        auto wanted = std::make_shared<BinBatch>(BinBatch{*here, {}, {}, {}});
        for (const BinSeries &series : batch->series) {
            wanted->series.push_back(series.part(first, std::numeric_limits<std::int64_t>::max()));
            wanted->counts += countsOf(wanted->series.back());
        }
        countRows(*wanted);
        wanted->counts.bytes = batch->counts.bytes;
        return wanted;
    }

    const SampleSource &m_source;
    TileStore &m_store;
    const DetectorTablePtr m_table;
    const LoadRequest &m_request;
    const Level m_level;
    const TimeRange m_cells; ///< of the range, what is kept: whole cells, old enough
    const QString m_ring;
    const BinSink &m_sink;
    const CancelToken &m_cancel;
    DetectorNames m_names;
    LoadCounts m_counts;
    Patience m_patience{m_request.retry, m_cancel};
    std::uint64_t m_resumptions = 0; ///< that no batch has told of yet
    bool m_askedForCells = false;
    std::unique_ptr<CellReader> m_prepared;
    Giving m_known = Giving::Done; ///< how it ended
    std::future<Giving> m_giving;  ///< known cells, in another thread
};

} // namespace

Result<LoadCounts> loadTiled(const SampleSource &source, const TileAccess &tiles, const LoadRequest &request,
                             const BinSink &sink, const CancelToken &cancel)
{
    const auto level = levelFor(request.interval);
    const bool isKept = (request.quantities & ~tiledQuantities) == 0;
    if (!tiles.store || tiles.identity.isEmpty() || !level || !isKept)
        return loadBins(source, request, sink, cancel);
    const auto settled =
        TimeRange::between(request.range.begin(), std::min(request.range.end(), tiles.store->settledTo()));
    const auto cells = settled ? wholeCells(cellWidth(*level), *settled) : std::nullopt;
    if (!cells)
        return loadBins(source, request, sink, cancel);
    LoadRequest whole = request;
    whole.quantities = tiledQuantities;
    return TiledLoad{source, tiles, whole, *level, *cells, sink, cancel}.run();
}

} // namespace cbpm
