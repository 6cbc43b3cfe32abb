// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/patience.h"

#include <QRandomGenerator>

#include <algorithm>
#include <thread>

using namespace Qt::StringLiterals;

namespace cbpm {
namespace {

/// How often a wait looks at its cancel token.
constexpr std::chrono::milliseconds lookEvery{20};

} // namespace

Patience::Patience(RetryPolicy policy, CancelToken cancel) : m_policy{std::move(policy)}, m_cancel{std::move(cancel)} {}

Patience::Turn::Turn(Patience &patience) : m_lock{patience.m_turn, std::defer_lock}
{
    while (!m_lock.try_lock_for(lookEvery) && !patience.m_cancel.isCancelled())
        ;
}

void Patience::succeeded()
{
    const std::lock_guard lock{m_mutex};
    m_inARow = 0;
    m_onces = 0;
}

Result<void> Patience::waitAfter(const Error &error)
{
    const auto wait = nextWait(error);
    if (!wait)
        return wait.error();
    if (m_policy.notice)
        m_policy.notice(error, *wait);
    const auto end = std::chrono::steady_clock::now() + *wait;
    while (!m_cancel.isCancelled()) {
        const auto left = end - std::chrono::steady_clock::now();
        if (left.count() <= 0)
            return {};
        std::this_thread::sleep_for(std::min<std::chrono::steady_clock::duration>(left, lookEvery));
    }
    return Error{Error::Kind::Cancelled, {}, {}};
}

/// The error itself where it is to stand.
Result<std::chrono::milliseconds> Patience::nextWait(const Error &error)
{
    const std::lock_guard lock{m_mutex};
    const bool mayPass = error.again == Error::Again::Often || (error.again == Error::Again::Once && m_onces == 0);
    if (!mayPass || m_inARow >= m_policy.inARow || m_inAll >= m_policy.inAll) {
        Error last = error;
        if (mayPass && m_inARow > 0)
            last.what += u" (tried %1 times)"_s.arg(m_inARow + 1);
        return last;
    }
    auto bound = m_policy.firstBound;
    for (int k = 0; k < m_inARow && bound < m_policy.lastBound; ++k)
        bound *= 2;
    bound = std::min(bound, m_policy.lastBound);
    m_onces += error.again == Error::Again::Once;
    ++m_inARow;
    ++m_inAll;
    return std::chrono::milliseconds{QRandomGenerator::global()->bounded(static_cast<int>(bound.count()) + 1)};
}

} // namespace cbpm
