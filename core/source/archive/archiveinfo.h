// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/archive/archivefile.h"
#include "core/types/canceltoken.h"

#include <QStringList>

#include <functional>

namespace cbpm {

/// What an archive holds, from its index alone.
struct ArchiveInfo
{
    ArchiveMeta meta;
    std::optional<TimeRange> extent;
    QStringList detectors; ///< with blocks
    std::uint64_t samples = 0;
    std::uint64_t blocks = 0;
    std::uint64_t payloadBytes = 0;
    std::uint64_t fileBytes = 0;
};

Result<ArchiveInfo> archiveInfo(const QString &path);

/// What verifyArchive() went through; a damaged block is an error that names detector and time.
struct ArchiveVerified
{
    std::uint64_t blocks = 0;
    std::uint64_t samples = 0;
};

/// SQLite's own check, then every block read, its checksum compared and decoded. Blocks; any thread.
Result<ArchiveVerified> verifyArchive(const QString &path, const std::function<void(double)> &progress,
                                      const CancelToken &cancel);

} // namespace cbpm
