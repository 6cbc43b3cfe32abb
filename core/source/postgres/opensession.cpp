// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/postgres/opensession.h"

#include "core/types/coretexts.h"

namespace cbpm {
namespace {

Result<Connection> openAt(ProgramSessions::Place place, const QString &conninfo, const PostgresLimits &limits,
                          const CancelToken &cancel)
{
    const QByteArray name = limits.sessions ? limits.sessions->name() : QByteArray{};
    auto connection = Connection::open(conninfo, limits.deadlines, cancel, name);
    if (connection)
        connection->hold(std::move(place));
    return connection;
}

} // namespace

Result<Connection> openSession(const QString &conninfo, const PostgresLimits &limits, const CancelToken &cancel)
{
    ProgramSessions *const sessions = limits.sessions.get();
    auto place = sessions ? sessions->take(cancel, limits.turn) : nullptr;
    if (sessions && !place && cancel.isCancelled())
        return Error{Error::Kind::Cancelled, {}, {}};
    if (sessions && !place)
        return Error{Error::Kind::Timeout,
                     CoreTexts::tr("this program uses all the sessions with servers that it may have"),
                     CoreTexts::tr("wait for its loads to end, or cancel one, and try again"), Error::Again::Later};
    return openAt(std::move(place), conninfo, limits, cancel);
}

Result<std::optional<Connection>> openFurtherSession(const QString &conninfo, const PostgresLimits &limits,
                                                     const CancelToken &cancel)
{
    auto place = limits.sessions ? limits.sessions->tryTake() : nullptr;
    if (limits.sessions && !place)
        return std::optional<Connection>{};
    auto connection = openAt(std::move(place), conninfo, limits, cancel);
    if (!connection)
        return connection.error();
    return std::optional{std::move(*connection)};
}

} // namespace cbpm
