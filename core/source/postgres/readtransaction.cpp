// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/postgres/readtransaction.h"

#include "core/source/postgres/serverstate.h"
#include "core/types/coretexts.h"
#include "core/types/outcome.h"

using namespace Qt::StringLiterals;

namespace cbpm {

Result<void> beginReading(Connection &connection, const PostgresLimits &limits, const CancelToken &cancel,
                          const QByteArray &snapshot)
{
    // Before the snapshot is taken: what a standby had then is in it.
    const auto state = ServerState::ask(connection, cancel);
    if (!state)
        return state.error();
    connection.setSeenTo(state->isStandby ? state->replayed.value_or(TimePoint{}) : TimePoint::max());
    // No parallel workers, no shards side by side: they mix the order of rows, which tells the last of two duplicates,
    // and late ones. The server looks after a client that vanished where its system can.
    const QByteArray sql =
        "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; "
        + (snapshot.isEmpty() ? QByteArray{} : "SET TRANSACTION SNAPSHOT " + snapshot + "; ")
        + "SET LOCAL statement_timeout = " + QByteArray::number(static_cast<qint64>(limits.statement.count()))
        + "; SET LOCAL lock_timeout = " + QByteArray::number(static_cast<qint64>(limits.lock.count()))
        + "; SET LOCAL jit = off; SET LOCAL max_parallel_workers_per_gather = 0; "
          "SELECT set_config(name, CASE name WHEN 'enable_async_append' THEN 'off' ELSE '2s' END, true) FROM "
          "pg_settings "
          "WHERE name = 'enable_async_append' OR name = 'client_connection_check_interval' AND version() LIKE "
          "'%linux%'; SELECT (extract(epoch FROM now()) * 1000000)::bigint";
    const auto begun = connection.run(sql, cancel);
    if (!begun)
        return begun.error();
    // A primary has seen nothing that comes after now, by its own clock: ours may be hours ahead.
    if (!state->isStandby && PQntuples(begun->get()) == 1)
        connection.setSeenTo(timePoint(QByteArray{PQgetvalue(begun->get(), 0, 0)}.toLongLong()));
    return {};
}

Result<QByteArray> exportSnapshot(Connection &connection, const CancelToken &cancel)
{
    if (!connection.isInTransaction())
        return Error{
            Error::Kind::Query, CoreTexts::tr("%1: there is no transaction to share").arg(connection.where()), {}};
    const auto name = connection.run("SELECT quote_literal(pg_export_snapshot())", cancel);
    if (!name)
        return name.error();
    return QByteArray{PQgetvalue(name->get(), 0, 0)};
}

Result<void> endReading(Connection &connection, const CancelToken &cancel)
{
    if (const auto abandoned = connection.abandonCopy(); !abandoned)
        return abandoned;
    const auto rolledBack = connection.run("ROLLBACK", cancel);
    return outcomeOf(rolledBack);
}

Result<void> beginReadingAgain(Connection &connection, const PostgresLimits &limits, const CancelToken &cancel)
{
    if (isStandbyConflict(connection) && connection.isLost()) {
        if (const auto reopened = connection.reopen(cancel); !reopened)
            return reopened;
        return beginReading(connection, limits, cancel);
    }
    if (const auto ended = endReading(connection, cancel); !ended)
        return ended;
    return beginReading(connection, limits, cancel);
}

bool isStandbyConflict(const Connection &connection)
{
    return connection.lastState() == "40001";
}

} // namespace cbpm
