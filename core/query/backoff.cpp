// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/backoff.h"

#include "core/types/coretexts.h"

#include <QRandomGenerator>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace cbpm {

void Backoff::succeeded()
{
    m_inARow = 0;
    m_onces = 0;
}

bool Backoff::mayPass(const Error &error) const
{
    if (m_policy.endless)
        return error.again != Error::Again::Never;
    return error.again == Error::Again::Often || (error.again == Error::Again::Once && m_onces == 0);
}

Result<std::chrono::milliseconds> Backoff::after(const Error &error)
{
    const bool isWorthIt = mayPass(error);
    const bool isWorn = !m_policy.endless && (m_inARow >= m_policy.inARow || m_inAll >= m_policy.inAll);
    if (!isWorthIt || isWorn) {
        Error last = error;
        if (isWorthIt && m_inARow > 0)
            last.what += CoreTexts::tr(" (tried %1 times)").arg(m_inARow + 1);
        return last;
    }
    auto bound = m_policy.firstBound;
    for (int k = 0; k < m_inARow && bound < m_policy.lastBound; ++k)
        bound *= 2;
    bound = std::min(bound, m_policy.lastBound);
    m_onces += error.again == Error::Again::Once;
    ++m_inARow;
    ++m_inAll;
    const auto wait =
        std::chrono::milliseconds{QRandomGenerator::global()->bounded(static_cast<int>(bound.count()) + 1)};
    if (m_policy.notice)
        m_policy.notice(error, wait);
    return wait;
}

} // namespace cbpm
