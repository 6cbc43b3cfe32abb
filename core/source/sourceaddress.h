// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/types/result.h"

#include <QString>

namespace cbpm {

/// Where a source is, as written after --source.
struct SourceAddress
{
    enum class Kind { Demo, Archive, Postgres };

    Kind kind = Kind::Demo;
    QString target; ///< path of the archive, or libpq's connection string; empty for the demo

    bool operator==(const SourceAddress &) const = default;
};

/// `demo`, `PATH` or `archive:PATH`, `postgresql://…` or `keyword=value …`. A password in it is refused: it would
/// stand in the process list and in histories.
Result<SourceAddress> parseSourceAddress(const QString &text);

} // namespace cbpm
