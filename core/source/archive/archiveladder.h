// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/bins/cellcodec.h"
#include "core/bins/ladder.h"
#include "core/source/archive/archivefile.h"
#include "core/source/cellreader.h"

#include <QSqlQuery>

#include <memory>
#include <unordered_map>

namespace cbpm {

/// Levels that an archive holds beside its samples; finer cells would be larger than the samples they are made of.
inline constexpr std::array archiveLevels{Level::Minute, Level::TenMinutes, Level::Hour};

/// Puts a ladder of cells into an archive that is complete; readers see none of it or all. One thread.
class ArchiveLadderWriter
{
public:
    static Result<std::unique_ptr<ArchiveLadderWriter>> open(const QString &path);
    ~ArchiveLadderWriter();

    /// Cells of a whole tile, or of as much of it as the archive has.
    Result<void> add(Level level, const TilePiece &piece, const std::vector<BinSeries> &series);
    /// The ladder is of all samples in `extent`, made with the constants of table `version`.
    Result<void> commit(const TimeRange &extent, const QString &version);

private:
    explicit ArchiveLadderWriter(std::unique_ptr<ArchiveFile> file);
    Result<void> begin();

    std::unique_ptr<ArchiveFile> m_file;
    std::unique_ptr<QSqlQuery> m_insert;
    std::unordered_map<std::string, int> m_ids;
    CellCodec m_codec;
    bool m_committed = false;
};

/// The ladder of the archive at `path`, for `rows` of `table` (empty: all); nullptr: it has none, or one made with
/// other constants.
Result<std::unique_ptr<CellReader>> openArchiveLadder(const QString &path, DetectorTablePtr table,
                                                      const std::vector<int> &rows);

} // namespace cbpm
