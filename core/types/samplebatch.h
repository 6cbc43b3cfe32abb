// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/types/timerange.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace cbpm {

/// The four buttons in the order of the electronics' cards (TI, BI, BO, TO): inner is towards the ring centre.
enum class Button : std::size_t { TopInner = 0, BottomInner = 1, BottomOuter = 2, TopOuter = 3 };
inline constexpr std::size_t buttonCount = 4;

/// Row of a detector in the DetectorTable; `unknownDetector` for one the table lacks.
inline constexpr int unknownDetector = -1;

/// Samples of one detector as columns of equal length n; times strictly ascend, so (detector, time) is unique.
struct DetectorSamples
{
    std::string location;                                ///< canonical, "12W" (see core/detectors/detectorname.h)
    int row = unknownDetector;                           ///< in the table the source was opened with
    std::vector<std::int64_t> time;                      ///< [n] µs since 1970-01-01T00:00:00Z
    std::array<std::vector<double>, buttonCount> button; ///< [n] raw ADU by Button; NaN where NULL
    std::vector<std::uint16_t> arrival;                  ///< [n] Flag::Duplicate / Flag::Late bits, or empty: none

    std::size_t size() const noexcept { return time.size(); }
};

/// Leaves of `samples` what lies in `range`.
void crop(DetectorSamples &samples, const TimeRange &range);

/// Adds later samples of the same detector to `to`.
void append(DetectorSamples &to, const DetectorSamples &later);

/// What one slice of time holds: every row of it that was asked for. Immutable once published.
struct SampleBatch
{
    TimeRange range;                        ///< the slice; batches of one read do not overlap
    std::vector<DetectorSamples> detectors; ///< those with at least one sample, each once
    std::uint64_t rows = 0;                 ///< rows read, duplicates included
    std::uint64_t duplicates = 0;           ///< rows dropped for a later one of the same detector and time
    std::uint64_t outOfOrder = 0;           ///< rows that came before an earlier one of their detector
    std::uint64_t bytes = 0;                ///< received from the server or read from the file
    std::uint64_t fromTiles = 0;            ///< of the rows: kept from an earlier read
    TimePoint seenTo = TimePoint::max();    ///< what was written before it was seen: a standby lags; max: everything
    std::uint64_t resumptions = 0;          ///< how often the source was lost and found before it: later rows may be in
};

using SampleBatchPtr = std::shared_ptr<const SampleBatch>;

} // namespace cbpm
