// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/types/coretexts.h"
#include "core/types/result.h"

#include <QByteArray>
#include <QString>

#include <functional>

namespace cbpm {

/// All of a small file; Storage where it cannot be read, BadData where it has more than `limit` bytes.
Result<QByteArray> readSmallFile(const QString &path, qint64 limit);

/// Writes `bytes` under `path` whole or not at all; makes the folder. Other programs see the old file or the new one.
Result<void> writeSharedFile(const QString &path, const QByteArray &bytes);

/// Writes what `edit` makes of the file at `path`; other programs that do so meanwhile wait. Storage: they do not end,
/// or it cannot be written.
Result<void> changeSharedFile(const QString &path, const std::function<Result<QByteArray>()> &edit);

/// Puts a file that cannot be understood aside, under a name of its own, so that a new one does not end it.
void putAside(const QString &path);

/// How a list by key is kept in a shared file, and how much of it.
template<class List>
struct SharedListForm
{
    Result<List> (*read)(const QString &path); ///< BadData where it cannot be understood
    QByteArray (*json)(const List &list);
    qsizetype mostEntries;
    qint64 mostBytes;
    QString noRoom; ///< for people: of this path, where there would be more
};

/// Sets `value` of `key` in the list kept at `path`, or takes it out (nullptr), as changeSharedFile() does; the list as
/// it is then. A file that cannot be understood is put aside, not overwritten. Usage where there is no room.
template<class List>
Result<List> changeSharedList(const QString &path, const SharedListForm<List> &form, const typename List::key_type &key,
                              const typename List::mapped_type *value)
{
    List changed;
    const auto kept = changeSharedFile(path, [&]() -> Result<QByteArray> {
        auto list = form.read(path);
        if (!list && list.error().kind != Error::Kind::BadData)
            return list.error();
        if (list)
            changed = std::move(*list);
        if (value)
            changed[key] = *value;
        else
            changed.erase(key);
        QByteArray json = form.json(changed);
        if (static_cast<qsizetype>(changed.size()) > form.mostEntries || json.size() > form.mostBytes)
            return Error{Error::Kind::Usage, form.noRoom, CoreTexts::tr("remove old ones")};
        if (!list)
            putAside(path);
        return json;
    });
    if (!kept)
        return kept.error();
    return changed;
}

} // namespace cbpm
