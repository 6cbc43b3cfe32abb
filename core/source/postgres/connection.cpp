// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/postgres/connection.h"

#include "core/source/postgres/pgerror.h"

#include <poll.h>

#include <algorithm>
#include <cstring>
#include <optional>

using namespace Qt::StringLiterals;

namespace cbpm {
namespace {

using Clock = std::chrono::steady_clock;

constexpr int look_ms = 20; ///< how often a wait looks at its cancel token

struct ConninfoDeleter
{
    void operator()(PQconninfoOption *options) const noexcept { PQconninfoFree(options); }
};
using Conninfo = std::unique_ptr<PQconninfoOption, ConninfoDeleter>;

/// What we add where the user said nothing: a dead peer is noticed, PQcancel is bounded (operability of libpq 15).
constexpr std::pair<const char *, const char *> defaults[] = {
    {"connect_timeout", "5"},     {"keepalives_idle", "5"},  {"keepalives_interval", "2"},
    {"keepalives_count", "3"},    {"tcp_user_timeout", "10000"}, {"client_encoding", "UTF8"},
};

Error cancelled()
{
    return Error{Error::Kind::Cancelled, {}, {}};
}

/// Waits until the socket is ready; false at the end of `slice`.
bool isReady(int socket, short events, std::chrono::milliseconds slice)
{
    pollfd descriptor{socket, events, 0};
    return poll(&descriptor, 1, static_cast<int>(slice.count())) > 0;
}

QString targetOf(const PGconn *connection)
{
    const QString host = QString::fromUtf8(PQhost(connection));
    return u"host %1, database %2"_s.arg(host.isEmpty() ? u"local"_s : host, QString::fromUtf8(PQdb(connection)));
}

/// Keywords and values of the user's string with our defaults added.
Result<PgConn> startConnect(const QString &conninfo)
{
    char *problem = nullptr;
    const Conninfo parsed{PQconninfoParse(conninfo.toUtf8().constData(), &problem)};
    const PgMemory freed{problem};
    if (!parsed)
        return Error{Error::Kind::Usage, u"the connection string is not understood: %1"_s.arg(QString::fromUtf8(problem).trimmed()),
                     u"write host=… dbname=…, service=… or postgresql://…"_s};
    std::vector<const char *> keywords;
    std::vector<const char *> values;
    const auto add = [&](const char *keyword, const char *value) {
        keywords.push_back(keyword);
        values.push_back(value);
    };
    bool named = false;
    const auto isSet = [&](const char *keyword) {
        for (const PQconninfoOption *option = parsed.get(); option->keyword; ++option) {
            if (std::strcmp(option->keyword, keyword) == 0)
                return option->val != nullptr;
        }
        return false;
    };
    QByteArray application;
    for (const PQconninfoOption *option = parsed.get(); option->keyword; ++option) {
        if (!option->val)
            continue;
        if (std::strcmp(option->keyword, "application_name") == 0) {
            named = true; // every connection's name begins with ours
            application = QByteArray{"cbpm3 "} + option->val;
            add(option->keyword, application.constData());
        } else {
            add(option->keyword, option->val);
        }
    }
    for (const auto &[keyword, value] : defaults) {
        if (!isSet(keyword))
            add(keyword, value);
    }
    if (!named)
        add("application_name", "cbpm3/" CBPM_VERSION);
    keywords.push_back(nullptr);
    values.push_back(nullptr);
    return PgConn{PQconnectStartParams(keywords.data(), values.data(), 0)};
}

} // namespace

Connection::Connection(PgConn connection, const Deadlines &deadlines)
    : m_connection{std::move(connection)}, m_deadlines{deadlines}, m_where{targetOf(m_connection.get())}
{
}

Result<Connection> Connection::open(const QString &conninfo, const Deadlines &deadlines, const CancelToken &cancel)
{
    auto started = startConnect(conninfo);
    if (!started)
        return started.error();
    PGconn *const handle = started->get();
    if (!handle || PQstatus(handle) == CONNECTION_BAD)
        return errorOfConnect(handle, targetOf(handle));
    PQsetErrorVerbosity(handle, PQERRORS_VERBOSE); // the text of a refusal then carries its SQLSTATE
    PQsetNoticeProcessor(handle, [](void *, const char *) {}, nullptr);
    const auto deadline = Clock::now() + deadlines.connect;
    for (PostgresPollingStatusType status = PGRES_POLLING_WRITING; status != PGRES_POLLING_OK;) {
        if (status == PGRES_POLLING_FAILED)
            return errorOfConnect(handle, targetOf(handle));
        if (cancel.isCancelled())
            return cancelled();
        if (Clock::now() > deadline)
            return Error{Error::Kind::Connection, u"%1 did not answer within %2 s"_s.arg(targetOf(handle)).arg(deadlines.connect.count() / 1000),
                         u"check host, port and network"_s};
        const short events = status == PGRES_POLLING_READING ? POLLIN : POLLOUT;
        if (isReady(PQsocket(handle), events, std::chrono::milliseconds{look_ms}))
            status = PQconnectPoll(handle);
    }
    PQsetErrorVerbosity(handle, PQERRORS_DEFAULT);
    PQsetnonblocking(handle, 1);
    return Connection{std::move(started.value()), deadlines};
}

Result<PgResult> Connection::run(const QByteArray &sql, const CancelToken &cancel)
{
    if (!PQsendQuery(handle(), sql.constData()))
        return errorOfResult(nullptr, handle(), m_where);
    if (auto flushed = flush(cancel); !flushed)
        return flushed.error();
    return finishStatement(cancel);
}

Result<void> Connection::sendCopy(const QByteArray &sql)
{
    m_copyStarted = false;
    if (!PQsendQuery(handle(), sql.constData()))
        return errorOfResult(nullptr, handle(), m_where);
    return flush(CancelToken{});
}

Result<int> Connection::copyData(PgMemory &row, const CancelToken &cancel)
{
    if (!m_copyStarted) {
        if (auto due = waitForResult(cancel); !due)
            return due.error();
        const PgResult result{PQgetResult(handle())};
        if (PQresultStatus(result.get()) != PGRES_COPY_OUT) {
            Error error = errorOfResult(result.get(), handle(), m_where);
            while (PgResult rest{PQgetResult(handle())}) { }
            return error;
        }
        m_copyStarted = true;
    }
    for (;;) {
        char *data = nullptr;
        const int length = PQgetCopyData(handle(), &data, 1);
        if (length > 0) {
            row.reset(data);
            return length;
        }
        if (length < 0) { // the end, or an error: only the final result tells
            m_copyStarted = false;
            auto finished = finishStatement(cancel);
            if (!finished)
                return finished.error();
            return 0;
        }
        if (auto ready = waitReadable(cancel); !ready)
            return ready.error();
    }
}

Result<void> Connection::waitForResult(const CancelToken &cancel)
{
    while (PQisBusy(handle())) {
        if (auto ready = waitReadable(cancel); !ready)
            return ready;
    }
    return {};
}

Result<void> Connection::copyIn(const QByteArray &sql, const std::vector<QByteArray> &chunks, const CancelToken &cancel)
{
    if (!PQsendQuery(handle(), sql.constData()))
        return errorOfResult(nullptr, handle(), m_where);
    if (auto due = waitForResult(cancel); !due)
        return due;
    const PgResult started{PQgetResult(handle())};
    if (PQresultStatus(started.get()) != PGRES_COPY_IN) {
        const Error error = errorOfResult(started.get(), handle(), m_where);
        while (PgResult rest{PQgetResult(handle())}) { }
        return error;
    }
    for (const QByteArray &chunk : chunks) {
        int sent = 0;
        while ((sent = PQputCopyData(handle(), chunk.constData(), static_cast<int>(chunk.size()))) == 0) {
            if (auto flushed = flush(cancel); !flushed)
                return flushed;
        }
        if (sent < 0)
            return errorOfResult(nullptr, handle(), m_where);
    }
    while (PQputCopyEnd(handle(), nullptr) == 0) {
        if (auto flushed = flush(cancel); !flushed)
            return flushed;
    }
    if (auto flushed = flush(cancel); !flushed)
        return flushed;
    const auto finished = finishStatement(cancel);
    return finished ? Result<void>{} : Result<void>{finished.error()};
}

Result<std::vector<Oid>> Connection::describe(const QByteArray &select, const CancelToken &cancel)
{
    if (!PQsendPrepare(handle(), "", select.constData(), 0, nullptr))
        return errorOfResult(nullptr, handle(), m_where);
    if (auto prepared = finishStatement(cancel); !prepared)
        return prepared.error();
    if (!PQsendDescribePrepared(handle(), ""))
        return errorOfResult(nullptr, handle(), m_where);
    const auto described = finishStatement(cancel);
    if (!described)
        return described.error();
    std::vector<Oid> types;
    for (int k = 0; k < PQnfields(described->get()); ++k)
        types.push_back(PQftype(described->get(), k));
    return types;
}

QByteArray Connection::identifier(const QString &name) const
{
    const QByteArray utf8 = name.toUtf8();
    const PgMemory quoted{PQescapeIdentifier(handle(), utf8.constData(), static_cast<std::size_t>(utf8.size()))};
    return QByteArray{quoted.get()};
}

QByteArray Connection::literal(const QString &text) const
{
    const QByteArray utf8 = text.toUtf8();
    const PgMemory quoted{PQescapeLiteral(handle(), utf8.constData(), static_cast<std::size_t>(utf8.size()))};
    return QByteArray{quoted.get()};
}

Result<void> Connection::flush(const CancelToken &cancel)
{
    for (;;) {
        const int left = PQflush(handle());
        if (left == 0)
            return {};
        if (left < 0)
            return errorOfResult(nullptr, handle(), m_where);
        if (auto ready = waitOrCancel(POLLIN | POLLOUT, cancel); !ready)
            return ready;
        PQconsumeInput(handle());
    }
}

Result<void> Connection::waitReadable(const CancelToken &cancel)
{
    if (auto flushed = flush(cancel); !flushed)
        return flushed;
    if (auto ready = waitOrCancel(POLLIN, cancel); !ready)
        return ready;
    if (!PQconsumeInput(handle()))
        return errorOfResult(nullptr, handle(), m_where);
    return {};
}

Result<void> Connection::waitOrCancel(short events, const CancelToken &cancel)
{
    const auto deadline = Clock::now() + m_deadlines.silence;
    while (!isReady(PQsocket(handle()), events, std::chrono::milliseconds{look_ms})) {
        if (cancel.isCancelled()) {
            cancelOnServer();
            return cancelled();
        }
        if (Clock::now() > deadline) {
            cancelOnServer();
            return Error{Error::Kind::Timeout, u"%1 sent nothing for %2 s"_s.arg(m_where).arg(m_deadlines.silence.count() / 1000),
                         u"the server or the network hangs; try again"_s};
        }
    }
    return {};
}

Result<PgResult> Connection::finishStatement(const CancelToken &cancel)
{
    PgResult last;
    std::optional<Error> error;
    for (;;) {
        if (auto due = waitForResult(cancel); !due)
            return due.error();
        PgResult result{PQgetResult(handle())};
        if (!result)
            break;
        const ExecStatusType status = PQresultStatus(result.get());
        if (status == PGRES_FATAL_ERROR && !error)
            error = errorOfResult(result.get(), handle(), m_where);
        last = std::move(result);
    }
    if (error)
        return *error;
    if (PQstatus(handle()) == CONNECTION_BAD)
        return errorOfResult(nullptr, handle(), m_where);
    return last;
}

void Connection::cancelOnServer()
{
    char ignored[256];
    const PgCancel cancel{PQgetCancel(handle())};
    if (cancel)
        PQcancel(cancel.get(), ignored, sizeof ignored);
}

} // namespace cbpm
