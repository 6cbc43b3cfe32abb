// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/archive/archiveladder.h"

#include "core/types/coretexts.h"
#include "core/types/timetext.h"

#include <QSqlError>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace cbpm {
namespace {

class ArchiveLadder : public CellReader
{
public:
    ArchiveLadder(std::unique_ptr<ArchiveFile> file, std::map<int, BinSeries> detectors, const TimeRange &extent)
        : m_file{std::move(file)}, m_detectors{std::move(detectors)}, m_extent{extent}, m_query{m_file->database()}
    {
        m_query.setForwardOnly(true);
        m_query.prepare(u"SELECT payload FROM cells WHERE level = ? AND tile = ? AND detector = ?"_s);
    }

    /// Nothing lies outside the archive: the cells at its ends are whole, too.
    std::optional<TimeRange> covered(Interval interval) const override
    {
        const auto level = levelOf(interval);
        if (!level || std::ranges::find(archiveLevels, *level) == archiveLevels.end())
            return {};
        return TimeRange::between(interval.binBegin(interval.binAt(m_extent.begin())),
                                  interval.binBegin(interval.binAt(m_extent.end() - Duration{1}) + 1));
    }

    bool isLocal() const override { return true; }

    Result<std::vector<BinSeries>> read(Interval interval, const TimeRange &range, const CancelToken &cancel) override
    {
        const Level level = *levelOf(interval);
        std::vector<BinSeries> all;
        for (const auto &[id, names] : m_detectors) {
            BinSeries whole = names;
            for (const TilePiece &piece : tilePieces(level, range)) {
                if (cancel.isCancelled())
                    return Error{Error::Kind::Cancelled, {}, {}};
                auto part = readTile(level, piece, id);
                if (!part)
                    return part.error();
                whole.merge(part->part(interval.binAt(piece.range.begin()), interval.binAt(piece.range.end())));
            }
            if (whole.size() > 0)
                all.push_back(std::move(whole));
        }
        return all;
    }

private:
    Result<BinSeries> readTile(Level level, const TilePiece &piece, int id)
    {
        m_query.bindValue(0, static_cast<int>(level));
        m_query.bindValue(1, static_cast<qint64>(piece.tile));
        m_query.bindValue(2, id);
        if (!m_query.exec())
            return m_file->failure(m_query.lastError());
        BinSeries cells;
        if (!m_query.next())
            return cells;
        const QByteArray payload = m_query.value(0).toByteArray();
        const std::span bytes{reinterpret_cast<const std::uint8_t *>(payload.constData()),
                              static_cast<std::size_t>(payload.size())};
        if (!m_codec.decode(bytes, cells))
            return Error{
                Error::Kind::BadData,
                CoreTexts::tr("archive %1: cells at %2 are damaged").arg(m_file->path(), isoText(piece.range.begin())),
                CoreTexts::tr("run cbpm3 verify on it, or use another copy")};
        return cells;
    }

    std::unique_ptr<ArchiveFile> m_file;
    std::map<int, BinSeries> m_detectors; ///< by number in the file: name and row, no cells
    TimeRange m_extent;
    QSqlQuery m_query;
    CellCodec m_codec;
};

Result<QString> metaValue(ArchiveFile &file, const QString &key)
{
    QSqlQuery query{file.database()};
    query.prepare(u"SELECT value FROM meta WHERE key = ?"_s);
    query.bindValue(0, key);
    if (!query.exec())
        return file.failure(query.lastError());
    return query.next() ? query.value(0).toString() : QString{};
}

} // namespace

ArchiveLadderWriter::ArchiveLadderWriter(std::unique_ptr<ArchiveFile> file) : m_file{std::move(file)} {}

ArchiveLadderWriter::~ArchiveLadderWriter()
{
    m_insert.reset();
    if (!m_committed)
        std::ignore = m_file->run(u"ROLLBACK"_s);
}

Result<std::unique_ptr<ArchiveLadderWriter>> ArchiveLadderWriter::open(const QString &path)
{
    auto file = ArchiveFile::openForAppend(path); // this drops an older ladder
    if (!file)
        return file.error();
    std::unique_ptr<ArchiveLadderWriter> writer{new ArchiveLadderWriter{std::move(*file)}};
    if (auto begun = writer->begin(); !begun)
        return begun.error();
    return writer;
}

Result<void> ArchiveLadderWriter::begin()
{
    // Until the commit the cells are kept apart: a transaction that outgrows its cache would lock out those who read
    // the samples meanwhile.
    for (const QString &sql :
         {u"CREATE TEMP TABLE new_cells(level INTEGER NOT NULL, tile INTEGER NOT NULL, "
          "detector INTEGER NOT NULL, payload BLOB NOT NULL)"_s,
          u"CREATE UNIQUE INDEX temp.new_places ON new_cells(level, tile, detector)"_s, u"BEGIN"_s}) {
        if (auto done = m_file->run(sql); !done)
            return done;
    }
    QSqlQuery query{m_file->database()};
    if (!query.exec(u"SELECT id, location FROM detectors"_s))
        return m_file->failure(query.lastError());
    while (query.next())
        m_ids.emplace(query.value(1).toString().toStdString(), query.value(0).toInt());
    m_insert = std::make_unique<QSqlQuery>(m_file->database());
    m_insert->prepare(u"INSERT OR REPLACE INTO new_cells(level, tile, detector, payload) VALUES (?, ?, ?, ?)"_s);
    return {};
}

Result<void> ArchiveLadderWriter::add(Level level, const TilePiece &piece, const std::vector<BinSeries> &series)
{
    const Interval width = cellWidth(level);
    for (const BinSeries &one : series) {
        const BinSeries part = one.part(width.binAt(piece.range.begin()), width.binAt(piece.range.end()));
        const auto id = m_ids.find(one.location);
        if (part.size() == 0 || id == m_ids.end())
            continue;
        const auto payload = m_codec.encode(part);
        m_insert->bindValue(0, static_cast<int>(level));
        m_insert->bindValue(1, static_cast<qint64>(piece.tile));
        m_insert->bindValue(2, id->second);
        m_insert->bindValue(3, QByteArray::fromRawData(reinterpret_cast<const char *>(payload.data()),
                                                       static_cast<qsizetype>(payload.size())));
        if (!m_insert->exec())
            return m_file->failure(m_insert->lastError());
    }
    return {};
}

Result<void> ArchiveLadderWriter::commit(const TimeRange &extent, const QString &version)
{
    for (const QString &sql :
         {u"CREATE TABLE IF NOT EXISTS cells(level INTEGER NOT NULL, tile INTEGER NOT NULL, "
          "detector INTEGER NOT NULL, payload BLOB NOT NULL)"_s,
          u"CREATE UNIQUE INDEX IF NOT EXISTS cell_places ON cells(level, tile, detector)"_s,
          u"INSERT OR REPLACE INTO cells SELECT level, tile, detector, payload FROM new_cells"_s}) {
        if (auto done = m_file->run(sql); !done)
            return done;
    }
    QSqlQuery query{m_file->database()};
    query.prepare(u"INSERT OR REPLACE INTO meta(key, value) VALUES (?, ?)"_s);
    const auto number = [](TimePoint time) { return QString::number(static_cast<qint64>(unixMicroseconds(time))); };
    for (const auto &[key, value] :
         {std::pair{u"ladder_table_version"_s, version}, std::pair{u"ladder_begin_us"_s, number(extent.begin())},
          std::pair{u"ladder_end_us"_s, number(extent.end())}}) {
        query.bindValue(0, key);
        query.bindValue(1, value);
        if (!query.exec())
            return m_file->failure(query.lastError());
    }
    auto committed = m_file->run(u"COMMIT"_s);
    m_committed = committed.has_value();
    return committed;
}

Result<std::unique_ptr<CellReader>> openArchiveLadder(const QString &path, DetectorTablePtr table,
                                                      const std::vector<int> &rows)
{
    auto file = ArchiveFile::open(path);
    if (!file)
        return file.error();
    const auto version = metaValue(**file, u"ladder_table_version"_s);
    const auto begin = metaValue(**file, u"ladder_begin_us"_s);
    const auto end = metaValue(**file, u"ladder_end_us"_s);
    if (!version || !begin || !end)
        return version ? (begin ? end.error() : begin.error()) : version.error();
    const auto extent = TimeRange::between(timePoint(begin->toLongLong()), timePoint(end->toLongLong()));
    if (*version != table->version() || !extent)
        return std::unique_ptr<CellReader>{};
    std::map<int, BinSeries> detectors;
    QSqlQuery query{file.value()->database()};
    if (!query.exec(u"SELECT id, location FROM detectors"_s))
        return file.value()->failure(query.lastError());
    while (query.next()) {
        BinSeries names;
        names.location = query.value(1).toString().left(63).toStdString();
        names.row = table->find(names.location);
        if (rows.empty() || std::ranges::find(rows, names.row) != rows.end())
            detectors.emplace(query.value(0).toInt(), std::move(names));
    }
    query.finish();
    return std::unique_ptr<CellReader>{
        std::make_unique<ArchiveLadder>(std::move(*file), std::move(detectors), *extent)};
}

} // namespace cbpm
