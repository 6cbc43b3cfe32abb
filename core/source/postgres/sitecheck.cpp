// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/postgres/sitecheck.h"

#include "core/source/postgres/conninfo.h"
#include "core/source/postgres/sitedata.h"
#include "core/source/postgres/siteprobe.h"
#include "core/source/postgres/sitestorage.h"
#include "core/source/postgres/sitetable.h"

#include <QElapsedTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace cbpm {
namespace {

using State = Finding::State;

constexpr int oldestTestedServer = 13;

void checkEncryption(SiteProbe &probe)
{
    PGconn *const connection = probe.connection().handle();
    if (QByteArray{PQhost(connection)}.startsWith('/'))
        return probe.add(u"encryption"_s, State::Ok, u"none needed on a local socket"_s);
    if (!probe.connection().isEncrypted())
        return probe.add(u"encryption"_s, State::Warn, u"none: anyone on the way can read along"_s,
                         u"add sslmode=verify-full to the connection string, and TLS to the server"_s);
    const QString protocol = QString::fromUtf8(PQsslAttribute(connection, "protocol"));
    if (connectOption(connection, "sslmode") == "verify-full")
        probe.add(u"encryption"_s, State::Ok, u"TLS, %1, and the server proved who it is"_s.arg(protocol));
    else
        probe.add(u"encryption"_s, State::Warn, u"TLS, %1, with whoever answers"_s.arg(protocol),
                  u"add sslmode=verify-full, and sslrootcert= with the certificate of the authority"_s);
}

/// What becomes of a read that is in the way of what the standby replays.
void checkStandby(SiteProbe &probe)
{
    const auto row =
        probe.askOne(u"long reads"_s, "SELECT setting::int4, current_setting('max_standby_streaming_delay'), "
                                      "current_setting('hot_standby_feedback') FROM pg_settings "
                                      "WHERE name = 'max_standby_streaming_delay'");
    if (!row)
        return;
    const int milliseconds = row->text(0).toInt();
    const QString delay = milliseconds < 0      ? u"never"_s
                          : milliseconds < 1000 ? u"after %1 ms"_s.arg(milliseconds)
                                                : u"after "_s + row->text(1);
    const QString text =
        u"one in the way of replay is cancelled %1, and done again once; hot_standby_feedback is %2"_s.arg(
            delay, row->text(2));
    if (milliseconds >= 0 && milliseconds < 5000 && row->text(2) != "on"_L1)
        probe.add(u"long reads"_s, State::Warn, text,
                  u"ask its owner for hot_standby_feedback = on, or max_standby_streaming_delay = 30s"_s);
    else
        probe.add(u"long reads"_s, State::Ok, text);
}

void checkState(SiteProbe &probe)
{
    /// What is behind by more is no moment's delay.
    constexpr double longLag = 60.0;
    const auto state = probe.askState();
    if (!state) {
        probe.add(u"server"_s, State::Warn, state.error().what, state.error().hint);
        return;
    }
    const bool isBehind = state->isStandby && (!state->receives || state->lag.value_or(longLag) >= longLag);
    if (probe.connection().serverVersion() < oldestTestedServer * 10'000)
        probe.add(u"server"_s, State::Warn, state->text(),
                  u"versions before %1 are not tested"_s.arg(oldestTestedServer));
    else if (isBehind)
        probe.add(u"server"_s, State::Warn, state->text(),
                  u"its newest data are that old: name its primary, too, and add target_session_attrs=primary"_s);
    else
        probe.add(u"server"_s, State::Ok, state->text());
    if (state->isStandby)
        checkStandby(probe);
}

/// Reaches the server, and asks what `more` wants to know of it.
template<class More>
Result<std::vector<Finding>> withProbe(const QString &conninfo, const PostgresLimits &limits, const CancelToken &cancel,
                                       const More &more)
{
    QElapsedTimer clock;
    clock.start();
    auto connection = Connection::open(conninfo, limits.deadlines, cancel);
    if (!connection) {
        if (connection.error().kind == Error::Kind::Cancelled)
            return connection.error();
        return std::vector{Finding{u"reachable"_s, State::Fail, connection.error().what, connection.error().hint}};
    }
    const QString reached = u"%1, after %2 ms"_s.arg(connection->where()).arg(clock.elapsed());
    SiteProbe probe{std::move(*connection), conninfo, limits, cancel};
    probe.add(u"reachable"_s, State::Ok, reached);
    checkEncryption(probe);
    checkState(probe);
    more(probe);
    if (cancel.isCancelled())
        return Error{Error::Kind::Cancelled, {}, {}};
    return probe.takeFindings();
}

} // namespace

Result<std::vector<Finding>> checkServer(const QString &conninfo, const PostgresLimits &limits,
                                         const CancelToken &cancel)
{
    return withProbe(conninfo, limits, cancel, [](SiteProbe &) {});
}

Result<std::vector<Finding>> checkSite(const QString &conninfo, const TableMapping &mapping,
                                       const DetectorTablePtr &table, const PostgresLimits &limits,
                                       const CancelToken &cancel)
{
    return withProbe(conninfo, limits, cancel, [&](SiteProbe &probe) {
        const QByteArray oid = checkTable(probe, mapping);
        if (oid.isEmpty())
            return;
        checkStorage(probe, mapping, oid);
        checkIndexes(probe, mapping, oid);
        checkData(probe, mapping, table);
    });
}

bool hasFailure(const std::vector<Finding> &findings)
{
    return std::any_of(findings.begin(), findings.end(),
                       [](const Finding &finding) { return finding.state == State::Fail; });
}

} // namespace cbpm
