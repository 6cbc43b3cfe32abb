// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/postgres/pghandles.h"
#include "core/types/result.h"

#include <QByteArray>

namespace cbpm {

/// The error behind a five-character SQLSTATE; `message` is the server's first line, `where` names the server.
Error errorOfState(const QByteArray &sqlState, const QString &message, const QString &where);

/// The error of a failed result; an empty state means that the link is gone.
Error errorOfResult(const PGresult *result, const PGconn *connection, const QString &where);

/// The error of a connection that could not be made. The state is read from libpq's verbose text: there is no result.
Error errorOfConnect(const PGconn *connection, const QString &where);

/// Whether the server turned a connection away by its table of who may come from where (pg_hba.conf), not by a password.
bool wasLeftAtTheDoor(const PGconn *connection);

} // namespace cbpm
