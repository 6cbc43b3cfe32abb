// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/followedfile.h"

#include <QFileInfo>

namespace cbpm {

FollowedFile::FollowedFile(QObject *parent) : QObject{parent}
{
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, &FollowedFile::changed);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, &FollowedFile::changed);
}

void FollowedFile::watch(const QString &path)
{
    for (const QString &place : {path, QFileInfo{path}.absolutePath()}) {
        if (QFileInfo::exists(place))
            m_watcher.addPath(place);
    }
}

} // namespace cbpm
