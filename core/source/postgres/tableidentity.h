// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/postgres/connection.h"
#include "core/source/postgres/rowlayout.h"

namespace cbpm {

/// The same for the same table and mapping, through whatever host: a standby has its primary's numbers. A table that
/// was emptied or made anew has another one, and so has one with other partitions, another definition of a view,
/// another place of a foreign table. What happens to a foreign table over there is not seen from here.
Result<QString> tableIdentity(Connection &connection, const TableMapping &mapping, const RowLayout &layout,
                              const CancelToken &cancel);

} // namespace cbpm
