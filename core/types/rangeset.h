// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/types/timerange.h"

#include <vector>

namespace cbpm {

/// Stretches of time, sorted, none touching another.
class RangeSet
{
public:
    RangeSet() = default;
    explicit RangeSet(const TimeRange &range) : m_ranges{range} {}

    void add(const TimeRange &range);
    void add(const RangeSet &other);

    bool isEmpty() const noexcept { return m_ranges.empty(); }
    bool covers(const TimeRange &range) const;
    /// What of `range` is here, and what is not; both in time order.
    std::vector<TimeRange> within(const TimeRange &range) const;
    std::vector<TimeRange> missing(const TimeRange &range) const;
    RangeSet intersected(const RangeSet &other) const;

    const std::vector<TimeRange> &ranges() const noexcept { return m_ranges; }
    bool operator==(const RangeSet &) const noexcept = default;

private:
    std::vector<TimeRange> m_ranges;
};

} // namespace cbpm
