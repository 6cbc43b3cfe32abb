// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/postgres/postgresreader.h"

#include "core/types/cancellablewait.h"
#include "core/types/coretexts.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace cbpm {
namespace {

constexpr Duration firstSlice = std::chrono::seconds{2};
constexpr Duration longestSlice = std::chrono::hours{24 * 30};

/// Rows between two looks at the clock.
constexpr std::uint64_t rowsPerLook = 64;

/// Long enough that starting a COPY (a millisecond) costs little, short enough for ten pictures a second.
constexpr std::uint64_t rowsPerSlice = 200'000;
constexpr auto timePerSlice = std::chrono::milliseconds{100};

/// Where many share a server, each slice waits for its turn: it streams ten times as long as it waited, up to a second;
/// a whole second where they were many from the first: a slice of a few rows costs as much as one of thousands.
constexpr int streamPerWait = 10;
constexpr auto longestStream = std::chrono::seconds{1};

/// Where the server takes long to find the first row (no index on time), each slice costs that: fewer, larger ones.
constexpr auto longSearch = std::chrono::milliseconds{200};
constexpr std::uint64_t rowsPerSearchedSlice = 1'000'000;

using Clock = std::chrono::steady_clock;

Error cancelled()
{
    return Error{Error::Kind::Cancelled, {}, {}};
}

} // namespace

void PostgresReader::Pace::note(Clock::time_point now)
{
    if (firstRow == Clock::time_point{})
        firstRow = now;
    lastRow = now;
}

PostgresReader::PostgresReader(SharedConnection connection, RowLayout layout, DetectorTablePtr table,
                               const std::vector<int> &rows, const PostgresLimits &limits)
    : m_connection{std::move(connection)}, m_limits{limits}, m_layout{std::move(layout)},
      m_detectorCondition{m_layout.detectorCondition(*m_connection, *table, rows)}, m_rows{std::move(table), rows},
      m_slice{firstSlice}
{
}

PostgresReader::~PostgresReader()
{
    if (m_inFlight)
        m_connection->cancelOnServer();
}

void PostgresReader::giveWay(std::chrono::milliseconds time)
{
    m_isAmongMany = true;
    m_wayToGive = time;
}

Result<void> PostgresReader::start(const TimeRange &stretch)
{
    if (m_inFlight || !m_connection->isInTransaction()) {
        if (const auto again = beginAgain({}); !again)
            return again;
    }
    m_stretch = stretch;
    m_next = stretch.begin();
    return {};
}

/// Leaves what is under way or has failed, and the transaction: the server need not keep old rows for it.
Result<void> PostgresReader::leave(const CancelToken &cancel)
{
    m_inFlight.reset();
    m_rows.clear();
    return endReading(*m_connection, cancel);
}

Result<void> PostgresReader::renew()
{
    return leave({});
}

Result<void> PostgresReader::beginAgain(const CancelToken &cancel)
{
    m_inFlight.reset();
    m_rows.clear();
    return beginReadingAgain(*m_connection, m_limits, cancel);
}

Result<SampleBatchPtr> PostgresReader::next(const CancelToken &cancel)
{
    const auto slice = nextSlice(cancel);
    if (!slice)
        return slice.error();
    return *slice ? m_rows.take((*slice)->range, (*slice)->bytes, (*slice)->seenTo) : SampleBatchPtr{};
}

Result<std::optional<SampleBatch>> PostgresReader::visitNext(const Visitor &visit, const CancelToken &cancel)
{
    const auto slice = nextSlice(cancel);
    if (!slice)
        return slice.error();
    if (!*slice)
        return std::optional<SampleBatch>{};
    return std::optional{m_rows.visit((*slice)->range, (*slice)->bytes, (*slice)->seenTo, visit)};
}

/// nullopt: the stretch is complete.
Result<std::optional<PostgresReader::Slice>> PostgresReader::nextSlice(const CancelToken &cancel)
{
    if (cancel.isCancelled())
        return cancelled();
    if (!m_inFlight) {
        if (!m_stretch || m_next >= m_stretch->end())
            return std::optional<Slice>{};
        // As long as others come first.
        if (const auto until = std::exchange(m_standsBackUntil, std::nullopt); until && !sleepUntil(*until, cancel))
            return cancelled();
        if (const auto sent = sendSlice(cancel); !sent)
            return sent.error();
    }
    const auto bytes = readSlice(cancel);
    const TimeRange slice = *std::exchange(m_inFlight, std::nullopt);
    if (!bytes) {
        m_rows.clear();
        return bytes.error();
    }
    const std::uint64_t rows = m_rows.rows();
    adaptSlice(rows);
    TimePoint seenTo = m_connection->seenTo();
    if (rows == 0) {
        if (const auto skipped = skipEmptyStretch(cancel); !skipped)
            return skipped.error();
        seenTo = std::min(seenTo, m_connection->seenTo()); // it may have begun again
    }
    const auto whole = *TimeRange::between(slice.begin(), m_next);
    if (m_wayToGive.count() > 0) {
        m_standsBackUntil = Clock::now() + std::exchange(m_wayToGive, {});
    } else if (m_next < m_stretch->end()) { // first of all: the server shall not wait for us
        if (const auto sent = sendSlice(cancel); !sent)
            return sent.error();
    }
    return std::optional{Slice{whole, *bytes, seenTo}};
}

Result<void> PostgresReader::sendSlice(const CancelToken &cancel)
{
    const auto slice = *TimeRange::between(m_next, std::min(m_next + m_slice, m_stretch->end()));
    if (const auto sent = sendCopy(slice, cancel); !sent)
        return sent;
    m_inFlight = slice;
    m_next = slice.end();
    return {};
}

Result<void> PostgresReader::sendCopy(const TimeRange &slice, const CancelToken &cancel)
{
    return m_connection->sendCopy("COPY (SELECT " + m_layout.selectList() + " FROM " + m_layout.table + " WHERE "
                                      + m_layout.timeCondition(slice) + m_detectorCondition
                                      + ") TO STDOUT (FORMAT binary)",
                                  cancel);
}

/// The slice in flight; once more from its begin, where a standby cancelled it, or its buttons must come in another
/// form.
Result<std::uint64_t> PostgresReader::readSlice(const CancelToken &cancel)
{
    bool sent = true;
    const auto read = [&]() -> Result<std::uint64_t> {
        if (!std::exchange(sent, false)) {
            m_rows.clear();
            if (const auto again = sendCopy(*m_inFlight, cancel); !again)
                return again.error();
        }
        return readRows(cancel);
    };
    const auto bytes = readPatiently(*m_connection, m_limits, cancel, read);
    if (!bytes || !m_isUnclear)
        return bytes;
    m_layout.buttons = WireForm::Buttons::Lseg; // where there is one such row there are more
    return readPatiently(*m_connection, m_limits, cancel, read);
}

/// Sets m_isUnclear where the buttons must come in another form.
Result<std::uint64_t> PostgresReader::readRows(const CancelToken &cancel)
{
    CopyDecoder decoder{m_layout};
    CopiedRow row;
    PgMemory message;
    m_pace = Pace{Clock::now(), {}, {}};
    m_isUnclear = false;
    for (std::uint64_t count = 0;; ++count) {
        const auto length = m_connection->copyData(message, cancel);
        if (!length)
            return length.error();
        if (*length == 0)
            break;
        if (count % rowsPerLook == 0)
            m_pace.note(Clock::now());
        const auto step = decoder.decode({message.get(), static_cast<std::size_t>(*length)}, row);
        if (step == CopyDecoder::Step::Row)
            m_rows.add(row, *m_inFlight);
        else if (step == CopyDecoder::Step::Unclear)
            m_isUnclear = true;
        else if (step == CopyDecoder::Step::Damaged)
            return Error{Error::Kind::BadData, u"%1: %2"_s.arg(m_connection->where(), decoder.problem()),
                         CoreTexts::tr("the link or a proxy damages data; fetch again"), Error::Again::Once};
    }
    if (!decoder.sawTrailer())
        return Error{Error::Kind::BadData, CoreTexts::tr("%1: the COPY stream ended early").arg(m_connection->where()),
                     CoreTexts::tr("fetch again"), Error::Again::Once};
    return decoder.offset();
}

/// Nothing here: asks for the next sample instead of walking through a gap of months slice by slice.
Result<void> PostgresReader::skipEmptyStretch(const CancelToken &cancel)
{
    const auto rest = TimeRange::between(m_next, m_stretch->end());
    if (!rest)
        return {};
    const auto found = readPatiently(*m_connection, m_limits, cancel, [&] { return nextSample(*rest, cancel); });
    if (!found)
        return found.error();
    // Wall-clock times that a DST change skips do not ascend: they are at most that change early.
    const Duration margin = m_layout.localZone.isValid() ? std::chrono::hours{3} : std::chrono::hours{0};
    m_next = std::clamp(*found - margin, rest->begin(), rest->end());
    return {};
}

/// Time of the first sample in `rest`; its end where there is none.
Result<TimePoint> PostgresReader::nextSample(const TimeRange &rest, const CancelToken &cancel)
{
    const auto result = m_connection->runForRow("SELECT " + m_layout.microseconds("min") + " FROM " + m_layout.table
                                                    + " WHERE " + m_layout.timeCondition(rest) + m_detectorCondition,
                                                cancel);
    if (!result)
        return result.error();
    const bool none = PQgetisnull(result->get(), 0, 0);
    return none ? rest.end() : timePoint(QByteArray{PQgetvalue(result->get(), 0, 0)}.toLongLong());
}

void PostgresReader::adaptSlice(std::uint64_t rows)
{
    const auto waited = m_pace.firstRow - m_pace.asked;
    const bool searched = waited > longSearch;
    const auto share = [](auto due, auto is) {
        return static_cast<double>(due) / std::max(1.0, static_cast<double>(is));
    };
    const double byRows = share(searched ? rowsPerSearchedSlice : rowsPerSlice, rows);
    const auto streamed = m_pace.lastRow - m_pace.firstRow;
    const auto wanted = std::clamp<Clock::duration>(
        waited * streamPerWait, m_isAmongMany ? Clock::duration{longestStream} : timePerSlice, longestStream);
    const double byTime = searched ? byRows : share(wanted.count(), streamed.count());
    const double factor = std::clamp(std::min(byRows, byTime), 0.25, 4.0);
    const auto length = static_cast<std::int64_t>(static_cast<double>(m_slice.count()) * factor);
    m_slice =
        std::clamp(Duration{length / triggerSpacing.count() * triggerSpacing.count()}, triggerSpacing, longestSlice);
}

} // namespace cbpm
