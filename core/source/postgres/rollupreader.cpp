// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/postgres/rollupreader.h"

#include "core/bins/positionbinner.h"
#include "core/source/postgres/copytuples.h"
#include "core/source/postgres/pgtime.h"
#include "core/source/postgres/readtransaction.h"
#include "core/source/postgres/wirename.h"
#include "core/types/coretexts.h"
#include "core/types/rangeset.h"
#include "core/types/timetext.h"

#include <QtEndian>

#include <algorithm>
#include <bit>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace cbpm {
namespace {

constexpr Duration hour = 1h; // of a row of the rollup
constexpr QuantitySet toldQuantities = filedQuantities | quantities(Quantity::Residual);
constexpr std::size_t toldCount = 9; // the first nine quantities
constexpr std::size_t cellSize = 3 * sizeof(std::int32_t) + toldCount * 4 * sizeof(double);

/// Read before a stretch of samples, so that flags that compare neighbours know what came before.
constexpr Duration leadIn = 10s;
/// Samples of so much time are held at once.
constexpr Duration longestPiece = 30min;

const RollupLevel *levelOf(Interval interval)
{
    const auto levels = rollupLevels();
    const auto found = std::find_if(levels.begin(), levels.end(), [&](const auto &l) { return l.width == interval; });
    return found == levels.end() ? nullptr : &*found;
}

std::int32_t int4At(const char *bytes)
{
    return qFromBigEndian<std::int32_t>(bytes);
}

double float8At(const char *bytes)
{
    return std::bit_cast<double>(qFromBigEndian<std::uint64_t>(bytes));
}

/// Adds a cell of `bytes` as README.md of packaging/sql describes it.
void append(BinSeries &series, std::int64_t bin, const char *bytes)
{
    const auto suspect = static_cast<std::uint32_t>(int4At(bytes + 8));
    series.bin.push_back(bin);
    series.count.push_back(static_cast<std::uint32_t>(int4At(bytes + 4)));
    series.invalid.push_back(0);
    series.flags.push_back(suspect > 0 ? Residual : 0);
    if (suspect > 0) {
        FlagTally &tally = series.tallies.emplace_back(FlagTally{bin, {}});
        tally.count[static_cast<std::size_t>(std::countr_zero(static_cast<unsigned>(Residual)))] = suspect;
    }
    const char *value = bytes + 12;
    for (std::size_t k = 0; k < toldCount; ++k) {
        series.moments[k].push_back({float8At(value), float8At(value + 8), float8At(value + 16), float8At(value + 24)});
        value += 32;
    }
}

/// Calls `use` with each run [begin, end) of successive numbers.
template<class Use>
void forRuns(const std::vector<std::int64_t> &numbers, const Use &use)
{
    for (std::size_t k = 0; k < numbers.size();) {
        std::size_t last = k;
        while (last + 1 < numbers.size() && numbers[last + 1] == numbers[last] + 1)
            ++last;
        use(numbers[k], numbers[last] + 1);
        k = last + 1;
    }
}

} // namespace

/// Everything that was told, too.
void RollupReader::Cells::leaveOpen()
{
    isSpelledTwice = true;
    open.insert(open.end(), told.bin.begin(), told.bin.end());
    BinSeries nothing;
    nothing.location = told.location;
    nothing.row = told.row;
    told = std::move(nothing);
}

RollupReader::RollupReader(std::shared_ptr<Connection> connection, RowLayout layout, PreparedData::Rollup rollup,
                           DetectorTablePtr table, std::vector<int> wanted, std::optional<PositionMethod> method,
                           const PostgresLimits &limits, OpenSamples openSamples)
    : m_connection{std::move(connection)}, m_layout{std::move(layout)}, m_rollup{std::move(rollup)}, m_table{std::move(
                                                                                                         table)},
      m_wanted{std::move(wanted)}, m_method{method}, m_limits{limits}, m_openSamples{std::move(openSamples)}
{
}

std::optional<TimeRange> RollupReader::covered(Interval interval) const
{
    return levelOf(interval) ? std::optional{m_rollup.range} : std::nullopt;
}

Result<std::vector<BinSeries>> RollupReader::read(Interval interval, const TimeRange &range, const CancelToken &cancel)
{
    if (!m_connection->isInTransaction()) { // the read before was cancelled
        if (const auto again = beginReadingAgain(*m_connection, m_limits, {}); !again)
            return again.error();
    }
    auto ring = readPatiently(*m_connection, m_limits, cancel, [&] { return fetch(interval, range, cancel); });
    if (!ring)
        return ring.error();
    if (const auto made = makeOpenOnes(*ring, interval, cancel); !made)
        return made.error();
    std::vector<BinSeries> all;
    for (auto &[location, cells] : *ring) {
        cells.told.merge(cells.made);
        if (cells.told.size() > 0)
            all.push_back(std::move(cells.told));
    }
    return all;
}

Result<RollupReader::Ring> RollupReader::fetch(Interval interval, const TimeRange &range, const CancelToken &cancel)
{
    const auto timestamp = [](TimePoint time) { return "TIMESTAMPTZ '" + isoText(time).toLatin1() + '\''; };
    QByteArrayList names;
    for (const int row : m_wanted) {
        for (const QString &name : m_layout.spellings(m_table->at(row)))
            names << m_connection->literal(name);
    }
    const QByteArray table = m_rollup.layout.beside(*m_connection, QString::fromLatin1(levelOf(interval)->suffix));
    const auto sent =
        m_connection->sendCopy("COPY (SELECT begin, bpm, cells FROM " + table + " WHERE begin > "
                                   + timestamp(range.begin() - hour) + " AND begin < " + timestamp(range.end())
                                   + (m_wanted.empty() ? QByteArray{} : " AND bpm IN (" + names.join(", ") + ')')
                                   + " ORDER BY begin, bpm) TO STDOUT (FORMAT binary)",
                               cancel);
    if (!sent)
        return sent.error();
    const std::int64_t firstCell = interval.binAt(range.begin());
    const std::int64_t endCell = interval.binAt(range.end());
    Ring ring;
    CopyTuples tuples{*m_connection};
    for (;;) {
        const auto fields = tuples.next(cancel);
        if (!fields)
            return fields.error();
        if (fields->empty())
            break;
        if (fields->size() != 3 || (*fields)[0].size() != 8 || (*fields)[2].size() % cellSize != 0)
            return Error{Error::Kind::BadData,
                         CoreTexts::tr("%1: a row of a rollup is damaged").arg(m_connection->where()),
                         CoreTexts::tr("prepare it anew with cbpm3 prepare --drop and cbpm3 prepare")};
        const WireName name = wireName((*fields)[1], m_layout, *m_table);
        Cells &cells = ring[name.location];
        if (cells.name.empty())
            cells.name = (*fields)[1];
        cells.told.location = name.location;
        cells.told.row = name.row;
        if (cells.name != (*fields)[1])
            cells.leaveOpen();
        const auto begin = timePoint(qFromBigEndian<std::int64_t>((*fields)[0].data()) + microsecondsTo2000);
        const std::string_view bytes = (*fields)[2];
        for (std::size_t at = 0; at < bytes.size(); at += cellSize) {
            const std::int64_t bin = interval.binAt(begin) + int4At(bytes.data() + at);
            if (bin < firstCell || bin >= endCell)
                continue;
            if (cells.isSpelledTwice || int4At(bytes.data() + at + 4) == 0)
                cells.open.push_back(bin);
            else
                append(cells.told, bin, bytes.data() + at);
        }
    }
    for (auto &[location, cells] : ring) {
        std::sort(cells.open.begin(), cells.open.end());
        cells.open.erase(std::unique(cells.open.begin(), cells.open.end()), cells.open.end());
    }
    return ring;
}

/// All open cells of all detectors, in stretches of time: blocks of several detectors lie together.
Result<void> RollupReader::makeOpenOnes(Ring &ring, Interval interval, const CancelToken &cancel)
{
    RangeSet stretches;
    std::vector<int> rows;
    for (const auto &[location, cells] : ring) {
        forRuns(cells.open, [&](std::int64_t begin, std::int64_t end) {
            stretches.add(*TimeRange::between(interval.binBegin(begin), interval.binBegin(end)));
        });
        if (!cells.open.empty())
            rows.push_back(cells.told.row);
    }
    if (stretches.isEmpty())
        return {};
    if (std::find(rows.begin(), rows.end(), unknownDetector) != rows.end())
        rows = m_wanted; // one that the table lacks can only be asked for with all others
    const auto reader = m_openSamples(rows);
    if (!reader)
        return reader.error();
    const Duration piece = std::max(longestPiece, interval.width());
    for (const TimeRange &stretch : stretches.ranges()) {
        for (TimePoint begin = stretch.begin(); begin < stretch.end(); begin += piece) {
            const auto part = *TimeRange::between(begin, std::min(begin + piece, stretch.end()));
            if (const auto made = makeStretch(**reader, part, ring, interval, cancel); !made)
                return made;
        }
    }
    return {};
}

Result<void> RollupReader::makeStretch(SampleReader &reader, const TimeRange &stretch, Ring &ring, Interval interval,
                                       const CancelToken &cancel)
{
    if (const auto started = reader.start(*TimeRange::between(stretch.begin() - leadIn, stretch.end())); !started)
        return started;
    std::map<std::string, DetectorSamples> held;
    for (;;) {
        const auto slice = reader.visitNext(
            [&](const DetectorSamples &samples) {
                const auto known = ring.find(samples.location);
                if (known == ring.end() || known->second.open.empty())
                    return;
                DetectorSamples &whole = held[samples.location];
                whole.location = samples.location;
                whole.row = samples.row;
                append(whole, samples);
            },
            cancel);
        if (!slice)
            return slice.error();
        if (!*slice)
            break;
    }
    PositionBinner binner;
    for (const auto &[location, samples] : held) {
        BinSeries made;
        made.location = location;
        made.row = samples.row;
        binner.bin(samples, mapOf(samples.row), interval, made, toldQuantities);
        Cells &cells = ring.at(location);
        const std::int64_t first = interval.binAt(stretch.begin());
        const std::int64_t end = interval.binAt(stretch.end());
        forRuns(cells.open, [&](std::int64_t from, std::int64_t to) {
            if (std::max(from, first) < std::min(to, end))
                cells.made.merge(made.part(std::max(from, first), std::min(to, end)));
        });
    }
    return {};
}

const PositionMap &RollupReader::mapOf(int row)
{
    const auto found = m_maps.find(row);
    if (found != m_maps.end())
        return found->second;
    return m_maps.emplace(row, row == unknownDetector ? PositionMap{} : PositionMap{m_table->at(row), m_method})
        .first->second;
}

} // namespace cbpm
