// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tiles/tilethread.h"

#include "core/tiles/segmentstream.h"

#include <QScopeGuard>

#include <future>
#include <utility>

namespace cbpm {

TileThread::TileThread(QString path, std::int64_t diskBytes, std::int64_t memoryBytes)
    : m_path{std::move(path)}, m_diskBytes{diskBytes}, m_memoryBytes{memoryBytes}, m_thread{[this] { work(); }}
{
}

TileThread::~TileThread()
{
    {
        const std::lock_guard lock{m_mutex};
        m_isStopping = true;
        m_changed.notify_all();
    }
    m_thread.join();
}

void TileThread::work()
{
    reopen();
    for (;;) {
        std::unique_lock lock{m_mutex};
        m_changed.wait(lock, [this] { return m_isStopping || !m_waiting.empty(); });
        if (m_waiting.empty())
            break;
        auto [job, bytes] = std::move(m_waiting.front());
        m_waiting.pop_front();
        lock.unlock();
        if (m_file) {
            if (const auto done = job(*m_file); !done)
                answer(done.error());
        }
        job = {}; // a reader that waits for it learns that nothing came
        lock.lock();
        m_waitingBytes -= bytes;
    }
    m_file.reset();
}

/// Without a file tiles live in memory alone.
void TileThread::reopen()
{
    m_file.reset();
    const auto opened = [this](const QString &path, std::int64_t bytes) {
        auto file = TileFile::open(path, bytes);
        if (file)
            m_file = std::move(*file);
        else
            noteFailure(file.error());
        return m_file != nullptr;
    };
    if (!opened(m_path, m_path.isEmpty() ? m_memoryBytes : m_diskBytes)) {
        m_writes = true;
        opened({}, m_memoryBytes);
    }
}

/// Another program held the file for long: this once nothing is kept. Damage: the file is made anew.
void TileThread::answer(const Error &error)
{
    if (error.kind == Error::Kind::Timeout)
        return;
    if (error.kind != Error::Kind::BadData)
        return noteFailure(error);
    m_file.reset();
    TileFile::remove(m_path);
    reopen();
}

void TileThread::noteFailure(const Error &error)
{
    const bool isNew = std::exchange(m_writes, false);
    const std::lock_guard lock{m_mutex};
    if (isNew)
        m_problem = error.sentence();
}

QString TileThread::problem() const
{
    const std::lock_guard lock{m_mutex};
    return m_problem;
}

void TileThread::enqueue(Waiting waiting)
{
    const std::lock_guard lock{m_mutex};
    if (waiting.bytes > 0 && m_waitingBytes + waiting.bytes > mostWaitingBytes)
        return;
    m_waitingBytes += waiting.bytes;
    m_waiting.push_back(std::move(waiting));
    m_changed.notify_all();
}

void TileThread::post(Job job)
{
    enqueue({std::move(job), 0});
}

void TileThread::postWriting(Job job, std::size_t bytes)
{
    enqueue({[this, job = std::move(job)](TileFile &file) { return m_writes ? job(file) : Result<void>{}; }, bytes});
}

void TileThread::flush()
{
    auto done = std::make_shared<std::promise<void>>();
    auto reached = done->get_future();
    post([done = std::move(done)](TileFile &) {
        done->set_value();
        return Result<void>{};
    });
    reached.wait(); // a promise that is dropped ends it, too
}

void TileThread::read(const TilePlace &place, const std::set<std::string> &names, TileFile::Content content,
                      const std::function<void(const Segment &)> &use)
{
    const auto stream = std::make_shared<SegmentStream>();
    const auto stop = qScopeGuard([&] { stream->stop(); });
    // Ended also where the job is dropped, or fails.
    std::shared_ptr<void> ending{nullptr, [stream](void *) { stream->end(); }};
    post([=](TileFile &file) {
        std::ignore = ending;
        return file.read(place, names, content, [&](Segment &&segment) { return stream->put(std::move(segment)); });
    });
    ending.reset();
    while (const auto segment = stream->next())
        use(*segment);
}

} // namespace cbpm
