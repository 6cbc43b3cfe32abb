// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/archive/archivefile.h"

#include "core/types/coretexts.h"
#include "core/types/memory.h"

#include <QFile>
#include <QFileInfo>
#include <QSqlError>
#include <QSqlQuery>
#include <QStorageInfo>
#include <QUrl>
#include <QtEndian>

#include <atomic>

#include <sys/statvfs.h>

using namespace Qt::StringLiterals;

namespace cbpm {
namespace {

QString nextConnectionName()
{
    static std::atomic<quint64> number = 0;
    return u"cbpm3-archive-%1"_s.arg(++number);
}

Result<void> mustExist(const QString &path)
{
    const QFileInfo file{path};
    if (!file.exists())
        return Error{Error::Kind::NotFound, CoreTexts::tr("archive %1 does not exist").arg(path),
                     CoreTexts::tr("check the path")};
    if (!file.isFile() || !file.isReadable())
        return Error{Error::Kind::Permission, CoreTexts::tr("archive %1 cannot be read").arg(path),
                     CoreTexts::tr("check its rights")};
    return {};
}

/// Whether the header says so: SQLite format, section 1.3.
bool isOurs(const QString &path)
{
    QFile file{path};
    const QByteArray header = file.open(QIODevice::ReadOnly) ? file.read(100) : QByteArray{};
    return header.size() == 100 && header.startsWith("SQLite format 3")
           && qFromBigEndian<std::int32_t>(header.constData() + 68) == archiveformat::applicationId;
}

/// Whether nobody can be writing it: the whole file system is read-only, and no writer has left anything beside it.
bool isClosedForGood(const QString &path)
{
    struct statvfs system = {};
    return statvfs(QFile::encodeName(path).constData(), &system) == 0 && (system.f_flag & ST_RDONLY) != 0
           && !QFile::exists(path + u"-journal"_s) && !QFile::exists(path + u"-wal"_s);
}

constexpr const char *schema[] = {
    "CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    "CREATE TABLE detectors(id INTEGER PRIMARY KEY, location TEXT NOT NULL UNIQUE)",
    "CREATE TABLE blocks(slot INTEGER NOT NULL, detector INTEGER NOT NULL, first INTEGER NOT NULL, last INTEGER NOT "
    "NULL, "
    "count INTEGER NOT NULL, payload BLOB NOT NULL)",
    "CREATE UNIQUE INDEX block_places ON blocks(slot, detector)",
};

} // namespace

ArchiveFile::ArchiveFile(QString path, const QString &options)
    : m_path{std::move(path)}, m_shownPath{m_path}, m_connection{nextConnectionName()},
      m_database{QSqlDatabase::addDatabase(u"QSQLITE"_s, m_connection)}
{
    m_database.setDatabaseName(m_path);
    m_database.setConnectOptions(options);
}

ArchiveFile::~ArchiveFile()
{
    m_database.close();
    m_database = {};
    QSqlDatabase::removeDatabase(m_connection);
}

Result<std::unique_ptr<ArchiveFile>> ArchiveFile::open(const QString &path)
{
    if (auto exists = mustExist(path); !exists)
        return exists.error();
    if (auto settled = rollBack(path); !settled)
        return settled.error();
    // Without its locks and its shared memory SQLite reads what it could not lock, as on a disc: only where it is safe.
    const QString options = isClosedForGood(path) ? u"QSQLITE_OPEN_READONLY;QSQLITE_OPEN_URI"_s
                                                  : u"QSQLITE_OPEN_READONLY;QSQLITE_BUSY_TIMEOUT=2000"_s;
    return openAs(path, options);
}

Result<std::unique_ptr<ArchiveFile>> ArchiveFile::openAs(const QString &path, const QString &options)
{
    std::unique_ptr<ArchiveFile> file{new ArchiveFile{path, options}};
    if (options.endsWith(u"URI"_s)) {
        QUrl immutable = QUrl::fromLocalFile(QFileInfo{path}.absoluteFilePath());
        immutable.setQuery(u"mode=ro&immutable=1"_s);
        file->m_database.setDatabaseName(QString::fromLatin1(immutable.toEncoded()));
    }
    if (!file->m_database.open())
        return file->failure(file->m_database.lastError());
    for (const QString &pragma :
         {u"trusted_schema = OFF"_s, u"cell_size_check = ON"_s, u"mmap_size = 0"_s, u"query_only = ON"_s}) {
        if (auto set = file->run(u"PRAGMA "_s + pragma); !set)
            return set.error();
    }
    if (auto checked = file->check(); !checked)
        return checked.error();
    return file;
}

/// A writer that was killed, or whose disk failed, leaves a journal beside the archive, and nobody who only reads can
/// read it then: one that may write takes back what the writer had begun.
Result<void> ArchiveFile::rollBack(const QString &path)
{
    if (!QFile::exists(path + u"-journal"_s) || !isOurs(path))
        return {};
    const auto isHot = [&path](const QString &options) -> Result<bool> {
        ArchiveFile file{path, options};
        if (!file.m_database.open())
            return file.failure(file.m_database.lastError());
        QSqlQuery query{file.m_database};
        if (query.exec(u"PRAGMA user_version"_s) && query.next())
            return false;
        constexpr int readOnly = 8; // SQLITE_READONLY, the last byte of SQLITE_READONLY_ROLLBACK
        if ((query.lastError().nativeErrorCode().toInt() & 0xFF) == readOnly)
            return true;
        return file.failure(query.lastError());
    };
    const auto hot = isHot(u"QSQLITE_OPEN_READONLY;QSQLITE_BUSY_TIMEOUT=2000"_s);
    if (!hot)
        return hot.error();
    if (!*hot)
        return {}; // of a writer at work
    const auto still = isHot(u"QSQLITE_BUSY_TIMEOUT=2000"_s);
    if (still && !*still)
        return {};
    return Error{Error::Kind::Permission,
                 CoreTexts::tr("archive %1 was left unfinished by a program that ended early").arg(path),
                 CoreTexts::tr("open it once where it may be written, with its -journal file beside it")};
}

Result<std::unique_ptr<ArchiveFile>> ArchiveFile::openForAppend(const QString &path)
{
    if (auto checked = open(path); !checked)
        return checked.error();
    std::unique_ptr<ArchiveFile> file{new ArchiveFile{path, u"QSQLITE_BUSY_TIMEOUT=2000"_s}};
    if (!file->m_database.open())
        return file->failure(file->m_database.lastError());
    // Cells of the samples so far are not those of what comes.
    for (const QString &sql : {u"BEGIN IMMEDIATE"_s, u"DROP TABLE IF EXISTS cells"_s,
                               u"DELETE FROM meta WHERE key LIKE 'ladder%'"_s, u"COMMIT"_s}) {
        if (auto dropped = file->run(sql); !dropped)
            return dropped.error();
    }
    return file;
}

Result<std::unique_ptr<ArchiveFile>> ArchiveFile::create(const QString &path, const QString &shownPath)
{
    std::unique_ptr<ArchiveFile> file{new ArchiveFile{path, {}}};
    file->m_shownPath = shownPath;
    if (!file->m_database.open())
        return Error{
            Error::Kind::Storage,
            CoreTexts::tr("%1 cannot be written: %2").arg(shownPath, file->m_database.lastError().databaseText()),
            CoreTexts::tr("choose a folder that exists and that you may write to")};
    QStringList statements{u"PRAGMA page_size = 65536"_s,
                           u"PRAGMA application_id = %1"_s.arg(archiveformat::applicationId),
                           u"PRAGMA user_version = %1"_s.arg(archiveformat::version)};
    for (const char *const statement : schema)
        statements << QString::fromLatin1(statement);
    for (const QString &statement : statements) {
        if (auto made = file->run(statement); !made)
            return made.error();
    }
    return file;
}

Result<void> ArchiveFile::run(const QString &sql)
{
    QSqlQuery query{m_database};
    if (!query.exec(sql))
        return failure(query.lastError());
    return {};
}

Result<void> ArchiveFile::check()
{
    QSqlQuery query{m_database};
    query.setForwardOnly(true);
    const auto number = [&](const QString &pragma) {
        return query.exec(u"PRAGMA "_s + pragma) && query.next() ? query.value(0).toInt() : -1;
    };
    const int id = number(u"application_id"_s);
    if (id == -1)
        return failure(query.lastError());
    if (id != archiveformat::applicationId)
        return Error{Error::Kind::BadData, CoreTexts::tr("%1 is not an archive of this program").arg(m_path),
                     CoreTexts::tr("choose a .cbpm3 file")};
    const int version = number(u"user_version"_s);
    if (version > archiveformat::version)
        return Error{Error::Kind::NewerFormat,
                     CoreTexts::tr("archive %1 is of format %2, this program reads up to %3")
                         .arg(m_path)
                         .arg(version)
                         .arg(archiveformat::version),
                     CoreTexts::tr("update the program")};
    // Whatever would run as it is read: views, triggers, virtual tables, columns and indexes that are worked out.
    if (!query.exec(
            u"SELECT (SELECT count(*) FROM sqlite_master WHERE type IN ('view', 'trigger') OR type = 'table' AND "
            "rootpage = 0) + (SELECT count(*) FROM sqlite_master m, pragma_table_xinfo(m.name) c WHERE m.type = "
            "'table' AND c.hidden <> 0) + (SELECT count(*) FROM sqlite_master m, pragma_index_info(m.name) c WHERE "
            "m.type = 'index' AND c.cid = -2)"_s)
        || !query.next())
        return failure(query.lastError());
    if (query.value(0).toInt() > 0)
        return Error{Error::Kind::BadData,
                     CoreTexts::tr("archive %1 holds views, triggers or formulas, which archives never do").arg(m_path),
                     CoreTexts::tr("do not trust this file")};
    if (!query.exec(u"SELECT slot, detector, first, last, count, payload FROM blocks LIMIT 0"_s)
        || !query.exec(u"SELECT id, location FROM detectors LIMIT 0"_s)
        || !query.exec(u"SELECT key, value FROM meta LIMIT 0"_s))
        return failure(query.lastError());
    return {};
}

Result<ArchiveMeta> ArchiveFile::meta()
{
    QSqlQuery query{m_database};
    query.setForwardOnly(true);
    if (!query.exec(u"SELECT key, value FROM meta"_s))
        return failure(query.lastError());
    QHash<QString, QString> values;
    while (query.next())
        values.insert(query.value(0).toString(), query.value(1).toString());
    ArchiveMeta meta;
    meta.provenance.source = values.value(u"source"_s);
    meta.provenance.server = values.value(u"server"_s);
    meta.provenance.range = TimeRange::between(timePoint(values.value(u"range_begin_us"_s).toLongLong()),
                                               timePoint(values.value(u"range_end_us"_s).toLongLong()));
    meta.program = values.value(u"program"_s);
    meta.created = values.value(u"created"_s);
    auto table = parseDetectorTableCsv(values.value(u"detector_table"_s).toUtf8(), u"detector table of "_s + m_path);
    if (!table)
        return table.error();
    meta.table = *table;
    return meta;
}

Result<void> ArchiveFile::setMeta(const ArchiveMeta &meta)
{
    const auto number = [](TimePoint time) { return QString::number(static_cast<qint64>(unixMicroseconds(time))); };
    QHash<QString, QString> values{
        {u"source"_s, meta.provenance.source},
        {u"server"_s, meta.provenance.server},
        {u"program"_s, meta.program},
        {u"created"_s, meta.created},
        {u"detector_table"_s, QString::fromUtf8(detectorTableCsv(*meta.table))},
        {u"detector_table_version"_s, meta.table->version()},
    };
    if (meta.provenance.range) {
        values.insert(u"range_begin_us"_s, number(meta.provenance.range->begin()));
        values.insert(u"range_end_us"_s, number(meta.provenance.range->end()));
    }
    QSqlQuery query{m_database};
    query.prepare(u"INSERT OR REPLACE INTO meta(key, value) VALUES (?, ?)"_s);
    for (auto value = values.cbegin(); value != values.cend(); ++value) {
        query.bindValue(0, value.key());
        query.bindValue(1, value->isNull() ? u""_s : *value); // a null string would be NULL
        if (!query.exec())
            return failure(query.lastError());
    }
    return {};
}

Result<std::optional<TimeRange>> ArchiveFile::extent(TimePoint before)
{
    // First and last slot by the index; within them the exact times.
    QSqlQuery query{m_database};
    query.setForwardOnly(true);
    query.prepare(u"SELECT (SELECT min(first) FROM blocks WHERE slot = (SELECT min(slot) FROM blocks)), "
                  "(SELECT max(last) FROM blocks WHERE slot = (SELECT max(slot) FROM blocks WHERE slot <= ?))"_s);
    query.bindValue(0, static_cast<qint64>(archiveformat::slotOf(unixMicroseconds(before) - 1)));
    if (!query.exec() || !query.next())
        return failure(query.lastError());
    if (query.isNull(0) || query.isNull(1))
        return std::optional<TimeRange>{};
    return TimeRange::between(timePoint(query.value(0).toLongLong()),
                              timePoint(query.value(1).toLongLong()) + Duration{1});
}

Error ArchiveFile::failure(const QSqlError &error) const
{
    // The primary result codes of SQLite; the upper bytes tell more than anybody needs.
    constexpr int busy = 5, locked = 6, noMemory = 7, readOnly = 8, failedIo = 10, full = 13, cannotOpen = 14, foreign = 26;
    const QString text = error.databaseText();
    switch (error.nativeErrorCode().toInt() & 0xFF) {
    case full:
    case failedIo: {
        const qint64 free = QStorageInfo{QFileInfo{m_path}.absolutePath()}.bytesAvailable();
        return Error{Error::Kind::Storage,
                     CoreTexts::tr("writing %1 failed (%2; %3 bytes free)").arg(m_shownPath, text).arg(free),
                     CoreTexts::tr("free space there or choose another folder")};
    }
    case busy:
    case locked:
        return Error{Error::Kind::Timeout, CoreTexts::tr("archive %1 is locked by another program").arg(m_shownPath),
                     CoreTexts::tr("try again in a moment")};
    case noMemory:
        return memoryError();
    case readOnly:
    case cannotOpen:
        return Error{Error::Kind::Permission,
                     CoreTexts::tr("archive %1 cannot be opened in this way where it lies (%2)").arg(m_shownPath, text),
                     CoreTexts::tr("copy it to a folder that you may write to, with all files beside it that begin with "
                                   "its name")};
    case foreign:
        return Error{Error::Kind::BadData, CoreTexts::tr("%1 is not an archive of this program").arg(m_shownPath),
                     CoreTexts::tr("choose a .cbpm3 file")};
    default:
        return Error{Error::Kind::BadData, CoreTexts::tr("archive %1 is damaged (%2)").arg(m_shownPath, text),
                     CoreTexts::tr("run cbpm3 verify on it, or use another copy")};
    }
}

} // namespace cbpm
