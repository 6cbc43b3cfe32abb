// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/postgres/postgressource.h"

#include <vector>

namespace cbpm {

/// One thing that a new site needs to know.
struct Finding
{
    enum class Level { Good, Warning, Failure }; ///< Failure: a fetch would fail

    Level level = Level::Good;
    QString topic;
    QString text;
    QString hint; ///< what to do; empty where all is well
};

/// Looks at a server and its table as a fetch would; at most a few seconds of data are read. Any thread.
std::vector<Finding> checkSite(const QString &conninfo, const TableMapping &mapping, const DetectorTablePtr &table,
                               const CancelToken &cancel);

} // namespace cbpm
