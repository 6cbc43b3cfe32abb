// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/postgres/attention.h"
#include "core/source/postgres/conninfo.h"
#include "core/source/postgres/deadlines.h"
#include "core/source/postgres/pghandles.h"
#include "core/types/canceltoken.h"
#include "core/types/result.h"
#include "core/types/time.h"

#include <QByteArray>
#include <QString>

#include <chrono>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace cbpm {

/// What a session was opened with, to open more of them with the same server, also where the connection string names
/// several: on any thread, while that one works and after it has ended.
struct SessionAddress
{
    QString conninfo;
    Deadlines deadlines;
    QByteArray name;
    std::optional<ServerPin> server;
};

/// One session with a server, used by one thread. Every wait ends at a cancel, and gives up at its deadline; a
/// cancelled statement is cancelled on the server, too.
class Connection
{
public:
    /// `name`: as an administrator sees the session.
    static Result<Connection> open(const QString &conninfo, const Deadlines &deadlines, const CancelToken &cancel,
                                   const QByteArray &name = {});

    static Result<Connection> open(const SessionAddress &address, const CancelToken &cancel);
    SessionAddress address() const;

    /// A new session in place of one that the server has closed; with several hosts it may be another server.
    Result<void> reopen(const CancelToken &cancel);

    Connection(Connection &&) noexcept;
    Connection &operator=(Connection &&) noexcept;
    ~Connection();

    /// Runs one or more statements to their end; the last result.
    Result<PgResult> run(const QByteArray &sql, const CancelToken &cancel);

    /// The same where exactly one row is due; BadData: the link damages what comes.
    Result<PgResult> runForRow(const QByteArray &sql, const CancelToken &cancel);

    /// Types of the `columns` columns of a SELECT, as OIDs in result order.
    Result<std::vector<Oid>> describe(const QByteArray &select, int columns, const CancelToken &cancel);

    /// Sends a COPY … TO STDOUT without waiting for its answer.
    Result<void> sendCopy(const QByteArray &sql, const CancelToken &cancel);

    /// Bytes of the next COPY message in `row`, length; 0 at the end of the data, when the statement has succeeded.
    Result<int> copyData(PgMemory &row, const CancelToken &cancel);

    /// Starts a COPY … FROM STDIN, feeds it, ends it; only the end tells whether the server took everything.
    Result<void> beginCopyIn(const QByteArray &sql, const CancelToken &cancel);
    Result<void> putCopyData(std::span<const char> bytes, const CancelToken &cancel);
    Result<void> endCopyIn(const CancelToken &cancel);

    /// Stops a COPY … TO STDOUT and reads away what it had sent. Error: the connection is of no use any more.
    Result<void> abandonCopy();

    /// Asks the server to stop what it does. Returns after 100 ms also where the network swallows the request.
    void cancelOnServer() const;

    QByteArray identifier(const QString &name) const; ///< quoted
    QByteArray literal(const QString &text) const;    ///< quoted

    /// Kept as long as the session, also where that is opened anew.
    void hold(std::shared_ptr<const void> place) { m_place = std::move(place); }

    /// How long an answer may let wait for its next byte; what it was.
    std::chrono::milliseconds setSilence(std::chrono::milliseconds silence)
    {
        return std::exchange(m_deadlines.silence, silence);
    }

    /// Others read at once with this one: the machine has no idle moments then, in which rows could gather.
    void shareMachine() { m_isAlone = false; }

    QString where() const { return m_where; } ///< "host x, database y": for sentences
    int serverVersion() const { return PQserverVersion(handle()); }
    bool isEncrypted() const { return PQsslInUse(handle()) == 1; }
    bool isInTransaction() const { return PQtransactionStatus(handle()) == PQTRANS_INTRANS; }
    bool isLost() const { return PQstatus(handle()) == CONNECTION_BAD; }
    QByteArray lastState() const { return m_lastState; } ///< SQLSTATE of the last statement; empty: it did not fail
    PGconn *handle() const { return m_connection.get(); }

    /// What was committed before this, by the primary's clock, is seen by the transaction.
    TimePoint seenTo() const { return m_seenTo; }
    void setSeenTo(TimePoint time) { m_seenTo = time; }

private:
    struct LastWords;

    Connection(PgConn connection, QString conninfo, const Deadlines &deadlines, QByteArray name);

    Result<void> flush(const CancelToken &cancel);
    Result<void> waitReadable(const CancelToken &cancel);
    Result<void> waitForRows(const CancelToken &cancel);
    Result<void> waitOrCancel(short events, const CancelToken &cancel);
    Result<void> waitForCopy(ExecStatusType wanted, const CancelToken &cancel);
    Result<PgResult> finishStatement(const CancelToken &cancel);
    Error failure(const PGresult *result);
    Error strangeAnswer() const;

    std::shared_ptr<const void> m_place;    ///< given back after the session has ended
    std::unique_ptr<LastWords> m_lastWords; ///< referred to by the next
    PgConn m_connection;
    QString m_conninfo;
    Deadlines m_deadlines;
    QByteArray m_name;
    QString m_where;
    QByteArray m_lastState;
    TimePoint m_seenTo = TimePoint::max();
    bool m_isAlone = true;
    bool m_copyStarted = false;
    Attention m_attention;
};

} // namespace cbpm
