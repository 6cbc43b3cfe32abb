// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/autointerval.h"

namespace cbpm {

Interval autoInterval(const TimeRange &range, int bins)
{
    constexpr int tenths[] = {1,   2,   3,   5,    10,   20,   30,   50,    100,
                              200, 300, 600, 1200, 1800, 3000, 6000, 12000, 18000};
    for (const int width : tenths) {
        if (range.duration() <= triggerSpacing * width * bins)
            return *Interval::of(triggerSpacing * width);
    }
    return *Interval::of(Interval::longest);
}

} // namespace cbpm
