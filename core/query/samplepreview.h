// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/samplesource.h"

namespace cbpm {

/// One sample as a fetch would read it.
struct PreviewRow
{
    TimePoint time;
    QString detector;                            ///< canonical
    bool isKnown = true;                         ///< to the detector table
    std::array<double, buttonCount> button = {}; ///< raw ADU by Button; NaN where NULL
    double x_mm = 0.0;                           ///< NaN where invalid
    double y_mm = 0.0;                           ///< NaN where invalid
    std::uint16_t flags = 0;
};

/// The newest samples, at most `most`, the newest first; none: the source is empty. Blocks; any thread.
Result<std::vector<PreviewRow>> previewSamples(const SampleSource &source, std::size_t most, const CancelToken &cancel);

} // namespace cbpm
