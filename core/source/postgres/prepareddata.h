// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/postgres/preparedlayout.h"
#include "core/types/interval.h"

#include <span>

namespace cbpm {

/// What was prepared from the rows as this mapping reads them, and may be read by this role. Of the moment of the
/// transaction that it was asked in.
struct PreparedData
{
    struct Blocks
    {
        TimeRange range;
        QByteArray table;  ///< quoted
        QByteArray times;  ///< quoted: the table of times beside it
        QStringList names; ///< of every detector in them, as the rows spell it
    };
    struct Rollup
    {
        TimeRange range;
        QString version; ///< of the detector table that the constants are of
        PreparedLayout layout;
    };

    std::optional<Blocks> blocks;
    std::optional<Rollup> rollup;

    static Result<PreparedData> find(Connection &connection, const RowLayout &layout, const CancelToken &cancel);
};

/// Widths of the cells of a rollup, with the words in the names of its tables.
struct RollupLevel
{
    Interval width;
    const char *suffix;
};
std::span<const RollupLevel> rollupLevels();

} // namespace cbpm
