// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/types/canceltoken.h"
#include "core/types/result.h"

#include <chrono>
#include <functional>
#include <mutex>
#include <optional>

namespace cbpm {

/// How long a load bears a source that fails it.
struct RetryPolicy
{
    int inARow = 6; ///< tries without a slice in between; 0: none
    int inAll = 60; ///< tries in one load
    /// A wait is any time up to a bound, which doubles from try to try: many clients shall not come back at once.
    std::chrono::milliseconds firstBound{500};
    std::chrono::milliseconds lastBound{30'000};
    /// Told before each wait, on the thread that reads.
    std::function<void(const Error &error, std::chrono::milliseconds wait)> notice = {};
};

/// Tries again what failed for a reason that may pass, for all readers of one load: one of them at a time.
class Patience
{
public:
    Patience(RetryPolicy policy, CancelToken cancel);

    /// Runs `attempt`, a function without arguments that gives a Result, until it succeeds or patience ends.
    template<class Attempt>
    auto persist(const Attempt &attempt, std::optional<Error> failed = {}) -> decltype(attempt())
    {
        const Turn turn{*this};
        for (;;) {
            if (failed) {
                if (const auto wanted = waitAfter(*failed); !wanted)
                    return wanted.error();
            }
            auto result = attempt();
            if (result)
                return result;
            failed = result.error();
        }
    }

    /// A slice came: the source is there again.
    void succeeded();

private:
    /// One reader knocks; the others find the door open, or knock after it. A cancel ends the waiting.
    class Turn
    {
    public:
        explicit Turn(Patience &patience);

    private:
        std::unique_lock<std::timed_mutex> m_lock;
    };

    Result<void> waitAfter(const Error &error);
    Result<std::chrono::milliseconds> nextWait(const Error &error);

    const RetryPolicy m_policy;
    const CancelToken m_cancel;
    std::timed_mutex m_turn;
    std::mutex m_mutex; ///< of what follows
    int m_inARow = 0;
    int m_onces = 0; ///< errors in a row that bear one more try only
    int m_inAll = 0;
};

} // namespace cbpm
