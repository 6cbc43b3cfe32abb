// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <cstddef>
#include <memory>
#include <span>

struct pollfd;

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

    /// Also from the handler of a signal.
    void cancel() const noexcept;

    bool isCancelled() const noexcept
    {
        for (const State *state = m_state.get(); state; state = state->parent.get()) {
            if (state->cancelled.load(std::memory_order_relaxed))
                return true;
        }
        return false;
    }

    /// For poll(2): descriptors that are readable once this is cancelled, one for each token that it depends on, into
    /// the begin of `polled`; how many. Fewer where `polled` is too short or the process has no more descriptors: the
    /// wait must then look at isCancelled() now and then.
    std::size_t bells(std::span<pollfd> polled) const noexcept;
    /// How many there ought to be.
    std::size_t depth() const noexcept;

private:
    struct State
    {
        State() = default;
        State(const State &) = delete;
        State &operator=(const State &) = delete;
        ~State();

        int bellOrNone() noexcept;

        std::atomic_bool cancelled = false;
        std::atomic_int bell = -1; ///< eventfd(2), made for the first that waits
        std::shared_ptr<State> parent;
    };

    std::shared_ptr<State> m_state;
};

} // namespace cbpm
