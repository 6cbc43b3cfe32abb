// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/stretchplan.h"

#include <algorithm>

namespace cbpm {
namespace {

using namespace std::chrono_literals;

constexpr Duration slot = 10min;
constexpr std::int64_t longestForward = 3; ///< slots
/// Decades would be cut into more than readers can share, and are empty for the most part: longer stretches then.
constexpr std::int64_t mostStretches = 10'000;

/// Backward: a first picture at once, then whole stretches in about the time in which an eye misses nothing.
constexpr Duration firstBackward = 10s;
constexpr auto wantedTime = 100ms;
/// What would be left in front is taken along: it would be a stretch of hardly any samples.
constexpr Duration shortestBackward = 20s;

} // namespace

StretchPlan::StretchPlan(const TimeRange &range, LoadOrder order, int readers, Duration grain)
    : m_rest{range}, m_order{order}, m_readers{readers}, m_grain{grain},
      m_longest{std::max(longestForward, range.duration() / slot / mostStretches)}, m_length{firstBackward}
{
}

std::optional<TimeRange> StretchPlan::next()
{
    if (!m_rest)
        return std::nullopt;
    const TimeRange stretch = m_order == LoadOrder::NewestFirst ? backward() : forward();
    if (m_order == LoadOrder::NewestFirst) {
        m_rest = TimeRange::between(m_rest->begin(), stretch.begin());
    } else {
        m_rest = TimeRange::between(stretch.end(), m_rest->end());
        m_slots = std::min(m_slots + 1, m_longest);
    }
    return stretch;
}

TimeRange StretchPlan::forward() const
{
    const Duration share = m_rest->duration() / m_readers; // nobody is left with a longer one while others are done
    const Duration length = std::clamp(share, m_grain, std::max(m_grain, m_slots * slot));
    const Duration unit = length < slot ? m_grain : slot;
    const Interval grid = *Interval::of(unit);
    const TimePoint end = grid.binBegin(grid.binAt(m_rest->begin()) + length / unit);
    return *TimeRange::between(m_rest->begin(), std::min(end, m_rest->end()));
}

TimeRange StretchPlan::backward() const
{
    const Interval grid = *Interval::of(m_length < slot ? Duration{firstBackward} : slot);
    TimePoint begin = grid.binBegin(grid.binAt(m_rest->end() - m_length));
    if (begin - m_rest->begin() < shortestBackward)
        begin = m_rest->begin();
    return *TimeRange::between(begin, m_rest->end());
}

void StretchPlan::lasted(std::chrono::nanoseconds time)
{
    const double factor = std::clamp(static_cast<double>(std::chrono::nanoseconds{wantedTime}.count())
                                         / std::max(1.0, static_cast<double>(time.count())),
                                     0.25, 4.0);
    const Duration length{static_cast<std::int64_t>(static_cast<double>(m_length.count()) * factor)};
    m_length = std::clamp(length, firstBackward, Duration{m_longest * slot});
}

} // namespace cbpm
