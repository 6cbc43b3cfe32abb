// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/position/frozenrun.h"

#include <algorithm>

namespace cbpm {

std::size_t frozenRun(const Thresholds &limits)
{
    return static_cast<std::size_t>(std::max(2, limits.frozenSamples));
}

bool mayBeFrozen(const RawColumns &raw, std::size_t n, const Thresholds &limits)
{
    // Any such run holds one of these pairs.
    const std::size_t stride = frozenRun(limits) - 1;
    for (std::size_t i = 0; i + 1 < n; i += stride) {
        if (isRepeated(raw, i, i + 1))
            return true;
    }
    return false;
}

} // namespace cbpm
