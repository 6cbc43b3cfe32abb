// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/types/time.h"

#include <chrono>

#include <time.h>

namespace cbpm {

/// What this machine's clock said when this was made, and what has passed since, its sleep included: whoever sets the
/// clock meanwhile moves nothing.
class SteadyClock
{
public:
    TimePoint now() const { return m_begin + (passed() - m_passed); }

private:
    static Duration passed()
    {
        timespec time = {};
        clock_gettime(CLOCK_BOOTTIME, &time);
        return std::chrono::duration_cast<Duration>(std::chrono::seconds{time.tv_sec}
                                                    + std::chrono::nanoseconds{time.tv_nsec});
    }

    TimePoint m_begin = std::chrono::floor<Duration>(std::chrono::system_clock::now());
    Duration m_passed = passed();
};

} // namespace cbpm
