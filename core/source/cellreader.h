// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/bins/binseries.h"
#include "core/types/canceltoken.h"
#include "core/types/result.h"
#include "core/types/timerange.h"

#include <optional>
#include <vector>

namespace cbpm {

/// Reads cells that somebody made beforehand: the ladder of an archive, the rollups of a server. One thread.
class CellReader
{
public:
    virtual ~CellReader() = default;

    /// Where cells of `interval` are complete for every detector, on cell edges; nullopt: nowhere. Asks nobody.
    virtual std::optional<TimeRange> covered(Interval interval) const = 0;

    /// Quick to read again: not worth a copy.
    virtual bool isLocal() const { return false; }

    /// The cells of `range`, which lies inside covered() and on cell edges; one series per detector that has any, with
    /// all of filedQuantities and Residual. Looks at `cancel` like SampleReader::next().
    virtual Result<std::vector<BinSeries>> read(Interval interval, const TimeRange &range,
                                                const CancelToken &cancel) = 0;
};

} // namespace cbpm
