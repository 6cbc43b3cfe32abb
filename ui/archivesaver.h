// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/samplesource.h"

#include <QFutureWatcher>
#include <QObject>

class QThreadPool;

namespace cbpm {

/// "Save range…": writes the samples of a range into an archive, on the pool; a file appears only when it is whole.
class ArchiveSaver : public QObject
{
    Q_OBJECT

public:
    ArchiveSaver(QThreadPool &pool, QObject *parent);
    ~ArchiveSaver() override;

    void save(SampleSourcePtr source, const SourceInfo &info, const TimeRange &range, const QString &path);
    bool isRunning() const { return m_watcher.isRunning(); }
    void cancel() { m_cancel.cancel(); }

signals:
    /// Progress, success or failure, as a sentence.
    void said(const QString &text, bool failed);

private:
    QThreadPool &m_pool;
    QFutureWatcher<Result<std::uint64_t>> m_watcher;
    CancelToken m_cancel;
    QString m_path;
};

} // namespace cbpm
