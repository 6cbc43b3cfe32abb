// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/postgres/siteprobe.h"

namespace cbpm {

/// The part of a site's check that looks at how the table of `oid` is kept: partitions, rows of other servers,
/// extensions that spread it. A fetch asks all of them by the same SQL; what differs is what it costs.
void checkStorage(SiteProbe &probe, const TableMapping &mapping, const QByteArray &oid);

} // namespace cbpm
