// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/postgres/rowlayout.h"

namespace cbpm {

/// From when to when a table has samples.
struct TableExtent
{
    TimePoint clock;                 ///< of the server, at the answer
    std::optional<TimeRange> range;  ///< first sample to just after the last, but `astray`; nullopt: no samples
    std::optional<TimePoint> astray; ///< the last sample, where it is further ahead of the clock than `clockTrust`

    /// Two looks into an index where there is one, a third where rows are astray.
    static Result<TableExtent> ask(Connection &connection, const RowLayout &layout, const CancelToken &cancel);
};

} // namespace cbpm
