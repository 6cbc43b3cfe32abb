// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/exportjob.h"

#include <QPromise>
#include <QtConcurrent>

namespace cbpm {
namespace {

constexpr int wholeProgress = 1000;

void exportOnPool(QPromise<Result<ExportOutcome>> &promise, const SampleSourcePtr &source, const TileAccess &tiles,
                  const ExportOrder &order, const CancelToken &cancel)
{
    promise.setProgressRange(0, wholeProgress);
    ExportWatch watch;
    watch.progressed = [&](const ExportProgress &progress) {
        const auto done = (progress.until - order.range.begin()).count();
        promise.setProgressValue(static_cast<int>(wholeProgress * done / order.range.duration().count()));
    };
    ExportOutcome outcome;
    const auto done = runExport(*source, tiles, order, watch, cancel, outcome);
    promise.addResult(done ? Result<ExportOutcome>{outcome} : Result<ExportOutcome>{done.error()});
}

} // namespace

ExportJob::ExportJob(QThreadPool &pool, QObject *parent) : QObject{parent}, m_pool{pool}
{
    connect(&m_watcher, &QFutureWatcherBase::progressValueChanged, this,
            [this](int value) { emit progressed(static_cast<double>(value) / wholeProgress); });
    connect(&m_watcher, &QFutureWatcherBase::finished, this, [this] { emit finished(m_watcher.result()); });
}

ExportJob::~ExportJob()
{
    m_cancel.cancel();
    m_watcher.waitForFinished();
}

void ExportJob::start(SampleSourcePtr source, const TileAccess &tiles, const ExportOrder &order)
{
    Q_ASSERT(!isRunning());
    m_cancel = CancelToken{};
    m_order = order;
    m_watcher.setFuture(QtConcurrent::run(&m_pool, exportOnPool, std::move(source), tiles, order, m_cancel));
}

} // namespace cbpm
