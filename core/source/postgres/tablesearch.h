// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/postgres/columnguess.h"
#include "core/source/postgres/postgreslimits.h"

namespace cbpm {

/// A table that may hold samples.
struct TableCandidate
{
    QString name; ///< as TableMapping wants it
    std::vector<TableColumn> columns;
    double rows = 0.0;      ///< the planner's estimate; 0: it has none
    bool isReadable = true; ///< by the role that asked
    TableMapping guess;     ///< table and columns, those empty that cannot be told
};

/// Tables, views and foreign tables of the database with a time, a detector and four numbers among their columns; those
/// that look most like samples first. Blocks; any thread.
Result<std::vector<TableCandidate>> findSampleTables(const QString &conninfo, const PostgresLimits &limits,
                                                     const CancelToken &cancel);
/// The same over a session that is in no transaction.
Result<std::vector<TableCandidate>> findSampleTables(Connection &connection, const PostgresLimits &limits,
                                                     const CancelToken &cancel);

} // namespace cbpm
