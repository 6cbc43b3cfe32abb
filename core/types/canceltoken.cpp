// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/types/canceltoken.h"

#include <cerrno>
#include <cstdint>

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

namespace cbpm {
namespace {

void ring(int bell) noexcept
{
    const int before = errno; // of whom a signal interrupted
    const std::uint64_t once = 1;
    [[maybe_unused]] const auto written = write(bell, &once, sizeof once);
    errno = before;
}

} // namespace

CancelToken::State::~State()
{
    if (bell >= 0)
        close(bell);
}

/// Stays readable once it has rung: nobody reads it.
int CancelToken::State::bellOrNone() noexcept
{
    if (const int known = bell; known >= 0)
        return known;
    const int fresh = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    if (fresh < 0)
        return -1;
    int other = -1;
    if (!bell.compare_exchange_strong(other, fresh)) {
        close(fresh);
        return other;
    }
    if (cancelled) // perhaps before the bell was there
        ring(fresh);
    return fresh;
}

void CancelToken::cancel() const noexcept
{
    m_state->cancelled = true;
    if (const int bell = m_state->bell; bell >= 0)
        ring(bell);
}

std::size_t CancelToken::bells(std::span<pollfd> polled) const noexcept
{
    std::size_t count = 0;
    for (State *state = m_state.get(); state && count < polled.size(); state = state->parent.get()) {
        if (const int bell = state->bellOrNone(); bell >= 0)
            polled[count++] = {bell, POLLIN, 0};
    }
    return count;
}

std::size_t CancelToken::depth() const noexcept
{
    std::size_t depth = 0;
    for (const State *state = m_state.get(); state; state = state->parent.get())
        ++depth;
    return depth;
}

} // namespace cbpm
