// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/types/cancellablewait.h"

#include <algorithm>
#include <array>

#include <poll.h>

namespace cbpm {
namespace {

/// Tokens that one may depend on and be woken by.
constexpr std::size_t mostBells = 7;

} // namespace

bool waitForDescriptor(int descriptor, short events, const CancelToken &cancel, std::chrono::milliseconds limit)
{
    std::array<pollfd, 1 + mostBells> polled{{{descriptor, events, 0}}};
    const std::size_t bells = cancel.bells(std::span{polled}.subspan(1));
    const auto longest = bells == cancel.depth() ? limit : std::min(limit, lookEvery);
    return poll(polled.data(), 1 + bells, static_cast<int>(longest.count())) > 0 && polled[0].revents != 0;
}

bool sleepUntil(std::chrono::steady_clock::time_point end, const CancelToken &cancel)
{
    while (!cancel.isCancelled()) {
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(end - std::chrono::steady_clock::now());
        if (left.count() <= 0)
            return true;
        waitForDescriptor(-1, 0, cancel, std::min<std::chrono::milliseconds>(left, std::chrono::hours{1}));
    }
    return false;
}

} // namespace cbpm
