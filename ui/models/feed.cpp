// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/feed.h"

#include <QtConcurrent>

namespace cbpm {

Feed::Feed(QThreadPool &pool, QObject *parent) : QObject{parent}, m_pool{pool}
{
    connect(&m_watcher, &QFutureWatcherBase::finished, this, &Feed::deliver);
}

Feed::~Feed()
{
    m_cancel.cancel();
    m_watcher.waitForFinished();
}

void Feed::start(SampleSourcePtr source, const LoadRequest &request, TimePoint begin, Duration lateness)
{
    stop();
    m_cancel = CancelToken{};
    m_follower = std::make_shared<Follower>(std::move(source), request, begin, lateness);
}

void Feed::stop()
{
    m_cancel.cancel();
    m_watcher.setFuture({}); // a look that still runs keeps its follower until it ends
    m_follower.reset();
    m_looking = false;
}

void Feed::look(TimePoint end)
{
    if (!m_follower || m_looking)
        return;
    m_looking = true;
    m_watcher.setFuture(QtConcurrent::run(
        &m_pool, [follower = m_follower, end, cancel = m_cancel] { return follower->look(end, cancel); }));
}

void Feed::deliver()
{
    if (!m_looking || m_watcher.future().resultCount() == 0)
        return;
    m_looking = false;
    const Look look = m_watcher.result();
    if (look)
        emit advanced(*look);
    else if (look.error().kind != Error::Kind::Cancelled)
        emit failed(look.error());
}

} // namespace cbpm
