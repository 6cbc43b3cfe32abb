// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/bins/triggercount.h"
#include "core/query/loadrequest.h"
#include "core/types/result.h"

#include <QString>

namespace cbpm {

/// What a fetch did, for scripts: the JSON of --summary.
struct FetchSummary
{
    LoadCounts counts;
    TriggerCount triggers;
    std::uint64_t bins = 0;
    double elapsed_s = 0.0;
    double firstResult_s = 0.0; ///< until the first positions were there
    QString path;               ///< rows, blocks, rollup, tiles or archive
    int connections = 0;
    bool partial = false;
    QString server;
};

/// Written whole or not at all.
Result<void> writeFetchSummary(const FetchSummary &summary, const QString &path);

/// The most memory this process ever held, from the kernel.
std::uint64_t peakResidentBytes();

} // namespace cbpm
