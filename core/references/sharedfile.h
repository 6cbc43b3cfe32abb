// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/types/result.h"

#include <QByteArray>
#include <QString>

#include <functional>

namespace cbpm {

/// All of a small file; Storage where it cannot be read, BadData where it has more than `limit` bytes.
Result<QByteArray> readSmallFile(const QString &path, qint64 limit);

/// Writes `bytes` under `path` whole or not at all; makes the folder. Other programs see the old file or the new one.
Result<void> writeSharedFile(const QString &path, const QByteArray &bytes);

/// Writes what `edit` makes of the file at `path`; other programs that do so meanwhile wait. Storage: they do not end, or
/// it cannot be written.
Result<void> changeSharedFile(const QString &path, const std::function<Result<QByteArray>()> &edit);

/// Puts a file that cannot be understood aside, under a name of its own, so that a new one does not end it.
void putAside(const QString &path);

} // namespace cbpm
