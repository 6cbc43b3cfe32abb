// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <memory>

namespace cbpm {

/// Says whether a job is still wanted. Copies share one flag; any thread may ask or request.
class CancelToken
{
public:
    CancelToken() : m_state{std::make_shared<State>()} {}

    /// Cancelled with this one, and on its own.
    CancelToken child() const
    {
        CancelToken token;
        token.m_state->parent = m_state;
        return token;
    }

    void cancel() const noexcept { m_state->cancelled.store(true, std::memory_order_relaxed); }

    bool isCancelled() const noexcept
    {
        for (const State *state = m_state.get(); state; state = state->parent.get()) {
            if (state->cancelled.load(std::memory_order_relaxed))
                return true;
        }
        return false;
    }

private:
    struct State
    {
        std::atomic_bool cancelled = false;
        std::shared_ptr<const State> parent;
    };

    std::shared_ptr<State> m_state;
};

} // namespace cbpm
