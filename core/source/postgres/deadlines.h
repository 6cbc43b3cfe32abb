// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

namespace cbpm {

/// Own limits on waiting; libpq has none for reading.
struct Deadlines
{
    std::chrono::milliseconds connect{5'000};  ///< per host, where the connection string has no connect_timeout
    std::chrono::milliseconds silence{10'000}; ///< without a byte while an answer is due
    /// Without a sign of life from the other machine: keepalives and tcp_user_timeout, in whole seconds, where the
    /// connection string does not say otherwise. Shorter than silence, so that a dead link is told from a dead server.
    std::chrono::milliseconds deadLink{9'000};
    std::chrono::milliseconds leaving{1'000}; ///< to read away what a COPY that is not wanted any more had sent
};

} // namespace cbpm
