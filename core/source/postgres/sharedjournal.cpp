// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/postgres/sharedjournal.h"

#include "core/source/postgres/opensession.h"
#include "core/source/postgres/readtransaction.h"
#include "core/types/coretexts.h"

using namespace Qt::StringLiterals;

namespace cbpm {
namespace {

constexpr int mostEntries = 500;        ///< of a page
constexpr int mostBytes = 8 << 20;      ///< of a page's documents, one more allowed
constexpr int documentBytes = 4 << 20;  ///< a larger one is not read
constexpr int textLength = 200;         ///< characters of a name
constexpr int longestPause_ms = 10'000; ///< between two statements of one who writes

/// The first entry of `table` after number `id` of which `which` says so as `n`. Its document is touched when it is
/// chosen, not before; one beyond the bound is left out as if it were no JSON.
QByteArray nextEntry(const QByteArray &table, const QByteArray &id, const QByteArray &which)
{
    const QByteArray most = QByteArray::number(textLength);
    return "(SELECT e.id, e.edit, left(e.kind, " + most + ") AS kind, left(e.key, " + most
           + ") AS key, CASE WHEN octet_length(e.document::text) > " + QByteArray::number(documentBytes)
           + " THEN '' ELSE e.document::text END AS document, left(e.author, " + most
           + ") AS author, e.seen, e.login, (extract(epoch FROM e.made) * 1000000)::bigint AS made FROM " + table
           + " e WHERE e.id = (SELECT n.id FROM " + table + " n WHERE n.id > " + id + " AND " + which
           + " ORDER BY n.id LIMIT 1))";
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

/// Entry by entry, so that the server touches no more documents than it sends.
Result<std::vector<JournalEntry>> SharedJournal::page(qint64 after, const QByteArray &which, const CancelToken &cancel)
{
    const QByteArray sent = "p.bytes + coalesce(octet_length(p.document), 0)";
    const auto result =
        read("WITH RECURSIVE page AS (SELECT first.*, 1 AS row, 0::bigint AS bytes FROM "
                 + nextEntry(m_table, QByteArray::number(after), which)
                 + " first UNION ALL SELECT further.*, p.row + 1, " + sent + " FROM page p, LATERAL "
                 + nextEntry(m_table, "p.id", which) + " further WHERE p.row < " + QByteArray::number(mostEntries)
                 + " AND " + sent + " <= " + QByteArray::number(mostBytes) + ") SELECT * FROM page",
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
    return page(id, "true", cancel);
}

Result<std::vector<JournalEntry>> SharedJournal::currentAfter(qint64 id, const CancelToken &cancel)
{
    return page(id,
                "NOT EXISTS (SELECT FROM " + m_table + " l WHERE l.kind = n.kind AND l.key = n.key AND l.id > n.id)",
                cancel);
}

Result<JournalPlace> SharedJournal::last(const CancelToken &cancel)
{
    const auto result = read("SELECT id, edit FROM " + m_table + " ORDER BY id DESC LIMIT 1", cancel);
    if (!result)
        return result.error();
    if (PQntuples(result->get()) == 0)
        return JournalPlace{};
    return JournalPlace{text(result->get(), 0, 0).toLongLong(), QUuid::fromString(text(result->get(), 0, 1))};
}

Result<QUuid> SharedJournal::editOf(qint64 id, const CancelToken &cancel)
{
    const auto result = read("SELECT edit FROM " + m_table + " WHERE id = " + QByteArray::number(id), cancel);
    if (!result)
        return result.error();
    return PQntuples(result->get()) == 0 ? QUuid{} : QUuid::fromString(text(result->get(), 0, 0));
}

Result<qint64> SharedJournal::append(const JournalEntry &entry, const CancelToken &cancel)
{
    const auto literal = [this](const QString &text) { return m_connection.literal(text); };
    const QByteArray edit = literal(entry.edit.toString(QUuid::WithoutBraces));
    const QByteArray document = entry.document ? literal(QString::fromUtf8(*entry.document)) : QByteArray{"NULL"};
    // A login that may only look by default says here that it means to write. All who write wait for its end: that
    // comes also where this program or its link does not live to it.
    const QByteArray begin =
        "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE; SET LOCAL statement_timeout = "
        + QByteArray::number(static_cast<qint64>(m_limits.statement.count()))
        + "; SET LOCAL lock_timeout = " + QByteArray::number(static_cast<qint64>(m_limits.lock.count()))
        + "; SET LOCAL idle_in_transaction_session_timeout = " + QByteArray::number(longestPause_ms);
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
