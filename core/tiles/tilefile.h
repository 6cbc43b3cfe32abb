// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/bins/ladder.h"
#include "core/types/result.h"
#include "core/types/timetext.h"

#include <QByteArray>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>

#include <functional>
#include <memory>
#include <set>
#include <string>
#include <tuple>
#include <unordered_map>

namespace cbpm {

/// Where a tile belongs: `ring` names the source and, for cells, the constants and the method they were made with.
struct TilePlace
{
    QString ring;
    Level level = Level::Samples;
    std::int64_t tile = 0;

    bool operator<(const TilePlace &other) const
    {
        return std::tie(tile, level, ring) < std::tie(other.tile, other.level, other.ring);
    }
};

/// A stretch of one detector in a tile, complete. Detector "" says: complete for every detector of the ring; those
/// without a segment of their own have no samples there.
struct Segment
{
    std::string detector;
    TimeRange range;
    QByteArray payload; ///< empty: no samples
    qint64 id = 0;      ///< in the file
};

/// The tiles of all rings in one SQLite file with a cap on its size. Several programs may have it open; it survives a
/// crash (write-ahead log), and deleting it costs time only. Belongs to the thread that opened it.
class TileFile
{
public:
    /// `path` empty: in memory. What is there but no such file is replaced. `cap` bytes of tiles at most.
    static Result<std::unique_ptr<TileFile>> open(const QString &path, std::int64_t cap);
    ~TileFile();
    static void remove(const QString &path);

    enum class Content { Ranges, Payloads };
    /// Takes a segment; false: no more are wanted.
    using Take = std::function<bool(Segment &&)>;
    /// Segments of `names` (empty: all) and those of "", by detector and begin, those of "" first; with their bytes
    /// where wanted.
    Result<void> read(const TilePlace &place, const std::set<std::string> &names, Content content, const Take &take);
    /// Adds what is not covered yet; all of it or nothing.
    Result<void> write(const TilePlace &place, const std::vector<Segment> &segments);
    /// Forgets a segment that cannot be read, and what says that its detector is complete there.
    Result<void> drop(const TilePlace &place, const Segment &segment);
    /// Forgets what the rings whose names begin with `source` have in `range`.
    Result<void> drop(const QString &source, const TimeRange &range);

    std::int64_t bytes();

private:
    TileFile(const QString &path, std::int64_t cap);

    Result<void> prepare();
    Result<void> run(const QString &sql);
    Result<void> done(QSqlQuery &query);
    Error failure(const QSqlError &error) const;
    Result<qint64> ringId(const QString &ring, bool make);
    Result<void> insert(qint64 ring, const TilePlace &place, const std::vector<Segment> &segments);
    Result<void> touch(qint64 ring, const TilePlace &place);
    Result<void> evict();

    QString m_path;
    std::int64_t m_cap;
    QString m_connection;
    QSqlDatabase m_database;
    std::unordered_map<std::string, qint64> m_rings;
    std::set<TilePlace> m_touched; ///< in this session: their time of use is in the file
    std::int64_t m_sinceEviction = 0;
};

} // namespace cbpm
