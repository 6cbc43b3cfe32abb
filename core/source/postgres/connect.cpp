// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/postgres/connect.h"

#include "core/source/postgres/asidethread.h"
#include "core/source/postgres/conninfo.h"
#include "core/source/postgres/pgerror.h"
#include "core/source/postgres/serveraddress.h"
#include "core/source/postgres/tlsrefusal.h"
#include "core/types/coretexts.h"

#include <QLoggingCategory>

#include <poll.h>

#include <atomic>
#include <future>

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

/// When a thread that connects was last seen at work: libpq looks up names by calls that do not come back for as long
/// as the system's resolver likes.
class Pulse
{
public:
    void beat() { m_last = Clock::now(); }
    /// What follows ends by itself.
    void rest() { m_last = Clock::time_point::max(); }
    bool isOlderThan(std::chrono::milliseconds age) const { return Clock::now() - m_last.load() > age; }

private:
    std::atomic<Clock::time_point> m_last = Clock::now();
};

enum class Outcome { Connected, Refused, RefusedTls, TooSlow, Cancelled };

Outcome connectStarted(PGconn *attempt, std::chrono::milliseconds perHost, Pulse &pulse, const CancelToken &cancel)
{
    QByteArray address = addressOf(attempt);
    auto deadline = Clock::now() + perHost;
    PostgresPollingStatusType status = PGRES_POLLING_WRITING;
    ConnStatusType stage = PQstatus(attempt);
    while (status != PGRES_POLLING_OK) {
        pulse.beat();
        if (cancel.isCancelled())
            return Outcome::Cancelled;
        if (status == PGRES_POLLING_FAILED)
            return stage == CONNECTION_SSL_STARTUP ? Outcome::RefusedTls : Outcome::Refused;
        stage = PQstatus(attempt);
        if (waitForDescriptor(PQsocket(attempt), status == PGRES_POLLING_READING ? POLLIN : POLLOUT, cancel, lookEvery))
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
    return CoreTexts::tr("%1 did not answer within %2 s")
        .arg(targetOf(attempt))
        .arg(static_cast<double>(limit.count()) / 1e3);
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
    return {Error::Kind::NotFound, CoreTexts::tr("no service file has a server \"%1\"").arg(name),
            known.isEmpty() ? CoreTexts::tr("write it into ~/.pg_service.conf, or name host= and dbname=")
                            : CoreTexts::tr("choose one of ") + known.join(u", "_s)};
}

/// What a host said that let nobody in.
Error refusal(const PGconn *attempt, bool atTls, const ConnectParameters &parameters, std::chrono::milliseconds limit,
              const CancelToken &cancel)
{
    Error error = errorOfConnect(attempt, targetOf(attempt));
    const bool lacksTls = connectOption(attempt, "sslmode") == "disable" && wasLeftAtTheDoor(attempt);
    if (!atTls && !lacksTls)
        return error;
    return tlsRefusal(attempt, parameters, limit, cancel).value_or(error);
}

Result<PgConn> connectHere(ConnectParameters parameters, const Deadlines &deadlines, Pulse &pulse,
                           const CancelToken &cancel)
{
    QStringList silent;
    for (;;) {
        pulse.beat();
        PgConn attempt = parameters.start();
        if (cancel.isCancelled()) // perhaps long ago: nobody waits for this any more
            return Error{Error::Kind::Cancelled, {}, {}};
        if (!attempt || PQstatus(attempt.get()) == CONNECTION_BAD) {
            if (const QString service = parameters.missingService(); !service.isEmpty())
                return noService(service);
            return afterSilence(silent, errorOfConnect(attempt.get(), targetOf(attempt.get())));
        }
        PQsetErrorVerbosity(attempt.get(), PQERRORS_VERBOSE); // the text of a refusal then carries its SQLSTATE
        PQsetNoticeReceiver(attempt.get(), logNotice, nullptr);
        const auto limit = ConnectParameters::timeoutOf(attempt.get(), deadlines.connect);
        const Outcome outcome = connectStarted(attempt.get(), limit, pulse, cancel);
        switch (outcome) {
        case Outcome::Connected:
            PQsetErrorVerbosity(attempt.get(), PQERRORS_DEFAULT);
            PQsetnonblocking(attempt.get(), 1);
            return attempt;
        case Outcome::Cancelled:
            return Error{Error::Kind::Cancelled, {}, {}};
        case Outcome::Refused:
        case Outcome::RefusedTls:
            pulse.rest();
            return afterSilence(silent,
                                refusal(attempt.get(), outcome == Outcome::RefusedTls, parameters, limit, cancel));
        case Outcome::TooSlow:
            silent << tooSlow(attempt.get(), limit);
            if (!parameters.leaveOutHostOf(attempt.get()))
                return Error{Error::Kind::Connection, silent.join(u"; "_s),
                             CoreTexts::tr("check host, port and network"), Error::Again::Often};
        }
    }
}

Error endlessLookup(std::chrono::milliseconds limit)
{
    return Error{
        Error::Kind::Connection,
        CoreTexts::tr("the name of the server was not found within %1 s").arg(static_cast<double>(limit.count()) / 1e3),
        CoreTexts::tr("check the network and its name service (DNS), or name the server by its address"),
        Error::Again::Often};
}

} // namespace

Result<PgConn> connectToServer(const QString &conninfo, const Deadlines &deadlines, const CancelToken &cancel,
                               const std::optional<ServerPin> &server, const QByteArray &name)
{
    auto parameters = ConnectParameters::parse(conninfo, deadlines.deadLink, name);
    if (!parameters)
        return parameters.error();
    if (server)
        parameters->pinTo(*server);
    const CancelToken left = cancel.child();
    const auto pulse = std::make_shared<Pulse>();
    std::promise<Result<PgConn>> promise;
    auto connected = promise.get_future();
    const bool begun = AsideThread::run(
        [promise = std::move(promise), parameters = std::move(*parameters), deadlines, pulse, left]() mutable {
            promise.set_value(connectHere(std::move(parameters), deadlines, *pulse, left));
        });
    if (!begun)
        return endlessLookup(deadlines.connect);
    while (connected.wait_for(lookEvery) != std::future_status::ready) {
        if (cancel.isCancelled())
            return Error{Error::Kind::Cancelled, {}, {}};
        if (pulse->isOlderThan(deadlines.connect)) {
            left.cancel();
            return endlessLookup(deadlines.connect);
        }
    }
    return connected.get();
}

} // namespace cbpm
