// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/postgres/postgresreader.h"
#include "core/source/postgres/prepareddata.h"
#include "core/source/postgres/rowlayout.h"
#include "core/source/postgres/serverstate.h"
#include "core/source/postgres/sitecheck.h"
#include "core/source/postgres/tableextent.h"

#include <optional>

namespace cbpm {

/// One row of a question's answer, as text.
class ProbedRow
{
public:
    ProbedRow(const PGresult *result, int row);
    QString text(int field) const { return m_fields.value(field); }
    bool isNull(int field) const { return text(field).isNull(); }

private:
    QStringList m_fields;
};

/// Asks one server the questions of a check, each in a read-only transaction of its own, so that one that fails spoils
/// no other, and collects the findings.
class SiteProbe
{
public:
    SiteProbe(Connection connection, QString conninfo, const PostgresLimits &limits, CancelToken cancel);

    /// All rows; none, and a warning under `topic`, where the server refuses.
    std::vector<ProbedRow> ask(const QString &topic, const QByteArray &sql);
    /// The first row; nullopt where there is none.
    std::optional<ProbedRow> askOne(const QString &topic, const QByteArray &sql);

    /// From when to when there are samples; nullopt, and a warning under `topic`, where the server refuses.
    std::optional<TableExtent> askExtent(const QString &topic);

    /// What the server is in its replication.
    Result<ServerState> askState() { return ServerState::ask(*m_session, m_cancel); }

    /// Whether a second session sees what a first one sees; if not, why. False: this program may have no second one
    /// now.
    Result<bool> shareSnapshot();

    /// Learns the layout of the samples' table.
    Result<void> learn(const TableMapping &mapping);

    /// What was prepared beside that table.
    Result<PreparedData> findPrepared();

    void add(const QString &topic, Finding::State state, const QString &text, const QString &hint = {},
             const QString &sql = {});
    void addUnlessKnown(const QString &topic, Finding::State state, const QString &text, const QString &hint);
    void setTimeIndexed(bool indexed) { m_timeIndexed = indexed; }

    const Connection &connection() const { return *m_session; }
    /// For what reads over it; in no transaction.
    const SharedConnection &session() const { return m_session; }
    const RowLayout &layout() const { return m_layout; }
    const QString &conninfo() const { return m_conninfo; }
    const PostgresLimits &limits() const { return m_limits; }
    const CancelToken &cancel() const { return m_cancel; }
    bool isTimeIndexed() const { return m_timeIndexed; }
    std::vector<Finding> takeFindings() { return std::move(m_findings); }

private:
    Result<PgResult> runAlone(const QByteArray &sql);

    SharedConnection m_session; ///< the only one: who waited for a place among the program's never waits for another
    QString m_conninfo;
    PostgresLimits m_limits;
    CancelToken m_cancel;
    RowLayout m_layout;
    std::vector<Finding> m_findings;
    bool m_timeIndexed = false;
};

} // namespace cbpm
