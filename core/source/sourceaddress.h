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

/// `demo`, `PATH` or `archive:PATH`, `postgresql://…` or `keyword=value …`. What people type goes through readSource()
/// (core/query/opensource.h), which also looks into the connection string.
Result<SourceAddress> parseSourceAddress(const QString &text);

} // namespace cbpm
