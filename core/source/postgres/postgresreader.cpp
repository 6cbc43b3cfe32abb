// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/postgres/postgresreader.h"

#include "core/source/postgres/postgressource.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace cbpm {
namespace {

constexpr Duration firstSlice = std::chrono::seconds{2};
constexpr Duration longestSlice = std::chrono::hours{24 * 30};

/// Long enough that starting a COPY (under a millisecond) costs nothing, short enough for ten pictures a second.
constexpr std::uint64_t rowsPerSlice = 120'000;

} // namespace

Result<void> beginReading(Connection &connection, const PostgresLimits &limits, const CancelToken &cancel)
{
    QByteArray sql = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SET LOCAL statement_timeout = "
                     + QByteArray::number(static_cast<qint64>(limits.statement.count())) + "; SET LOCAL lock_timeout = "
                     + QByteArray::number(static_cast<qint64>(limits.lock.count())) + "; SET LOCAL jit = off";
    if (connection.serverVersion() >= 140'000)
        sql += "; SET LOCAL client_connection_check_interval = '2s'";
    const auto begun = connection.run(sql, cancel);
    return begun ? Result<void>{} : Result<void>{begun.error()};
}

PostgresReader::PostgresReader(Connection connection, RowLayout layout, DetectorTablePtr table, const std::vector<int> &rows)
    : m_connection{std::move(connection)}, m_layout{std::move(layout)},
      m_detectorCondition{m_layout.detectorCondition(m_connection, *table, rows)}, m_rows{std::move(table), rows},
      m_slice{firstSlice}
{
}

PostgresReader::~PostgresReader()
{
    drop();
}

void PostgresReader::drop()
{
    if (!m_inFlight)
        return;
    m_inFlight.reset();
    m_connection.cancelOnServer();
}

Result<void> PostgresReader::start(const TimeRange &stretch)
{
    if (m_inFlight)
        return Error{Error::Kind::Usage, u"a stretch was started before the one before it was read"_s, {}};
    m_stretch = stretch;
    m_next = stretch.begin();
    return {};
}

Result<SampleBatchPtr> PostgresReader::next(const CancelToken &cancel)
{
    if (!m_inFlight) {
        if (!m_stretch || m_next >= m_stretch->end())
            return SampleBatchPtr{};
        if (const auto sent = sendSlice(); !sent)
            return sent.error();
    }
    const auto bytes = readSlice(cancel);
    const TimeRange slice = *std::exchange(m_inFlight, std::nullopt);
    if (!bytes)
        return bytes.error();
    const std::uint64_t rows = m_rows.rows();
    SampleBatchPtr batch = m_rows.take(slice, *bytes);
    adaptSlice(rows);
    if (rows == 0) {
        if (const auto skipped = skipEmptyStretch(cancel); !skipped)
            return skipped.error();
        batch = m_rows.take(*TimeRange::between(slice.begin(), std::max(slice.end(), m_next)), *bytes);
    }
    if (m_next < m_stretch->end()) {
        if (const auto sent = sendSlice(); !sent)
            return sent.error();
    }
    return batch;
}

Result<void> PostgresReader::sendSlice()
{
    const auto slice = TimeRange::between(m_next, std::min(m_next + m_slice, m_stretch->end()));
    const QByteArray sql = "COPY (SELECT " + m_layout.selectList + " FROM " + m_layout.table + " WHERE "
                           + m_layout.timeCondition(*slice) + m_detectorCondition + ") TO STDOUT (FORMAT binary)";
    if (const auto sent = m_connection.sendCopy(sql); !sent)
        return sent;
    m_inFlight = *slice;
    m_next = slice->end();
    return {};
}

Result<std::uint64_t> PostgresReader::readSlice(const CancelToken &cancel)
{
    CopyDecoder decoder{m_layout};
    CopiedRow row;
    PgMemory message;
    for (;;) {
        const auto length = m_connection.copyData(message, cancel);
        if (!length)
            return length.error();
        if (*length == 0)
            break;
        const auto step = decoder.decode({message.get(), static_cast<std::size_t>(*length)}, row);
        if (step == CopyDecoder::Step::Row)
            m_rows.add(row, *m_inFlight);
        else if (step == CopyDecoder::Step::Damaged)
            return Error{Error::Kind::BadData, u"%1: %2"_s.arg(m_connection.where(), decoder.problem()),
                         u"the link or a proxy damages data; fetch again"_s};
    }
    if (!decoder.sawTrailer())
        return Error{Error::Kind::BadData, u"%1: the COPY stream ended early"_s.arg(m_connection.where()), u"fetch again"_s};
    return decoder.offset();
}

/// Nothing here: asks for the next sample instead of walking through a gap of months slice by slice.
Result<void> PostgresReader::skipEmptyStretch(const CancelToken &cancel)
{
    const auto rest = TimeRange::between(m_next, m_stretch->end());
    if (!rest)
        return {};
    const auto result = m_connection.run("SELECT " + m_layout.microseconds("min") + " FROM " + m_layout.table + " WHERE "
                                             + m_layout.timeCondition(*rest) + m_detectorCondition,
                                         cancel);
    if (!result)
        return result.error();
    const bool none = PQgetisnull(result->get(), 0, 0);
    const TimePoint found = none ? rest->end() : timePoint(QByteArray{PQgetvalue(result->get(), 0, 0)}.toLongLong());
    m_next = std::clamp(found, rest->begin(), rest->end());
    return {};
}

void PostgresReader::adaptSlice(std::uint64_t rows)
{
    const double wanted = rows == 0 ? 4.0 : static_cast<double>(rowsPerSlice) / static_cast<double>(rows);
    const double factor = std::clamp(wanted, 0.25, 4.0);
    const auto length = static_cast<std::int64_t>(static_cast<double>(m_slice.count()) * factor);
    m_slice = std::clamp(Duration{length / 100'000 * 100'000}, triggerSpacing, longestSlice);
}

} // namespace cbpm
