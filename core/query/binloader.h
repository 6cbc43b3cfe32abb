// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/tiledload.h"
#include "core/source/samplesource.h"

#include <QFutureWatcher>
#include <QObject>
#include <QPromise>

#include <chrono>
#include <memory>

class QSemaphore;
class QThreadPool;

namespace cbpm {

/// Runs loads on a pool and hands their batches to its own (GUI) thread. The latest request wins: what an older one
/// still had queued is dropped, and its work on the server is cancelled.
class BinLoader : public QObject
{
    Q_OBJECT

public:
    /// `pool` outlives this and has at least two threads: a superseded load may need a moment to end.
    explicit BinLoader(QThreadPool &pool, QObject *parent = nullptr);
    ~BinLoader() override;

    void load(SampleSourcePtr source, const LoadRequest &request, const TileAccess &tiles = {});
    void cancel();
    bool isRunning() const;

signals:
    /// One slice, in time order.
    /// The receiver may take what is in it.
    void batchReady(const std::shared_ptr<cbpm::BinBatch> &batch);
    /// The source was lost; after `wait` it is tried again, and the load goes on where it was.
    void interrupted(const cbpm::Error &error, std::chrono::milliseconds wait);
    /// Everything was delivered.
    void completed(const cbpm::LoadCounts &counts);
    /// The load stopped early; what was delivered stands. Not sent for a cancelled load.
    void failed(const cbpm::Error &error);
    /// cancel() took effect; nothing more comes.
    void cancelled();

private:
    struct Item;

    static void run(QPromise<Item> &promise, const SampleSourcePtr &source, const TileAccess &tiles,
                    const LoadRequest &request, const std::shared_ptr<QSemaphore> &credits, const CancelToken &cancel);
    void stop();
    void deliver(int index);

    QThreadPool &m_pool;
    std::unique_ptr<QFutureWatcher<Item>> m_watcher;
    std::shared_ptr<QSemaphore> m_credits; ///< one for each batch that may wait for this thread
    CancelToken m_cancel;
    bool m_running = false;
};

} // namespace cbpm
