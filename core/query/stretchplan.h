// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/loadrequest.h"

#include <chrono>
#include <optional>

namespace cbpm {

/// Cuts the range of a load into stretches for readers to take in turn. The first ones are short: the screen waits for
/// them. The last ones are short, too, so that the readers end together. Long ones end on whole slots of archives, so
/// that no block is decoded twice.
class StretchPlan
{
public:
    /// For so many `readers` of a source with `grain`.
    StretchPlan(const TimeRange &range, LoadOrder order, int readers, Duration grain);

    /// The next stretch; nullopt: that was all.
    std::optional<TimeRange> next();
    bool isDone() const { return !m_rest; }

    /// The stretch that came last took so long: the newest first come whole, so they are kept as long as a look waits.
    void lasted(std::chrono::nanoseconds time);

private:
    TimeRange forward() const;
    TimeRange backward() const;

    std::optional<TimeRange> m_rest;
    LoadOrder m_order;
    int m_readers;
    Duration m_grain;
    std::int64_t m_longest;   ///< slots
    std::int64_t m_slots = 1; ///< forward: length of the next
    Duration m_length;        ///< backward: the same
};

} // namespace cbpm
