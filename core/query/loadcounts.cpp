// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/loadrequest.h"

namespace cbpm {

LoadCounts &LoadCounts::operator+=(const LoadCounts &other)
{
    rows += other.rows;
    valid += other.valid;
    invalid += other.invalid;
    duplicates += other.duplicates;
    outOfOrder += other.outOfOrder;
    bytes += other.bytes;
    fromTiles += other.fromTiles;
    resumptions += other.resumptions;
    for (std::size_t k = 0; k < byFlag.size(); ++k)
        byFlag[k] += other.byFlag[k];
    return *this;
}

LoadCounts countsOf(const PositionColumns &positions)
{
    LoadCounts counts;
    counts.invalid = positions.invalid;
    counts.valid = positions.flags.size() - positions.invalid;
    for (const std::uint16_t flags : positions.flags) {
        for (std::size_t bit = 0; flags >> bit != 0; ++bit)
            counts.byFlag[bit] += flags >> bit & 1U;
    }
    return counts;
}

LoadCounts countsOf(const BinSeries &bins)
{
    LoadCounts counts;
    for (std::size_t k = 0; k < bins.size(); ++k) {
        // Without a table there is no position: a sample of an unknown detector counts as invalid.
        (bins.row == unknownDetector ? counts.invalid : counts.valid) += bins.count[k];
        counts.invalid += bins.invalid[k];
    }
    for (const FlagTally &tally : bins.tallies) {
        for (std::size_t bit = 0; bit < tally.count.size(); ++bit)
            counts.byFlag[bit] += tally.count[bit];
    }
    return counts;
}

} // namespace cbpm
