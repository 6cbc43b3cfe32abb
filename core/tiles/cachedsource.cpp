// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tiles/cachedsource.h"

#include <deque>

namespace cbpm {
namespace {

/// Reads from the store what it has, the rest from the source, which is opened only then.
class CachedReader : public SampleReader
{
public:
    /// `reader` may be null: one is opened when it is needed.
    CachedReader(SampleSourcePtr source, TileStorePtr store, QString identity, std::vector<int> rows,
                 std::unique_ptr<SampleReader> reader, CancelToken cancel)
        : m_source{std::move(source)}, m_store{std::move(store)}, m_identity{std::move(identity)},
          m_table{m_source->table()}, m_rows{std::move(rows)}, m_cancel{std::move(cancel)}, m_reader{std::move(reader)}
    {
        for (const int row : m_rows)
            m_names.insert(m_table->at(row).location);
    }

    /// The source's own reader.
    Result<SampleReader *> inner()
    {
        if (!m_reader) {
            auto reader = m_source->open(m_rows, m_cancel);
            if (!reader)
                return reader.error();
            m_reader = std::move(*reader);
        }
        return m_reader.get();
    }

    Result<void> start(const TimeRange &stretch) override
    {
        m_parts.clear();
        m_isAsking = false;
        // Adjoining stretches that are not there are asked for as one.
        const auto plan = [this](const TimeRange &range, std::optional<std::int64_t> tile) {
            if (!tile && !m_parts.empty() && !m_parts.back().tile && m_parts.back().range.end() == range.begin())
                m_parts.back().range = *TimeRange::between(m_parts.back().range.begin(), range.end());
            else
                m_parts.push_back({range, tile});
        };
        for (const TilePiece &piece : tilePieces(Level::Samples, stretch)) {
            const RangeSet covered = m_store->coveredSamples(m_identity, piece, m_names);
            TimePoint from = piece.range.begin();
            for (const TimeRange &here : covered.within(piece.range)) {
                if (const auto gap = TimeRange::between(from, here.begin()))
                    plan(*gap, {});
                plan(here, piece.tile);
                from = here.end();
            }
            if (const auto gap = TimeRange::between(from, piece.range.end()))
                plan(*gap, {});
        }
        return {};
    }

    Result<void> renew() override
    {
        m_isAsking = false;
        return m_reader ? m_reader->renew() : Result<void>{};
    }

    Result<SampleBatchPtr> next(const CancelToken &cancel) override
    {
        while (!m_parts.empty()) {
            if (cancel.isCancelled())
                return Error{Error::Kind::Cancelled, {}, {}};
            const Part part = m_parts.front();
            if (part.tile) {
                if (auto samples = m_store->samples(m_identity, {*part.tile, part.range}, m_names)) {
                    m_parts.pop_front();
                    return batchOf(part.range, std::move(*samples));
                }
                m_parts.front().tile.reset(); // it was damaged: asked for again
                continue;
            }
            const auto batch = ask(part.range, cancel);
            if (!batch || *batch)
                return batch;
            m_isAsking = false;
            m_parts.pop_front();
        }
        return SampleBatchPtr{};
    }

private:
    /// A stretch that comes from one place: a tile, or the source.
    struct Part
    {
        TimeRange range;
        std::optional<std::int64_t> tile;
    };

    Result<SampleBatchPtr> ask(const TimeRange &range, const CancelToken &cancel)
    {
        const auto reader = inner();
        if (!reader)
            return reader.error();
        if (!m_isAsking) {
            if (const auto started = (*reader)->start(range); !started)
                return started.error();
            m_isAsking = true;
        }
        auto batch = (*reader)->next(cancel);
        if (batch && *batch && (*batch)->range.end() <= m_store->settledTo((*batch)->seenTo))
            m_store->addSamples(m_identity, *batch, m_names);
        return batch;
    }

    SampleBatchPtr batchOf(const TimeRange &range, std::vector<DetectorSamples> samples) const
    {
        auto batch = std::make_shared<SampleBatch>(SampleBatch{range, std::move(samples), 0, 0, 0, 0});
        for (DetectorSamples &one : batch->detectors) {
            one.row = m_table->find(one.location);
            batch->rows += one.size();
            for (const std::uint16_t arrival : one.arrival) {
                batch->duplicates += (arrival & Duplicate) != 0;
                batch->outOfOrder += (arrival & Late) != 0;
            }
        }
        batch->rows += batch->duplicates; // a third row of one time is not told from a second
        batch->fromTiles = batch->rows;
        return batch;
    }

    SampleSourcePtr m_source;
    TileStorePtr m_store;
    QString m_identity;
    DetectorTablePtr m_table;
    std::vector<int> m_rows;
    DetectorNames m_names;
    CancelToken m_cancel;
    std::unique_ptr<SampleReader> m_reader;
    std::deque<Part> m_parts;
    bool m_isAsking = false;
};

class CachedSource : public SampleSource
{
public:
    CachedSource(SampleSourcePtr source, TileStorePtr store, QString identity)
        : m_source{std::move(source)}, m_store{std::move(store)}, m_identity{std::move(identity)}
    {
    }

    Result<SourceInfo> info(const CancelToken &cancel) const override { return m_source->info(cancel); }
    Result<std::unique_ptr<SampleReader>> open(const std::vector<int> &rows, const CancelToken &cancel) const override
    {
        return reader(rows, {}, cancel);
    }
    Result<ReaderOpening> openingBeside(SampleReader &first, const std::vector<int> &rows,
                                        const CancelToken &cancel) const override
    {
        const auto inner = static_cast<CachedReader &>(first).inner();
        if (!inner)
            return inner.error();
        const auto beside = m_source->openingBeside(**inner, rows, cancel);
        if (!beside)
            return beside.error();
        return ReaderOpening{
            [this, rows, open = *beside](const CancelToken &until) -> Result<std::unique_ptr<SampleReader>> {
                auto opened = open(until);
                if (!opened)
                    return opened.error();
                return reader(rows, std::move(*opened), until);
            }};
    }
    Result<std::unique_ptr<CellReader>> openCells(const std::vector<int> &rows, std::optional<PositionMethod> method,
                                                  const CancelToken &cancel) const override
    {
        return m_source->openCells(rows, method, cancel);
    }
    Result<std::unique_ptr<Announcer>> announcer(const CancelToken &cancel) const override
    {
        return m_source->announcer(cancel);
    }
    int usefulReaders() const override { return m_source->usefulReaders(); }
    Duration grain() const override { return m_source->grain(); }
    DetectorTablePtr table() const override { return m_source->table(); }
    SampleSourcePtr withTable(DetectorTablePtr table) const override
    {
        return std::make_shared<CachedSource>(m_source->withTable(std::move(table)), m_store, m_identity);
    }

private:
    Result<std::unique_ptr<SampleReader>> reader(const std::vector<int> &rows, std::unique_ptr<SampleReader> inner,
                                                 const CancelToken &cancel) const
    {
        return std::unique_ptr<SampleReader>{
            std::make_unique<CachedReader>(m_source, m_store, m_identity, rows, std::move(inner), cancel)};
    }

    SampleSourcePtr m_source;
    TileStorePtr m_store;
    QString m_identity;
};

} // namespace

SampleSourcePtr cachedSource(SampleSourcePtr source, TileStorePtr store, const QString &identity)
{
    return std::make_shared<CachedSource>(std::move(source), std::move(store), identity);
}

SampleSourcePtr cachedSource(SampleSourcePtr source, const SourceInfo &info, const TileStorePtr &store)
{
    const bool isFile = info.path == QLatin1String{"archive"};
    return store && !isFile && !info.identity.isEmpty() ? cachedSource(std::move(source), store, info.identity)
                                                        : source;
}

} // namespace cbpm
