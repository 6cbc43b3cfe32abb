// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/postgres/connection.h"
#include "core/source/postgres/postgreslimits.h"

namespace cbpm {

/// Opens the read-only transaction that every read lives in, with the server's own limits set for it alone.
/// `snapshot` of another session's pg_export_snapshot(), quoted; empty: the transaction has its own.
Result<void> beginReading(Connection &connection, const PostgresLimits &limits, const CancelToken &cancel,
                          const QByteArray &snapshot = {});

/// What the session's transaction sees, as a quoted name for beginReading() of another one. Error: the server shares no
/// snapshot, or there is no transaction. A transaction that refused is over.
Result<QByteArray> exportSnapshot(Connection &connection, const CancelToken &cancel);

/// Leaves what is under way or has failed: the session is in no transaction.
Result<void> endReading(Connection &connection, const CancelToken &cancel);

/// The same, and opens a new transaction: over a new connection, where a standby that
/// must catch up has closed this one.
Result<void> beginReadingAgain(Connection &connection, const PostgresLimits &limits, const CancelToken &cancel);

/// Whether the last statement was cancelled because a standby must catch up (SQLSTATE 40001).
bool isStandbyConflict(const Connection &connection);

/// What `read` gives. A standby that must catch up cancels readers, and their transaction with them: then what `read`
/// gives once more, in a new one.
template<class Read>
auto readPatiently(Connection &connection, const PostgresLimits &limits, const CancelToken &cancel, const Read &read)
    -> decltype(read())
{
    auto done = read();
    if (done || !isStandbyConflict(connection))
        return done;
    if (const auto again = beginReadingAgain(connection, limits, cancel); !again)
        return again.error();
    return read();
}

} // namespace cbpm
