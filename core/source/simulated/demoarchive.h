// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detectors/detectortable.h"
#include "core/types/canceltoken.h"
#include "core/types/result.h"
#include "core/types/timerange.h"

#include <functional>

namespace cbpm {

/// What a simulated archive holds.
struct SimulationOrder
{
    QString path;
    TimeRange range;
    std::uint64_t seed = 1;
    std::vector<int> rows; ///< of the table; empty: all
    DetectorTablePtr table;
};

/// The demo: one whole day of the built-in ring, always the same.
SimulationOrder demoOrder(const QString &path);

/// Writes simulated samples on all cores; the archive appears when it is whole, a killed run leaves nothing under its
/// name. `progress` gets the share done, on the calling thread. The number of samples.
Result<std::uint64_t> writeSimulatedArchive(const SimulationOrder &order, const std::function<void(double)> &progress,
                                            const CancelToken &cancel);

} // namespace cbpm
