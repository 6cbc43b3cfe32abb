// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/bins/triggercount.h"
#include "core/query/tiledload.h"
#include "core/source/archive/archiveattachments.h"

#include <QString>

#include <functional>
#include <optional>

namespace cbpm {

enum class ExportFormat { Csv, Hdf5, Matlab, Archive };

/// What leaves, and as what. An archive holds samples always.
struct ExportOrder
{
    ExportFormat format = ExportFormat::Csv;
    QString path; ///< "-": standard output, for CSV alone
    TimeRange range;
    std::vector<int> rows = {};                  ///< of the source's table; empty: all, and unknown detectors, too
    std::optional<Interval> interval = {};       ///< nullopt: the samples themselves
    std::optional<PositionMethod> method = {};   ///< overrides the detectors' own
    int readers = 0;                             ///< at once; 0: as many as the source finds useful
    /// Beside a CSV, which has no room for it, PATH.json tells its origin.
    bool tellsOrigin = false;
    std::vector<ArchiveAttachment> attachments = {}; ///< of an archive
    SourceInfo origin = {};                      ///< told in the file where its format has room for it
    RetryPolicy retry = {};
};

/// How far an export has come.
struct ExportProgress
{
    TimePoint until;   ///< everything before is written
    LoadCounts counts; ///< so far
};

/// Told of an export on its way, on the working thread.
struct ExportWatch
{
    std::function<void(const ExportProgress &)> progressed = [](const ExportProgress &) {};
    /// A detector that the data have; unknown ones have the row unknownDetector.
    std::function<void(int row, const std::string &location)> saw = [](int, const std::string &) {};
};

/// What an export has done, as far as it came.
struct ExportOutcome
{
    LoadCounts counts;
    TriggerCount triggers;
    std::uint64_t bins = 0;
    int readers = 1;
};

/// Writes `order` from `source`: streams slice by slice, and the file has its name only when it is whole. `outcome` is
/// kept true also where it fails. One thread of the caller's; `tiles` as in loadTiled().
Result<void> runExport(const SampleSource &source, const TileAccess &tiles, const ExportOrder &order,
                       const ExportWatch &watch, const CancelToken &cancel, ExportOutcome &outcome);

} // namespace cbpm
