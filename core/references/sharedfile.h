// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/types/result.h"

#include <QByteArray>
#include <QString>

namespace cbpm {

/// All of a small file; Storage where it cannot be read, BadData where it has more than `limit` bytes.
Result<QByteArray> readSmallFile(const QString &path, qint64 limit);

/// Writes `bytes` under `path` whole or not at all; makes the folder. Other programs see the old file or the new one.
Result<void> writeSharedFile(const QString &path, const QByteArray &bytes);

/// Puts a file that cannot be understood aside, under a name of its own, so that a new one does not end it.
void putAside(const QString &path);

} // namespace cbpm
