// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/bins/binner.h"
#include "core/position/positions.h"

namespace cbpm {

/// Raw samples of one detector to bins, by the quickest way that gives each bin what PositionMap and binSamples() would
/// give it: counts, flags, min and max to the bit, mean and deviation to rounding. Keeps its buffers; one thread.
class PositionBinner
{
public:
    /// Adds to `out`, as binSamples() does. `map` must be valid for all of `samples`; flags step and frozen compare
    /// neighbours within them.
    void bin(const DetectorSamples &samples, const PositionMap &map, Interval interval, BinSeries &out,
             QuantitySet wanted);

private:
    /// Successive bins that hold samples with flags, or that may: those of `samples` in [begin, end).
    struct OddStretch
    {
        std::size_t firstBin; ///< in the series
        std::size_t begin;
        std::size_t end;
    };

    bool binPlainOnes(const DetectorSamples &samples, const KernelConstants &constants, Interval interval,
                      QuantitySet wanted);
    void binOdd(const OddStretch &odd, const DetectorSamples &samples, const PositionMap &map, Interval interval,
                QuantitySet wanted);

    BinSeries m_bins; ///< of the samples at hand; odd ones are filled in last
    BinSeries m_oddBins; ///< of one odd stretch
    std::vector<OddStretch> m_odd;
    std::size_t m_lead = 0; ///< samples before an odd stretch that its flags may depend on
    DetectorSamples m_samples;
    PositionColumns m_positions;
};

} // namespace cbpm
