// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/ringmap.h"

#include <algorithm>

namespace cbpm {
namespace {

void count(const PositionColumns &positions, LoadCounts &counts)
{
    counts.invalid += positions.invalid;
    counts.valid += positions.flags.size() - positions.invalid;
    std::uint16_t seen = 0;
    for (const std::uint16_t flags : positions.flags)
        seen |= flags;
    for (int bit = 0; seen != 0 && bit < flagCount; ++bit) {
        if (seen >> bit & 1) {
            counts.byFlag[static_cast<std::size_t>(bit)] +=
                static_cast<std::uint64_t>(std::count_if(positions.flags.begin(), positions.flags.end(),
                                                         [bit](std::uint16_t flags) { return flags >> bit & 1; }));
        }
    }
}

} // namespace

RingMap::RingMap(const DetectorTable &table, std::optional<PositionMethod> method)
{
    m_maps.reserve(static_cast<std::size_t>(table.size()));
    for (const Detector &detector : table.detectors())
        m_maps.emplace_back(detector, method);
}

void RingMap::apply(const DetectorSamples &samples, PositionColumns &out, LoadCounts &counts) const
{
    const PositionMap &map = samples.row == unknownDetector ? m_unknown : m_maps[static_cast<std::size_t>(samples.row)];
    map.apply(samples, out);
    count(out, counts);
}

} // namespace cbpm
