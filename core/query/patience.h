// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/backoff.h"
#include "core/types/canceltoken.h"

#include <mutex>
#include <optional>

namespace cbpm {

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

    const CancelToken m_cancel;
    std::timed_mutex m_turn;
    std::mutex m_mutex; ///< of what follows
    Backoff m_backoff;
};

} // namespace cbpm
