// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detectors/detectortable.h"
#include "core/types/interval.h"
#include "core/types/result.h"
#include "core/types/timerange.h"

#include <QString>

#include <optional>
#include <vector>

namespace cbpm {

// Option values as people write them. Errors are Error::Usage and name the option.

/// "0.1s", "1s", "1min", "1h"; a multiple of 0.1 s up to 1 h.
Result<Interval> parseInterval(const QString &text);

/// "linear" or "log"; the nonlinear ones are refused until they are there.
Result<PositionMethod> parseMethod(const QString &text);

/// "90s", "30min", "2h", "1d".
Result<Duration> parseDuration(const QString &option, const QString &text);

/// "12W,13W" to rows of the table, in ring order, each once; "all" to an empty list.
Result<std::vector<int>> parseDetectors(const QString &text, const DetectorTable &table);

Result<int> parsePositiveInt(const QString &option, const QString &text);

} // namespace cbpm
