// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/types/time.h"

#include <optional>

namespace cbpm {

/// Width of a bin: a multiple of 0.1 s up to 1 h. Bin k is [k·I, (k+1)·I) counted from 1970-01-01T00:00:00Z.
class Interval
{
public:
    static constexpr Duration longest = std::chrono::hours{1};

    /// nullopt unless `width` is a multiple of 0.1 s in (0, 1 h].
    static constexpr std::optional<Interval> of(Duration width) noexcept
    {
        const bool valid = width > Duration::zero() && width <= longest && width % triggerSpacing == Duration::zero();
        return valid ? std::optional{Interval{width}} : std::nullopt;
    }

    constexpr Duration width() const noexcept { return m_width; }

    /// Number k of the bin that holds `time`; floors towards the past before 1970, too.
    constexpr std::int64_t binAt(TimePoint time) const noexcept
    {
        const std::int64_t t = time.time_since_epoch().count();
        const std::int64_t w = m_width.count();
        return t >= 0 ? t / w : -((-t + w - 1) / w);
    }

    constexpr TimePoint binBegin(std::int64_t bin) const noexcept { return TimePoint{m_width * bin}; }

    constexpr auto operator<=>(const Interval &) const noexcept = default;

private:
    constexpr explicit Interval(Duration width) noexcept : m_width{width} {}

    Duration m_width;
};

} // namespace cbpm
