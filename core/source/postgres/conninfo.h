// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/postgres/pghandles.h"
#include "core/types/result.h"

#include <QByteArray>
#include <QString>

#include <chrono>
#include <utility>
#include <vector>

namespace cbpm {

/// Error::Usage where `conninfo` is no libpq connection string, or holds a password: it would stand in the process
/// list, in histories and in profiles. Never repeats the string.
Result<void> checkConninfo(const QString &conninfo);

/// The very server that a connection is with, whatever its names lead to by now.
struct ServerPin
{
    QByteArray host;
    QByteArray port;
    QByteArray address; ///< empty: a socket

    static ServerPin of(const PGconn *connection);
};

/// What PQconnectStartParams is told: the user's connection string and, where it is silent, our defaults.
class ConnectParameters
{
public:
    /// A link is given up after `deadLink` without a sign of life. Error::Usage says what libpq does not understand.
    /// `name`: of the session; empty: that of a program which has none of its own.
    static Result<ConnectParameters> parse(const QString &conninfo, std::chrono::milliseconds deadLink,
                                           const QByteArray &name = {});

    /// Begins a connection; looks up host names, which may take a while.
    PgConn start() const;

    /// Leaves out the host that `attempt` is at; false: it is the only one. Those before it stay: they may have been
    /// passed over for what they are (target_session_attrs=prefer-standby) and be wanted in the end.
    bool leaveOutHostOf(const PGconn *attempt);

    /// That server, whatever it is by now (primary or standby).
    void pinTo(const ServerPin &server);

    /// The service that is named and that no service file has; empty: none is missing.
    QString missingService() const;

    /// In place of what was said.
    void set(const QByteArray &keyword, const QByteArray &value);

    /// connect_timeout of the string or the service; `fallback` where there is none.
    static std::chrono::milliseconds timeoutOf(const PGconn *attempt, std::chrono::milliseconds fallback);

private:
    void watchLink(std::chrono::milliseconds deadLink);
    bool holds(const QByteArray &keyword) const;
    void remove(const QByteArray &keyword);

    std::vector<std::pair<QByteArray, QByteArray>> m_values; ///< keyword, value
};

/// A value that a connection was made with, from wherever libpq took it; empty: none.
QByteArray connectOption(const PGconn *connection, const char *keyword);

/// "host x, database y": for sentences; holds no secret.
QString targetOf(const PGconn *connection);

} // namespace cbpm
