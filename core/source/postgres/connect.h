// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/postgres/conninfo.h"
#include "core/source/postgres/deadlines.h"
#include "core/source/postgres/pghandles.h"
#include "core/types/cancellablewait.h"
#include "core/types/result.h"

#include <QString>

#include <chrono>
#include <optional>

namespace cbpm {

/// Tries the hosts of `conninfo` in turn, by libpq's rules (target_session_attrs), each for at most `deadlines.connect`
/// or the string's own connect_timeout, and gives a connection that neither sends nor receives unless told to.
/// `server`: only this one. `name`: of the session. A cancel is seen at once also where a name
/// is looked up without end. Errors: Usage, Connection (what may pass, and TLS that is not there or not right, which
/// may not), Authentication, NotFound (database), Cancelled.
Result<PgConn> connectToServer(const QString &conninfo, const Deadlines &deadlines, const CancelToken &cancel,
                               const std::optional<ServerPin> &server = {}, const QByteArray &name = {});

} // namespace cbpm
