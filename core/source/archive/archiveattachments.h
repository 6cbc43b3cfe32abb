// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/types/result.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace cbpm {

/// Something small that lies in an archive beside its samples, for who understands its name.
struct ArchiveAttachment
{
    QString name;
    QByteArray content;
};

namespace attachmentlimits {
inline constexpr int count = 1200;              ///< of an archive
inline constexpr qint64 bytes = 4 << 20;        ///< of one
inline constexpr qint64 totalBytes = 64 << 20;  ///< of all
} // namespace attachmentlimits

/// Puts them into the archive at `path`, which has none yet.
Result<void> addArchiveAttachments(const QString &path, const std::vector<ArchiveAttachment> &attachments);

/// What lies in the archive at `path`; none where it is of an earlier program. BadData where there is more than an
/// archive of ours ever holds: nothing of it is read then.
Result<std::vector<ArchiveAttachment>> archiveAttachments(const QString &path);

} // namespace cbpm
