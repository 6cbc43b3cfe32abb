// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bins/positionbinner.h"

#include "core/bins/binwalk.h"
#include "core/bins/plainkernel.h"

#include <algorithm>

namespace cbpm {
namespace {

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

/// Looks for flags that come from comparing neighbours, bin after bin.
class Neighbours
{
public:
    Neighbours(const DetectorSamples &samples, const KernelConstants &constants, std::size_t lead)
        : m_samples{samples}, m_constants{constants}, m_lead{lead}
    {
    }

    /// Whether any sample of [begin, end) may be a step or frozen; each of them is plain by itself, and `here` of them.
    bool mayBeFlagged(std::size_t begin, std::size_t end, const Spread &here) const
    {
        const double limit = m_constants.limits.step_mm;
        const std::size_t lead = std::min(begin, m_lead);
        return mayBeFrozen(rawColumns(m_samples, begin - lead), end - begin + lead, m_constants.limits)
               || (here.isWiderThan(limit) && hasStep(m_constants, rawColumns(m_samples, begin), end - begin))
               || (begin > 0 && stepsInto(begin, here));
    }

    /// The bin before the next one was `plain` all through, or not.
    void passed(const Spread &bin, bool plain)
    {
        m_before = bin;
        m_wasPlain = plain;
    }

private:
    bool stepsInto(std::size_t begin, const Spread &here) const
    {
        const RawColumns last = rawColumns(m_samples, begin - 1);
        if (m_wasPlain && !here.with(m_before).isWiderThan(m_constants.limits.step_mm))
            return false;
        // A sample that is not plain may be compared otherwise, or not at all.
        const bool isPlain = m_wasPlain || plainMoments(m_constants, last, 1, quantities(Quantity::X)).has_value();
        return !isPlain || hasStep(m_constants, last, 2);
    }

    const DetectorSamples &m_samples;
    const KernelConstants &m_constants;
    const std::size_t m_lead;
    Spread m_before;
    bool m_wasPlain = false;
};

} // namespace

void PositionBinner::bin(const DetectorSamples &samples, const PositionMap &map, Interval interval, BinSeries &out,
                         QuantitySet wanted)
{
    const auto constants = map.plainConstants();
    const bool mayBePlain = constants && interval.width() >= shortestPlain && samples.arrival.empty()
                            && !contains(wanted, Quantity::Intensity);
    if (!mayBePlain || !binPlainOnes(samples, *constants, interval, wanted)) {
        map.apply(samples, m_positions, contains(wanted, Quantity::Intensity));
        binSamples(samples, m_positions, interval, out, wanted);
        return;
    }
    for (const OddStretch &odd : m_odd)
        binOdd(odd, samples, map, interval, wanted);
    out.merge(std::move(m_bins));
}

/// False where so many are odd that the long way for all of them is the shorter one.
bool PositionBinner::binPlainOnes(const DetectorSamples &samples, const KernelConstants &constants, Interval interval,
                                  QuantitySet wanted)
{
    m_bins.clear();
    m_odd.clear();
    m_lead = frozenRun(constants.limits) - 1;
    reserveFor(m_bins, samples, interval, wanted);
    Neighbours neighbours{samples, constants, m_lead};
    std::size_t theLongWay = 0; // samples
    for (std::size_t at = 0; at < samples.size();) {
        const auto [bin, begin, end] = binFrom(samples.time, at, interval);
        const auto moments = plainMoments(constants, rawColumns(samples, begin), end - begin, wanted);
        const Spread spread = moments ? Spread{(*moments)[0], (*moments)[1]} : Spread{};
        const bool isPlain = moments && !neighbours.mayBeFlagged(begin, end, spread);
        neighbours.passed(spread, isPlain);
        if (!isPlain && !m_odd.empty() && m_odd.back().end == begin) {
            m_odd.back().end = end;
            theLongWay += end - begin;
        } else if (!isPlain) {
            m_odd.push_back({m_bins.size(), begin, end});
            theLongWay += end - begin + m_lead;
        }
        if (theLongWay * 2 > samples.size())
            return false;
        appendBin(m_bins, bin, end - begin, 0, 0);
        for (std::size_t k = 0; k < quantityCount; ++k) {
            if (contains(wanted, k))
                m_bins.moments[k].push_back(isPlain ? (*moments)[k] : Moments{});
        }
        at = end;
    }
    return true;
}

void PositionBinner::binOdd(const OddStretch &odd, const DetectorSamples &samples, const PositionMap &map,
                            Interval interval, QuantitySet wanted)
{
    const std::size_t lead = std::min(odd.begin, m_lead);
    const auto copy = [&](const auto &from, auto &to) {
        to.assign(from.begin() + static_cast<std::ptrdiff_t>(odd.begin - lead),
                  from.begin() + static_cast<std::ptrdiff_t>(odd.end));
    };
    m_samples.row = samples.row;
    copy(samples.time, m_samples.time);
    for (std::size_t k = 0; k < buttonCount; ++k)
        copy(samples.button[k], m_samples.button[k]);
    map.apply(m_samples, m_positions);
    BinSeries &made = m_oddBins;
    made.clear();
    binSamples(m_samples, m_positions, interval, made, wanted, lead);
    for (std::size_t i = 0; i < made.size(); ++i) {
        const std::size_t at = odd.firstBin + i;
        m_bins.count[at] = made.count[i];
        m_bins.invalid[at] = made.invalid[i];
        m_bins.flags[at] = made.flags[i];
        for (std::size_t k = 0; k < quantityCount; ++k) {
            if (contains(wanted, k))
                m_bins.moments[k][at] = made.moments[k][i];
        }
    }
    m_bins.tallies.insert(m_bins.tallies.end(), made.tallies.begin(), made.tallies.end());
}

} // namespace cbpm
