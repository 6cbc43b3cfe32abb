// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/export/hdffile.h"
#include "core/source/samplesource.h"

#include <optional>

namespace cbpm {

/// What a file says of its own origin.
struct ExportOrigin
{
    SourceInfo source;
    TimeRange range;
    DetectorTablePtr table;
    std::optional<PositionMethod> method; ///< nullopt: each detector's own
};

/// Writes it into `file`, with the detector table as a text of its own; `format` says what the file is.
Result<void> describe(HdfFile &file, const QString &format, const ExportOrigin &origin);

/// Adds datasets, none of them wide enough for anything yet.
Result<void> addColumns(HdfFile &file, const std::vector<HdfFile::Column> &columns);

} // namespace cbpm
