// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/types/canceltoken.h"

#include <algorithm>
#include <chrono>
#include <thread>

namespace cbpm {

/// How often a wait looks at its cancel token.
inline constexpr std::chrono::milliseconds lookEvery{20};

/// False: cancelled before `end`.
inline bool sleepUntil(std::chrono::steady_clock::time_point end, const CancelToken &cancel)
{
    while (!cancel.isCancelled()) {
        const auto left = end - std::chrono::steady_clock::now();
        if (left.count() <= 0)
            return true;
        std::this_thread::sleep_for(std::min<std::chrono::steady_clock::duration>(left, lookEvery));
    }
    return false;
}

} // namespace cbpm
