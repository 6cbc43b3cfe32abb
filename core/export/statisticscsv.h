// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/stretchstatistics.h"
#include "core/export/outputfile.h"

namespace cbpm {

/// Statistics of a stretch as CSV: lines of "# key: value" first (begin and end in UTC, what they are made from, the
/// method, `source` in words), then a header with units, then a detector a row. Written whole or not at all.
Result<void> writeStatisticsCsv(const QString &path, const StretchStatistics &statistics,
                                std::optional<PositionMethod> method, const QString &source);

} // namespace cbpm
