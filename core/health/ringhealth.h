// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/bins/binseries.h"
#include "core/detectors/detectortable.h"
#include "core/types/timerange.h"

#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace cbpm {

/// What may be wrong with a detector, the worst first.
enum class Suspicion { Missing, Dead, Saturated, Frozen, GainStep, Noisy, Unbalanced };

/// Why a detector is suspected.
struct Evidence
{
    Suspicion suspicion = Suspicion::Missing;
    /// Missing: share of the samples due that came. Dead, Saturated, Frozen: share of the samples that say so.
    /// GainStep: change of the residual. Noisy: times the ring's median. Unbalanced: mean residual.
    double value = 0.0;
    std::optional<TimePoint> since = {}; ///< GainStep: when. Missing: the end of what came, where it ended early
    std::optional<Button> button = {};   ///< Dead: the one that is, where the other three make the position
};

/// One detector over a loaded range.
struct DetectorHealth
{
    int row = unknownDetector;
    bool isLoaded = false; ///< false: nothing was asked for, nothing is known
    std::uint64_t valid = 0;
    std::uint64_t invalid = 0;
    double rate_Hz = 0.0;                          ///< samples, valid or not
    double coverage = 0.0;                         ///< valid samples over those due at 10 Hz, 0 to 1
    std::optional<Duration> age;                   ///< from the end of its last bin to the end of the range
    std::array<std::uint64_t, flagCount> byFlag{}; ///< samples
    double residualMean = std::numeric_limits<double>::quiet_NaN();
    double residualRms = std::numeric_limits<double>::quiet_NaN();   ///< about zero
    double residualNoise = std::numeric_limits<double>::quiet_NaN(); ///< rms within bins
    double noiseX_mm = std::numeric_limits<double>::quiet_NaN();     ///< rms within bins
    double noiseY_mm = std::numeric_limits<double>::quiet_NaN();
    std::vector<Evidence> evidence; ///< the worst first; empty: nothing suspected

    std::uint64_t samples() const { return valid + invalid; }
};

/// What the loaded bins say of each row of the table. `rows[r]` are the bins of row r, nullptr where none came;
/// `isLoaded(r)` tells whether any were asked for. `range` is what was loaded: all of it is there.
///
/// The rules, each against the ring, so that an outage or a beam dump makes nobody suspect:
/// - Missing: fewer than 0.9 of the samples of the detector that sent most, or none in the last 10 s (three bins, where
///   they are longer) before the newest of the ring. Not for detectors that the table disables.
/// - Dead: the share of samples without signal (too low, too small a sum, no number) is 0.5 above the ring's median, or
///   half of the positions are made from three buttons.
/// - Saturated: 0.01 of the samples. Frozen: 0.01 of the samples.
/// - GainStep: see findGainStep().
/// - Noisy: rms within bins is 4 times the ring's median for the residual, which beam motion does not touch, or 8 times
///   for x or y, which it does.
/// - Unbalanced: the mean residual is beyond the detector's limit: gains or a cable.
/// The ring's median is taken where five detectors or more have a value; with fewer, shares count as they are and noise
/// is not judged.
std::vector<DetectorHealth> ringHealth(const DetectorTable &table, std::span<const BinSeries *const> rows,
                                       const std::function<bool(int)> &isLoaded, Interval interval,
                                       const TimeRange &range);

} // namespace cbpm
