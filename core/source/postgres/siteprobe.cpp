// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/postgres/siteprobe.h"

#include "core/source/postgres/readtransaction.h"

#include <algorithm>

namespace cbpm {

ProbedRow::ProbedRow(const PGresult *result, int row)
{
    for (int field = 0; field < PQnfields(result); ++field)
        m_fields << (PQgetisnull(result, row, field) ? QString{} : QString::fromUtf8(PQgetvalue(result, row, field)));
}

SiteProbe::SiteProbe(Connection connection, QString conninfo, const PostgresLimits &limits, CancelToken cancel)
    : m_session{std::make_shared<Connection>(std::move(connection))},
      m_conninfo{std::move(conninfo)}, m_limits{limits}, m_cancel{std::move(cancel)}
{
}

Result<PgResult> SiteProbe::runAlone(const QByteArray &sql)
{
    if (const auto begun = beginReading(*m_session, m_limits, m_cancel); !begun)
        return begun.error();
    auto result = m_session->run(sql, m_cancel);
    if (const auto ended = m_session->run("ROLLBACK", m_cancel); !ended && result)
        return ended.error();
    return result;
}

std::vector<ProbedRow> SiteProbe::ask(const QString &topic, const QByteArray &sql)
{
    std::vector<ProbedRow> rows;
    const auto result = runAlone(sql);
    if (!result) {
        add(topic, Finding::State::Warn, result.error().what, result.error().hint);
        return rows;
    }
    for (int row = 0; row < PQntuples(result->get()); ++row)
        rows.emplace_back(result->get(), row);
    return rows;
}

std::optional<ProbedRow> SiteProbe::askOne(const QString &topic, const QByteArray &sql)
{
    auto rows = ask(topic, sql);
    return rows.empty() ? std::nullopt : std::optional{std::move(rows.front())};
}

std::optional<TableExtent> SiteProbe::askExtent(const QString &topic)
{
    const auto ask = [this]() -> Result<TableExtent> {
        if (const auto begun = beginReading(*m_session, m_limits, m_cancel); !begun)
            return begun.error();
        auto extent = TableExtent::ask(*m_session, m_layout, m_cancel);
        if (const auto ended = m_session->run("ROLLBACK", m_cancel); !ended && extent)
            return ended.error();
        return extent;
    };
    const auto extent = ask();
    if (extent)
        return *extent;
    add(topic, Finding::State::Warn, extent.error().what, extent.error().hint);
    return std::nullopt;
}

Result<bool> SiteProbe::shareSnapshot()
{
    auto place = m_limits.sessions ? m_limits.sessions->tryTake() : nullptr;
    if (m_limits.sessions && !place)
        return false;
    if (const auto begun = beginReading(*m_session, m_limits, m_cancel); !begun)
        return begun.error();
    const auto share = [&]() -> Result<void> {
        const auto snapshot = exportSnapshot(*m_session, m_cancel);
        if (!snapshot)
            return snapshot.error();
        auto second = Connection::open(m_session->address(), m_cancel);
        if (!second)
            return second.error();
        second->hold(std::move(place));
        return beginReading(*second, m_limits, m_cancel, *snapshot);
    };
    const auto shared = share();
    const auto ended = m_session->run("ROLLBACK", m_cancel);
    if (!shared)
        return shared.error();
    return ended ? Result<bool>{true} : Result<bool>{ended.error()};
}

Result<void> SiteProbe::learn(const TableMapping &mapping)
{
    auto layout = RowLayout::learn(*m_session, mapping, m_cancel);
    if (!layout)
        return layout.error();
    m_layout = std::move(*layout);
    return {};
}

Result<PreparedData> SiteProbe::findPrepared()
{
    return PreparedData::find(*m_session, m_layout, m_cancel);
}

void SiteProbe::add(const QString &topic, Finding::State state, const QString &text, const QString &hint,
                    const QString &sql)
{
    m_findings.push_back(Finding{topic, state, text, hint, sql});
}

void SiteProbe::addUnlessKnown(const QString &topic, Finding::State state, const QString &text, const QString &hint)
{
    const auto known =
        std::find_if(m_findings.begin(), m_findings.end(), [&](const Finding &f) { return f.topic == topic; });
    if (known == m_findings.end())
        add(topic, state, text, hint);
    else
        known->state = state;
}

} // namespace cbpm
