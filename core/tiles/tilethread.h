// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tiles/tilefile.h"

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>

namespace cbpm {

/// The thread that owns a TileFile: what is asked of the file is done in order. A file that is damaged is made anew,
/// one that cannot be had or written is said to be a problem, and tiles then live in memory alone. Any thread may ask.
class TileThread
{
public:
    using Job = std::function<Result<void>(TileFile &)>;

    /// `path` empty: in memory, of `memoryBytes`; else of `diskBytes`.
    TileThread(QString path, std::int64_t diskBytes, std::int64_t memoryBytes);
    /// What waits is still done.
    ~TileThread();
    TileThread(const TileThread &) = delete;
    TileThread &operator=(const TileThread &) = delete;

    void post(Job job);
    /// Left out once something could not be written, and where jobs of more than `mostWaitingBytes` would wait: a load
    /// is never held back by the disk. `bytes` are held by the job; 0: they count for nothing.
    void postWriting(Job job, std::size_t bytes = 0);
    /// Calls `use` with each segment, in the caller's thread, while the file's reads the next ones.
    void read(const TilePlace &place, const std::set<std::string> &names, TileFile::Content content,
              const std::function<void(const Segment &)> &use);
    /// Waits until all that was posted is done.
    void flush();
    /// Why nothing more is kept on disk; empty: all is well.
    QString problem() const;

    static constexpr std::size_t mostWaitingBytes = std::size_t{32} << 20;

private:
    struct Waiting
    {
        Job job;
        std::size_t bytes = 0;
    };

    void enqueue(Waiting waiting);
    void work();
    void reopen();
    void answer(const Error &error);
    void noteFailure(const Error &error);

    const QString m_path;
    const std::int64_t m_diskBytes;
    const std::int64_t m_memoryBytes;

    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<Waiting> m_waiting;
    std::size_t m_waitingBytes = 0;
    QString m_problem;
    bool m_isStopping = false;
    std::unique_ptr<TileFile> m_file; ///< of the thread alone
    bool m_writes = true;             ///< of the thread alone: nothing has failed so far
    std::thread m_thread;             ///< last: it uses all of the above
};

} // namespace cbpm
