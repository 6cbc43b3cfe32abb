// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/postgres/connection.h"
#include "core/types/time.h"

#include <optional>

namespace cbpm {

/// What a server is in its replication, at the moment of asking.
struct ServerState
{
    QString version; ///< "15.20"
    bool isStandby = false;
    std::optional<double> lag;         ///< s that a standby is behind its primary; nullopt: a primary, or not known
    bool receives = false;             ///< a standby that is linked to its primary
    std::optional<TimePoint> replayed; ///< commit time of the last transaction that a standby has; nullopt: not known

    /// Whether the session may be with a standby: told by the server (14 and later) without asking.
    static bool mayBeStandby(const Connection &connection);

    /// Outside of a transaction: one that a server of another make refuses ends it, and leaves a standby of which
    /// nothing is known.
    static Result<ServerState> ask(Connection &connection, const CancelToken &cancel);

    /// "PostgreSQL 15.20, standby, lag 0.4 s"
    QString text() const;
};

} // namespace cbpm
