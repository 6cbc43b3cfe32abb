// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tiles/tilefile.h"

#include "core/types/coretexts.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSqlError>
#include <QThread>

#include <atomic>

using namespace Qt::StringLiterals;

namespace cbpm {
namespace {

constexpr int applicationId = 0x43425054; // "CBPT"
constexpr int formatVersion = 1;

QString nextConnectionName()
{
    static std::atomic<quint64> number = 0;
    return u"cbpm3-tiles-%1"_s.arg(++number);
}

constexpr const char *schema[] = {
    "CREATE TABLE rings(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE)",
    "CREATE TABLE segments(id INTEGER PRIMARY KEY, ring INTEGER NOT NULL, level INTEGER NOT NULL, "
    "tile INTEGER NOT NULL, detector TEXT NOT NULL, begin INTEGER NOT NULL, end INTEGER NOT NULL, payload BLOB)",
    "CREATE INDEX segment_places ON segments(ring, level, tile, detector, begin, end)",
    "CREATE TABLE uses(ring INTEGER NOT NULL, level INTEGER NOT NULL, tile INTEGER NOT NULL, used INTEGER NOT NULL, "
    "PRIMARY KEY(ring, level, tile)) WITHOUT ROWID",
    "CREATE INDEX oldest_uses ON uses(used)",
};

} // namespace

TileFile::TileFile(const QString &path, std::int64_t cap)
    : m_path{path}, m_cap{cap}, m_connection{nextConnectionName()}, m_database{QSqlDatabase::addDatabase(u"QSQLITE"_s,
                                                                                                         m_connection)}
{
    m_database.setDatabaseName(path.isEmpty() ? u":memory:"_s : path);
    m_database.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=2000"_s);
}

TileFile::~TileFile()
{
    m_database.close();
    m_database = {};
    QSqlDatabase::removeDatabase(m_connection);
}

void TileFile::remove(const QString &path)
{
    for (const QString &suffix : {u""_s, u"-wal"_s, u"-shm"_s})
        QFile::remove(path + suffix);
}

Result<std::unique_ptr<TileFile>> TileFile::open(const QString &path, std::int64_t cap)
{
    if (!path.isEmpty() && !QDir{}.mkpath(QFileInfo{path}.path()))
        return Error{Error::Kind::Storage,
                     CoreTexts::tr("the cache folder %1 cannot be made").arg(QFileInfo{path}.path()),
                     CoreTexts::tr("check its rights")};
    QDeadlineTimer patience{std::chrono::seconds{2}};
    for (int attempt = 0;; ++attempt) {
        std::unique_ptr<TileFile> file{new TileFile{path, cap}};
        auto prepared = file->m_database.open() ? file->prepare() : file->failure(file->m_database.lastError());
        if (prepared)
            return file;
        // Two that make the file at once: SQLite does not wait for every kind of lock by itself.
        if (prepared.error().kind == Error::Kind::Timeout && !patience.hasExpired()) {
            QThread::msleep(10);
            --attempt;
            continue;
        }
        // Damaged or foreign: a cache is made anew. Not for want of space, rights or a turn.
        if (attempt > 0 || path.isEmpty() || prepared.error().kind != Error::Kind::BadData)
            return prepared.error();
        file.reset();
        remove(path);
    }
}

Result<void> TileFile::prepare()
{
    for (const QString &pragma : {u"page_size = 65536"_s, u"journal_mode = WAL"_s, u"synchronous = NORMAL"_s,
                                  u"trusted_schema = OFF"_s, u"journal_size_limit = 67108864"_s}) {
        if (auto set = run(u"PRAGMA "_s + pragma); !set)
            return set;
    }
    // The first program makes the tables; others wait for it and find them.
    if (auto begun = run(u"BEGIN IMMEDIATE"_s); !begun)
        return begun;
    const auto number = [this](const QString &pragma) {
        QSqlQuery query{m_database};
        return query.exec(u"PRAGMA "_s + pragma) && query.next() ? query.value(0).toInt() : -1;
    };
    const int id = number(u"application_id"_s);
    const int version = number(u"user_version"_s);
    if (id == 0 && version == 0) {
        for (const char *const statement : schema) {
            if (auto made = run(QString::fromLatin1(statement)); !made)
                return made;
        }
        for (const QString &pragma :
             {u"application_id = %1"_s.arg(applicationId), u"user_version = %1"_s.arg(formatVersion)}) {
            if (auto set = run(u"PRAGMA "_s + pragma); !set)
                return set;
        }
    } else if (id != applicationId || version != formatVersion) {
        return Error{Error::Kind::BadData, CoreTexts::tr("%1 is no cache of this version").arg(m_path), {}};
    }
    return run(u"COMMIT"_s);
}

Error TileFile::failure(const QSqlError &error) const
{
    // SQLite's result codes: 11 damaged, 26 no database, 1 a table is not what it was; else space, rights, locks.
    const int code = error.nativeErrorCode().toInt() & 0xFF;
    const bool locked = code == 5 || code == 6;
    const bool damaged = code == 11 || code == 26 || code == 1;
    return Error{damaged  ? Error::Kind::BadData
                 : locked ? Error::Kind::Timeout
                          : Error::Kind::Storage,
                 CoreTexts::tr("the cache %1: %2").arg(m_path, error.databaseText()),
                 damaged ? CoreTexts::tr("delete the file; it is made anew")
                         : CoreTexts::tr("make room there, or change its rights")};
}

Result<void> TileFile::done(QSqlQuery &query)
{
    if (!query.exec())
        return failure(query.lastError());
    return {};
}

Result<void> TileFile::run(const QString &sql)
{
    QSqlQuery query{m_database};
    if (!query.exec(sql))
        return failure(query.lastError());
    return {};
}

Result<qint64> TileFile::ringId(const QString &ring, bool make)
{
    const auto known = m_rings.find(ring.toStdString());
    if (known != m_rings.end())
        return known->second;
    QSqlQuery query{m_database};
    if (make) {
        query.prepare(u"INSERT OR IGNORE INTO rings(name) VALUES(?)"_s);
        query.bindValue(0, ring);
        if (auto inserted = done(query); !inserted)
            return inserted.error();
    }
    query.prepare(u"SELECT id FROM rings WHERE name = ?"_s);
    query.bindValue(0, ring);
    if (auto found = done(query); !found)
        return found.error();
    if (!query.next())
        return qint64{0};
    const qint64 id = query.value(0).toLongLong();
    if (!make) // one made by a transaction that may yet be rolled back is not remembered
        m_rings.emplace(ring.toStdString(), id);
    return id;
}

Result<void> TileFile::read(const TilePlace &place, const std::set<std::string> &names, Content content,
                            const Take &take)
{
    const auto ring = ringId(place.ring, false);
    if (!ring)
        return ring.error();
    if (*ring == 0)
        return {};
    QSqlQuery query{m_database};
    query.setForwardOnly(true);
    query.prepare(u"SELECT id, detector, begin, end, %1 FROM segments WHERE ring = ? AND level = ? AND tile = ?"_s.arg(
                      content == Content::Payloads ? u"payload"_s : u"NULL"_s)
                  + (names.empty() ? QString{} : u" AND detector = ?"_s) + u" ORDER BY detector, begin"_s);
    query.bindValue(0, *ring);
    query.bindValue(1, static_cast<int>(place.level));
    query.bindValue(2, static_cast<qint64>(place.tile));
    bool isKnown = false;
    bool wantsMore = true;
    const auto takeFound = [&]() -> Result<void> {
        if (auto found = done(query); !found)
            return found;
        while (wantsMore && query.next()) {
            isKnown = true;
            const auto range =
                TimeRange::between(timePoint(query.value(2).toLongLong()), timePoint(query.value(3).toLongLong()));
            if (range)
                wantsMore = take({query.value(1).toString().toStdString(), *range, query.value(4).toByteArray(),
                                  query.value(0).toLongLong()});
        }
        return query.lastError().isValid() ? failure(query.lastError()) : Result<void>{};
    };
    if (names.empty()) {
        if (auto taken = takeFound(); !taken)
            return taken;
    } else {
        std::set<std::string> wanted = names;
        wanted.insert(std::string{}); // what is said of the whole ring holds for each detector
        for (const std::string &name : wanted) {
            query.bindValue(3, QString::fromStdString(name));
            if (auto taken = takeFound(); !taken)
                return taken;
        }
    }
    query.finish();
    if (isKnown && m_touched.insert(place).second)
        std::ignore = touch(*ring, place); // a time of use that could not be noted harms nobody
    return {};
}

Result<void> TileFile::write(const TilePlace &place, const std::vector<Segment> &segments)
{
    if (auto begun = run(u"BEGIN IMMEDIATE"_s); !begun)
        return begun;
    auto written = [&]() -> Result<void> {
        const auto ring = ringId(place.ring, true);
        if (!ring)
            return ring.error();
        if (auto inserted = insert(*ring, place, segments); !inserted)
            return inserted;
        return m_touched.insert(place).second ? touch(*ring, place) : Result<void>{};
    }();
    if (written)
        written = run(u"COMMIT"_s);
    if (!written) {
        std::ignore = run(u"ROLLBACK"_s);
        m_touched.erase(place);
        return written;
    }
    for (const Segment &segment : segments)
        m_sinceEviction += segment.payload.size() + 64;
    return m_sinceEviction * 32 > m_cap ? evict() : Result<void>{};
}

Result<void> TileFile::insert(qint64 ring, const TilePlace &place, const std::vector<Segment> &segments)
{
    QSqlQuery covered{m_database};
    covered.prepare(u"SELECT 1 FROM segments WHERE ring = ? AND level = ? AND tile = ? AND detector = ? "
                    "AND begin <= ? AND end >= ? LIMIT 1"_s);
    QSqlQuery insertion{m_database};
    insertion.prepare(u"INSERT INTO segments(ring, level, tile, detector, begin, end, payload) "
                      "VALUES(?, ?, ?, ?, ?, ?, ?)"_s);
    for (const Segment &segment : segments) {
        const auto begin = static_cast<qint64>(unixMicroseconds(segment.range.begin()));
        const auto end = static_cast<qint64>(unixMicroseconds(segment.range.end()));
        for (QSqlQuery *const query : {&covered, &insertion}) {
            query->bindValue(0, ring);
            query->bindValue(1, static_cast<int>(place.level));
            query->bindValue(2, static_cast<qint64>(place.tile));
            query->bindValue(3, QString::fromStdString(segment.detector));
            query->bindValue(4, begin);
            query->bindValue(5, end);
        }
        if (auto looked = done(covered); !looked)
            return looked;
        if (covered.next())
            continue;
        insertion.bindValue(6, segment.payload);
        if (auto inserted = done(insertion); !inserted)
            return inserted;
    }
    return {};
}

Result<void> TileFile::touch(qint64 ring, const TilePlace &place)
{
    QSqlQuery query{m_database};
    query.prepare(u"INSERT INTO uses VALUES(?, ?, ?, ?) ON CONFLICT DO UPDATE SET used = excluded.used"_s);
    query.bindValue(0, ring);
    query.bindValue(1, static_cast<int>(place.level));
    query.bindValue(2, static_cast<qint64>(place.tile));
    query.bindValue(3, static_cast<qint64>(unixMicroseconds(systemNow())));
    return done(query);
}

Result<void> TileFile::drop(const TilePlace &place, const Segment &segment)
{
    const auto ring = ringId(place.ring, false);
    if (!ring)
        return ring.error();
    QSqlQuery query{m_database};
    query.prepare(u"DELETE FROM segments WHERE id = ? OR (ring = ? AND level = ? AND tile = ? AND detector = '' "
                  "AND begin < ? AND end > ?)"_s);
    query.bindValue(0, segment.id);
    query.bindValue(1, *ring);
    query.bindValue(2, static_cast<int>(place.level));
    query.bindValue(3, static_cast<qint64>(place.tile));
    query.bindValue(4, static_cast<qint64>(unixMicroseconds(segment.range.end())));
    query.bindValue(5, static_cast<qint64>(unixMicroseconds(segment.range.begin())));
    return done(query);
}

Result<void> TileFile::drop(const QString &source, const TimeRange &range)
{
    QSqlQuery query{m_database};
    query.prepare(u"DELETE FROM segments WHERE begin < ? AND end > ? "
                  "AND ring IN (SELECT id FROM rings WHERE substr(name, 1, length(?)) = ?)"_s);
    query.bindValue(0, static_cast<qint64>(unixMicroseconds(range.end())));
    query.bindValue(1, static_cast<qint64>(unixMicroseconds(range.begin())));
    query.bindValue(2, source);
    query.bindValue(3, source);
    return done(query);
}

std::int64_t TileFile::bytes()
{
    QSqlQuery query{m_database};
    const bool known = query.exec(u"SELECT (p.page_count - f.freelist_count) * s.page_size FROM pragma_page_count p, "
                                  "pragma_freelist_count f, pragma_page_size s"_s)
                       && query.next();
    return known ? query.value(0).toLongLong() : 0;
}

/// Drops the tiles that nobody looked at for longest, until a tenth of the cap is free again.
Result<void> TileFile::evict()
{
    m_sinceEviction = 0;
    if (bytes() <= m_cap)
        return {};
    while (bytes() > m_cap * 9 / 10) {
        if (auto begun = run(u"BEGIN IMMEDIATE"_s); !begun)
            return begun;
        const auto dropped = [this]() -> Result<int> {
            QSqlQuery query{m_database};
            if (!query.exec(u"DELETE FROM segments WHERE (ring, level, tile) IN "
                            "(SELECT ring, level, tile FROM uses ORDER BY used LIMIT 16)"_s)
                || !query.exec(u"DELETE FROM uses WHERE (ring, level, tile) IN "
                               "(SELECT ring, level, tile FROM uses ORDER BY used LIMIT 16)"_s))
                return failure(query.lastError());
            return query.numRowsAffected();
        }();
        if (!dropped) {
            std::ignore = run(u"ROLLBACK"_s);
            return dropped.error();
        }
        if (auto committed = run(u"COMMIT"_s); !committed || *dropped == 0)
            return committed;
    }
    m_touched.clear(); // what is gone may come again
    return {};
}

} // namespace cbpm
