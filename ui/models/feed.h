// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/follower.h"

#include <QFutureWatcher>
#include <QObject>

class QThreadPool;

namespace cbpm {

/// Runs the looks of one follower on a pool, one at a time, and hands what they bring to its own (GUI) thread.
class Feed : public QObject
{
    Q_OBJECT

public:
    explicit Feed(QThreadPool &pool, QObject *parent = nullptr);
    ~Feed() override;

    /// See Follower. What ran before is dropped.
    void start(SampleSourcePtr source, const LoadRequest &request, TimePoint begin, Duration lateness);
    void stop();
    bool isStarted() const { return m_follower != nullptr; }
    bool isLooking() const { return m_looking; }

    /// Reads on to `end`; while a look runs, another one is not queued: the next will go as far.
    void look(TimePoint end);

signals:
    void advanced(const cbpm::Advance &advance);
    /// Nothing was lost: the next look reads the same again.
    void failed(const cbpm::Error &error);

private:
    using Look = Result<Advance>;

    void deliver();

    QThreadPool &m_pool;
    std::shared_ptr<Follower> m_follower; ///< used by the running look alone
    QFutureWatcher<Look> m_watcher;
    CancelToken m_cancel;
    bool m_looking = false;
};

} // namespace cbpm
