// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/postgres/tlsrefusal.h"

#include "core/types/cancellablewait.h"
#include "core/types/coretexts.h"

#include <QFile>

#include <poll.h>
#include <sys/socket.h>

#include <cerrno>

using namespace Qt::StringLiterals;

namespace cbpm {
namespace {

using Clock = std::chrono::steady_clock;

enum class Handshake {
    Lost,    ///< the server was not reached, hung up, or did not answer in time
    Unclear, ///< broken off: the link was lost, or the server was very quick to refuse
    None,    ///< it has no TLS
    Failed,  ///< it has, and one of the two did not like the other
    Done,
};

/// With verification by `mode`, or by none: where a file of trusted certificates exists, libpq uses it in any mode.
ConnectParameters parametersOf(const PGconn *attempt, ConnectParameters parameters, const char *mode)
{
    parameters.pinTo(ServerPin::of(attempt));
    parameters.set("sslmode", mode);
    parameters.set("gssencmode", "disable");
    if (!QByteArrayView{mode}.startsWith("verify"))
        parameters.set("sslrootcert", "/dev/null/none");
    return parameters;
}

/// Whether the other side has hung up and left nothing to read: no answer, not even a refusal.
bool hasHungUp(int socket)
{
    char next = 0;
    const auto size = recv(socket, &next, 1, MSG_PEEK | MSG_DONTWAIT);
    return size == 0 || (size < 0 && errno != EAGAIN && errno != EWOULDBLOCK && errno != EINTR);
}

/// Whether TLS ended because the link did, with nothing said in TLS itself. libpq tells it in words alone: "SSL SYSCALL
/// error", in whose translations, but for the Spanish one, SYSCALL stays.
bool hasLostItsLink(const PGconn *attempt)
{
    return QByteArrayView{PQerrorMessage(attempt)}.contains("SYSCALL");
}

Handshake shakeHandsOnce(const ConnectParameters &parameters, std::chrono::milliseconds limit,
                         const CancelToken &cancel)
{
    const PgConn attempt = parameters.start();
    if (!attempt)
        return Handshake::Lost;
    if (QByteArrayView{PQhost(attempt.get())}.startsWith('/')) // a socket in the file system never has TLS
        return Handshake::None;
    const auto deadline = Clock::now() + limit;
    auto status = PGRES_POLLING_WRITING;
    bool wasAsked = false;    // for TLS; a step before that, too, is called "made"
    bool hasAnswered = false; // that it has TLS
    while (!cancel.isCancelled() && Clock::now() < deadline && PQstatus(attempt.get()) != CONNECTION_BAD) {
        if (!waitForDescriptor(PQsocket(attempt.get()), status == PGRES_POLLING_READING ? POLLIN : POLLOUT, cancel,
                               lookEvery))
            continue;
        if (wasAsked && hasHungUp(PQsocket(attempt.get())))
            return hasAnswered ? Handshake::Unclear : Handshake::Lost;
        status = PQconnectPoll(attempt.get());
        const auto stage = PQstatus(attempt.get());
        if (stage == CONNECTION_MADE && wasAsked) // the next step would tell who we are
            return PQsslInUse(attempt.get()) ? Handshake::Done : Handshake::None;
        if (wasAsked && stage != CONNECTION_SSL_STARTUP)
            return hasAnswered && !hasLostItsLink(attempt.get()) ? Handshake::Failed : Handshake::Unclear;
        hasAnswered = wasAsked;
        wasAsked = stage == CONNECTION_SSL_STARTUP;
    }
    return Handshake::Lost;
}

Handshake shakeHands(const ConnectParameters &parameters, std::chrono::milliseconds limit, const CancelToken &cancel)
{
    for (int tries = 0; tries < 5; ++tries) {
        if (const Handshake once = shakeHandsOnce(parameters, limit, cancel); once != Handshake::Unclear)
            return once;
    }
    return Handshake::Lost;
}

/// libpq's words of the last failure, without their second line, which names options.
QString wordsOf(const PGconn *attempt)
{
    return QString::fromUtf8(PQerrorMessage(attempt)).trimmed().section(u'\n', 0, 0);
}

QString trustedFile(const PGconn *attempt)
{
    const QByteArray named = connectOption(attempt, "sslrootcert");
    return named.isEmpty() ? qEnvironmentVariable("HOME") + u"/.postgresql/root.crt"_s : QFile::decodeName(named);
}

/// `attempt` wants to know who the other side is, and there is nothing to tell it by.
std::optional<Error> missingAuthority(const PGconn *attempt, const QString &where, const QString &mode)
{
    const QString file = trustedFile(attempt);
    if (!mode.startsWith("verify"_L1) || file == "system"_L1 || QFile::exists(file))
        return std::nullopt;
    return Error{
        Error::Kind::Connection,
        CoreTexts::tr("%1: sslmode=%2 needs certificates to trust, and %3 does not exist").arg(where, mode, file),
        CoreTexts::tr("put the certificate of the authority into %1, or name its file with sslrootcert=").arg(file)};
}

/// TLS is there, and `attempt` wanted to know who the other side is.
std::optional<Error> refusedCertificate(const PGconn *attempt, const ConnectParameters &parameters,
                                        const QString &where, const QString &mode, std::chrono::milliseconds limit,
                                        const CancelToken &cancel)
{
    const auto fails = [&](const char *with) {
        return shakeHands(parametersOf(attempt, parameters, with), limit, cancel) == Handshake::Failed;
    };
    const QString file = trustedFile(attempt);
    if (file != "system"_L1 && !QFile::exists(file)) // sslmode=require, which then takes whoever answers
        return std::nullopt;
    if (fails("verify-ca"))
        return Error{
            Error::Kind::Connection,
            CoreTexts::tr("%1: its certificate is not one that %2 vouches for: %3").arg(where, file, wordsOf(attempt)),
            CoreTexts::tr(
                "ask its administrator for the certificate of the authority; whoever answers may be somebody else")};
    if (mode == "verify-full"_L1 && fails("verify-full"))
        return Error{
            Error::Kind::Connection,
            CoreTexts::tr("%1: its certificate bears another name: %2").arg(where, wordsOf(attempt)),
            CoreTexts::tr(
                "connect by the name that it bears (with hostaddr=ADDRESS, where that name is not known here)")};
    return std::nullopt;
}

} // namespace

std::optional<Error> tlsRefusal(const PGconn *attempt, const ConnectParameters &parameters,
                                std::chrono::milliseconds limit, const CancelToken &cancel)
{
    const QString where = targetOf(attempt);
    const QString mode = QString::fromLatin1(connectOption(attempt, "sslmode"));
    const bool isWanted = mode == "require"_L1 || mode.startsWith("verify"_L1);
    if (!isWanted && mode != "disable"_L1) // libpq goes on without it, as it was told
        return std::nullopt;
    if (auto missing = missingAuthority(attempt, where, mode))
        return missing;
    switch (shakeHands(parametersOf(attempt, parameters, "prefer"), limit, cancel)) {
    case Handshake::Lost:
    case Handshake::Unclear:
        return std::nullopt;
    case Handshake::None:
        if (!isWanted)
            return std::nullopt;
        return Error{Error::Kind::Connection, CoreTexts::tr("%1 has no TLS, and sslmode=%2 wants it").arg(where, mode),
                     CoreTexts::tr("ask its administrator for ssl = on; nothing was sent in clear text")};
    case Handshake::Failed:
        if (!isWanted)
            return std::nullopt;
        return Error{Error::Kind::Connection,
                     CoreTexts::tr("%1: TLS cannot be agreed on: %2").arg(where, wordsOf(attempt)),
                     CoreTexts::tr("its administrator and yours should compare the versions of TLS that they allow")};
    case Handshake::Done:
        break;
    }
    if (mode == "disable"_L1)
        return Error{Error::Kind::Authentication, CoreTexts::tr("%1 does not let this role in without TLS").arg(where),
                     CoreTexts::tr("write sslmode=verify-full in place of sslmode=disable")};
    return refusedCertificate(attempt, parameters, where, mode, limit, cancel);
}

} // namespace cbpm
