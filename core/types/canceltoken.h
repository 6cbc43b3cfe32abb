// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <memory>

namespace cbpm {

/// Says whether a job is still wanted. Copies share one flag; any thread may ask or request.
class CancelToken
{
public:
    CancelToken() : m_flag{std::make_shared<std::atomic_bool>(false)} {}

    void cancel() const noexcept { m_flag->store(true, std::memory_order_relaxed); }
    bool isCancelled() const noexcept { return m_flag->load(std::memory_order_relaxed); }

private:
    std::shared_ptr<std::atomic_bool> m_flag;
};

} // namespace cbpm
