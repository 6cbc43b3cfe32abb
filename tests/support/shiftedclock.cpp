// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/shiftedclock.h"

#include <atomic>

#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

namespace {

std::atomic<time_t> shift_s = 0;

} // namespace

namespace cbpm::test {

void shiftClock(std::chrono::seconds shift)
{
    shift_s = static_cast<time_t>(shift.count());
}

} // namespace cbpm::test

// What the executable defines goes before the C library, for every library in the process.
extern "C" int clock_gettime(clockid_t clock, timespec *time) noexcept
{
    const auto result = static_cast<int>(syscall(SYS_clock_gettime, clock, time));
    if (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE)
        time->tv_sec += shift_s;
    return result;
}

extern "C" int gettimeofday(timeval *time, void *) noexcept
{
    timespec now = {};
    clock_gettime(CLOCK_REALTIME, &now);
    *time = {now.tv_sec, now.tv_nsec / 1000};
    return 0;
}
