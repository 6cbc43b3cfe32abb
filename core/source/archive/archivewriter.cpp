// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/archive/archivewriter.h"

#include "core/types/coretexts.h"
#include "core/types/devicefile.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSqlError>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <limits>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace cbpm {
namespace {

QString programText()
{
    return u"cbpm3 %1"_s.arg(QStringLiteral(CBPM_VERSION));
}

/// Copies samples [begin, end) of `from` to the end of `to`.
void appendPart(DetectorSamples &to, const DetectorSamples &from, std::size_t begin, std::size_t end)
{
    const auto copy = [&](auto &column, const auto &source) {
        column.insert(column.end(), source.begin() + static_cast<std::ptrdiff_t>(begin),
                      source.begin() + static_cast<std::ptrdiff_t>(end));
    };
    copy(to.time, from.time);
    for (std::size_t k = 0; k < buttonCount; ++k)
        copy(to.button[k], from.button[k]);
}

/// Both sorted; at equal times `newer` wins.
DetectorSamples merged(const DetectorSamples &older, const DetectorSamples &newer)
{
    DetectorSamples all;
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < older.size() || j < newer.size()) {
        if (j == newer.size() || (i < older.size() && older.time[i] < newer.time[j])) {
            appendPart(all, older, i, i + 1);
            ++i;
        } else {
            i += i < older.size() && older.time[i] == newer.time[j];
            appendPart(all, newer, j, j + 1);
            ++j;
        }
    }
    return all;
}

void removeDatabase(const QString &path)
{
    for (const QString &suffix : {u""_s, u"-journal"_s})
        QFile::remove(path + suffix);
}

/// What writers of this file left behind that were killed; whose number tells that they live is let alone.
void removeLeftovers(const QString &path)
{
    const QFileInfo target{path};
    const QString begin = target.fileName() + u".part-"_s;
    for (const QString &name : target.dir().entryList(QDir::Files | QDir::Hidden)) {
        if (!name.startsWith(begin))
            continue;
        const auto process = static_cast<pid_t>(name.mid(begin.size()).section(u'-', 0, 0).toInt());
        const bool isDead = process > 0 && ::kill(process, 0) != 0 && errno == ESRCH;
        if (isDead || process == ::getpid())
            QFile::remove(target.dir().filePath(name));
    }
}

Result<void> flushToDisk(const QString &path)
{
    const int file = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
    const bool onDisk = file >= 0 && ::fsync(file) == 0;
    if (file >= 0)
        ::close(file);
    if (onDisk)
        return {};
    return Error{
        Error::Kind::Storage,
        CoreTexts::tr("%1 could not be brought to disk: %2").arg(path, QString::fromLocal8Bit(std::strerror(errno))),
        CoreTexts::tr("check the disk")};
}

} // namespace

ArchiveWriter::ArchiveWriter(QString path, QString temporaryPath, std::unique_ptr<ArchiveFile> file)
    : m_path{std::move(path)}, m_temporaryPath{std::move(temporaryPath)}, m_file{std::move(file)},
      m_insert{std::make_unique<QSqlQuery>(m_file->database())}
{
    m_insert->prepare(
        u"INSERT OR REPLACE INTO blocks(slot, detector, first, last, count, payload) VALUES (?, ?, ?, ?, ?, ?)"_s);
}

ArchiveWriter::~ArchiveWriter()
{
    m_insert.reset();
    m_file.reset();
    if (!m_temporaryPath.isEmpty())
        removeDatabase(m_temporaryPath);
}

Result<std::unique_ptr<ArchiveWriter>> ArchiveWriter::create(const QString &path, const Provenance &provenance,
                                                             DetectorTablePtr table)
{
    if (const auto place = mustBeNoDevice(path); !place)
        return place.error();
    const QString temporary = u"%1.part-%2"_s.arg(path).arg(QCoreApplication::applicationPid());
    removeLeftovers(path);
    auto file = ArchiveFile::create(temporary, path);
    if (!file) {
        removeDatabase(temporary);
        return file.error();
    }
    std::unique_ptr<ArchiveWriter> writer{new ArchiveWriter{path, temporary, std::move(*file)}};
    // Nobody reads it before commit(), and a killed writer starts anew: no journal is needed.
    for (const QString &sql : {u"PRAGMA journal_mode = OFF"_s, u"PRAGMA synchronous = OFF"_s, u"BEGIN"_s}) {
        if (auto done = writer->m_file->run(sql); !done)
            return done.error();
    }
    const QString now = QDateTime::currentDateTimeUtc().toString(Qt::ISODate);
    if (auto set = writer->m_file->setMeta({provenance, programText(), now, std::move(table)}); !set)
        return set.error();
    return writer;
}

Result<std::unique_ptr<ArchiveWriter>> ArchiveWriter::extend(const QString &path)
{
    auto file = ArchiveFile::openForAppend(path);
    if (!file)
        return file.error();
    std::unique_ptr<ArchiveWriter> writer{new ArchiveWriter{path, {}, std::move(*file)}};
    QSqlQuery query{writer->m_file->database()};
    if (!query.exec(u"SELECT location, id, (SELECT max(slot) FROM blocks WHERE detector = id) FROM detectors"_s))
        return writer->m_file->failure(query.lastError());
    while (query.next()) {
        const std::string location = query.value(0).toString().toStdString();
        writer->m_ids.emplace(location, query.value(1).toInt());
        if (!query.isNull(2))
            writer->m_written.emplace(location, query.value(2).toLongLong());
    }
    return writer;
}

Result<void> ArchiveWriter::append(const SampleBatch &batch)
{
    std::int64_t newest = std::numeric_limits<std::int64_t>::min();
    for (const DetectorSamples &samples : batch.detectors) {
        for (std::size_t begin = 0; begin < samples.size();) {
            const std::int64_t slot = archiveformat::slotOf(samples.time[begin]);
            const std::int64_t limit = archiveformat::slotLength.count() * (slot + 1);
            const auto end = static_cast<std::size_t>(
                std::lower_bound(samples.time.begin() + static_cast<std::ptrdiff_t>(begin), samples.time.end(), limit)
                - samples.time.begin());
            DetectorSamples &open = m_open[{slot, samples.location}];
            if (open.time.empty() || open.time.back() < samples.time[begin]) {
                appendPart(open, samples, begin, end);
            } else {
                DetectorSamples part;
                appendPart(part, samples, begin, end);
                open = merged(open, part);
            }
            m_samples += end - begin;
            newest = std::max(newest, slot);
            begin = end;
        }
    }
    return writeBefore(newest, false);
}

Result<void> ArchiveWriter::writeBefore(std::int64_t slot, bool keep)
{
    while (!m_open.empty() && m_open.begin()->first.first < slot) {
        if (auto written = write(m_open.begin()->first, m_open.begin()->second); !written)
            return written;
        m_open.erase(m_open.begin());
    }
    for (auto open = m_open.begin(); keep && open != m_open.end(); ++open) {
        if (auto written = write(open->first, open->second); !written)
            return written;
    }
    return {};
}

Result<void> ArchiveWriter::write(const Place &place, const DetectorSamples &samples)
{
    const auto last = m_written.find(place.second);
    const bool mayBeThere = last != m_written.end() && place.first <= last->second;
    if (!mayBeThere) {
        m_written[place.second] = place.first;
        return insert(place, samples.time.front(), samples.time.back(), samples.size(), m_codec.encode(samples));
    }
    const auto there = stored(place);
    if (!there)
        return there.error();
    const DetectorSamples all = merged(*there, samples);
    return insert(place, all.time.front(), all.time.back(), all.size(), m_codec.encode(all));
}

Result<DetectorSamples> ArchiveWriter::stored(const Place &place)
{
    const auto id = detectorId(place.second);
    if (!id)
        return id.error();
    QSqlQuery query{m_file->database()};
    query.prepare(u"SELECT payload FROM blocks WHERE slot = ? AND detector = ?"_s);
    query.bindValue(0, static_cast<qint64>(place.first));
    query.bindValue(1, *id);
    if (!query.exec())
        return m_file->failure(query.lastError());
    DetectorSamples samples;
    if (!query.next())
        return samples;
    const QByteArray payload = query.value(0).toByteArray();
    if (!m_codec.decode(
            {reinterpret_cast<const std::uint8_t *>(payload.constData()), static_cast<std::size_t>(payload.size())},
            samples))
        return Error{
            Error::Kind::BadData,
            CoreTexts::tr("archive %1: a block of %2 is damaged").arg(m_path, QString::fromStdString(place.second)),
            CoreTexts::tr("write to another file")};
    return samples;
}

Result<int> ArchiveWriter::detectorId(const std::string &location)
{
    if (const auto found = m_ids.find(location); found != m_ids.end())
        return found->second;
    QSqlQuery query{m_file->database()};
    query.prepare(u"INSERT INTO detectors(location) VALUES (?)"_s);
    query.bindValue(0, QString::fromStdString(location));
    if (!query.exec())
        return m_file->failure(query.lastError());
    const int id = query.lastInsertId().toInt();
    m_ids.emplace(location, id);
    return id;
}

Result<void> ArchiveWriter::insert(const Place &place, std::int64_t first, std::int64_t last, std::size_t count,
                                   std::span<const std::uint8_t> payload)
{
    const auto id = detectorId(place.second);
    if (!id)
        return id.error();
    m_insert->bindValue(0, static_cast<qint64>(place.first));
    m_insert->bindValue(1, *id);
    m_insert->bindValue(2, static_cast<qint64>(first));
    m_insert->bindValue(3, static_cast<qint64>(last));
    m_insert->bindValue(4, static_cast<qint64>(count));
    m_insert->bindValue(5, QByteArray::fromRawData(reinterpret_cast<const char *>(payload.data()),
                                                   static_cast<qsizetype>(payload.size())));
    if (!m_insert->exec())
        return m_file->failure(m_insert->lastError());
    return {};
}

Result<void> ArchiveWriter::addBlock(const std::string &location, const DetectorSamples &samples,
                                     std::span<const std::uint8_t> payload)
{
    const std::int64_t slot = archiveformat::slotOf(samples.time.front());
    m_written[location] = std::max(slot, m_written.contains(location) ? m_written[location] : slot);
    m_samples += samples.size();
    return insert({slot, location}, samples.time.front(), samples.time.back(), samples.size(), payload);
}

Result<void> ArchiveWriter::flush()
{
    if (m_temporaryPath.isEmpty()) {
        if (auto begun = m_file->run(u"BEGIN IMMEDIATE"_s); !begun)
            return begun;
    }
    if (auto written = writeBefore(std::numeric_limits<std::int64_t>::min(), true); !written)
        return written;
    return m_temporaryPath.isEmpty() ? m_file->run(u"COMMIT"_s) : Result<void>{};
}

Result<void> ArchiveWriter::commit(const std::function<Result<void>(const QString &path)> &finish)
{
    if (m_temporaryPath.isEmpty())
        return flush();
    if (auto written = writeBefore(std::numeric_limits<std::int64_t>::max(), false); !written)
        return written;
    if (auto committed = m_file->run(u"COMMIT"_s); !committed)
        return committed;
    m_insert.reset();
    m_file.reset();
    if (finish) {
        if (auto finished = finish(m_temporaryPath); !finished) {
            Error error = finished.error();
            error.what.replace(m_temporaryPath, m_path);
            return error;
        }
    }
    if (auto flushed = flushToDisk(m_temporaryPath); !flushed)
        return flushed;
    if (std::rename(QFile::encodeName(m_temporaryPath).constData(), QFile::encodeName(m_path).constData()) != 0)
        return Error{Error::Kind::Storage,
                     CoreTexts::tr("%1 cannot be made: %2").arg(m_path, QString::fromLocal8Bit(std::strerror(errno))),
                     CoreTexts::tr("choose another place")};
    m_temporaryPath.clear();
    return {};
}

} // namespace cbpm
