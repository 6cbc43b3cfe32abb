// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/patience.h"

#include "core/types/cancellablewait.h"

namespace cbpm {

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
    if (!sleepUntil(std::chrono::steady_clock::now() + *wait, m_cancel))
        return Error{Error::Kind::Cancelled, {}, {}};
    return {};
}

} // namespace cbpm
