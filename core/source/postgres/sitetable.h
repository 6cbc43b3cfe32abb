// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/postgres/siteprobe.h"

namespace cbpm {

/// The part of a site's check that looks at the table: whether it is there, its columns, and the rights on them. Its
/// oid; empty: no fetch can use it, and a finding says why.
QByteArray checkTable(SiteProbe &probe, const TableMapping &mapping);

/// Whether a fetch can go straight to its range.
void checkIndexes(SiteProbe &probe, const TableMapping &mapping, const QByteArray &oid);

} // namespace cbpm
