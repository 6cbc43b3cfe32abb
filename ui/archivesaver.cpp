// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/archivesaver.h"

#include "core/export/archivesave.h"
#include "ui/text/texts.h"

#include <QPromise>
#include <QtConcurrent>

namespace cbpm {
namespace {

void saveOnPool(QPromise<Result<std::uint64_t>> &promise, const SampleSourcePtr &source, const ArchiveOrder &order,
                const CancelToken &cancel)
{
    promise.setProgressRange(0, 100);
    const auto progress = [&](const SampleBatch &batch) {
        const auto done = (batch.range.end() - order.range.begin()).count();
        promise.setProgressValue(static_cast<int>(100 * done / order.range.duration().count()));
    };
    promise.addResult(saveArchive(*source, order, progress, cancel));
}

} // namespace

ArchiveSaver::ArchiveSaver(QThreadPool &pool, QObject *parent) : QObject{parent}, m_pool{pool}
{
    connect(&m_watcher, &QFutureWatcherBase::progressValueChanged, this,
            [this](int percent) { emit said(tr("Saving %1: %2 %").arg(m_path).arg(percent), false); });
    connect(&m_watcher, &QFutureWatcherBase::finished, this, [this] {
        const auto saved = m_watcher.result();
        if (saved)
            emit said(tr("Saved %1: %2 samples").arg(m_path, text::count(*saved)), false);
        else if (saved.error().kind != Error::Kind::Cancelled)
            emit said(text::error(saved.error()), true);
        else
            emit said(tr("Saving was cancelled; no file was made"), false);
    });
}

ArchiveSaver::~ArchiveSaver()
{
    m_cancel.cancel();
    m_watcher.waitForFinished();
}

void ArchiveSaver::save(SampleSourcePtr source, const SourceInfo &info, const TimeRange &range, const QString &path)
{
    if (isRunning()) {
        emit said(tr("%1 is still being saved").arg(m_path), true);
        return;
    }
    m_cancel = CancelToken{};
    m_path = path;
    m_watcher.setFuture(
        QtConcurrent::run(&m_pool, saveOnPool, std::move(source), ArchiveOrder{path, range, {}, info}, m_cancel));
}

} // namespace cbpm
