// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/tiledload.h"

#include "core/query/tilefiller.h"

#include <bit>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace cbpm {
namespace {

/// Read before a stretch that follows known cells, so that flags that compare neighbours know what came before.
constexpr Duration leadIn = 10s;

/// One load: known cells and new ones in the order of time.
class TiledLoad
{
public:
    TiledLoad(const SampleSource &source, const TileAccess &tiles, const LoadRequest &request, Level level,
              const BinSink &sink, const CancelToken &cancel)
        : m_source{source}, m_store{*tiles.store}, m_table{source.table()}, m_request{request}, m_level{level},
          m_ring{ringOf(tiles.identity, *m_table, request.method)}, m_sink{sink}, m_cancel{cancel}
    {
        for (const int row : request.rows)
            m_names.insert(m_table->at(row).location);
    }

    Result<LoadCounts> run(const TimeRange &cells)
    {
        if (const auto edge = TimeRange::between(m_request.range.begin(), cells.begin())) {
            if (const auto loaded = loadEdge(*edge); !loaded)
                return loaded.error();
        }
        std::optional<TimeRange> missing; // not there, and not asked for yet
        for (const TilePiece &piece : tilePieces(m_level, cells)) {
            const RangeSet known = m_store.covered(m_ring, m_level, piece, m_names);
            TimePoint from = piece.range.begin();
            for (const TimeRange &here : known.within(piece.range)) {
                extend(missing, from, here.begin());
                if (const auto loaded = loadMissing(missing); !loaded)
                    return loaded.error();
                if (const auto given = giveKnown({piece.tile, here}); !given)
                    return given.error();
                from = here.end();
            }
            extend(missing, from, piece.range.end());
        }
        if (const auto loaded = loadMissing(missing); !loaded)
            return loaded.error();
        if (const auto edge = TimeRange::between(cells.end(), m_request.range.end())) {
            if (const auto loaded = loadEdge(*edge); !loaded)
                return loaded.error();
        }
        return m_counts;
    }

private:
    static void extend(std::optional<TimeRange> &missing, TimePoint begin, TimePoint end)
    {
        if (begin < end)
            missing = TimeRange::between(missing ? missing->begin() : begin, end);
    }

    bool give(std::shared_ptr<BinBatch> batch)
    {
        m_counts += batch->counts;
        return m_sink(std::move(batch));
    }

    LoadRequest requestFor(const TimeRange &range, Interval interval) const
    {
        LoadRequest request = m_request;
        request.range = range;
        request.interval = interval;
        return request;
    }

    /// Less than a cell, or too new to be kept.
    Result<void> loadEdge(const TimeRange &range)
    {
        const auto loaded = loadBins(
            m_source, requestFor(range, m_request.interval),
            [this](const BinBatchPtr &batch) { return give(std::make_shared<BinBatch>(*batch)); }, m_cancel);
        return loaded ? Result<void>{} : Result<void>{loaded.error()};
    }

    Result<void> giveKnown(const TilePiece &piece)
    {
        if (m_cancel.isCancelled())
            return Error{Error::Kind::Cancelled, {}, {}};
        auto batch = std::make_shared<BinBatch>(BinBatch{piece.range, {}, {}, {}});
        for (BinSeries &series : m_store.cells(m_ring, m_level, piece, m_names)) {
            series.row = m_table->find(series.location);
            batch->series.push_back(folded(series));
            batch->counts += countsOf(batch->series.back());
        }
        const auto flagged = [&](Flag flag) {
            return batch->counts.byFlag[static_cast<std::size_t>(std::countr_zero(static_cast<unsigned>(flag)))];
        };
        batch->counts.duplicates = flagged(Duplicate); // a third row of one time is not told from a second
        batch->counts.outOfOrder = flagged(Late);
        batch->counts.rows = batch->counts.valid + batch->counts.invalid + batch->counts.duplicates;
        batch->counts.fromTiles = batch->counts.rows;
        return give(std::move(batch)) ? Result<void>{} : Result<void>{Error{Error::Kind::Cancelled, {}, {}}};
    }

    BinSeries folded(BinSeries &series) const
    {
        const Interval width = cellWidth(m_level);
        return width == m_request.interval ? std::move(series) : series.folded(width, m_request.interval);
    }

    Result<void> loadMissing(std::optional<TimeRange> &missing)
    {
        if (!missing)
            return {};
        const TimeRange range = *std::exchange(missing, std::nullopt);
        TileFiller filler{m_store, m_ring, m_level, range, m_names};
        const TimePoint begin = range.begin() > m_request.range.begin() ? range.begin() - leadIn : range.begin();
        const Interval width = cellWidth(m_level);
        const auto loaded = loadBins(
            m_source, requestFor(*TimeRange::between(begin, range.end()), width),
            [&](const BinBatchPtr &batch) {
                const auto here = batch->range.intersected(range);
                if (!here)
                    return true;
                auto wanted = std::make_shared<BinBatch>(BinBatch{*here, {}, batch->counts, batch->seams});
                for (const BinSeries &series : batch->series) {
                    BinSeries part = series;
                    if (batch->range.begin() < range.begin())
                        part = series.part(width.binAt(range.begin()), width.binAt(range.end()));
                    wanted->series.push_back(std::move(part));
                }
                filler.add(*wanted);
                for (BinSeries &series : wanted->series)
                    series = folded(series);
                return give(std::move(wanted));
            },
            m_cancel);
        if (!loaded) {
            filler.finish(); // what came stands: the next load goes on from there
            return loaded.error();
        }
        filler.complete();
        return {};
    }

    const SampleSource &m_source;
    TileStore &m_store;
    const DetectorTablePtr m_table;
    const LoadRequest &m_request;
    const Level m_level;
    const QString m_ring;
    const BinSink &m_sink;
    const CancelToken &m_cancel;
    DetectorNames m_names;
    LoadCounts m_counts;
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
    return TiledLoad{source, tiles, whole, *level, sink, cancel}.run(*cells);
}

} // namespace cbpm
