// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/types/result.h"

#include <chrono>
#include <functional>

namespace cbpm {

/// How long something bears a source that fails it.
struct RetryPolicy
{
    int inARow = 6; ///< tries without a success in between; 0: none
    int inAll = 60; ///< tries in one load
    /// A wait is any time up to a bound, which doubles from try to try: many clients shall not come back at once.
    std::chrono::milliseconds firstBound{500};
    std::chrono::milliseconds lastBound{30'000};
    /// Told before each wait, on the thread that reads.
    std::function<void(const Error &error, std::chrono::milliseconds wait)> notice = {};
    /// Whatever may go well some time is tried again without end: by a view that asks anew all the time.
    bool endless = false;

    static RetryPolicy ofViews()
    {
        RetryPolicy policy;
        policy.endless = true;
        return policy;
    }
};

/// The one rule for what is tried again, and after what wait: loads and views ask it. It waits for nobody.
class Backoff
{
public:
    explicit Backoff(RetryPolicy policy) : m_policy{std::move(policy)} {}

    /// Until the next try; the error itself where it is to stand.
    Result<std::chrono::milliseconds> after(const Error &error);

    /// The source is there again.
    void succeeded();

private:
    bool mayPass(const Error &error) const;

    RetryPolicy m_policy;
    int m_inARow = 0;
    int m_onces = 0; ///< errors in a row that bear one more try only
    int m_inAll = 0;
};

} // namespace cbpm
