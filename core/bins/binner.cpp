// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bins/binner.h"

#include "core/bins/momentkernel.h"

#include <algorithm>

namespace cbpm {
namespace {

/// The eight columns behind the quantities, in the order of Quantity.
using Columns = std::array<const double *, quantityCount>;

Columns columnsOf(const PositionColumns &p)
{
    return {p.x.data(),         p.y.data(),         p.button[0].data(), p.button[1].data(),
            p.button[2].data(), p.button[3].data(), p.sum.data(),       p.q.data()};
}

/// Valid samples of one bin, packed: only made where a bin holds invalid ones.
class Packed
{
public:
    /// Columns of the samples of [begin, end) without a flag of `excluded`; `count` of them.
    Columns pack(const Columns &from, const std::vector<std::uint16_t> &flags, std::size_t begin, std::size_t end,
                 std::uint16_t excluded)
    {
        m_kept.clear();
        for (std::size_t i = begin; i < end; ++i) {
            if (!(flags[i] & excluded))
                m_kept.push_back(i);
        }
        Columns packed{};
        for (std::size_t k = 0; k < from.size(); ++k) {
            m_values[k].resize(m_kept.size());
            std::transform(m_kept.begin(), m_kept.end(), m_values[k].begin(),
                           [&](std::size_t i) { return from[k][i]; });
            packed[k] = m_values[k].data();
        }
        return packed;
    }

    std::size_t count() const { return m_kept.size(); }

private:
    std::vector<std::size_t> m_kept;
    std::array<std::vector<double>, quantityCount> m_values;
};

constexpr bool isPositional(std::size_t quantity)
{
    return quantity == static_cast<std::size_t>(Quantity::X) || quantity == static_cast<std::size_t>(Quantity::Y)
           || quantity == static_cast<std::size_t>(Quantity::Q);
}

std::size_t endOfBin(const std::vector<std::int64_t> &time, std::size_t begin, std::int64_t limit)
{
    if (time.back() < limit)
        return time.size();
    return static_cast<std::size_t>(
        std::lower_bound(time.begin() + static_cast<std::ptrdiff_t>(begin), time.end(), limit) - time.begin());
}

void appendBin(BinSeries &out, std::int64_t bin, std::size_t count, std::size_t invalid, std::uint16_t flags)
{
    out.bin.push_back(bin);
    out.count.push_back(static_cast<std::uint32_t>(count));
    out.invalid.push_back(static_cast<std::uint32_t>(invalid));
    out.flags.push_back(flags);
}

} // namespace

void binSamples(const DetectorSamples &samples, const PositionColumns &positions, Interval interval, BinSeries &out)
{
    if (!out.bin.empty() && samples.size() > 0 && interval.binAt(timePoint(samples.time.front())) <= out.bin.back()) {
        BinSeries part;
        part.location = out.location;
        part.row = out.row;
        binSamples(samples, positions, interval, part);
        out.merge(part);
        return;
    }
    const bool known = samples.row != unknownDetector;
    const auto excluded = static_cast<std::uint16_t>(known ? invalidatingFlags : invalidatingFlags & ~Unknown);
    const Columns all = columnsOf(positions);
    Packed packed;
    for (std::size_t begin = 0; begin < samples.size();) {
        const std::int64_t bin = interval.binAt(timePoint(samples.time[begin]));
        const std::size_t end = endOfBin(samples.time, begin, unixMicroseconds(interval.binBegin(bin + 1)));
        std::uint16_t flags = 0;
        for (std::size_t i = begin; i < end; ++i)
            flags |= positions.flags[i];

        Columns columns = all;
        std::size_t offset = begin;
        std::size_t count = end - begin;
        if (flags & excluded) {
            columns = packed.pack(all, positions.flags, begin, end, excluded);
            offset = 0;
            count = packed.count();
        }
        appendBin(out, bin, count, end - begin - count, flags);
        for (std::size_t k = 0; k < columns.size(); ++k) {
            const bool measured = count > 0 && (known || !isPositional(k));
            out.moments[k].push_back(measured ? momentsOf(columns[k] + offset, count) : Moments{});
        }
        begin = end;
    }
}

} // namespace cbpm
