// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tiles/tilestore.h"

#include "core/bins/cellcodec.h"
#include "core/tiles/samplecodec.h"

namespace cbpm {
namespace {

std::span<const std::uint8_t> bytesOf(const QByteArray &payload)
{
    return {reinterpret_cast<const std::uint8_t *>(payload.constData()), static_cast<std::size_t>(payload.size())};
}

QByteArray toByteArray(std::span<const std::uint8_t> bytes)
{
    return {reinterpret_cast<const char *>(bytes.data()), static_cast<qsizetype>(bytes.size())};
}

BinSeries cellsIn(const BinSeries &series, Interval width, const TimeRange &range)
{
    return series.part(width.binAt(range.begin()), width.binAt(range.end()));
}

/// Where all of `names` are complete, by their own stretches or those of the whole ring (detector "").
RangeSet completeFor(const std::map<std::string, RangeSet> &covered, const DetectorNames &names)
{
    const auto of = [&](const std::string &name) {
        const auto found = covered.find(name);
        return found == covered.end() ? RangeSet{} : found->second;
    };
    const RangeSet ring = of({});
    std::optional<RangeSet> all;
    for (const std::string &name : names) {
        RangeSet one = of(name);
        one.add(ring);
        all = all ? all->intersected(one) : one;
    }
    return all.value_or(ring);
}

std::size_t bytesOf(const SampleBatch &batch)
{
    std::size_t bytes = sizeof batch;
    for (const DetectorSamples &samples : batch.detectors)
        bytes += sizeof samples + samples.size() * (buttonCount * sizeof(double) + sizeof(std::int64_t));
    return bytes;
}

} // namespace

TileStore::TileStore(Options options)
    : m_options{std::move(options)}, m_file{m_options.path, m_options.diskBytes,
                                            static_cast<std::int64_t>(m_options.memoryBytes)}
{
}

std::int64_t TileStore::diskBytes()
{
    std::int64_t bytes = 0;
    m_file.post([&bytes](TileFile &file) {
        bytes = file.bytes();
        return Result<void>{};
    });
    m_file.flush();
    return bytes;
}

void TileStore::dropDamaged(const TilePlace &place, const Segment &segment)
{
    m_file.post([=](TileFile &file) { return file.drop(place, segment); });
}

RangeSet TileStore::covered(const QString &ring, Level level, const TilePiece &piece, const DetectorNames &names)
{
    const TilePlace place{ring, level, piece.tile};
    Coverage known = coverageInMemory(place);
    if (const RangeSet here = completeFor(known, names); here.covers(piece.range))
        return here;
    addCoverageInFile(known, place, names);
    return completeFor(known, names);
}

TileStore::Coverage TileStore::coverageInMemory(const TilePlace &place) const
{
    const std::lock_guard lock{m_mutex};
    const auto found = m_tiles.find(place);
    return found == m_tiles.end() ? Coverage{} : coverageOf(found->second);
}

bool TileStore::isInMemory(const TilePlace &place) const
{
    const std::lock_guard lock{m_mutex};
    return m_tiles.contains(place);
}

void TileStore::addCoverageInFile(Coverage &to, const TilePlace &place, const DetectorNames &names)
{
    m_file.read(place, names, TileFile::Content::Ranges,
                [&](const Segment &segment) { to[segment.detector].add(segment.range); });
}

TileStore::Coverage TileStore::coverageOf(const Tile &tile)
{
    Coverage covered{{std::string{}, tile.ring}};
    for (const auto &[name, detector] : tile.detectors)
        covered.emplace(name, detector.covered);
    return covered;
}

TileStore::Tile &TileStore::tileAt(const TilePlace &place)
{
    const auto [found, isNew] = m_tiles.try_emplace(place);
    Tile &tile = found->second;
    if (isNew)
        tile.age = m_ages.insert(m_ages.begin(), place);
    else
        m_ages.splice(m_ages.begin(), m_ages, tile.age);
    return tile;
}

/// What the file knows of a tile joins what is in memory of it.
void TileStore::readTile(const TilePlace &place, const DetectorNames &names)
{
    CellCodec codec;
    RangeSet damaged;
    std::vector<TimeRange> ofTheRing;
    std::vector<std::pair<Segment, BinSeries>> decoded;
    m_file.read(place, names, TileFile::Content::Payloads, [&](const Segment &segment) {
        BinSeries cells;
        if (segment.detector.empty()) {
            ofTheRing.push_back(segment.range);
        } else if (segment.payload.isEmpty() || codec.decode(bytesOf(segment.payload), cells)) {
            decoded.emplace_back(Segment{segment.detector, segment.range, {}, segment.id}, std::move(cells));
        } else {
            dropDamaged(place, segment);
            damaged.add(segment.range);
        }
    });
    if (decoded.empty() && ofTheRing.empty())
        return;
    const std::lock_guard lock{m_mutex};
    Tile &tile = tileAt(place);
    for (auto &[segment, cells] : decoded)
        add(tile, place.level, segment.detector, segment.range, std::move(cells));
    for (const TimeRange &range : ofTheRing) {
        if (!damaged.within(range).empty())
            continue;
        if (names.empty())
            tile.ring.add(range); // the others were not read: of them it says nothing here
        for (const std::string &name : names)
            tile.detectors[name].covered.add(range);
    }
    trim();
}

void TileStore::add(Tile &tile, Level level, const std::string &detector, const TimeRange &range, BinSeries cells)
{
    DetectorCells &known = tile.detectors[detector];
    RangeSet covered = known.covered;
    covered.add(tile.ring);
    const std::size_t before = known.cells.bytes();
    const std::vector<TimeRange> gaps = covered.missing(range);
    if (known.cells.size() == 0 && gaps.size() == 1 && gaps.front() == range) {
        known.cells = std::move(cells); // nearly always
    } else {
        for (const TimeRange &gap : gaps)
            known.cells.merge(cellsIn(cells, cellWidth(level), gap));
    }
    known.cells.location = detector;
    known.covered.add(range);
    tile.bytes += known.cells.bytes() - before;
    m_bytes += known.cells.bytes() - before;
}

void TileStore::trim()
{
    while (m_bytes > m_options.memoryBytes && m_ages.size() > 1) {
        const auto oldest = m_tiles.find(m_ages.back());
        m_bytes -= oldest->second.bytes;
        m_tiles.erase(oldest);
        m_ages.pop_back();
    }
}

std::optional<std::vector<BinSeries>> TileStore::cells(const QString &ring, Level level,
                                                       const std::vector<TilePiece> &pieces, const DetectorNames &names)
{
    std::size_t room = 0;
    for (const TilePiece &piece : pieces)
        room += static_cast<std::size_t>(piece.range.duration() / cellWidth(level).width());
    std::map<std::string, BinSeries> found;
    for (const TilePiece &piece : pieces) {
        if (!addCellsOf({ring, level, piece.tile}, piece.range, names, found, room))
            return std::nullopt;
    }
    std::vector<BinSeries> all;
    for (auto &[name, series] : found) {
        series.location = name;
        if (series.size() > 0)
            all.push_back(std::move(series));
    }
    return all;
}

/// False where not all of it is at hand.
bool TileStore::addCellsOf(const TilePlace &place, const TimeRange &range, const DetectorNames &names,
                           std::map<std::string, BinSeries> &to, std::size_t room)
{
    constexpr int reads = 3; // others may want the memory again and again
    if (addFromMemory(place, range, names, to, room))
        return true;
    if (!isInMemory(place))
        return addFromFile(place, range, names, to, room);
    for (int read = 0; read < reads; ++read) {
        readTile(place, names);
        if (addFromMemory(place, range, names, to, room))
            return true;
    }
    return false;
}

bool TileStore::addFromMemory(const TilePlace &place, const TimeRange &range, const DetectorNames &names,
                              std::map<std::string, BinSeries> &to, std::size_t room)
{
    const std::lock_guard lock{m_mutex};
    const auto at = m_tiles.find(place);
    if (at == m_tiles.end() || !completeFor(coverageOf(at->second), names).covers(range))
        return false;
    const Interval width = cellWidth(place.level);
    for (const auto &[name, detector] : tileAt(place).detectors) {
        if (!names.empty() && !names.contains(name))
            continue;
        BinSeries &series = to[name];
        if (series.size() == 0)
            series.reserve(room, detector.cells);
        series.append(detector.cells, width.binAt(range.begin()), width.binAt(range.end()));
    }
    return true;
}

/// Straight to where they are wanted: a copy in memory would cost what reading them again does, and as much of it.
bool TileStore::addFromFile(const TilePlace &place, const TimeRange &range, const DetectorNames &names,
                            std::map<std::string, BinSeries> &to, std::size_t room)
{
    const Interval width = cellWidth(place.level);
    CellCodec codec;
    Coverage covered;
    bool isWhole = true;
    m_file.read(place, names, TileFile::Content::Payloads, [&](const Segment &segment) {
        RangeSet &taken = covered[segment.detector];
        BinSeries part;
        const bool isWanted = !segment.payload.isEmpty() && segment.range.intersected(range);
        const bool isPlain =
            taken.isEmpty() && range.begin() <= segment.range.begin() && segment.range.end() <= range.end();
        if (isWanted && !codec.decode(bytesOf(segment.payload), isPlain ? to[segment.detector] : part, room)) {
            dropDamaged(place, segment);
            isWhole = false;
        } else if (isWanted && !isPlain) {
            for (const TimeRange &gap : taken.missing(*segment.range.intersected(range)))
                to[segment.detector].append(part, width.binAt(gap.begin()), width.binAt(gap.end()));
        }
        taken.add(segment.range);
    });
    return isWhole && completeFor(covered, names).covers(range);
}

void TileStore::addCells(const QString &ring, Level level, const TilePiece &piece, const DetectorNames &names,
                         const std::vector<BinSeries> &series)
{
    const TilePlace place{ring, level, piece.tile};
    auto parts = std::make_shared<std::map<std::string, BinSeries>>();
    for (const std::string &name : names)
        (*parts)[name]; // one without samples is complete, too
    for (const BinSeries &one : series) {
        BinSeries part = cellsIn(one, cellWidth(level), piece.range);
        if (part.size() > 0 || names.contains(one.location))
            (*parts)[one.location] = std::move(part);
    }
    {
        const std::lock_guard lock{m_mutex};
        Tile &tile = tileAt(place);
        for (const auto &[name, part] : *parts)
            add(tile, level, name, piece.range, part);
        if (names.empty())
            tile.ring.add(piece.range);
        trim();
    }
    if (level < Level::TenSeconds)
        return; // larger than the samples they are made of: those are on disk
    m_file.postWriting([place, range = piece.range, isRing = names.empty(), parts](TileFile &file) {
        CellCodec codec;
        std::vector<Segment> segments;
        for (const auto &[name, part] : *parts)
            segments.push_back({name, range, part.size() > 0 ? toByteArray(codec.encode(part)) : QByteArray{}});
        if (isRing)
            segments.push_back({{}, range, {}});
        return file.write(place, segments);
    });
}

RangeSet TileStore::coveredSamples(const QString &ring, const TilePiece &piece, const DetectorNames &names)
{
    Coverage covered;
    addCoverageInFile(covered, {ring, Level::Samples, piece.tile}, names);
    return completeFor(covered, names);
}

std::optional<std::vector<DetectorSamples>> TileStore::samples(const QString &ring, const TilePiece &piece,
                                                               const DetectorNames &names)
{
    const TilePlace place{ring, Level::Samples, piece.tile};
    SampleCodec codec;
    std::vector<DetectorSamples> found;
    RangeSet taken; // of the detector at hand
    bool isWhole = true;
    m_file.read(place, names, TileFile::Content::Payloads, [&](const Segment &segment) {
        const auto range = segment.range.intersected(piece.range);
        if (segment.payload.isEmpty() || !range)
            return;
        DetectorSamples part;
        if (!codec.decode(bytesOf(segment.payload), part)) {
            dropDamaged(place, segment);
            isWhole = false;
            return;
        }
        if (found.empty() || found.back().location != segment.detector) {
            taken = {};
            found.emplace_back().location = segment.detector;
        }
        for (const TimeRange &gap : taken.missing(*range)) {
            DetectorSamples piecewise = part;
            crop(piecewise, gap);
            append(found.back(), piecewise);
        }
        taken.add(*range);
    });
    if (!isWhole)
        return std::nullopt;
    std::erase_if(found, [](const DetectorSamples &samples) { return samples.size() == 0; });
    return found;
}

void TileStore::addSamples(const QString &ring, const SampleBatchPtr &batch, const DetectorNames &names)
{
    const auto write = [ring, batch, names](TileFile &file) -> Result<void> {
        SampleCodec codec;
        for (const TilePiece &piece : tilePieces(Level::Samples, batch->range)) {
            std::map<std::string, QByteArray> payloads;
            for (const std::string &name : names)
                payloads[name]; // one without samples is complete, too
            for (const DetectorSamples &samples : batch->detectors) {
                DetectorSamples part = samples;
                crop(part, piece.range);
                if (part.size() > 0)
                    payloads[samples.location] = toByteArray(codec.encode(part));
            }
            std::vector<Segment> segments;
            for (const auto &[name, payload] : payloads)
                segments.push_back({name, piece.range, payload});
            if (names.empty())
                segments.push_back({{}, piece.range, {}});
            if (auto written = file.write({ring, Level::Samples, piece.tile}, segments); !written)
                return written;
        }
        return {};
    };
    m_file.postWriting(write, bytesOf(*batch));
}

void TileStore::forget(const QString &source, const TimeRange &range)
{
    {
        const std::lock_guard lock{m_mutex};
        for (auto tile = m_tiles.begin(); tile != m_tiles.end();) {
            const bool isMeant = tile->first.ring.startsWith(source);
            if (isMeant) {
                m_bytes -= tile->second.bytes;
                m_ages.erase(tile->second.age);
            }
            tile = isMeant ? m_tiles.erase(tile) : std::next(tile);
        }
    }
    m_file.post([source, range](TileFile &file) { return file.drop(source, range); });
}

} // namespace cbpm
