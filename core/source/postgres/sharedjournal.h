// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/postgres/postgreslimits.h"
#include "core/types/time.h"

#include <QByteArray>
#include <QString>
#include <QUuid>

#include <optional>
#include <vector>

namespace cbpm {

/// What somebody wrote into a site's journal (packaging/sql/shared.sql): whatever the server says, to be checked.
struct JournalEntry
{
    qint64 id = 0; ///< in the order they were written, from 1
    QUuid edit;    ///< the writing program's: the same edit stands there once
    QString kind;
    QString key;
    std::optional<QByteArray> document; ///< JSON; nullopt: taken away
    QString author;                     ///< as the program said
    qint64 seen = 0;                    ///< the latest entry that the author knew
    QString login;                      ///< as the server knew
    TimePoint made;                     ///< by the server's clock
};

/// An entry, to tell whether a journal is still the one that was read.
struct JournalPlace
{
    qint64 id = 0; ///< 0: before the first
    QUuid edit;

    bool operator==(const JournalPlace &) const = default;
};

/// The journal that operators of a site share, over one short session. What is written stays; what counts is the latest
/// entry of a kind and key. Used by one thread.
class SharedJournal
{
public:
    /// nullopt: the server has none in `schema`, or it is not for this role.
    static Result<std::optional<SharedJournal>> open(const QString &conninfo, const QString &schema,
                                                     const PostgresLimits &limits, const CancelToken &cancel);

    /// The same for who asks in whatever way; not for another server, database or schema.
    const QString &identity() const { return m_identity; }
    /// "host x, database y".
    QString where() const { return m_connection.where(); }
    bool mayAppend() const { return m_mayAppend; }
    /// A standby takes no entries.
    bool isStandby() const { return m_isStandby; }
    /// The session is gone: nothing more can be asked.
    bool isLost() const { return m_connection.isLost(); }

    /// Entries after `id` in their order, so many that they stay within some MB; none: there are no further.
    Result<std::vector<JournalEntry>> entriesAfter(qint64 id, const CancelToken &cancel);
    /// The same, of those that count.
    Result<std::vector<JournalEntry>> currentAfter(qint64 id, const CancelToken &cancel);
    /// The latest one.
    Result<JournalPlace> last(const CancelToken &cancel);
    /// The edit of the entry `id`; null: there is no such.
    Result<QUuid> editOf(qint64 id, const CancelToken &cancel);

    /// Writes an entry, of which the server chooses id, login and time; its id. Where the same edit stands there
    /// already, the id of that. Permission: this role may only read. BadData: the server will never take it.
    Result<qint64> append(const JournalEntry &entry, const CancelToken &cancel);

private:
    SharedJournal(Connection connection, const PostgresLimits &limits, const QString &schema);

    Result<bool> probe(const QString &schema, const CancelToken &cancel);
    Result<PgResult> read(const QByteArray &sql, const CancelToken &cancel);
    Result<std::vector<JournalEntry>> page(qint64 after, const QByteArray &which, const CancelToken &cancel);

    Connection m_connection;
    PostgresLimits m_limits;
    QByteArray m_table; ///< quoted
    QString m_identity;
    bool m_mayAppend = false;
    bool m_isStandby = false;
};

} // namespace cbpm
