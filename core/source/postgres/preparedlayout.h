// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/postgres/rowlayout.h"

#include <optional>

namespace cbpm {

/// Where data prepared beside a table of rows would stand, and how the SQL that makes them reads that table. Data made
/// with another text of `mapping` are of other rows, and not read.
struct PreparedLayout
{
    QString schema;
    QString table;
    QByteArray mapping; ///< JSON; $1 and $2 in its expressions are begin and end of a stretch

    /// nullopt for what is no table: a view has no rows of its own.
    static Result<std::optional<PreparedLayout>> of(Connection &connection, const RowLayout &layout,
                                                    const CancelToken &cancel);

    /// Quoted name of a table beside it: "_blocks", "_prepared", …
    QByteArray beside(const Connection &connection, const QString &suffix) const;
};

} // namespace cbpm
