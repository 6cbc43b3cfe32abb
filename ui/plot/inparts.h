// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSemaphore>
#include <QThread>
#include <QThreadPool>

#include <algorithm>

namespace cbpm {

/// Calls `work(from, to)` for parts of [0, n), one for each processor, and returns when all are done. The caller works
/// along, and does alone what no other thread has time for. What it throws ends the program: others are still at it.
template<class Work>
void inParts(std::size_t n, const Work &work) noexcept
{
    const auto parts = static_cast<std::size_t>(std::max(1, QThread::idealThreadCount()));
    QSemaphore done;
    int given = 0;
    for (std::size_t k = 1; k < parts; ++k) {
        const auto part = [&work, &done, from = n * k / parts, to = n * (k + 1) / parts] {
            work(from, to);
            done.release();
        };
        if (QThreadPool::globalInstance()->tryStart(part))
            ++given;
        else
            work(n * k / parts, n * (k + 1) / parts);
    }
    work(0, n / parts);
    done.acquire(given);
}

} // namespace cbpm
