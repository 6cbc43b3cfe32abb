// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/exportestimate.h"

namespace cbpm {
namespace {

constexpr double samplesPerSecond = 10.0; ///< of a detector

} // namespace

double bytesPerRow(ExportFormat format, bool isBinned)
{
    switch (format) {
    case ExportFormat::Csv:
        return isBinned ? 255.0 : 125.0;
    case ExportFormat::Hdf5:
    case ExportFormat::Matlab:
        return isBinned ? 125.0 : 76.0;
    case ExportFormat::Archive:
        break;
    }
    return 2.8;
}

ExportEstimate estimateExport(const ExportOrder &order, int detectors, double rate, double measuredBytes)
{
    const bool isBinned = order.interval && order.format != ExportFormat::Archive;
    const double seconds = static_cast<double>(order.range.duration().count()) * 1e-6;
    const double samples = seconds * samplesPerSecond * detectors;
    ExportEstimate estimate;
    estimate.rows =
        isBinned ? seconds / (static_cast<double>(order.interval->width().count()) * 1e-6) * detectors : samples;
    estimate.rows = std::min(estimate.rows, samples);
    estimate.bytes = estimate.rows * (measuredBytes > 0.0 ? measuredBytes : bytesPerRow(order.format, isBinned));
    if (rate > 0.0)
        estimate.seconds = samples / rate;
    return estimate;
}

} // namespace cbpm
