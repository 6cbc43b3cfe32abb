// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/postgres/sharedjournal.h"

#include "core/source/postgres/opensession.h"
#include "core/source/postgres/readtransaction.h"
#include "core/types/coretexts.h"

using namespace Qt::StringLiterals;

namespace cbpm {
namespace {

constexpr int mostEntries = 500;       ///< of a page
constexpr int mostBytes = 8 << 20;     ///< of a page's documents, one more allowed
constexpr int documentBytes = 4 << 20; ///< a larger one is not read
constexpr int textLength = 200;        ///< characters of a name

/// Not within the bounds of a page it is no entry, whatever it says.
QByteArray columns()
{
    const QByteArray most = QByteArray::number(textLength);
    return "id, edit, left(kind, " + most + "), left(key, " + most + "), document, left(author, " + most
           + "), seen, login, (extract(epoch FROM made) * 1000000)::bigint";
}

QString text(const PGresult *result, int row, int field)
{
    return QString::fromUtf8(PQgetvalue(result, row, field), PQgetlength(result, row, field));
}

JournalEntry entryOf(const PGresult *result, int row)
{
    JournalEntry entry;
    entry.id = text(result, row, 0).toLongLong();
    entry.edit = QUuid::fromString(text(result, row, 1));
    entry.kind = text(result, row, 2);
    entry.key = text(result, row, 3);
    if (!PQgetisnull(result, row, 4))
        entry.document = QByteArray{PQgetvalue(result, row, 4), PQgetlength(result, row, 4)};
    entry.author = text(result, row, 5);
    entry.seen = text(result, row, 6).toLongLong();
    entry.login = text(result, row, 7);
    entry.made = timePoint(text(result, row, 8).toLongLong());
    return entry;
}

} // namespace

SharedJournal::SharedJournal(Connection connection, const PostgresLimits &limits, const QString &schema)
    : m_connection{std::move(connection)}, m_limits{limits}, m_table{m_connection.identifier(schema) + ".entry"}
{
}

Result<std::optional<SharedJournal>> SharedJournal::open(const QString &conninfo, const QString &schema,
                                                         const PostgresLimits &limits, const CancelToken &cancel)
{
    auto connection = openSession(conninfo, limits, cancel);
    if (!connection)
        return connection.error();
    SharedJournal journal{std::move(*connection), limits, schema};
    const auto found = journal.probe(schema, cancel);
    if (!found)
        return found.error();
    return *found ? std::optional{std::move(journal)} : std::nullopt;
}

Result<bool> SharedJournal::probe(const QString &schema, const CancelToken &cancel)
{
    const auto found = read("SELECT has_column_privilege(c.oid, 'document', 'INSERT'), pg_is_in_recovery(), "
                            "(SELECT d.oid FROM pg_database d WHERE d.datname = current_database()), n.oid, "
                            "has_function_privilege('pg_control_system()', 'EXECUTE') FROM pg_namespace n "
                            "JOIN pg_class c ON c.relnamespace = n.oid AND c.relname = 'entry' AND c.relkind = 'r' "
                            "JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'document' WHERE n.nspname = "
                                + m_connection.literal(schema)
                                + " AND has_schema_privilege(n.oid, 'USAGE') AND has_table_privilege(c.oid, 'SELECT')",
                            cancel);
    if (!found)
        return found.error();
    if (PQntuples(found->get()) != 1)
        return false;
    const auto isTrue = [&](int field) { return text(found->get(), 0, field) == "t"_L1; };
    m_mayAppend = isTrue(0);
    m_isStandby = isTrue(1);
    QString cluster = m_connection.where();
    if (isTrue(4)) {
        const auto number = read("SELECT system_identifier FROM pg_control_system()", cancel);
        if (!number)
            return number.error();
        cluster = text(number->get(), 0, 0);
    }
    m_identity = u"%1 %2 %3"_s.arg(cluster, text(found->get(), 0, 2), text(found->get(), 0, 3));
    return true;
}

/// In a transaction of its own, which sees what is written by now.
Result<PgResult> SharedJournal::read(const QByteArray &sql, const CancelToken &cancel)
{
    if (const auto begun = beginReading(m_connection, m_limits, cancel); !begun)
        return begun.error();
    auto result = m_connection.run(sql, cancel);
    if (const auto ended = endReading(m_connection, cancel); !ended && result)
        return ended.error();
    return result;
}

/// `which`: a condition on the entries `e`. Documents beyond the bound are left out as if they were no JSON.
Result<std::vector<JournalEntry>> SharedJournal::page(const QByteArray &which, const CancelToken &cancel)
{
    const QByteArray limit = QByteArray::number(documentBytes);
    const auto result = read("SELECT " + columns()
                                 + " FROM (SELECT *, sum(size) OVER (ORDER BY id) - size AS before FROM (SELECT e.id, "
                                   "e.edit, e.kind, e.key, "
                                   "CASE WHEN octet_length(e.document::text) > "
                                 + limit
                                 + " THEN '' ELSE e.document::text END AS document, e.author, e.seen, e.login, e.made, "
                                   "least(coalesce(octet_length(e.document::text), 0), "
                                 + limit + ") AS size FROM " + m_table + " e WHERE " + which + " ORDER BY e.id LIMIT "
                                 + QByteArray::number(mostEntries)
                                 + ") found) sized WHERE before <= " + QByteArray::number(mostBytes) + " ORDER BY id",
                             cancel);
    if (!result)
        return result.error();
    std::vector<JournalEntry> entries;
    for (int row = 0; row < PQntuples(result->get()); ++row)
        entries.push_back(entryOf(result->get(), row));
    return entries;
}

Result<std::vector<JournalEntry>> SharedJournal::entriesAfter(qint64 id, const CancelToken &cancel)
{
    return page("e.id > " + QByteArray::number(id), cancel);
}

Result<std::vector<JournalEntry>> SharedJournal::currentAfter(qint64 id, const CancelToken &cancel)
{
    return page("e.id > " + QByteArray::number(id) + " AND NOT EXISTS (SELECT FROM " + m_table
                    + " l WHERE l.kind = e.kind AND l.key = e.key AND l.id > e.id)",
                cancel);
}

Result<qint64> SharedJournal::last(const CancelToken &cancel)
{
    const auto result = read("SELECT coalesce(max(id), 0) FROM " + m_table, cancel);
    if (!result)
        return result.error();
    return text(result->get(), 0, 0).toLongLong();
}

Result<qint64> SharedJournal::append(const JournalEntry &entry, const CancelToken &cancel)
{
    const auto literal = [this](const QString &text) { return m_connection.literal(text); };
    const QByteArray edit = literal(entry.edit.toString(QUuid::WithoutBraces));
    const QByteArray document = entry.document ? literal(QString::fromUtf8(*entry.document)) : QByteArray{"NULL"};
    // A login that may only look by default says here that it means to write.
    const QByteArray begin =
        "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE; SET LOCAL statement_timeout = "
        + QByteArray::number(static_cast<qint64>(m_limits.statement.count()))
        + "; SET LOCAL lock_timeout = " + QByteArray::number(static_cast<qint64>(m_limits.lock.count()));
    const auto write = [&]() -> Result<qint64> {
        if (const auto begun = m_connection.run(begin, cancel); !begun)
            return begun.error();
        const auto written = m_connection.run(
            "INSERT INTO " + m_table + " (edit, kind, key, document, author, seen) VALUES (" + edit + ", "
                + literal(entry.kind) + ", " + literal(entry.key) + ", " + document + ", " + literal(entry.author)
                + ", " + QByteArray::number(entry.seen) + ") ON CONFLICT (edit) DO NOTHING",
            cancel);
        if (!written)
            return written.error();
        const auto id = m_connection.runForRow("SELECT id FROM " + m_table + " WHERE edit = " + edit, cancel);
        if (!id)
            return id.error();
        if (const auto committed = m_connection.run("COMMIT", cancel); !committed)
            return committed.error();
        return text(id->get(), 0, 0).toLongLong();
    };
    auto done = write();
    if (!done && !m_connection.isLost()) {
        const QByteArray state = m_connection.lastState();
        std::ignore = m_connection.run("ROLLBACK", cancel);
        // Constraint and data exceptions: it will never be taken.
        if (state.startsWith("23") || state.startsWith("22"))
            return Error{Error::Kind::BadData, done.error().what, done.error().hint};
    }
    return done;
}

} // namespace cbpm
