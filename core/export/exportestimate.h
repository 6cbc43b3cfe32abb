// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/export/exporter.h"

#include <optional>

namespace cbpm {

/// What an export will make, before it is begun; right to some ten percent where the data have no gaps.
struct ExportEstimate
{
    double rows = 0.0;             ///< of the file: bins or samples
    double bytes = 0.0;            ///< of the file
    std::optional<double> seconds; ///< nullopt: nothing is known of the source's speed
};

/// Bytes of a row as measured on files of the demo day; a row of HDF5 or MAT bins is a place in the grid.
double bytesPerRow(ExportFormat format, bool isBinned);

/// `detectors` are those that will have data; `rate`: rows of the source a second, as last measured, 0: unknown.
/// `measuredBytes`: of a row, from a file written before, 0: none was.
ExportEstimate estimateExport(const ExportOrder &order, int detectors, double rate, double measuredBytes = 0.0);

} // namespace cbpm
