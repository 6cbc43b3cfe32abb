// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/types/timerange.h"

#include <cstdint>
#include <span>
#include <vector>

namespace cbpm {

/// Weights of a segment: Hann for noise, flat top for the height of lines, rectangular for transients that fit.
enum class Window { Hann, FlatTop, BlackmanHarris, Rectangular };

/// How a spectrum is made.
struct SpectrumOrder
{
    Window window = Window::Hann;
    std::size_t segment = 0;   ///< values; 0: chosen by the length of the data
    double mostMissing = 0.02; ///< share of a segment; what lacks more is left out
};

/// One-sided amplitude density by Welch's method: segments that overlap by half, each without its mean.
struct Spectrum
{
    double step_Hz = 0.0;        ///< frequency k has density k: k step_Hz
    std::vector<double> density; ///< [segment / 2 + 1] unit/sqrt(Hz); empty: no segment was whole enough
    double lineWidth_Hz = 0.0; ///< noise bandwidth of the window: a sine of amplitude a peaks at a / sqrt(2 lineWidth)
    std::size_t segment = 0;   ///< values
    std::size_t segments = 0;  ///< averaged
    std::size_t leftOut = 0;   ///< segments that lacked too much
    std::uint64_t missing = 0; ///< values of all that were missing
    std::uint64_t interpolated = 0; ///< of those, the ones that were made from their neighbours
};

/// Values of samples [n] at times [n] (µs, ascending) put on the triggers whose nominal time is in `range`: [triggers],
/// NaN where there is none; of several samples of one trigger the last wins.
std::vector<double> onTriggers(std::span<const std::int64_t> time_us, std::span<const double> values,
                               const TimeRange &range);

/// Spectrum of `values` [n] at `rate_Hz`, NaN where missing. Any thread.
Spectrum spectrumOf(std::span<const double> values, double rate_Hz, const SpectrumOrder &order);

/// From which end motion is summed up: all below a frequency, or all above it.
enum class IntegrateFrom { Low, High };

/// Root of the summed power [segment / 2 + 1], in the unit of the values: rms motion below (Low) or above (High) each
/// frequency, that frequency included; the mean is no motion.
std::vector<double> integratedMotion(const Spectrum &spectrum, IntegrateFrom from);

} // namespace cbpm
