// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/postgres/postgreslimits.h"

#include <optional>

namespace cbpm {

/// A session among those that the program may have (`limits.sessions`). Waits for a place; Timeout: none came free
/// within `limits.turn`, and a view that follows asks again. Who has a session already must not wait for another: see
/// openFurtherSession().
Result<Connection> openSession(const QString &conninfo, const PostgresLimits &limits, const CancelToken &cancel);

/// The same for who may hold one. nullopt: the program has all that it may have.
Result<std::optional<Connection>> openFurtherSession(const QString &conninfo, const PostgresLimits &limits,
                                                     const CancelToken &cancel);

} // namespace cbpm
