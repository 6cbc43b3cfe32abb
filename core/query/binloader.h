// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/loadrequest.h"
#include "core/source/samplesource.h"

#include <QFutureWatcher>
#include <QObject>

class QThreadPool;

namespace cbpm {

/// Runs loads on a pool and hands their batches to the GUI thread. The latest request wins: what an older one
/// still had queued is dropped, and its work on the server is cancelled.
class BinLoader : public QObject
{
    Q_OBJECT

public:
    explicit BinLoader(QThreadPool &pool, QObject *parent = nullptr);
    ~BinLoader() override;

    void load(SampleSourcePtr source, const LoadRequest &request);
    void cancel();
    bool isRunning() const;

signals:
    /// One slice, in time order.
    void batchReady(const cbpm::BinBatchPtr &batch);
    /// Everything was delivered.
    void completed(const cbpm::LoadCounts &counts);
    /// The load stopped early; what was delivered stands. Not sent for a cancelled load.
    void failed(const cbpm::Error &error);
    /// cancel() took effect; nothing more comes.
    void cancelled();

private:
    struct Item
    {
        BinBatchPtr batch;                 ///< set while there is more
        std::optional<Result<LoadCounts>> end; ///< set in the last item
    };

    void deliver(int index);

    QThreadPool &m_pool;
    QFutureWatcher<Item> m_watcher;
    CancelToken m_cancel;
};

} // namespace cbpm
