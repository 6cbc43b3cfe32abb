// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/samplesource.h"

namespace cbpm {

/// Rows a second that one connection brings (tests/bench, "fetch: rate"); on a busy server less.
inline constexpr double usualRowsPerSecond = 2.5e6;
/// A load that takes longer is announced, in seconds.
inline constexpr double longLoad_s = 60.0;

/// Rows that a load of `range` reads one by one, at most: 0 where something was prepared for it. `share` of the
/// detectors, 0 to 1.
inline double rowsToRead(const SourceInfo &info, const TimeRange &range, double share)
{
    const bool isByRows = info.path == QLatin1String{"rows"} || info.path == QLatin1String{"blocks"};
    return isByRows ? info.rowsPerSecond * static_cast<double>(range.duration().count()) * 1e-6 * share : 0.0;
}

} // namespace cbpm
