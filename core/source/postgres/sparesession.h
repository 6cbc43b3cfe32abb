// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/postgres/connection.h"

#include <mutex>
#include <optional>

namespace cbpm {

/// A session that somebody is done with, for the next who needs one: to begin one costs a server tens of milliseconds
/// of a processor. It is in no transaction. Any thread.
class SpareSession
{
public:
    /// The one that was there before ends.
    void put(Connection connection)
    {
        const std::lock_guard lock{m_mutex};
        m_connection.emplace(std::move(connection));
    }

    /// nullopt: there is none.
    std::optional<Connection> take()
    {
        const std::lock_guard lock{m_mutex};
        return std::exchange(m_connection, std::nullopt);
    }

private:
    std::mutex m_mutex;
    std::optional<Connection> m_connection;
};

} // namespace cbpm
