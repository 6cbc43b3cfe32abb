// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/types/rangeset.h"

namespace cbpm {

void RangeSet::add(const TimeRange &range)
{
    // Everything that touches the new stretch becomes one with it.
    const auto first = std::lower_bound(m_ranges.begin(), m_ranges.end(), range.begin(),
                                        [](const TimeRange &one, TimePoint begin) { return one.end() < begin; });
    auto last = first;
    TimePoint begin = range.begin();
    TimePoint end = range.end();
    for (; last != m_ranges.end() && last->begin() <= range.end(); ++last) {
        begin = std::min(begin, last->begin());
        end = std::max(end, last->end());
    }
    m_ranges.insert(m_ranges.erase(first, last), *TimeRange::between(begin, end));
}

void RangeSet::add(const RangeSet &other)
{
    for (const TimeRange &range : other.m_ranges)
        add(range);
}

bool RangeSet::covers(const TimeRange &range) const
{
    return missing(range).empty();
}

std::vector<TimeRange> RangeSet::within(const TimeRange &range) const
{
    std::vector<TimeRange> here;
    for (const TimeRange &one : m_ranges) {
        if (const auto part = one.intersected(range))
            here.push_back(*part);
    }
    return here;
}

std::vector<TimeRange> RangeSet::missing(const TimeRange &range) const
{
    std::vector<TimeRange> gaps;
    TimePoint from = range.begin();
    for (const TimeRange &one : within(range)) {
        if (const auto gap = TimeRange::between(from, one.begin()))
            gaps.push_back(*gap);
        from = one.end();
    }
    if (const auto gap = TimeRange::between(from, range.end()))
        gaps.push_back(*gap);
    return gaps;
}

RangeSet RangeSet::intersected(const RangeSet &other) const
{
    RangeSet both;
    for (const TimeRange &range : other.m_ranges) {
        for (const TimeRange &part : within(range))
            both.add(part);
    }
    return both;
}

} // namespace cbpm
