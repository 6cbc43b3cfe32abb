// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detectors/detectortable.h"
#include "core/source/postgres/tablemapping.h"
#include "core/types/canceltoken.h"
#include "core/types/timerange.h"

#include <functional>
#include <optional>

namespace cbpm {

/// What to prepare beside a table of rows. Which of it is there already, the server knows.
struct PrepareOrder
{
    bool blocks = true;
    bool rollups = true;
    std::optional<TimePoint> from; ///< unset: the first row; what was prepared from there on is looked through again
    std::optional<TimePoint> to;   ///< unset: as far as there are rows
};

/// Called after each slot: share done of all of it, rows that went in so far.
using PrepareProgress = std::function<void(double, std::uint64_t)>;

/// Makes prepared data or brings them up to date, with the rights of the table's owner, by the SQL that is compiled in
/// (packaging/sql/prepare.sql). A transaction per slot: it may be cancelled or killed at any time and goes on from
/// there the next time. Rows prepared by this call.
Result<std::uint64_t> prepare(const QString &conninfo, const TableMapping &mapping, const DetectorTable &table,
                              const PrepareOrder &order, const PrepareProgress &progress, const CancelToken &cancel);

/// Takes the kinds of `order` away; both: without a trace but the functions.
Result<void> dropPrepared(const QString &conninfo, const TableMapping &mapping, const PrepareOrder &order,
                          const CancelToken &cancel);

} // namespace cbpm
