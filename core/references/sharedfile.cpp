// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/references/sharedfile.h"

#include "core/export/outputfile.h"
#include "core/types/coretexts.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>

using namespace Qt::StringLiterals;

namespace cbpm {

Result<QByteArray> readSmallFile(const QString &path, qint64 limit)
{
    QFile file{path};
    if (!file.open(QIODevice::ReadOnly))
        return Error{Error::Kind::Storage, CoreTexts::tr("%1 cannot be read: %2").arg(path, file.errorString()),
                     CoreTexts::tr("check the path and its rights")};
    const QByteArray bytes = file.read(limit + 1); // a device or a pipe tells no size
    if (bytes.size() > limit)
        return Error{Error::Kind::BadData, CoreTexts::tr("%1 is larger than %2 bytes").arg(path).arg(limit), {}};
    return bytes;
}

Result<void> writeSharedFile(const QString &path, const QByteArray &bytes)
{
    QDir{}.mkpath(QFileInfo{path}.absolutePath());
    return writeFile(path, bytes);
}

Result<void> removeSharedFile(const QString &path)
{
    QFile file{path};
    if (file.exists() && !file.remove() && file.exists()) // somebody else may have been quicker
        return Error{Error::Kind::Storage, CoreTexts::tr("%1 cannot be removed: %2").arg(path, file.errorString()),
                     CoreTexts::tr("check the rights of the folder")};
    return {};
}

Result<void> whileLocked(const QString &path, const std::function<Result<void>()> &work,
                         std::chrono::milliseconds patience)
{
    QDir{}.mkpath(QFileInfo{path}.absolutePath());
    QLockFile lock{path + u".lock"_s};
    if (!lock.tryLock(static_cast<int>(patience.count())))
        return Error{Error::Kind::Storage,
                     CoreTexts::tr("%1 is being written by another program, or cannot be").arg(path),
                     CoreTexts::tr("try again, or check the rights of the folder")};
    return work();
}

void putAside(const QString &path)
{
    const QString stamp = QDateTime::currentDateTimeUtc().toString(u"yyyyMMddTHHmmsszzz"_s);
    QFile::rename(path, path + u".damaged-"_s + stamp);
}

} // namespace cbpm
