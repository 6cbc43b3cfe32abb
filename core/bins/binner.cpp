// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bins/binner.h"

#include "core/bins/momentkernel.h"
#include "core/bins/plainkernel.h"

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

/// Shorter bins hold too few samples for vectors of them.
constexpr Duration shortestPlain = std::chrono::seconds{1};

/// Extremes of x and y: where they lie close enough together there is no step between any two samples.
struct Spread
{
    Moments x, y;

    bool isWiderThan(double limit) const { return x.max - x.min > limit || y.max - y.min > limit; }

    Spread with(const Spread &other) const
    {
        Spread both = *this;
        both.x.min = std::min(x.min, other.x.min);
        both.x.max = std::max(x.max, other.x.max);
        both.y.min = std::min(y.min, other.y.min);
        both.y.max = std::max(y.max, other.y.max);
        return both;
    }
};

std::size_t endOfBin(const std::vector<std::int64_t> &time, std::size_t begin, std::int64_t limit)
{
    if (time.back() < limit)
        return time.size();
    return static_cast<std::size_t>(
        std::lower_bound(time.begin() + static_cast<std::ptrdiff_t>(begin), time.end(), limit) - time.begin());
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

void appendBin(BinSeries &out, std::int64_t bin, std::size_t count, std::size_t invalid, std::uint16_t flags)
{
    out.bin.push_back(bin);
    out.count.push_back(static_cast<std::uint32_t>(count));
    out.invalid.push_back(static_cast<std::uint32_t>(invalid));
    out.flags.push_back(flags);
}

/// Room for the bins of `samples` in an empty series: columns that double as they grow would hold up to twice as much.
void reserveFor(BinSeries &out, const DetectorSamples &samples, Interval interval, QuantitySet wanted)
{
    if (!out.bin.empty() || samples.size() == 0)
        return;
    const auto span = interval.binAt(timePoint(samples.time.back())) - interval.binAt(timePoint(samples.time.front()));
    const std::size_t bins = std::min(static_cast<std::size_t>(span) + 1, samples.size());
    out.bin.reserve(bins);
    out.count.reserve(bins);
    out.invalid.reserve(bins);
    out.flags.reserve(bins);
    for (std::size_t k = 0; k < out.moments.size(); ++k) {
        if (contains(wanted, k))
            out.moments[k].reserve(bins);
    }
}

} // namespace

void binSamples(const DetectorSamples &samples, const PositionColumns &positions, Interval interval, BinSeries &out,
                QuantitySet wanted)
{
    for (const auto &[quantity, column] :
         {std::pair{Quantity::Intensity, &positions.intensity}, std::pair{Quantity::Residual, &positions.residual}}) {
        if (column->empty())
            wanted &= static_cast<QuantitySet>(~quantities(quantity));
    }
    if (!out.bin.empty() && samples.size() > 0 && interval.binAt(timePoint(samples.time.front())) <= out.bin.back()) {
        BinSeries part;
        part.location = out.location;
        part.row = out.row;
        binSamples(samples, positions, interval, part, wanted);
        out.merge(part);
        return;
    }
    const bool known = samples.row != unknownDetector;
    const auto excluded = static_cast<std::uint16_t>(known ? invalidatingFlags : invalidatingFlags & ~Unknown);
    const Columns all = columnsOf(positions);
    Packed packed;
    const bool isNew = out.bin.empty();
    reserveFor(out, samples, interval, wanted);
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
        begin = end;
    }
    if (isNew)
        out.tallies.shrink_to_fit();
}

bool binPlainSamples(const DetectorSamples &samples, const KernelConstants &constants, Interval interval,
                     BinSeries &out, QuantitySet wanted)
{
    const auto rawFrom = [&](std::size_t begin) {
        RawColumns raw{};
        for (std::size_t k = 0; k < raw.size(); ++k)
            raw[k] = samples.button[k].data() + begin;
        return raw;
    };
    if (interval.width() < shortestPlain || !samples.arrival.empty()
        || mayBeFrozen(constants, rawFrom(0), samples.size()))
        return false;
    BinSeries plain;
    reserveFor(plain, samples, interval, wanted);
    Spread before;
    for (std::size_t begin = 0; begin < samples.size();) {
        const std::int64_t bin = interval.binAt(timePoint(samples.time[begin]));
        const std::size_t end = endOfBin(samples.time, begin, unixMicroseconds(interval.binBegin(bin + 1)));
        const auto moments = plainMoments(constants, rawFrom(begin), end - begin, wanted);
        if (!moments)
            return false;
        const Spread here{(*moments)[0], (*moments)[1]};
        if (here.isWiderThan(constants.limits.step_mm) && hasStep(constants, rawFrom(begin), end - begin))
            return false;
        if (begin > 0 && here.with(before).isWiderThan(constants.limits.step_mm)
            && hasStep(constants, rawFrom(begin - 1), 2))
            return false;
        before = here;
        appendBin(plain, bin, end - begin, 0, 0);
        for (std::size_t k = 0; k < moments->size(); ++k) {
            if (contains(wanted, k))
                plain.moments[k].push_back((*moments)[k]);
        }
        begin = end;
    }
    out.merge(plain);
    return true;
}

} // namespace cbpm
