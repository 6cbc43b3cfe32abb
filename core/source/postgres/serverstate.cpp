// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/postgres/serverstate.h"

using namespace Qt::StringLiterals;

namespace cbpm {
namespace {

/// A standby that has replayed all that it received is not behind, however long ago its primary wrote last; but one
/// that has lost its primary receives nothing any more and would seem so for ever.
constexpr const char *question =
    "SELECT pg_is_in_recovery(), receives, (extract(epoch FROM replayed) * 1000000)::int8, "
    "CASE WHEN receives AND pg_last_wal_receive_lsn() = pg_last_wal_replay_lsn() THEN 0 "
    "ELSE greatest(extract(epoch FROM now() - replayed), 0) END::float8 "
    "FROM (SELECT EXISTS (SELECT FROM pg_stat_wal_receiver) AS receives, "
    "pg_last_xact_replay_timestamp() AS replayed) s";

} // namespace

bool ServerState::mayBeStandby(const Connection &connection)
{
    const char *const reported = PQparameterStatus(connection.handle(), "in_hot_standby");
    return !reported || QByteArrayView{reported} == "on";
}

Result<ServerState> ServerState::ask(Connection &connection, const CancelToken &cancel)
{
    ServerState state;
    const char *const version = PQparameterStatus(connection.handle(), "server_version");
    state.version = QString::fromUtf8(version ? version : "?").section(u' ', 0, 0); // without the package
    if (!mayBeStandby(connection))
        return state;
    const auto answer = connection.run(question, cancel);
    if (!answer) {
        if (answer.error().kind == Error::Kind::Cancelled || connection.isLost())
            return answer.error();
        state.isStandby = true;
        return state;
    }
    const PGresult *const row = answer->get();
    const QByteArray replayed{PQgetvalue(row, 0, 2)};
    const QByteArray lag{PQgetvalue(row, 0, 3)};
    state.isStandby = *PQgetvalue(row, 0, 0) == 't';
    if (!state.isStandby)
        return state;
    state.receives = *PQgetvalue(row, 0, 1) == 't';
    if (!replayed.isEmpty())
        state.replayed = timePoint(replayed.toLongLong());
    if (!lag.isEmpty())
        state.lag = lag.toDouble();
    return state;
}

QString ServerState::text() const
{
    QString text = u"PostgreSQL %1"_s.arg(version);
    if (!isStandby)
        return text;
    text += u", standby, "_s + (lag ? u"lag %1 s"_s.arg(*lag, 0, 'f', *lag < 10.0 ? 1 : 0) : u"lag unknown"_s);
    return receives ? text : text + u", without its primary"_s;
}

} // namespace cbpm
