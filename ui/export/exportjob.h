// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/export/exporter.h"

#include <QFutureWatcher>
#include <QObject>

class QThreadPool;

namespace cbpm {

/// One export after the other on the pool; a file appears only when it is whole. GUI thread.
class ExportJob : public QObject
{
    Q_OBJECT

public:
    explicit ExportJob(QThreadPool &pool, QObject *parent = nullptr);
    ~ExportJob() override; ///< cancels, and waits

    /// Not while isRunning().
    void start(SampleSourcePtr source, const TileAccess &tiles, const ExportOrder &order);
    void cancel() { m_cancel.cancel(); }
    bool isRunning() const { return m_watcher.isRunning(); }
    /// Of the export under way, or of the last one.
    const std::optional<ExportOrder> &order() const { return m_order; }

signals:
    void progressed(double share);
    void finished(const cbpm::Result<cbpm::ExportOutcome> &done);

private:
    QThreadPool &m_pool;
    QFutureWatcher<Result<ExportOutcome>> m_watcher;
    CancelToken m_cancel;
    std::optional<ExportOrder> m_order;
};

} // namespace cbpm
