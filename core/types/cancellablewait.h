// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/types/canceltoken.h"

#include <chrono>

namespace cbpm {

/// How often a wait that nothing wakes looks at its cancel token.
inline constexpr std::chrono::milliseconds lookEvery{20};

/// False: cancelled before `end`.
bool sleepUntil(std::chrono::steady_clock::time_point end, const CancelToken &cancel);

/// Whether `descriptor` is ready for `events` of poll(2); false: `limit` is over, or cancelled, which wakes it at once.
bool waitForDescriptor(int descriptor, short events, const CancelToken &cancel, std::chrono::milliseconds limit);

} // namespace cbpm
