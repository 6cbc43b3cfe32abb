// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <thread>
#include <utility>

namespace cbpm {

/// Threads for calls of libpq that may never come back: nobody waits for them. The program, when it ends, gives them a
/// moment, so that none is cut short in the middle of what is being taken down.
class AsideThread
{
public:
    /// False: too many did not come back, and `work` was not begun.
    template<class Work>
    static bool run(Work work)
    {
        if (!begin())
            return false;
        std::thread{[work = std::move(work)]() mutable {
            {
                Work here = std::move(work); // what it holds is gone before its end is told
                here();
            }
            end();
        }}.detach();
        return true;
    }

private:
    static bool begin();
    static void end();
};

} // namespace cbpm
