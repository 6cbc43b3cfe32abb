// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/types/canceltoken.h"
#include "core/types/result.h"

#include <QString>

namespace cbpm {

/// Computes the ladder of cells of the archive at `path` with its own detector table and stores it there: a month opens
/// from its coarse cells then. Reads every block once.
Result<void> addArchiveCells(const QString &path, const CancelToken &cancel);

} // namespace cbpm
