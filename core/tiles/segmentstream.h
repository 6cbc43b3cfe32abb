// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tiles/tilefile.h"

#include <condition_variable>
#include <deque>
#include <mutex>

namespace cbpm {

/// Segments on their way from the thread that reads the file to the one that decodes them: few at a time, so that both
/// work at once and the bytes of a tile are never all in memory.
class SegmentStream
{
public:
    /// Waits while the reader is behind; false: it wants no more.
    bool put(Segment &&segment);
    /// No more come.
    void end();

    /// The next one; nullopt: that was all.
    std::optional<Segment> next();
    /// No more are wanted.
    void stop();

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<Segment> m_segments;
    qsizetype m_bytes = 0;
    bool m_isEnded = false;
    bool m_isStopped = false;
};

} // namespace cbpm
