// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/postgres/conninfo.h"
#include "core/types/canceltoken.h"

#include <chrono>
#include <optional>

namespace cbpm {

/// Why there is no TLS between us and the server that refused `attempt`, or why there must be. libpq tells that in
/// words only, which are in the user's language: so the server is asked again, each time a little stricter, and never
/// further than TLS itself: it is told neither role nor password. nullopt: it is not about TLS, or it may pass. Blocks
/// for up to three times `limit`.
std::optional<Error> tlsRefusal(const PGconn *attempt, const ConnectParameters &parameters,
                                std::chrono::milliseconds limit, const CancelToken &cancel);

} // namespace cbpm
