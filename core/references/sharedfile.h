// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/types/coretexts.h"
#include "core/types/result.h"

#include <QByteArray>
#include <QString>

#include <chrono>
#include <functional>
#include <map>
#include <optional>

namespace cbpm {

/// All of a small file; Storage where it cannot be read, BadData where it has more than `limit` bytes.
Result<QByteArray> readSmallFile(const QString &path, qint64 limit);

/// Writes `bytes` under `path` whole or not at all; makes the folder. Other programs see the old file or the new one.
Result<void> writeSharedFile(const QString &path, const QByteArray &bytes);

/// Storage where it is still there.
Result<void> removeSharedFile(const QString &path);

/// Does `work` on the file at `path`, for which others who call this meanwhile wait. Storage: they do not end within
/// `patience`, which a window bears, or there can be no lock beside it.
Result<void> whileLocked(const QString &path, const std::function<Result<void>()> &work,
                         std::chrono::milliseconds patience = std::chrono::milliseconds{300});

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

/// What becomes of a list by key: a value is put there, in place of the one that was; nullopt: it is taken out.
template<class List>
using ListChanges = std::map<typename List::key_type, std::optional<typename List::mapped_type>>;

/// Makes all `changes` of the list kept at `path`, or none, while others wait; the list as it is then. A file that says
/// it already is left alone; one that cannot be understood is put aside, not overwritten. Usage where there is no room.
template<class List>
Result<List> changeSharedList(const QString &path, const SharedListForm<List> &form, const ListChanges<List> &changes)
{
    List changed;
    const auto done = whileLocked(path, [&]() -> Result<void> {
        const auto list = form.read(path);
        if (!list && list.error().kind != Error::Kind::BadData)
            return list.error();
        if (list)
            changed = *list;
        for (const auto &[key, value] : changes) {
            if (value)
                changed[key] = *value;
            else
                changed.erase(key);
        }
        if (list && changed == *list)
            return {};
        const QByteArray json = form.json(changed);
        if (static_cast<qsizetype>(changed.size()) > form.mostEntries || json.size() > form.mostBytes)
            return Error{Error::Kind::Usage, form.noRoom, CoreTexts::tr("remove old ones")};
        if (!list)
            putAside(path);
        return writeSharedFile(path, json);
    });
    if (!done)
        return done.error();
    return changed;
}

} // namespace cbpm
