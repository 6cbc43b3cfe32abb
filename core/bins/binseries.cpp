// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bins/binseries.h"

#include <algorithm>
#include <cstddef>

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
    for (std::size_t k = 0; k < to.moments.size(); ++k)
        append(to.moments[k], from.moments[k], begin);
}

void mergeBin(BinSeries &to, std::size_t i, const BinSeries &from, std::size_t j)
{
    for (std::size_t k = 0; k < to.moments.size(); ++k)
        to.moments[k][i].merge(to.count[i], from.moments[k][j], from.count[j]);
    to.count[i] += from.count[j];
    to.invalid[i] += from.invalid[j];
    to.flags[i] |= from.flags[j];
}

void copyBin(BinSeries &to, const BinSeries &from, std::size_t j)
{
    to.bin.push_back(from.bin[j]);
    to.count.push_back(from.count[j]);
    to.invalid.push_back(from.invalid[j]);
    to.flags.push_back(from.flags[j]);
    for (std::size_t k = 0; k < to.moments.size(); ++k)
        to.moments[k].push_back(from.moments[k][j]);
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

void BinSeries::dropFirst(std::size_t n)
{
    const auto drop = [n](auto &column) {
        column.erase(column.begin(), column.begin() + static_cast<std::ptrdiff_t>(n));
    };
    drop(bin);
    drop(count);
    drop(invalid);
    drop(flags);
    for (std::vector<Moments> &column : moments)
        drop(column);
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
    } else {
        *this = interleaved(*this, other);
    }
}

} // namespace cbpm
