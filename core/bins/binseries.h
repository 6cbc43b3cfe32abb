// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/bins/cell.h"
#include "core/types/flags.h"
#include "core/types/interval.h"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace cbpm {

/// How many samples of one bin carry which flag.
struct FlagTally
{
    std::int64_t bin = 0;
    std::array<std::uint32_t, flagCount> count{}; ///< by bit of Flag
};

/// Bins of one detector as columns of equal length n, bin numbers strictly ascending; a bin without any sample is
/// absent. A bin whose samples are all invalid is there with count 0 (so that it can be told from a gap).
struct BinSeries
{
    std::string location;
    int row = -1;                       ///< in the detector table; -1: unknown there
    std::vector<std::int64_t> bin;      ///< [n] number of the bin (see Interval)
    std::vector<std::uint32_t> count;   ///< [n] valid samples
    std::vector<std::uint32_t> invalid; ///< [n] samples left out
    std::vector<std::uint16_t> flags;   ///< [n] union of the flags of all samples
    std::vector<FlagTally> tallies;     ///< of the bins with any flag, bins ascending
    /// [n] each, or empty where the quantity was not asked for; over `count` samples; unset where count is 0. An
    /// unknown detector has no X, Y and Q: its `count` are the samples that are valid apart from that.
    std::array<std::vector<Moments>, quantityCount> moments;

    std::size_t size() const noexcept { return bin.size(); }
    /// Counts by flag of bin number `number`; nullptr: no sample there has a flag.
    const FlagTally *tallyOf(std::int64_t number) const;
    /// Counts one more sample of bin `number`, which must be here, as having `flag`.
    void addFlag(std::int64_t number, std::uint16_t flag);
    /// The same for a bin of later samples, which come or came elsewhere: merge() puts it where it belongs.
    void addLaterFlag(std::int64_t number, std::uint16_t flag);

    const std::vector<Moments> &of(Quantity quantity) const { return moments[static_cast<std::size_t>(quantity)]; }

    /// As new, but keeps its memory.
    void clear();

    /// Forgets the first `n` bins.
    void dropFirst(std::size_t n);

    /// Forgets the bins with numbers from `begin` on.
    void dropFrom(std::int64_t begin);

    /// Bins with numbers in [begin, end).
    BinSeries part(std::int64_t begin, std::int64_t end) const;
    /// Adds those of `from` at the end: they come after the bins here.
    void append(const BinSeries &from, std::int64_t begin, std::int64_t end);
    /// Room for `n` bins of the quantities that `like` has.
    void reserve(std::size_t n, const BinSeries &like);
    /// The same samples in bins of `to`, a multiple of `from`: min, max and counts exactly, the rest to rounding.
    BinSeries folded(Interval from, Interval to) const;

    /// Bytes that the columns take.
    std::size_t bytes() const;

    /// Merges `other` of the same detector and interval; appending at the end is O(size of other), at the front O(size
    /// of both).
    void merge(const BinSeries &other);
    /// The same; where nothing is here yet the columns themselves change places.
    void merge(BinSeries &&other);
};

/// Of all of them.
std::size_t bytesOf(const std::vector<BinSeries> &series);

} // namespace cbpm
