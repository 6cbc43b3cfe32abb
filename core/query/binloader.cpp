// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/binloader.h"

#include "core/types/memory.h"

#include <QSemaphore>
#include <QtConcurrent>

#include <exception>
#include <utility>

namespace cbpm {
namespace {

/// Batches that may wait for the GUI thread: a reader that outruns the screen is held, so memory stays flat.
constexpr int pendingBatches = 16;

} // namespace

struct BinLoader::Item
{
    /// Set while there is more. A future keeps its results; the box lets deliver() take the batch out of it.
    std::shared_ptr<std::shared_ptr<BinBatch>> batch;
    std::optional<Result<LoadCounts>> end;  ///< set in the last item
    std::optional<Error> interruption = {}; ///< the source was lost
    std::chrono::milliseconds wait = {};    ///< until it is tried again
};

/// Runs on a pool thread; holds values and shared pointers only.
void BinLoader::run(QPromise<Item> &promise, const SampleSourcePtr &source, const TileAccess &tiles,
                    const LoadRequest &request, const std::shared_ptr<QSemaphore> &credits, const CancelToken &cancel)
{
    const BinSink sink = [&](std::shared_ptr<BinBatch> batch) {
        while (!credits->tryAcquire(1, 50)) {
            if (cancel.isCancelled() || promise.isCanceled())
                return false;
        }
        promise.addResult(Item{std::make_shared<std::shared_ptr<BinBatch>>(std::move(batch)), {}});
        return !promise.isCanceled();
    };
    LoadRequest told = request;
    told.retry.notice = [&](const Error &error, std::chrono::milliseconds wait) {
        promise.addResult(Item{{}, {}, error, wait});
    };
    try {
        promise.addResult(
            Item{{}, withinMemory([&] { return loadTiled(*source, tiles, told, sink, cancel); })});
    } catch (const std::exception &exception) {
        const auto what = QStringLiteral("the load failed: %1").arg(QString::fromLocal8Bit(exception.what()));
        promise.addResult(Item{{}, Error{Error::Kind::BadData, what, {}}});
    }
}

BinLoader::BinLoader(QThreadPool &pool, QObject *parent)
    : QObject{parent}, m_pool{pool}, m_watcher{std::make_unique<QFutureWatcher<Item>>()}
{ // connect before setFuture: later is a race
    connect(m_watcher.get(), &QFutureWatcherBase::resultReadyAt, this, &BinLoader::deliver);
}

BinLoader::~BinLoader()
{
    m_cancel.cancel();
    m_watcher->cancel();
    m_watcher->waitForFinished();
}

void BinLoader::load(SampleSourcePtr source, const LoadRequest &request, const TileAccess &tiles)
{
    stop(); // the latest wins: results already queued are dropped, too
    m_cancel = CancelToken{};
    m_credits = std::make_shared<QSemaphore>(pendingBatches);
    m_running = true;
    m_watcher->setFuture(
        QtConcurrent::run(&m_pool, &BinLoader::run, std::move(source), tiles, request, m_credits, m_cancel));
}

void BinLoader::cancel()
{
    if (!m_running)
        return;
    stop();
    emit cancelled();
}

bool BinLoader::isRunning() const
{
    return m_running;
}

void BinLoader::stop()
{
    m_cancel.cancel();
    m_watcher->cancel();
    m_running = false;
}

void BinLoader::deliver(int index)
{
    const Item item = m_watcher->resultAt(index);
    if (item.interruption) {
        emit interrupted(*item.interruption, item.wait);
        return;
    }
    m_credits->release();
    if (item.batch) {
        emit batchReady(std::exchange(*item.batch, nullptr));
        return;
    }
    m_running = false;
    m_watcher->setFuture({}); // lets go of every batch it still holds
    if (*item.end)
        emit completed(item.end->value());
    else if (item.end->error().kind == Error::Kind::Cancelled)
        emit cancelled();
    else
        emit failed(item.end->error());
}

} // namespace cbpm
