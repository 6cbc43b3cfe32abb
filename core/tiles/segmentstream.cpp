// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tiles/segmentstream.h"

namespace cbpm {
namespace {

/// What may wait for the reader: several segments of the largest kind.
constexpr qsizetype mostBytes = qsizetype{1} << 20;

} // namespace

bool SegmentStream::put(Segment &&segment)
{
    std::unique_lock lock{m_mutex};
    const qsizetype bytes = segment.payload.size();
    m_changed.wait(lock, [&] { return m_isStopped || m_segments.empty() || m_bytes + bytes <= mostBytes; });
    if (m_isStopped)
        return false;
    m_bytes += bytes;
    m_segments.push_back(std::move(segment));
    m_changed.notify_all();
    return true;
}

void SegmentStream::end()
{
    const std::lock_guard lock{m_mutex};
    m_isEnded = true;
    m_changed.notify_all();
}

std::optional<Segment> SegmentStream::next()
{
    std::unique_lock lock{m_mutex};
    m_changed.wait(lock, [this] { return m_isEnded || !m_segments.empty(); });
    if (m_segments.empty())
        return std::nullopt;
    Segment segment = std::move(m_segments.front());
    m_segments.pop_front();
    m_bytes -= segment.payload.size();
    m_changed.notify_all();
    return segment;
}

void SegmentStream::stop()
{
    const std::lock_guard lock{m_mutex};
    m_isStopped = true;
    m_changed.notify_all();
}

} // namespace cbpm
