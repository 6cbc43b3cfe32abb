// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFileSystemWatcher>
#include <QObject>

namespace cbpm {

/// A small file that other programs replace, too: tells when it may have changed. It need not exist yet. GUI thread.
class FollowedFile : public QObject
{
    Q_OBJECT

public:
    explicit FollowedFile(QObject *parent = nullptr);

    /// To be called with each reading: a file that is replaced is a new one, and the watcher has to be told.
    void watch(const QString &path);

signals:
    void changed();

private:
    QFileSystemWatcher m_watcher;
};

} // namespace cbpm
