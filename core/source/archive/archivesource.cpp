// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/archive/archivesource.h"

#include "core/source/archive/archivefile.h"
#include "core/source/archive/archiveladder.h"
#include "core/source/archive/blockcodec.h"
#include "core/types/coretexts.h"
#include "core/types/timetext.h"

#include <QDateTime>
#include <QFileInfo>
#include <QSqlError>
#include <QSqlQuery>
#include <QThread>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace cbpm {
namespace {

/// Detectors of an archive by their number in the file.
struct ArchiveDetector
{
    std::string location;
    int row = unknownDetector;
};

using ArchiveDetectors = std::map<int, ArchiveDetector>;

Result<ArchiveDetectors> detectorsOf(ArchiveFile &file, const DetectorTable &table)
{
    QSqlQuery query{file.database()};
    query.setForwardOnly(true);
    if (!query.exec(u"SELECT id, location FROM detectors"_s))
        return file.failure(query.lastError());
    ArchiveDetectors detectors;
    while (query.next()) {
        const std::string location = query.value(1).toString().left(63).toStdString();
        detectors.emplace(query.value(0).toInt(), ArchiveDetector{location, table.find(location)});
    }
    return detectors;
}

/// Reads slot by slot: blocks of all detectors of ten minutes lie together in the file.
class ArchiveReader : public SampleReader
{
public:
    ArchiveReader(std::unique_ptr<ArchiveFile> file, ArchiveDetectors detectors, const std::vector<int> &rows)
        : m_file{std::move(file)}, m_detectors{std::move(detectors)}, m_query{m_file->database()}
    {
        if (!rows.empty()) {
            std::erase_if(m_detectors, [&](const auto &entry) {
                return !std::binary_search(rows.begin(), rows.end(), entry.second.row);
            });
        }
        m_query.setForwardOnly(true);
        m_query.prepare(u"SELECT detector, count, payload FROM blocks WHERE slot = ? ORDER BY detector"_s);
    }

    Result<void> start(const TimeRange &stretch) override
    {
        m_stretch = stretch;
        m_next = stretch.begin();
        return {};
    }

    Result<SampleBatchPtr> next(const CancelToken &cancel) override
    {
        std::vector<DetectorSamples> detectors;
        auto visited = visitNext([&](const DetectorSamples &samples) { detectors.push_back(samples); }, cancel);
        if (!visited)
            return visited.error();
        if (!*visited)
            return SampleBatchPtr{};
        (*visited)->detectors = std::move(detectors);
        return std::make_shared<const SampleBatch>(std::move(**visited));
    }

    Result<std::optional<SampleBatch>> visitNext(const Visitor &visit, const CancelToken &cancel) override
    {
        if (!m_stretch || m_next >= m_stretch->end())
            return std::optional<SampleBatch>{};
        const std::int64_t slot = archiveformat::slotOf(unixMicroseconds(m_next));
        const TimePoint slotEnd{archiveformat::slotLength * (slot + 1)};
        SampleBatch batch{*TimeRange::between(m_next, std::min(slotEnd, m_stretch->end())), {}, 0, 0, 0, 0};
        m_query.bindValue(0, static_cast<qint64>(slot));
        if (!m_query.exec())
            return m_file->failure(m_query.lastError());
        while (m_query.next()) {
            if (cancel.isCancelled())
                return Error{Error::Kind::Cancelled, {}, {}};
            if (auto read = readBlock(batch, visit); !read)
                return read.error();
        }
        if (m_query.lastError().isValid())
            return m_file->failure(m_query.lastError());
        m_query.finish();
        m_next = batch.range.end();
        if (batch.rows == 0) {
            if (auto skipped = skipEmptySlots(); !skipped)
                return skipped.error();
            batch.range = *TimeRange::between(batch.range.begin(), m_next);
        }
        return std::optional{std::move(batch)};
    }

private:
    Result<void> readBlock(SampleBatch &batch, const Visitor &visit)
    {
        const auto detector = m_detectors.find(m_query.value(0).toInt());
        if (detector == m_detectors.end())
            return {};
        const QByteArray payload = m_query.value(2).toByteArray();
        const std::span bytes{reinterpret_cast<const std::uint8_t *>(payload.constData()),
                              static_cast<std::size_t>(payload.size())};
        if (!m_codec.decode(bytes, m_samples) || m_samples.size() != m_query.value(1).toULongLong())
            return Error{Error::Kind::BadData,
                         CoreTexts::tr("archive %1: the block of %2 at %3 is damaged")
                             .arg(m_file->path(), QString::fromStdString(detector->second.location),
                                  isoText(batch.range.begin())),
                         CoreTexts::tr("run cbpm3 verify on it, or use another copy")};
        m_samples.location = detector->second.location;
        m_samples.row = detector->second.row;
        crop(m_samples, batch.range);
        batch.bytes += bytes.size();
        batch.rows += m_samples.size();
        if (m_samples.size() > 0)
            visit(m_samples);
        return {};
    }

    Result<void> skipEmptySlots()
    {
        QSqlQuery query{m_file->database()};
        query.prepare(u"SELECT min(slot) FROM blocks WHERE slot >= ?"_s);
        query.bindValue(0, static_cast<qint64>(archiveformat::slotOf(unixMicroseconds(m_next))));
        if (!query.exec() || !query.next())
            return m_file->failure(query.lastError());
        const TimePoint found =
            query.isNull(0) ? m_stretch->end() : TimePoint{archiveformat::slotLength * query.value(0).toLongLong()};
        m_next = std::clamp(found, m_next, m_stretch->end());
        return {};
    }

    std::unique_ptr<ArchiveFile> m_file;
    ArchiveDetectors m_detectors;
    QSqlQuery m_query;
    BlockCodec m_codec;
    DetectorSamples m_samples; ///< one block, reused: it stays in the cache
    std::optional<TimeRange> m_stretch;
    TimePoint m_next;
};

class ArchiveSource : public SampleSource
{
public:
    ArchiveSource(QString path, DetectorTablePtr table) : m_path{std::move(path)}, m_table{std::move(table)} {}

    Result<SourceInfo> info(const CancelToken &) const override
    {
        const auto file = ArchiveFile::open(m_path);
        if (!file)
            return file.error();
        const auto whole = file.value()->extent();
        if (!whole)
            return whole.error();
        const auto detectors = detectorsOf(**file, *m_table);
        if (!detectors)
            return detectors.error();
        SourceInfo info;
        info.name = u"archive %1"_s.arg(QFileInfo{m_path}.fileName());
        info.server = u"format %1"_s.arg(archiveformat::version);
        info.extent = *whole;
        if (const TimePoint trusted = systemNow() + clockTrust; *whole && (*whole)->end() > trusted) {
            const auto extent = file.value()->extent(trusted);
            if (!extent)
                return extent.error();
            if (*extent && **extent != **whole) { // nullopt: all of it is meant to be in the future
                info.extent = *extent;
                info.astray = (*whole)->end() - Duration{1};
            }
        }
        info.path = u"archive"_s;
        const QFileInfo place{m_path};
        info.identity = u"archive %1 %2 %3"_s.arg(place.canonicalFilePath(), QString::number(place.size()),
                                                  QString::number(place.lastModified().toMSecsSinceEpoch()));
        info.table = m_table;
        for (const auto &[id, detector] : *detectors) {
            if (detector.row != unknownDetector)
                info.detectors.push_back(detector.row);
        }
        std::sort(info.detectors.begin(), info.detectors.end());
        return info;
    }

    Result<std::unique_ptr<SampleReader>> open(const std::vector<int> &rows, const CancelToken &) const override
    {
        auto file = ArchiveFile::open(m_path);
        if (!file)
            return file.error();
        auto detectors = detectorsOf(**file, *m_table);
        if (!detectors)
            return detectors.error();
        return std::unique_ptr<SampleReader>{
            std::make_unique<ArchiveReader>(std::move(*file), std::move(*detectors), rows)};
    }

    /// The ladder in the file is of its table's own methods.
    Result<std::unique_ptr<CellReader>> openCells(const std::vector<int> &rows, std::optional<PositionMethod> method,
                                                  const CancelToken &) const override
    {
        return method ? std::unique_ptr<CellReader>{} : openArchiveLadder(m_path, m_table, rows);
    }

    int usefulReaders() const override { return std::clamp(QThread::idealThreadCount(), 1, 4); }
    Duration grain() const override { return archiveformat::slotLength; }
    DetectorTablePtr table() const override { return m_table; }
    SampleSourcePtr withTable(DetectorTablePtr table) const override
    {
        return std::make_shared<ArchiveSource>(m_path, std::move(table));
    }

private:
    QString m_path;
    DetectorTablePtr m_table;
};

} // namespace

Result<SampleSourcePtr> openArchive(const QString &path, DetectorTablePtr table)
{
    auto file = ArchiveFile::open(path);
    if (!file)
        return file.error();
    if (!table) {
        auto meta = file.value()->meta();
        if (!meta)
            return meta.error();
        table = meta->table;
    }
    return SampleSourcePtr{std::make_shared<ArchiveSource>(path, std::move(table))};
}

} // namespace cbpm
