// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/types/interval.h"
#include "core/types/timerange.h"

namespace cbpm {

/// The finest of 0.1 0.2 0.3 0.5 1 2 3 5 10 20 30 s, 1 2 3 5 10 20 30 min, 1 h that makes at most `bins` bins of the
/// range; 1 h if none.
Interval autoInterval(const TimeRange &range, int bins);

} // namespace cbpm
