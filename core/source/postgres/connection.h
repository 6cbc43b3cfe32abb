// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/postgres/pghandles.h"
#include "core/types/canceltoken.h"
#include "core/types/result.h"

#include <QByteArray>
#include <QString>

#include <chrono>
#include <vector>

namespace cbpm {

/// Own limits on waiting; libpq has none for reading.
struct Deadlines
{
    std::chrono::milliseconds connect{5'000}; ///< per attempt
    std::chrono::milliseconds silence{10'000}; ///< without a byte while an answer is due
};

/// One session with a server, used by one thread. Every wait looks at the cancel token every 20 ms and gives up at
/// its deadline; a cancelled statement is cancelled on the server, too.
class Connection
{
public:
    static Result<Connection> open(const QString &conninfo, const Deadlines &deadlines, const CancelToken &cancel);

    Connection(Connection &&) noexcept = default;
    Connection &operator=(Connection &&) noexcept = default;

    /// Runs one or more statements to their end; the last result.
    Result<PgResult> run(const QByteArray &sql, const CancelToken &cancel);

    /// Sends a COPY … TO STDOUT without waiting for its answer.
    Result<void> sendCopy(const QByteArray &sql);

    /// Bytes of the next COPY message in `row`, length; 0 at the end of the data, when the statement has succeeded.
    Result<int> copyData(PgMemory &row, const CancelToken &cancel);

    /// COPY … FROM STDIN with these pieces of text.
    Result<void> copyIn(const QByteArray &sql, const std::vector<QByteArray> &chunks, const CancelToken &cancel);

    /// Column types of a SELECT, as OIDs in result order.
    Result<std::vector<Oid>> describe(const QByteArray &select, const CancelToken &cancel);

    /// Asks the server to stop what it does; waits for the network, bounded by tcp_user_timeout.
    void cancelOnServer();

    QByteArray identifier(const QString &name) const; ///< quoted
    QByteArray literal(const QString &text) const;    ///< quoted

    QString where() const { return m_where; }   ///< "host x, database y": for sentences
    int serverVersion() const { return PQserverVersion(m_connection.get()); }
    bool isEncrypted() const { return PQsslInUse(m_connection.get()) == 1; }
    PGconn *handle() const { return m_connection.get(); }

private:
    explicit Connection(PgConn connection, const Deadlines &deadlines);

    Result<void> flush(const CancelToken &cancel);
    Result<void> waitReadable(const CancelToken &cancel);
    Result<PgResult> finishStatement(const CancelToken &cancel);
    Result<void> waitForResult(const CancelToken &cancel);
    Result<void> waitOrCancel(short events, const CancelToken &cancel);
    PgConn m_connection;
    Deadlines m_deadlines;
    QString m_where;
    bool m_copyStarted = false;
};

} // namespace cbpm
