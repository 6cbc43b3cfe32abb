// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/postgres/sitecheck.h"

#include "core/source/postgres/conninfo.h"
#include "core/source/postgres/opensession.h"
#include "core/source/postgres/sitedata.h"
#include "core/source/postgres/siteprobe.h"
#include "core/source/postgres/sitestorage.h"
#include "core/source/postgres/sitetable.h"
#include "core/types/coretexts.h"

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
        return probe.add(u"encryption"_s, State::Ok, CoreTexts::tr("none needed on a local socket"));
    if (!probe.connection().isEncrypted())
        return probe.add(u"encryption"_s, State::Warn, CoreTexts::tr("none: anyone on the way can read along"),
                         CoreTexts::tr("add sslmode=verify-full to the connection string, and TLS to the server"));
    const QString protocol = QString::fromUtf8(PQsslAttribute(connection, "protocol"));
    if (connectOption(connection, "sslmode") == "verify-full")
        probe.add(u"encryption"_s, State::Ok, CoreTexts::tr("TLS, %1, and the server proved who it is").arg(protocol));
    else
        probe.add(u"encryption"_s, State::Warn, CoreTexts::tr("TLS, %1, with whoever answers").arg(protocol),
                  CoreTexts::tr("add sslmode=verify-full, and sslrootcert= with the certificate of the authority"));
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
    const QString delay = milliseconds < 0      ? CoreTexts::tr("never")
                          : milliseconds < 1000 ? CoreTexts::tr("after %1 ms").arg(milliseconds)
                                                : CoreTexts::tr("after ") + row->text(1);
    const QString text =
        CoreTexts::tr("one in the way of replay is cancelled %1, and done again once; hot_standby_feedback is %2")
            .arg(delay, row->text(2));
    if (milliseconds >= 0 && milliseconds < 5000 && row->text(2) != "on"_L1)
        probe.add(u"long reads"_s, State::Warn, text,
                  CoreTexts::tr("ask its owner for hot_standby_feedback = on, or max_standby_streaming_delay = 30s"));
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
                  CoreTexts::tr("versions before %1 are not tested").arg(oldestTestedServer));
    else if (isBehind)
        probe.add(
            u"server"_s, State::Warn, state->text(),
            CoreTexts::tr("its newest data are that old: name its primary, too, and add target_session_attrs=primary"));
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
    auto connection = openSession(conninfo, limits, cancel);
    if (!connection) {
        if (connection.error().kind == Error::Kind::Cancelled)
            return connection.error();
        return std::vector{Finding{u"reachable"_s, State::Fail, connection.error().what, connection.error().hint}};
    }
    const QString reached = CoreTexts::tr("%1, after %2 ms").arg(connection->where()).arg(clock.elapsed());
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
