// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/postgres/blockreader.h"

#include "core/source/postgres/copytuples.h"
#include "core/source/postgres/sampleblock.h"
#include "core/types/coretexts.h"
#include "core/types/timetext.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace cbpm {
namespace {

constexpr Duration slot = std::chrono::minutes{10}; // of cbpm3_slot('blocks')
constexpr std::uint64_t samplesPerSlice = 600'000;
constexpr std::int64_t longestSlice = 144 * 30; // slots

TimePoint slotEnd(TimePoint time, std::int64_t count)
{
    const auto number =
        std::chrono::floor<std::chrono::duration<std::int64_t, std::ratio<600>>>(time.time_since_epoch());
    return TimePoint{number} + slot * count;
}

QByteArray timestamp(TimePoint time)
{
    return "TIMESTAMPTZ '" + isoText(time).toLatin1() + '\'';
}

} // namespace

bool BlockReader::canRead(const PreparedData::Blocks &blocks, WireForm form, const DetectorTable &table)
{
    std::set<std::string> locations;
    return std::all_of(blocks.names.begin(), blocks.names.end(), [&](const QString &name) {
        return locations.insert(wireName(name.toStdString(), form, table).location).second;
    });
}

BlockReader::BlockReader(std::unique_ptr<PostgresReader> rows, PreparedData::Blocks blocks, WireForm form,
                         DetectorTablePtr table, const std::vector<int> &wanted)
    : m_rows{std::move(rows)}, m_blocks{std::move(blocks)}
{
    QByteArrayList names{"NULL"};
    for (const QString &name : std::as_const(m_blocks.names)) {
        const WireName known = wireName(name.toStdString(), form, *table);
        if (!wanted.empty() && std::find(wanted.begin(), wanted.end(), known.row) == wanted.end())
            continue;
        m_known.emplace(name.toStdString(), known);
        names << connection()->literal(name);
    }
    if (!wanted.empty())
        m_condition = " AND bpm IN (" + names.join(", ") + ')';
}

BlockReader::~BlockReader()
{
    if (m_inFlight)
        connection()->cancelOnServer();
}

Result<void> BlockReader::start(const TimeRange &stretch)
{
    m_rowsStarted = false;
    m_pieces.clear();
    m_inFlight.reset();
    const auto add = [&](TimePoint begin, TimePoint end, bool fromBlocks) {
        if (const auto range = TimeRange::between(std::max(begin, stretch.begin()), std::min(end, stretch.end())))
            m_pieces.push_back({*range, fromBlocks});
    };
    add(stretch.begin(), m_blocks.range.begin(), false);
    add(m_blocks.range.begin(), m_blocks.range.end(), true);
    add(m_blocks.range.end(), stretch.end(), false);
    m_next = m_pieces.front().range.begin();
    if (m_pieces.front().fromBlocks && connection()->isInTransaction())
        return {};
    // Also where blocks come first: the rows' reader leaves what is under way and begins a new transaction.
    m_rowsStarted = !m_pieces.front().fromBlocks;
    return m_rows->start(m_pieces.front().range);
}

Result<void> BlockReader::renew()
{
    m_inFlight.reset();
    m_pieces.clear();
    return m_rows->renew();
}

Result<SampleBatchPtr> BlockReader::next(const CancelToken &cancel)
{
    if (m_rowsStarted && m_pieces.size() == 1) // nothing but rows is left
        return m_rows->next(cancel);
    std::vector<DetectorSamples> detectors;
    auto batch = visitNext([&](const DetectorSamples &samples) { detectors.push_back(samples); }, cancel);
    if (!batch)
        return batch.error();
    if (!*batch)
        return SampleBatchPtr{};
    (*batch)->detectors = std::move(detectors);
    return std::make_shared<const SampleBatch>(std::move(**batch));
}

Result<std::optional<SampleBatch>> BlockReader::visitNext(const Visitor &visit, const CancelToken &cancel)
{
    while (!m_pieces.empty()) {
        if (cancel.isCancelled())
            return Error{Error::Kind::Cancelled, {}, {}};
        const Piece piece = m_pieces.front();
        if (piece.fromBlocks && (m_inFlight || m_next < piece.range.end()))
            return readSlice(visit, cancel);
        if (!piece.fromBlocks) {
            if (!std::exchange(m_rowsStarted, true)) {
                if (const auto started = m_rows->start(piece.range); !started)
                    return started.error();
            }
            auto batch = m_rows->visitNext(visit, cancel);
            if (!batch || *batch)
                return batch;
            m_rowsStarted = false;
        }
        m_pieces.pop_front();
        if (!m_pieces.empty())
            m_next = m_pieces.front().range.begin();
    }
    return std::optional<SampleBatch>{};
}

Result<void> BlockReader::sendSlice(const CancelToken &cancel)
{
    const TimePoint end = std::min(slotEnd(m_next, m_slots), m_pieces.front().range.end());
    const auto slice = *TimeRange::between(m_next, end);
    if (const auto sent = sendCopy(slice, cancel); !sent)
        return sent;
    m_inFlight = slice;
    m_next = end;
    return {};
}

Result<void> BlockReader::sendCopy(const TimeRange &slice, const CancelToken &cancel)
{
    const QByteArray inSlice =
        " WHERE begin > " + timestamp(slice.begin() - slot) + " AND begin < " + timestamp(slice.end());
    return connection()->sendCopy(
        "COPY (SELECT begin, bpm, n, bytes FROM (SELECT begin, '' AS bpm, 0 AS n, times AS bytes FROM " + m_blocks.times
            + inSlice + " UNION ALL SELECT begin, bpm, n, samples FROM " + m_blocks.table + inSlice + m_condition
            + ") s ORDER BY n > 0, bpm, begin) TO STDOUT (FORMAT binary)",
        cancel);
}

/// Times come first, then blocks, detector by detector: each is handed out when its last one is here, and once, also
/// where a standby cancels the read and it begins anew.
Result<std::optional<SampleBatch>> BlockReader::readSlice(const Visitor &visit, const CancelToken &cancel)
{
    if (!m_inFlight) {
        if (const auto sent = sendSlice(cancel); !sent)
            return sent.error();
    }
    m_complete.clear();
    SampleBatch batch{*m_inFlight, {}, 0, 0, 0, 0};
    DetectorSamples last;
    bool sent = true;
    const auto read = readPatiently(*connection(), m_rows->limits(), cancel, [&]() -> Result<void> {
        if (!std::exchange(sent, false)) {
            last = {};
            if (auto again = sendCopy(*m_inFlight, cancel); !again)
                return again;
        }
        return readBlocks(batch, last, visit, cancel);
    });
    m_inFlight.reset();
    if (!read)
        return read.error();
    if (m_next < m_pieces.front().range.end()) { // the server works on while the last detector is looked at
        if (const auto next = sendSlice(cancel); !next)
            return next.error();
    }
    hand(last, batch, visit);
    adaptSlice(batch.rows);
    return std::optional{std::move(batch)};
}

/// Hands out all detectors but the `last` one.
Result<void> BlockReader::readBlocks(SampleBatch &batch, DetectorSamples &last, const Visitor &visit,
                                     const CancelToken &cancel)
{
    const Error damaged{
        Error::Kind::BadData,
        CoreTexts::tr("%1: a block of %2 is damaged").arg(connection()->where(), QString::fromUtf8(m_blocks.table)),
        CoreTexts::tr("prepare it anew with cbpm3 prepare --drop and cbpm3 prepare, or fetch with --path rows")};
    CopyTuples tuples{*connection()};
    std::map<std::int64_t, SlotTimes> times;
    std::string name;
    for (;;) {
        const auto fields = tuples.next(cancel);
        if (!fields)
            return fields.error();
        if (fields.value().empty())
            break;
        const auto block = SampleBlock::of(*fields);
        if (!block)
            return damaged;
        if (block->n == 0) {
            auto ofSlot = block->times();
            if (!ofSlot)
                return damaged;
            times.emplace(block->begin, std::move(*ofSlot));
            continue;
        }
        if (m_complete.contains(std::string{block->name}))
            continue;
        if (block->name != name) {
            hand(last, batch, visit);
            if (!name.empty())
                m_complete.insert(name);
            name = block->name;
            const auto known = m_known.find(block->name);
            last.location = known == m_known.end() ? name : known->second.location;
            last.row = known == m_known.end() ? unknownDetector : known->second.row;
        }
        if (!block->appendTo(last, times[block->begin]))
            return damaged;
    }
    batch.bytes += tuples.bytes();
    return {};
}

/// Gives away what of `samples` lies in the slice, in order, and empties them.
void BlockReader::hand(DetectorSamples &samples, SampleBatch &batch, const Visitor &visit) const
{
    if (samples.size() == 0)
        return;
    if (timePoint(samples.time.front()) < batch.range.begin() || timePoint(samples.time.back()) >= batch.range.end())
        crop(samples, batch.range);
    batch.rows += samples.size();
    putInOrder(samples, batch);
    if (samples.size() > 0)
        visit(samples);
    samples.time.clear();
    samples.arrival.clear();
    for (auto &button : samples.button)
        button.clear();
}

void BlockReader::adaptSlice(std::uint64_t rows)
{
    const double factor = static_cast<double>(samplesPerSlice) / std::max(1.0, static_cast<double>(rows));
    m_slots = std::clamp<std::int64_t>(std::llround(static_cast<double>(m_slots) * std::clamp(factor, 0.25, 4.0)), 1,
                                       longestSlice);
}

} // namespace cbpm
