// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>

namespace cbpm {

/// Microseconds, the resolution of PostgreSQL's timestamptz.
using Duration = std::chrono::microseconds;

/// UTC instant. Leap seconds do not exist, as in POSIX and PostgreSQL.
using TimePoint = std::chrono::sys_time<Duration>;

/// The spacing of the ring's triggers (10 Hz).
inline constexpr Duration triggerSpacing{100'000};

constexpr TimePoint timePoint(std::int64_t unixMicroseconds) noexcept
{
    return TimePoint{Duration{unixMicroseconds}};
}

constexpr std::int64_t unixMicroseconds(TimePoint time) noexcept
{
    return time.time_since_epoch().count();
}

} // namespace cbpm
