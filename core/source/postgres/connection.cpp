// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/postgres/connection.h"

#include "core/source/postgres/asidethread.h"
#include "core/source/postgres/connect.h"
#include "core/source/postgres/conninfo.h"
#include "core/source/postgres/pgerror.h"
#include "core/types/coretexts.h"
#include "core/types/outcome.h"

#include <QLoggingCategory>

#include <poll.h>

#include <future>
#include <optional>
#include <thread>

using namespace Qt::StringLiterals;

namespace cbpm {
namespace {

using Clock = std::chrono::steady_clock;

/// By the server's limit, or by its administrator.
constexpr char statementEnded[] = "57014";
/// Of this program: no slow server, no slow disk.
constexpr std::chrono::seconds longAbsence{5};
/// Of a wait, between two looks at the clock: at the deadline, and whether this program was stopped.
constexpr std::chrono::milliseconds lookAround{200};

Q_LOGGING_CATEGORY(database, "cbpm3.db", QtWarningMsg)

/// How long rows are let gather: a fraction of what the socket between two processes holds (some 3 000 rows, 1 ms).
constexpr auto gathering = std::chrono::microseconds{250};
/// A wait as long as this was one; rows that are that far apart do not flow.
constexpr auto stoodStill = std::chrono::microseconds{5};
constexpr auto stillFlows = std::chrono::milliseconds{2};

} // namespace

/// What a server says when it ends a session that asks nothing: libpq takes that for a notice.
struct Connection::LastWords
{
    QByteArray state;
    QString message;

    static void listen(void *words, const PGresult *notice)
    {
        const QByteArrayView severity{PQresultErrorField(notice, PG_DIAG_SEVERITY_NONLOCALIZED)};
        qCDebug(database, "%s", PQresultErrorMessage(notice));
        if (severity == "FATAL" || severity == "PANIC")
            *static_cast<LastWords *>(words) = {PQresultErrorField(notice, PG_DIAG_SQLSTATE),
                                                QString::fromUtf8(PQresultErrorField(notice, PG_DIAG_MESSAGE_PRIMARY))};
    }
};

Connection::Connection(Connection &&) noexcept = default;
Connection &Connection::operator=(Connection &&) noexcept = default;
Connection::~Connection() = default;

Connection::Connection(PgConn connection, QString conninfo, const Deadlines &deadlines, QByteArray name)
    : m_lastWords{std::make_unique<LastWords>()}, m_connection{std::move(connection)}, m_conninfo{std::move(conninfo)},
      m_deadlines{deadlines}, m_name{std::move(name)}, m_where{targetOf(m_connection.get())}
{
    PQsetNoticeReceiver(handle(), LastWords::listen, m_lastWords.get());
}

Result<Connection> Connection::open(const QString &conninfo, const Deadlines &deadlines, const CancelToken &cancel,
                                    const QByteArray &name)
{
    return open({conninfo, deadlines, name, {}}, cancel);
}

Result<Connection> Connection::open(const SessionAddress &address, const CancelToken &cancel)
{
    const auto &[conninfo, deadlines, name, server] = address;
    auto connected = connectToServer(conninfo, deadlines, cancel, server, name);
    if (!connected)
        return connected.error();
    return Connection{std::move(connected.value()), conninfo, deadlines, name};
}

SessionAddress Connection::address() const
{
    return {m_conninfo, m_deadlines, m_name, ServerPin::of(handle())};
}

Result<void> Connection::reopen(const CancelToken &cancel)
{
    auto again = open(m_conninfo, m_deadlines, cancel, m_name);
    if (!again)
        return again.error();
    again->hold(std::move(m_place));
    *this = std::move(*again);
    return {};
}

Result<PgResult> Connection::run(const QByteArray &sql, const CancelToken &cancel)
{
    m_lastState.clear();
    m_attention.begin();
    if (!PQsendQuery(handle(), sql.constData()))
        return failure(nullptr);
    if (PQflush(handle()) > 0) { // a long one does not leave at once
        if (auto sent = flush(cancel); !sent)
            return sent.error();
    }
    return finishStatement(cancel);
}

Result<PgResult> Connection::runForRow(const QByteArray &sql, const CancelToken &cancel)
{
    auto result = run(sql, cancel);
    if (result && (PQntuples(result->get()) != 1 || PQnfields(result->get()) < 1))
        return strangeAnswer();
    return result;
}

Result<std::vector<Oid>> Connection::describe(const QByteArray &select, int columns, const CancelToken &cancel)
{
    if (!PQsendPrepare(handle(), "", select.constData(), 0, nullptr))
        return failure(nullptr);
    if (auto prepared = finishStatement(cancel); !prepared)
        return prepared.error();
    if (!PQsendDescribePrepared(handle(), ""))
        return failure(nullptr);
    const auto described = finishStatement(cancel);
    if (!described)
        return described.error();
    if (PQnfields(described->get()) != columns)
        return strangeAnswer();
    std::vector<Oid> types;
    for (int k = 0; k < PQnfields(described->get()); ++k)
        types.push_back(PQftype(described->get(), k));
    return types;
}

Result<void> Connection::sendCopy(const QByteArray &sql, const CancelToken &cancel)
{
    m_copyStarted = false;
    m_lastState.clear();
    m_attention.begin();
    if (!PQsendQuery(handle(), sql.constData()))
        return failure(nullptr);
    return flush(cancel);
}

Result<int> Connection::copyData(PgMemory &row, const CancelToken &cancel)
{
    if (!m_copyStarted) {
        if (auto started = waitForCopy(PGRES_COPY_OUT, cancel); !started)
            return started.error();
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
            const auto finished = finishStatement(cancel);
            return finished ? Result<int>{0} : Result<int>{finished.error()};
        }
        if (auto ready = waitForRows(cancel); !ready)
            return ready.error();
    }
}

/// Rows that flow are let gather for a moment: to wake for each packet costs the server and us a tenth of the time.
Result<void> Connection::waitForRows(const CancelToken &cancel)
{
    const auto asked = Clock::now();
    if (auto ready = waitOrCancel(POLLIN, cancel); !ready)
        return ready;
    const auto waited = Clock::now() - asked;
    if (m_isAlone && stoodStill < waited && waited < stillFlows)
        std::this_thread::sleep_for(gathering);
    if (!PQconsumeInput(handle()))
        return failure(nullptr);
    return {};
}

Result<void> Connection::beginCopyIn(const QByteArray &sql, const CancelToken &cancel)
{
    if (!PQsendQuery(handle(), sql.constData()))
        return failure(nullptr);
    return waitForCopy(PGRES_COPY_IN, cancel);
}

Result<void> Connection::putCopyData(std::span<const char> bytes, const CancelToken &cancel)
{
    for (;;) {
        const int taken = PQputCopyData(handle(), bytes.data(), static_cast<int>(bytes.size()));
        if (taken < 0)
            return failure(nullptr);
        if (taken > 0)
            return flush(cancel);
        if (auto flushed = flush(cancel); !flushed) // libpq's buffer is full
            return flushed;
    }
}

Result<void> Connection::endCopyIn(const CancelToken &cancel)
{
    while (true) {
        const int taken = PQputCopyEnd(handle(), nullptr);
        if (taken < 0)
            return failure(nullptr);
        if (auto flushed = flush(cancel); !flushed)
            return flushed;
        if (taken > 0)
            break;
    }
    const auto finished = finishStatement(cancel);
    return outcomeOf(finished);
}

Result<void> Connection::abandonCopy()
{
    if (PQtransactionStatus(handle()) != PQTRANS_ACTIVE)
        return {};
    cancelOnServer();
    const auto silence = std::exchange(m_deadlines.silence, m_deadlines.leaving);
    const auto until = Clock::now() + m_deadlines.leaving;
    PgMemory row;
    for (auto length = copyData(row, {}); length && *length > 0 && Clock::now() < until;)
        length = copyData(row, {});
    m_deadlines.silence = silence;
    if (PQtransactionStatus(handle()) != PQTRANS_ACTIVE) // that the server refused the rest is what was asked for
        return {};
    return Error{Error::Kind::Connection, CoreTexts::tr("%1 goes on with what it was asked to stop").arg(m_where),
                 CoreTexts::tr("check the network and the server, then fetch again"), Error::Again::Often};
}

void Connection::cancelOnServer() const
{
    PgCancel request{PQgetCancel(handle())};
    if (!request)
        return;
    std::promise<void> sent;
    const std::future<void> answered = sent.get_future();
    // PQcancel connects anew and blocks until tcp_user_timeout where the network is dead; where the other side takes
    // the connection and then says nothing, it never ends.
    const bool begun = AsideThread::run([request = std::move(request), sent = std::move(sent)]() mutable {
        char ignored[256];
        PQcancel(request.get(), ignored, sizeof ignored);
        sent.set_value();
    });
    if (begun)
        answered.wait_for(std::chrono::milliseconds{100});
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
            return failure(nullptr);
        if (auto ready = waitOrCancel(POLLIN | POLLOUT, cancel); !ready)
            return ready;
        if (!PQconsumeInput(handle()))
            return failure(nullptr);
    }
}

Result<void> Connection::waitReadable(const CancelToken &cancel)
{
    if (auto flushed = flush(cancel); !flushed)
        return flushed;
    if (auto ready = waitOrCancel(POLLIN, cancel); !ready)
        return ready;
    if (!PQconsumeInput(handle()))
        return failure(nullptr);
    return {};
}

Result<void> Connection::waitOrCancel(short events, const CancelToken &cancel)
{
    const auto deadline = Clock::now() + m_deadlines.silence;
    m_attention.look();
    for (;;) {
        if (cancel.isCancelled()) { // also where bytes keep coming
            cancelOnServer();
            return Error{Error::Kind::Cancelled, {}, {}};
        }
        const bool isReady = waitForDescriptor(PQsocket(handle()), events, cancel, lookAround);
        m_attention.look();
        if (isReady)
            return {};
        if (Clock::now() > deadline) {
            cancelOnServer();
            return Error{
                Error::Kind::Timeout,
                CoreTexts::tr("%1 sent nothing for %2 s")
                    .arg(m_where)
                    .arg(static_cast<double>(m_deadlines.silence.count()) / 1e3),
                CoreTexts::tr(
                    "the server or the network hangs, or the table has no index on its time column; see cbpm3 check"),
                Error::Again::Once};
        }
    }
}

/// The answer to a COPY that was sent: the server is ready for it, or says why not.
Result<void> Connection::waitForCopy(ExecStatusType wanted, const CancelToken &cancel)
{
    while (PQisBusy(handle())) {
        if (auto ready = waitReadable(cancel); !ready)
            return ready;
    }
    const PgResult result{PQgetResult(handle())};
    if (PQresultStatus(result.get()) == wanted)
        return {};
    const Error error = failure(result.get());
    const QByteArray state = m_lastState;
    std::ignore = finishStatement(cancel); // of a session that ends it gives a second error, which tells less
    m_lastState = state;
    return error;
}

Result<PgResult> Connection::finishStatement(const CancelToken &cancel)
{
    PgResult last;
    std::optional<Error> error;
    QByteArray state;
    for (;;) {
        while (PQisBusy(handle())) {
            if (auto ready = waitReadable(cancel); !ready) {
                if (!error || ready.error().kind != Error::Kind::Connection)
                    return ready.error();
                m_lastState = state; // a session that the server ends: why was said before
                return *error;
            }
        }
        PgResult result{PQgetResult(handle())};
        if (!result)
            break;
        if (PQresultStatus(result.get()) == PGRES_FATAL_ERROR && !error) {
            error = failure(result.get());
            state = m_lastState;
        }
        last = std::move(result);
    }
    if (error)
        return *error;
    if (PQstatus(handle()) == CONNECTION_BAD)
        return failure(nullptr);
    return last;
}

/// No server does it; a link or a proxy that damages bytes does.
Error Connection::strangeAnswer() const
{
    return Error{Error::Kind::BadData, CoreTexts::tr("%1 answered something that was not asked").arg(m_where),
                 CoreTexts::tr("the link or a proxy damages data; fetch again"), Error::Again::Once};
}

Error Connection::failure(const PGresult *result)
{
    m_lastState = result ? QByteArray{PQresultErrorField(result, PG_DIAG_SQLSTATE)} : QByteArray{};
    if (m_lastState.isEmpty() && isLost() && !m_lastWords->state.isEmpty()) {
        m_lastState = m_lastWords->state;
        return errorOfState(m_lastState, m_lastWords->message, m_where);
    }
    Error error = errorOfResult(result, handle(), m_where);
    if (m_lastState == statementEnded && m_attention.longestAbsence() > longAbsence) {
        error.hint = CoreTexts::tr("this program was held up for %1 s meanwhile")
                         .arg(static_cast<double>(m_attention.longestAbsence().count()) / 1e3, 0, 'f', 1);
        error.again = Error::Again::Often;
    }
    return error;
}

} // namespace cbpm
