// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/opensource.h"
#include "core/types/canceltoken.h"

#include <QFutureWatcher>
#include <QPromise>
#include <QtConcurrent>

#include <functional>

class QThreadPool;

namespace cbpm {

/// One piece of work at a time on a pool, its result in the GUI thread. The latest wins: an older one is cancelled, and
/// what it still answers is dropped. Work holds values and shared pointers only.
template<class T>
class LatestJob
{
public:
    using Work = std::function<T(const ProgressReport &, const CancelToken &)>;

    /// `pool` outlives this. `done` gets each result, `progressed` a share from 0 to 1.
    LatestJob(QThreadPool &pool, std::function<void(T)> done, std::function<void(double)> progressed = {})
        : m_pool{pool}, m_done{std::move(done)}
    {
        QObject::connect(&m_watcher, &QFutureWatcherBase::finished, &m_watcher, [this] {
            const bool answered = !m_watcher.isCanceled() && m_watcher.future().resultCount() > 0;
            m_running = false;
            if (answered)
                m_done(m_watcher.result());
        });
        if (progressed)
            QObject::connect(&m_watcher, &QFutureWatcherBase::progressValueChanged, &m_watcher,
                             [report = std::move(progressed)](int value) { report(value / 1000.0); });
    }
    ~LatestJob()
    {
        cancel();
        m_watcher.waitForFinished();
    }
    LatestJob(const LatestJob &) = delete;
    LatestJob &operator=(const LatestJob &) = delete;

    void start(Work work)
    {
        cancel();
        m_cancel = CancelToken{};
        m_running = true;
        m_watcher.setFuture(
            QtConcurrent::run(&m_pool, [work = std::move(work), cancel = m_cancel](QPromise<T> &promise) {
                promise.setProgressRange(0, 1000);
                promise.addResult(work(
                    [&promise](double share) { promise.setProgressValue(static_cast<int>(share * 1000.0)); }, cancel));
            }));
    }
    void cancel()
    {
        m_cancel.cancel();
        m_watcher.cancel();
        m_running = false;
    }
    bool isRunning() const { return m_running; }

private:
    QThreadPool &m_pool;
    std::function<void(T)> m_done;
    QFutureWatcher<T> m_watcher;
    CancelToken m_cancel;
    bool m_running = false;
};

} // namespace cbpm
