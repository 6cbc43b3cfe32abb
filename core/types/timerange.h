// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/types/time.h"

#include <algorithm>
#include <optional>

namespace cbpm {

/// Half-open, never empty stretch of time [begin, end).
class TimeRange
{
public:
    /// nullopt unless begin < end: a reversed or empty range cannot exist.
    static constexpr std::optional<TimeRange> between(TimePoint begin, TimePoint end) noexcept
    {
        return begin < end ? std::optional{TimeRange{begin, end}} : std::nullopt;
    }

    constexpr TimePoint begin() const noexcept { return m_begin; }
    constexpr TimePoint end() const noexcept { return m_end; }
    constexpr Duration duration() const noexcept { return m_end - m_begin; }
    constexpr bool contains(TimePoint time) const noexcept { return m_begin <= time && time < m_end; }

    constexpr std::optional<TimeRange> intersected(const TimeRange &other) const noexcept
    {
        return between(std::max(m_begin, other.m_begin), std::min(m_end, other.m_end));
    }

    constexpr bool operator==(const TimeRange &) const noexcept = default;

private:
    constexpr TimeRange(TimePoint begin, TimePoint end) noexcept : m_begin{begin}, m_end{end} {}

    TimePoint m_begin;
    TimePoint m_end;
};

} // namespace cbpm
