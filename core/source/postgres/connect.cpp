// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/postgres/connect.h"

#include "core/source/postgres/conninfo.h"
#include "core/source/postgres/pgerror.h"
#include "core/source/postgres/serveraddress.h"

#include <QLoggingCategory>

#include <poll.h>

using namespace Qt::StringLiterals;

namespace cbpm {
namespace {

using Clock = std::chrono::steady_clock;

Q_LOGGING_CATEGORY(database, "cbpm3.db", QtWarningMsg)

void logNotice(void *, const PGresult *notice)
{
    qCDebug(database, "%s", PQresultErrorMessage(notice));
}

/// Which host and address libpq is at; a change means that it went on to the next one.
QByteArray addressOf(const PGconn *attempt)
{
    return QByteArray{PQhost(attempt)} + ' ' + PQhostaddr(attempt) + ' ' + PQport(attempt);
}

enum class Outcome { Connected, Refused, TooSlow, Cancelled };

Outcome connectStarted(PGconn *attempt, std::chrono::milliseconds perHost, const CancelToken &cancel)
{
    QByteArray address = addressOf(attempt);
    auto deadline = Clock::now() + perHost;
    PostgresPollingStatusType status = PGRES_POLLING_WRITING;
    while (status != PGRES_POLLING_OK) {
        if (cancel.isCancelled())
            return Outcome::Cancelled;
        if (status == PGRES_POLLING_FAILED)
            return Outcome::Refused;
        if (waitForSocket(PQsocket(attempt), status == PGRES_POLLING_READING ? POLLIN : POLLOUT))
            status = PQconnectPoll(attempt);
        if (const QByteArray now = addressOf(attempt); now != address) {
            address = now;
            deadline = Clock::now() + perHost;
        } else if (Clock::now() > deadline) {
            return Outcome::TooSlow;
        }
    }
    return Outcome::Connected;
}

QString tooSlow(const PGconn *attempt, std::chrono::milliseconds limit)
{
    return u"%1 did not answer within %2 s"_s.arg(targetOf(attempt)).arg(static_cast<double>(limit.count()) / 1e3);
}

/// The other hosts' error, with the silent ones before it.
Error afterSilence(const QStringList &silent, Error error)
{
    error.what = (silent + QStringList{error.what}).join(u"; "_s);
    return error;
}

Error noService(const QString &name)
{
    const QStringList known = serviceNames();
    return {Error::Kind::NotFound, u"no service file has a server \"%1\""_s.arg(name),
            known.isEmpty() ? u"write it into ~/.pg_service.conf, or name host= and dbname="_s
                            : u"choose one of "_s + known.join(u", "_s)};
}

} // namespace

bool waitForSocket(int socket, short events)
{
    pollfd descriptor{socket, events, 0};
    return poll(&descriptor, 1, static_cast<int>(lookEvery.count())) > 0;
}

Result<PgConn> connectToServer(const QString &conninfo, const Deadlines &deadlines, const CancelToken &cancel,
                               const PGconn *beside)
{
    auto parameters = ConnectParameters::parse(conninfo, deadlines.deadLink);
    if (!parameters)
        return parameters.error();
    if (beside)
        parameters->pinTo(beside);
    QStringList silent;
    for (;;) {
        PgConn attempt = parameters->start();
        if (!attempt || PQstatus(attempt.get()) == CONNECTION_BAD) {
            if (const QString service = parameters->missingService(); !service.isEmpty())
                return noService(service);
            return afterSilence(silent, errorOfConnect(attempt.get(), targetOf(attempt.get())));
        }
        PQsetErrorVerbosity(attempt.get(), PQERRORS_VERBOSE); // the text of a refusal then carries its SQLSTATE
        PQsetNoticeReceiver(attempt.get(), logNotice, nullptr);
        const auto limit = ConnectParameters::timeoutOf(attempt.get(), deadlines.connect);
        switch (connectStarted(attempt.get(), limit, cancel)) {
        case Outcome::Connected:
            PQsetErrorVerbosity(attempt.get(), PQERRORS_DEFAULT);
            PQsetnonblocking(attempt.get(), 1);
            return attempt;
        case Outcome::Cancelled:
            return Error{Error::Kind::Cancelled, {}, {}};
        case Outcome::Refused:
            return afterSilence(silent, errorOfConnect(attempt.get(), targetOf(attempt.get())));
        case Outcome::TooSlow:
            silent << tooSlow(attempt.get(), limit);
            if (!parameters->leaveOutHostOf(attempt.get()))
                return Error{Error::Kind::Connection, silent.join(u"; "_s), u"check host, port and network"_s,
                             Error::Again::Often};
        }
    }
}

} // namespace cbpm
