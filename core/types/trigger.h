// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/types/timerange.h"

namespace cbpm {

/// Number of the ring's trigger that a row belongs to: triggers are 0.1 s apart, counted from 1970, and the rows of
/// one differ by up to 50 ms. Half-open: 50 ms before belongs to it, 50 ms after to the next one.
constexpr std::int64_t triggerOf(TimePoint time) noexcept
{
    const std::int64_t t = unixMicroseconds(time + triggerSpacing / 2);
    const std::int64_t w = triggerSpacing.count();
    return t >= 0 ? t / w : -((-t + w - 1) / w);
}

/// The nominal time of a trigger.
constexpr TimePoint triggerTime(std::int64_t trigger) noexcept
{
    return TimePoint{triggerSpacing * trigger};
}

/// Every time that belongs to it.
constexpr TimeRange triggerRange(std::int64_t trigger) noexcept
{
    const TimePoint middle = triggerTime(trigger);
    return *TimeRange::between(middle - triggerSpacing / 2, middle + triggerSpacing / 2);
}

} // namespace cbpm
