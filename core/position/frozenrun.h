// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detectors/detector.h"
#include "core/types/samplebatch.h"

#include <array>
#include <cstddef>

namespace cbpm {

/// Raw columns [n] of one stretch of samples, by Button.
using RawColumns = std::array<const double *, buttonCount>;

/// Those of `samples` from `first` on.
inline RawColumns rawColumns(const DetectorSamples &samples, std::size_t first = 0)
{
    RawColumns raw{};
    for (std::size_t k = 0; k < raw.size(); ++k)
        raw[k] = samples.button[k].data() + first;
    return raw;
}

/// Whether two samples are the same in all four buttons.
inline bool isRepeated(const RawColumns &raw, std::size_t a, std::size_t b)
{
    return raw[0][a] == raw[0][b] && raw[1][a] == raw[1][b] && raw[2][a] == raw[2][b] && raw[3][a] == raw[3][b];
}

/// Readings in a row that are the same in all four buttons, from which on the last is flagged Frozen; at least two.
std::size_t frozenRun(const Thresholds &limits);

/// Whether [n] samples may hold such a run: true wherever they do, and seldom else. Looks at few of them.
bool mayBeFrozen(const RawColumns &raw, std::size_t n, const Thresholds &limits);

} // namespace cbpm
