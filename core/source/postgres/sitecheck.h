// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detectors/detectortable.h"
#include "core/source/postgres/postgreslimits.h"
#include "core/source/postgres/tablemapping.h"

#include <vector>

namespace cbpm {

/// One thing a new site needs to know.
struct Finding
{
    enum class State {
        Ok,
        Warn, ///< a fetch works, but slowly or not for all
        Fail, ///< a fetch fails
    };

    QString topic; ///< "server", "index on time", …
    State state = State::Ok;
    QString text;      ///< what was found, one clause
    QString hint = {}; ///< what to do; empty where all is well
    QString sql = {};  ///< the statement that the hint speaks of, for whoever may run it; empty: none
};

/// Looks at a table as a fetch would use it, reads a little of it, and writes nothing. Stops at the first thing that
/// no fetch can do without. Only Error::Cancelled comes as an error.
Result<std::vector<Finding>> checkSite(const QString &conninfo, const TableMapping &mapping,
                                       const DetectorTablePtr &table, const PostgresLimits &limits,
                                       const CancelToken &cancel);

/// The part of it that needs no table: whether the server is reached, encryption, version and state.
Result<std::vector<Finding>> checkServer(const QString &conninfo, const PostgresLimits &limits,
                                         const CancelToken &cancel);

/// Whether a fetch would fail.
bool hasFailure(const std::vector<Finding> &findings);

} // namespace cbpm
