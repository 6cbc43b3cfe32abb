// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bins/binseries.h"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <functional>
#include <numeric>
#include <span>
#include <utility>

namespace cbpm {
namespace {

template<class T>
void append(std::vector<T> &to, const std::vector<T> &from, std::size_t begin)
{
    to.insert(to.end(), from.begin() + static_cast<std::ptrdiff_t>(begin), from.end());
}

void appendFrom(BinSeries &to, const BinSeries &from, std::size_t begin)
{
    append(to.bin, from.bin, begin);
    append(to.count, from.count, begin);
    append(to.invalid, from.invalid, begin);
    append(to.flags, from.flags, begin);
    for (std::size_t k = 0; k < to.moments.size(); ++k) {
        if (!from.moments[k].empty())
            append(to.moments[k], from.moments[k], begin);
    }
}

void mergeBin(BinSeries &to, std::size_t i, const BinSeries &from, std::size_t j)
{
    for (std::size_t k = 0; k < to.moments.size(); ++k) {
        if (!from.moments[k].empty())
            to.moments[k][i].merge(to.count[i], from.moments[k][j], from.count[j]);
    }
    to.count[i] += from.count[j];
    to.invalid[i] += from.invalid[j];
    to.flags[i] |= from.flags[j];
}

/// `from` ends where `to` begins, with a bin that both may have.
void putBefore(BinSeries &to, const BinSeries &from)
{
    const bool share = to.bin.front() == from.bin.back();
    if (share)
        mergeBin(to, 0, from, from.size() - 1);
    const auto n = static_cast<std::ptrdiff_t>(from.size()) - (share ? 1 : 0);
    const auto put = [n](auto &column, const auto &earlier) {
        if (!earlier.empty())
            column.insert(column.begin(), earlier.begin(), earlier.begin() + n);
    };
    put(to.bin, from.bin);
    put(to.count, from.count);
    put(to.invalid, from.invalid);
    put(to.flags, from.flags);
    for (std::size_t k = 0; k < to.moments.size(); ++k)
        put(to.moments[k], from.moments[k]);
}

void copyBin(BinSeries &to, const BinSeries &from, std::size_t j)
{
    to.bin.push_back(from.bin[j]);
    to.count.push_back(from.count[j]);
    to.invalid.push_back(from.invalid[j]);
    to.flags.push_back(from.flags[j]);
    for (std::size_t k = 0; k < to.moments.size(); ++k) {
        if (!from.moments[k].empty())
            to.moments[k].push_back(from.moments[k][j]);
    }
}

void add(FlagTally &to, const FlagTally &from)
{
    for (std::size_t k = 0; k < to.count.size(); ++k)
        to.count[k] += from.count[k];
}

auto firstNotBefore(std::vector<FlagTally> &tallies, std::int64_t bin)
{
    return std::lower_bound(tallies.begin(), tallies.end(), bin,
                            [](const FlagTally &tally, std::int64_t number) { return tally.bin < number; });
}

/// `from` comes later as a rule, and only its first bins are here already; or before, and only its last ones are.
void mergeTallies(std::vector<FlagTally> &to, const std::vector<FlagTally> &from)
{
    const auto before = to.empty() ? from.begin() : std::ranges::lower_bound(from, to.front().bin, {}, &FlagTally::bin);
    to.insert(to.begin(), from.begin(), before);
    for (const FlagTally &tally : std::span{before, from.end()}) {
        const auto place = to.empty() || to.back().bin < tally.bin ? to.end() : firstNotBefore(to, tally.bin);
        if (place != to.end() && place->bin == tally.bin)
            add(*place, tally);
        else
            to.insert(place, tally);
    }
}

/// Both in any order: the slow way, for late slices.
BinSeries interleaved(const BinSeries &a, const BinSeries &b)
{
    BinSeries merged;
    merged.location = a.location;
    merged.row = a.row;
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < a.size() || j < b.size()) {
        if (j == b.size() || (i < a.size() && a.bin[i] <= b.bin[j])) {
            copyBin(merged, a, i);
            if (j < b.size() && a.bin[i] == b.bin[j])
                mergeBin(merged, merged.size() - 1, b, j++);
            ++i;
        } else {
            copyBin(merged, b, j++);
        }
    }
    return merged;
}

} // namespace

void BinSeries::clear()
{
    location.clear();
    row = -1;
    bin.clear();
    count.clear();
    invalid.clear();
    flags.clear();
    tallies.clear();
    for (std::vector<Moments> &column : moments)
        column.clear();
}

void BinSeries::dropFirst(std::size_t n)
{
    tallies.erase(tallies.begin(), n < size() ? firstNotBefore(tallies, bin[n]) : tallies.end());
    const auto drop = [n](auto &column) {
        column.erase(column.begin(), column.begin() + static_cast<std::ptrdiff_t>(n));
    };
    drop(bin);
    drop(count);
    drop(invalid);
    drop(flags);
    for (std::vector<Moments> &column : moments) {
        if (!column.empty())
            drop(column);
    }
}

void BinSeries::dropFrom(std::int64_t begin)
{
    const auto n = static_cast<std::size_t>(std::lower_bound(bin.begin(), bin.end(), begin) - bin.begin());
    tallies.erase(firstNotBefore(tallies, begin), tallies.end());
    bin.resize(n);
    count.resize(n);
    invalid.resize(n);
    flags.resize(n);
    for (std::vector<Moments> &column : moments) {
        if (!column.empty())
            column.resize(n);
    }
}

void BinSeries::merge(const BinSeries &other)
{
    if (other.bin.empty())
        return;
    if (bin.empty() || bin.back() < other.bin.front()) {
        appendFrom(*this, other, 0);
    } else if (bin.back() == other.bin.front()) {
        mergeBin(*this, size() - 1, other, 0);
        appendFrom(*this, other, 1);
    } else if (other.bin.back() <= bin.front()) {
        putBefore(*this, other);
    } else {
        std::vector<FlagTally> kept = std::move(tallies);
        *this = interleaved(*this, other);
        tallies = std::move(kept);
    }
    mergeTallies(tallies, other.tallies);
}

void BinSeries::merge(BinSeries &&other)
{
    if (!bin.empty() || !tallies.empty())
        return merge(std::as_const(other));
    other.location = std::move(location);
    other.row = row;
    std::swap(*this, other);
}

void BinSeries::addLaterFlag(std::int64_t number, std::uint16_t flag)
{
    if (bin.empty() || bin.back() < number) {
        bin.push_back(number);
        count.push_back(0);
        invalid.push_back(0);
        flags.push_back(0);
        for (std::vector<Moments> &column : moments) {
            if (!column.empty())
                column.emplace_back();
        }
    }
    addFlag(number, flag);
}

BinSeries BinSeries::part(std::int64_t begin, std::int64_t end) const
{
    BinSeries some;
    some.location = location;
    some.row = row;
    some.append(*this, begin, end);
    return some;
}

void BinSeries::append(const BinSeries &from, std::int64_t begin, std::int64_t end)
{
    const auto first = std::lower_bound(from.bin.begin(), from.bin.end(), begin) - from.bin.begin();
    const auto last = std::lower_bound(from.bin.begin() + first, from.bin.end(), end) - from.bin.begin();
    const auto copy = [first, last](auto &to, const auto &column) {
        if (!column.empty())
            to.insert(to.end(), column.begin() + first, column.begin() + last);
    };
    copy(bin, from.bin);
    copy(count, from.count);
    copy(invalid, from.invalid);
    copy(flags, from.flags);
    for (std::size_t k = 0; k < moments.size(); ++k)
        copy(moments[k], from.moments[k]);
    for (const FlagTally &tally : from.tallies) {
        if (begin <= tally.bin && tally.bin < end)
            tallies.push_back(tally);
    }
}

void BinSeries::reserve(std::size_t n, const BinSeries &like)
{
    bin.reserve(n);
    count.reserve(n);
    invalid.reserve(n);
    flags.reserve(n);
    for (std::size_t k = 0; k < moments.size(); ++k) {
        if (!like.moments[k].empty())
            moments[k].reserve(n);
    }
}

BinSeries BinSeries::folded(Interval from, Interval to) const
{
    BinSeries coarse;
    coarse.location = location;
    coarse.row = row;
    const std::int64_t factor = to.width() / from.width();
    const auto coarseBin = [factor](std::int64_t fine) {
        return fine >= 0 ? fine / factor : -((-fine + factor - 1) / factor);
    };
    for (std::size_t k = 0; k < size(); ++k) {
        const std::int64_t number = coarseBin(bin[k]);
        if (coarse.bin.empty() || coarse.bin.back() != number) {
            copyBin(coarse, *this, k);
            coarse.bin.back() = number;
        } else {
            mergeBin(coarse, coarse.size() - 1, *this, k);
        }
    }
    for (const FlagTally &tally : tallies) {
        const std::int64_t number = coarseBin(tally.bin);
        if (coarse.tallies.empty() || coarse.tallies.back().bin != number)
            coarse.tallies.push_back({number, tally.count});
        else
            add(coarse.tallies.back(), tally);
    }
    return coarse;
}

std::size_t BinSeries::bytes() const
{
    std::size_t total = sizeof *this
                        + bin.size() * (sizeof(std::int64_t) + 2 * sizeof(std::uint32_t) + sizeof(std::uint16_t))
                        + tallies.size() * sizeof(FlagTally);
    for (const std::vector<Moments> &column : moments)
        total += column.size() * sizeof(Moments);
    return total;
}

std::size_t bytesOf(const std::vector<BinSeries> &series)
{
    return std::transform_reduce(series.begin(), series.end(), std::size_t{0}, std::plus{},
                                 [](const BinSeries &each) { return each.bytes(); });
}

const FlagTally *BinSeries::tallyOf(std::int64_t number) const
{
    const auto found = std::lower_bound(tallies.begin(), tallies.end(), number,
                                        [](const FlagTally &tally, std::int64_t wanted) { return tally.bin < wanted; });
    return found != tallies.end() && found->bin == number ? &*found : nullptr;
}

void BinSeries::addFlag(std::int64_t number, std::uint16_t flag)
{
    const auto place = std::lower_bound(bin.begin(), bin.end(), number);
    if (place == bin.end() || *place != number)
        return;
    flags[static_cast<std::size_t>(place - bin.begin())] |= flag;
    FlagTally tally{number, {}};
    tally.count[static_cast<std::size_t>(std::countr_zero(flag))] = 1;
    mergeTallies(tallies, {tally});
}

} // namespace cbpm
