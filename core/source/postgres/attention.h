// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <chrono>

#include <time.h>

namespace cbpm {

/// How long this program kept a server waiting during one statement: it was stopped (SIGSTOP, the lid of a laptop), or
/// had something else to do. What the server's limit on a statement ended then was not the server's fault.
class Attention
{
public:
    using Time = std::chrono::milliseconds;

    /// A statement begins.
    void begin()
    {
        m_longest = {};
        m_looked = now();
    }

    /// It is there: said before and after each short wait.
    void look()
    {
        const Time time = now();
        m_longest = std::max(m_longest, time - m_looked);
        m_looked = time;
    }

    /// The longest time between two looks.
    Time longestAbsence() const { return m_longest; }

private:
    /// Goes on while the machine sleeps, as the server's clock does.
    static Time now()
    {
        timespec time = {};
        clock_gettime(CLOCK_BOOTTIME, &time);
        return std::chrono::duration_cast<Time>(std::chrono::seconds{time.tv_sec}
                                                + std::chrono::nanoseconds{time.tv_nsec});
    }

    Time m_looked = now();
    Time m_longest{};
};

} // namespace cbpm
