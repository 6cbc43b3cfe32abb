// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/comoments.h"
#include "core/bins/binseries.h"
#include "core/query/opensource.h"
#include "core/source/samplesource.h"

#include <optional>
#include <string>
#include <vector>

namespace cbpm {

/// One plane of a detector over a stretch; NaN where too few samples tell.
struct PlaneStatistics
{
    double mean = std::numeric_limits<double>::quiet_NaN();  ///< mm
    double sigma = std::numeric_limits<double>::quiet_NaN(); ///< mm, of the sample (n-1)
    double min = std::numeric_limits<double>::quiet_NaN();   ///< mm
    double max = std::numeric_limits<double>::quiet_NaN();   ///< mm
    double slope = std::numeric_limits<double>::quiet_NaN(); ///< mm/s, least squares against time

    double peakToPeak() const { return max - min; }
};

/// One detector over a stretch.
struct DetectorStatistics
{
    int row = unknownDetector;
    std::string location;
    std::uint64_t count = 0;   ///< valid samples; 0: no data
    std::uint64_t invalid = 0; ///< samples left out
    double coverage = 0.0;     ///< valid samples over those due at 10 Hz, 0 to 1
    PlaneStatistics x;
    PlaneStatistics y;
    double rho = std::numeric_limits<double>::quiet_NaN(); ///< of x and y; NaN where a plane stands still, and of bins
};

/// What a stretch holds, detector by detector.
struct StretchStatistics
{
    TimeRange range;
    std::optional<Interval> bins;              ///< made from bins of this; nullopt: from the samples themselves
    std::vector<DetectorStatistics> detectors; ///< those asked for, without data, too; in the order of the table

    std::uint64_t samples() const; ///< valid ones
};

/// What `moments` of `row` say; `range` tells how many samples were due.
DetectorStatistics statisticsOf(const CoMoments &moments, const TimeRange &range);

/// From the bins that touch `range`: rho is not to be had, the slope is that of the means, all else is exact for the
/// time that those bins cover.
DetectorStatistics binStatistics(const BinSeries &bins, Interval interval, const TimeRange &range);
/// `range` with the bins at its ends whole, but not beyond `loaded`.
TimeRange onBinEdges(const TimeRange &range, Interval interval, const TimeRange &loaded);

/// From the samples of `rows` (empty: all of the table), in one pass: memory does not grow with the range. Blocks; any
/// thread.
Result<StretchStatistics> sampleStatistics(const SampleSource &source, const TimeRange &range, std::vector<int> rows,
                                           std::optional<PositionMethod> method, const ProgressReport &progress,
                                           const CancelToken &cancel);

} // namespace cbpm
