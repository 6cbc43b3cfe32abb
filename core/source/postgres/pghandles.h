// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <libpq-fe.h>

#include <memory>

namespace cbpm {

struct PgDeleter
{
    void operator()(PGconn *handle) const noexcept { PQfinish(handle); }
    void operator()(PGresult *handle) const noexcept { PQclear(handle); }
    void operator()(PGcancel *handle) const noexcept { PQfreeCancel(handle); }
    void operator()(char *handle) const noexcept { PQfreemem(handle); }
};

using PgConn = std::unique_ptr<PGconn, PgDeleter>;
using PgResult = std::unique_ptr<PGresult, PgDeleter>;
using PgCancel = std::unique_ptr<PGcancel, PgDeleter>;
using PgMemory = std::unique_ptr<char, PgDeleter>;

} // namespace cbpm
