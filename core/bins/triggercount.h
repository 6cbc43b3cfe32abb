// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/bins/binseries.h"
#include "core/types/samplebatch.h"

#include <span>

namespace cbpm {

/// Triggers of the whole ring over a stretch: one each 0.1 s is due.
struct TriggerCount
{
    std::uint64_t due = 0;
    std::uint64_t missing = 0; ///< no detector answered

    TriggerCount &operator+=(const TriggerCount &other);
};

/// Out of the bins of several detectors (nullptr: none of it), which hold all that was sent in `range`. Counts go by
/// the detector that sent most in a bin (a second, where bins are narrower): right where one detector answered all
/// triggers that came, and too many missing where each detector lost another one.
TriggerCount countTriggers(std::span<const BinSeries *const> series, Interval interval, const TimeRange &range);

/// Out of the samples themselves, batch after batch in time order. A trigger belongs to the range that holds its
/// nominal time; its rows lie up to 50 ms to either side, in the neighbouring batch perhaps.
class TriggerTally
{
public:
    void add(const SampleBatch &batch);
    const TriggerCount &count() const { return m_count; }

private:
    TriggerCount m_count;
    std::int64_t m_end = 0;       ///< triggers before it were due already
    bool m_lastIsMissing = false; ///< the one before m_end
    bool m_nextCame = false;      ///< m_end itself
};

} // namespace cbpm
