// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bins/binner.h"

#include "core/bins/binwalk.h"
#include "core/bins/momentkernel.h"

#include <algorithm>

namespace cbpm {
namespace {

/// The columns behind the quantities, in the order of Quantity.
using Columns = std::array<const double *, quantityCount>;

Columns columnsOf(const PositionColumns &p)
{
    return {p.x.data(),         p.y.data(),   p.button[0].data(), p.button[1].data(), p.button[2].data(),
            p.button[3].data(), p.sum.data(), p.q.data(),         p.residual.data(),  p.intensity.data()};
}

/// Valid samples of one bin, packed: only made where a bin holds invalid ones.
class Packed
{
public:
    /// Columns of the samples of [begin, end) without a flag of `excluded`; `count` of them.
    Columns pack(const Columns &from, const std::vector<std::uint16_t> &flags, std::size_t begin, std::size_t end,
                 std::uint16_t excluded, QuantitySet wanted)
    {
        m_kept.clear();
        for (std::size_t i = begin; i < end; ++i) {
            if (!(flags[i] & excluded))
                m_kept.push_back(i);
        }
        Columns packed{};
        for (std::size_t k = 0; k < from.size(); ++k) {
            if (!contains(wanted, k))
                continue;
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
           || quantity == static_cast<std::size_t>(Quantity::Q)
           || quantity == static_cast<std::size_t>(Quantity::Residual);
}

FlagTally tallyOf(std::int64_t bin, const std::uint16_t *flags, std::size_t n, std::uint16_t seen)
{
    FlagTally tally{bin, {}};
    for (std::size_t bit = 0; bit < tally.count.size(); ++bit) {
        if (seen >> bit & 1)
            tally.count[bit] = static_cast<std::uint32_t>(
                std::count_if(flags, flags + n, [bit](std::uint16_t each) { return each >> bit & 1; }));
    }
    return tally;
}

} // namespace

void binSamples(const DetectorSamples &samples, const PositionColumns &positions, Interval interval, BinSeries &out,
                QuantitySet wanted, std::size_t first)
{
    for (const auto &[quantity, column] :
         {std::pair{Quantity::Intensity, &positions.intensity}, std::pair{Quantity::Residual, &positions.residual}}) {
        if (column->empty())
            wanted &= static_cast<QuantitySet>(~quantities(quantity));
    }
    if (!out.bin.empty() && first < samples.size()
        && interval.binAt(timePoint(samples.time[first])) <= out.bin.back()) {
        BinSeries part;
        part.location = out.location;
        part.row = out.row;
        binSamples(samples, positions, interval, part, wanted, first);
        out.merge(part);
        return;
    }
    const bool known = samples.row != unknownDetector;
    const auto excluded = static_cast<std::uint16_t>(known ? invalidatingFlags : invalidatingFlags & ~Unknown);
    const Columns all = columnsOf(positions);
    Packed packed;
    const bool isNew = out.bin.empty();
    reserveFor(out, samples, interval, wanted);
    for (std::size_t at = first; at < samples.size();) {
        const auto [bin, begin, end] = binFrom(samples.time, at, interval);
        std::uint16_t flags = 0;
        for (std::size_t i = begin; i < end; ++i)
            flags |= positions.flags[i];

        Columns columns = all;
        std::size_t offset = begin;
        std::size_t count = end - begin;
        if (flags & excluded) {
            columns = packed.pack(all, positions.flags, begin, end, excluded, wanted);
            offset = 0;
            count = packed.count();
        }
        appendBin(out, bin, count, end - begin - count, flags);
        if (flags != 0)
            out.tallies.push_back(tallyOf(bin, positions.flags.data() + begin, end - begin, flags));
        for (std::size_t k = 0; k < columns.size(); ++k) {
            if (!contains(wanted, k))
                continue;
            const bool measured = count > 0 && (known || !isPositional(k));
            out.moments[k].push_back(measured ? momentsOf(columns[k] + offset, count) : Moments{});
        }
        at = end;
    }
    if (isNew)
        out.tallies.shrink_to_fit();
}

} // namespace cbpm
