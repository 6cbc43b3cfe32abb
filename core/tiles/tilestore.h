// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/bins/binseries.h"
#include "core/tiles/tilethread.h"
#include "core/types/rangeset.h"
#include "core/types/samplebatch.h"

#include <QString>

#include <list>
#include <map>
#include <memory>
#include <mutex>

namespace cbpm {

/// Locations; empty: every detector of the ring, also those that no table knows.
using DetectorNames = std::set<std::string>;

/// Everything that was loaded once: cells of the ladder in memory under a byte cap, cells and samples on disk. One per
/// program; any thread. The file has a thread of its own (TileThread), in order: what was added is found by later
/// calls.
class TileStore
{
public:
    struct Options
    {
        QString path;                                   ///< of the file; empty: in memory, lost with the program
        std::int64_t diskBytes = std::int64_t{4} << 30; ///< a fortnight of the ring as samples
        std::size_t memoryBytes = std::size_t{64} << 20;
        Duration settled = std::chrono::minutes{1}; ///< after it no row comes late, as a rule
    };

    explicit TileStore(Options options);

    /// Data before this are kept; later ones may still change. `seenTo` of the batch that holds them: what a standby
    /// has not replayed is not missing.
    TimePoint settledTo(TimePoint seenTo = TimePoint::max()) const
    {
        return std::min(systemNow(), seenTo) - m_options.settled;
    }

    /// Where cells of all of `names` are at hand, inside the tile of `piece`.
    RangeSet covered(const QString &ring, Level level, const TilePiece &piece, const DetectorNames &names);
    /// The cells of `pieces`, which come in time order and were covered; rows of the series are not set. nullopt: some
    /// are gone meanwhile, or were found damaged and are dropped; covered() tells what is left.
    std::optional<std::vector<BinSeries>> cells(const QString &ring, Level level, const std::vector<TilePiece> &pieces,
                                                const DetectorNames &names);
    /// Cells of `piece`, complete for `names`; `series` may hold more than it. Of what is known already nothing
    /// changes.
    /// Cells of a second stay in memory.
    void addCells(const QString &ring, Level level, const TilePiece &piece, const DetectorNames &names,
                  const std::vector<BinSeries> &series);

    /// The same for samples, which stay on disk. nullopt: a damaged one was found and dropped; less is covered now.
    RangeSet coveredSamples(const QString &ring, const TilePiece &piece, const DetectorNames &names);
    std::optional<std::vector<DetectorSamples>> samples(const QString &ring, const TilePiece &piece,
                                                        const DetectorNames &names);
    /// Takes a batch that is complete for `names`; not kept where the disk cannot follow.
    void addSamples(const QString &ring, const SampleBatchPtr &batch, const DetectorNames &names);

    /// Forgets what it knows in `range` of the rings whose names begin with `source`: the next load asks the source.
    void forget(const QString &source, const TimeRange &range);

    /// Waits until all that was added is in the file.
    void flush() { m_file.flush(); }
    /// Why nothing more is kept on disk; empty: all is well.
    QString problem() const { return m_file.problem(); }
    std::int64_t diskBytes();

private:
    struct DetectorCells
    {
        RangeSet covered;
        BinSeries cells;
    };
    /// Cells of one tile.
    struct Tile
    {
        RangeSet ring; ///< complete for every detector: what has no cells here has no samples
        std::map<std::string, DetectorCells> detectors;
        std::size_t bytes = 0;
        std::list<TilePlace>::iterator age;
    };
    void dropDamaged(const TilePlace &place, const Segment &segment);

    Tile &tileAt(const TilePlace &place);
    /// What is complete, by detector; "": all of the ring.
    using Coverage = std::map<std::string, RangeSet>;
    static Coverage coverageOf(const Tile &tile);
    bool isInMemory(const TilePlace &place) const;
    Coverage coverageInMemory(const TilePlace &place) const;
    void addCoverageInFile(Coverage &to, const TilePlace &place, const DetectorNames &names);

    bool addCellsOf(const TilePlace &place, const TimeRange &range, const DetectorNames &names,
                    std::map<std::string, BinSeries> &to, std::size_t room);
    bool addFromMemory(const TilePlace &place, const TimeRange &range, const DetectorNames &names,
                       std::map<std::string, BinSeries> &to, std::size_t room);
    bool addFromFile(const TilePlace &place, const TimeRange &range, const DetectorNames &names,
                     std::map<std::string, BinSeries> &to, std::size_t room);
    void readTile(const TilePlace &place, const DetectorNames &names);
    void add(Tile &tile, Level level, const std::string &detector, const TimeRange &range, BinSeries cells);
    void trim();

    const Options m_options;
    mutable std::mutex m_mutex; ///< of everything in memory
    std::map<TilePlace, Tile> m_tiles;
    std::list<TilePlace> m_ages; ///< latest used first
    std::size_t m_bytes = 0;

    TileThread m_file; ///< last: what waits in it may use all of the above
};

using TileStorePtr = std::shared_ptr<TileStore>;

} // namespace cbpm
