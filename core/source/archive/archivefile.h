// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detectors/detectortable.h"
#include "core/types/result.h"
#include "core/types/timerange.h"

#include <QSqlDatabase>
#include <QString>

#include <memory>
#include <optional>

namespace cbpm {

/// The archive format, all of it that is not a block (blockcodec.h). A file is an SQLite database:
///   meta(key, value)                       provenance, detector table as CSV, see ArchiveMeta
///   detectors(id, location)                who has blocks
///   blocks(slot, detector, first, last, count, payload)   samples of one detector in ten minutes, first..last in µs
///   UTC
/// application_id says what it is, user_version which version of this layout.
namespace archiveformat {
inline constexpr int applicationId = 0x43425033; // "CBP3"
inline constexpr int version = 1;
inline constexpr Duration slotLength = std::chrono::minutes{10};

constexpr std::int64_t slotOf(std::int64_t unixMicroseconds) noexcept
{
    const std::int64_t w = slotLength.count();
    return unixMicroseconds >= 0 ? unixMicroseconds / w : -((-unixMicroseconds + w - 1) / w);
}
} // namespace archiveformat

/// Where the samples of an archive were read.
struct Provenance
{
    QString source;                 ///< "host x, database y, table z"; no secret
    QString server;                 ///< version of the server, or format of the file
    std::optional<TimeRange> range; ///< asked for
};

struct ArchiveMeta
{
    Provenance provenance;
    QString program; ///< that wrote it, with its version
    QString created; ///< ISO 8601
    DetectorTablePtr table;
};

/// One SQLite connection, used by the thread that opened it.
class ArchiveFile
{
public:
    /// Read-only, with everything switched off that an archive does not need; checked to be one. Only what a writer of
    /// ours had begun and did not end is taken back before.
    static Result<std::unique_ptr<ArchiveFile>> open(const QString &path);
    /// For the writer: an empty file of this format at `path`, called `shownPath` in errors.
    static Result<std::unique_ptr<ArchiveFile>> create(const QString &path, const QString &shownPath);
    /// For the writer of live data: an archive that is there already.
    static Result<std::unique_ptr<ArchiveFile>> openForAppend(const QString &path);
    ~ArchiveFile();
    ArchiveFile(const ArchiveFile &) = delete;
    ArchiveFile &operator=(const ArchiveFile &) = delete;

    QSqlDatabase &database() { return m_database; }
    const QString &path() const { return m_path; }

    Result<void> run(const QString &sql);
    Result<ArchiveMeta> meta();
    Result<void> setMeta(const ArchiveMeta &meta);
    /// First sample to just after the last, of the slots that begin before `before`; nullopt: none.
    Result<std::optional<TimeRange>> extent(TimePoint before = TimePoint::max());

    /// The error of the last statement: damaged, full or busy.
    Error failure(const QSqlError &error) const;

private:
    ArchiveFile(QString path, const QString &options);
    static Result<std::unique_ptr<ArchiveFile>> openAs(const QString &path, const QString &options);
    Result<void> check();
    static Result<void> rollBack(const QString &path);

    QString m_path;
    QString m_shownPath; ///< what errors call it
    QString m_connection;
    QSqlDatabase m_database;
};

} // namespace cbpm
