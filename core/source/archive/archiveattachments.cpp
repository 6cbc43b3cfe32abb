// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/archive/archiveattachments.h"

#include "core/source/archive/archivefile.h"
#include "core/types/coretexts.h"

#include <QSqlError>
#include <QSqlQuery>

using namespace Qt::StringLiterals;

namespace cbpm {

Result<void> addArchiveAttachments(const QString &path, const std::vector<ArchiveAttachment> &attachments)
{
    if (attachments.empty())
        return {};
    auto file = ArchiveFile::openForAppend(path);
    if (!file)
        return file.error();
    for (const QString &sql :
         {u"BEGIN IMMEDIATE"_s,
          u"CREATE TABLE attachments(name TEXT PRIMARY KEY, content BLOB NOT NULL) WITHOUT ROWID"_s}) {
        if (auto done = file.value()->run(sql); !done)
            return done.error();
    }
    QSqlQuery insert{file.value()->database()};
    insert.prepare(u"INSERT INTO attachments(name, content) VALUES (?, ?)"_s);
    for (const ArchiveAttachment &attachment : attachments) {
        insert.bindValue(0, attachment.name);
        insert.bindValue(1, attachment.content);
        if (!insert.exec())
            return file.value()->failure(insert.lastError());
    }
    return file.value()->run(u"COMMIT"_s);
}

Result<std::vector<ArchiveAttachment>> archiveAttachments(const QString &path)
{
    auto file = ArchiveFile::open(path);
    if (!file)
        return file.error();
    std::vector<ArchiveAttachment> attachments;
    QSqlQuery query{file.value()->database()};
    query.setForwardOnly(true);
    if (!query.exec(u"SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = 'attachments'"_s)
        || !query.next())
        return file.value()->failure(query.lastError());
    if (query.value(0).toInt() == 0)
        return attachments;
    if (!query.exec(u"SELECT count(*), coalesce(max(length(content)), 0), coalesce(sum(length(content)), 0), "
                    "coalesce(max(length(name)), 0) FROM attachments"_s)
        || !query.next())
        return file.value()->failure(query.lastError());
    if (query.value(0).toLongLong() > attachmentlimits::count
        || query.value(1).toLongLong() > attachmentlimits::bytes
        || query.value(2).toLongLong() > attachmentlimits::totalBytes || query.value(3).toLongLong() > 200)
        return Error{Error::Kind::BadData,
                     CoreTexts::tr("archive %1 has more beside its samples than archives hold").arg(path),
                     CoreTexts::tr("do not trust this file")};
    if (!query.exec(u"SELECT name, content FROM attachments ORDER BY name"_s))
        return file.value()->failure(query.lastError());
    while (query.next())
        attachments.push_back({query.value(0).toString(), query.value(1).toByteArray()});
    if (query.lastError().isValid())
        return file.value()->failure(query.lastError());
    return attachments;
}

} // namespace cbpm
