// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/postgres/connection.h"
#include "core/source/postgres/programsessions.h"

namespace cbpm {

/// How long a read may take, told to the server for its transaction alone.
struct PostgresLimits
{
    Deadlines deadlines;
    std::chrono::milliseconds statement{60'000}; ///< statement_timeout, per slice
    std::chrono::milliseconds lock{2'000};       ///< lock_timeout
    /// Another reader of a load is waited for so long; it then goes on without.
    std::chrono::milliseconds beside{2'000};
    /// A place among the program's sessions is waited for so long.
    std::chrono::milliseconds turn = std::chrono::milliseconds::max();
    /// The same for who only asks what is there: somebody waits for the answer, and may be told to end a load.
    std::chrono::milliseconds askTurn{10'000};
    bool keepsSession = false;                      ///< a source that was asked what it has is read at once
    int crowd = 4;                                  ///< readers on a server beyond which a load takes one session alone
    std::shared_ptr<ProgramSessions> sessions = {}; ///< nullptr: as many as are asked for
};

} // namespace cbpm
