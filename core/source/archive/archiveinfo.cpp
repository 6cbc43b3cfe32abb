// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/archive/archiveinfo.h"

#include "core/source/archive/blockcodec.h"
#include "core/types/coretexts.h"
#include "core/types/timetext.h"

#include <QFileInfo>
#include <QSqlError>
#include <QSqlQuery>

using namespace Qt::StringLiterals;

namespace cbpm {
namespace {

Result<void> checkDatabase(ArchiveFile &file)
{
    QSqlQuery query{file.database()};
    if (!query.exec(u"PRAGMA quick_check(1)"_s) || !query.next())
        return file.failure(query.lastError());
    if (query.value(0).toString() != "ok"_L1)
        return Error{
            Error::Kind::BadData,
            CoreTexts::tr("archive %1 is damaged: %2").arg(file.path(), query.value(0).toString().section(u'\n', 0, 0)),
            CoreTexts::tr("use another copy")};
    return {};
}

} // namespace

Result<ArchiveInfo> archiveInfo(const QString &path)
{
    auto file = ArchiveFile::open(path);
    if (!file)
        return file.error();
    auto meta = file.value()->meta();
    if (!meta)
        return meta.error();
    const auto extent = file.value()->extent();
    if (!extent)
        return extent.error();
    ArchiveInfo info{*meta, *extent, {}, 0, 0, 0, static_cast<std::uint64_t>(QFileInfo{path}.size())};
    QSqlQuery query{file.value()->database()};
    query.setForwardOnly(true);
    if (!query.exec(u"SELECT count(*), sum(count), sum(length(payload)) FROM blocks"_s) || !query.next())
        return file.value()->failure(query.lastError());
    info.blocks = query.value(0).toULongLong();
    info.samples = query.value(1).toULongLong();
    info.payloadBytes = query.value(2).toULongLong();
    if (!query.exec(u"SELECT location FROM detectors ORDER BY id"_s))
        return file.value()->failure(query.lastError());
    while (query.next())
        info.detectors << query.value(0).toString();
    return info;
}

Result<ArchiveVerified> verifyArchive(const QString &path, const std::function<void(double)> &progress,
                                      const CancelToken &cancel)
{
    const auto info = archiveInfo(path);
    if (!info)
        return info.error();
    auto file = ArchiveFile::open(path);
    if (!file)
        return file.error();
    if (auto checked = checkDatabase(**file); !checked)
        return checked.error();
    QSqlQuery query{file.value()->database()};
    query.setForwardOnly(true);
    if (!query.exec(
            u"SELECT d.location, b.first, b.last, b.count, b.payload FROM blocks b LEFT JOIN detectors d ON d.id = b.detector"_s))
        return file.value()->failure(query.lastError());
    BlockCodec codec;
    DetectorSamples samples;
    ArchiveVerified verified;
    while (query.next()) {
        if (cancel.isCancelled())
            return Error{Error::Kind::Cancelled, {}, {}};
        const QByteArray payload = query.value(4).toByteArray();
        const bool good = codec.decode({reinterpret_cast<const std::uint8_t *>(payload.constData()),
                                        static_cast<std::size_t>(payload.size())},
                                       samples)
                          && samples.size() == query.value(3).toULongLong()
                          && samples.time.front() == query.value(1).toLongLong()
                          && samples.time.back() == query.value(2).toLongLong() && !query.isNull(0);
        if (!good)
            return Error{Error::Kind::BadData,
                         CoreTexts::tr("archive %1: the block of %2 at %3 is damaged")
                             .arg(path, query.value(0).toString(), isoText(timePoint(query.value(1).toLongLong()))),
                         CoreTexts::tr("use another copy")};
        ++verified.blocks;
        verified.samples += samples.size();
        progress(static_cast<double>(verified.blocks) / static_cast<double>(info->blocks));
    }
    if (query.lastError().isValid())
        return file.value()->failure(query.lastError());
    return verified;
}

} // namespace cbpm
