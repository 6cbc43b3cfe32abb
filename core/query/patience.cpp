// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/patience.h"

#include <algorithm>
#include <thread>

namespace cbpm {
namespace {

/// How often a wait looks at its cancel token.
constexpr std::chrono::milliseconds lookEvery{20};

} // namespace

Patience::Patience(RetryPolicy policy, CancelToken cancel) : m_cancel{std::move(cancel)}, m_backoff{std::move(policy)} {}

Patience::Turn::Turn(Patience &patience) : m_lock{patience.m_turn, std::defer_lock}
{
    while (!m_lock.try_lock_for(lookEvery) && !patience.m_cancel.isCancelled())
        ;
}

void Patience::succeeded()
{
    const std::lock_guard lock{m_mutex};
    m_backoff.succeeded();
}

Result<void> Patience::waitAfter(const Error &error)
{
    const auto wait = [&] {
        const std::lock_guard lock{m_mutex};
        return m_backoff.after(error);
    }();
    if (!wait)
        return wait.error();
    const auto end = std::chrono::steady_clock::now() + *wait;
    while (!m_cancel.isCancelled()) {
        const auto left = end - std::chrono::steady_clock::now();
        if (left.count() <= 0)
            return {};
        std::this_thread::sleep_for(std::min<std::chrono::steady_clock::duration>(left, lookEvery));
    }
    return Error{Error::Kind::Cancelled, {}, {}};
}

} // namespace cbpm
