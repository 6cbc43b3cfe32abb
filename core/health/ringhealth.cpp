// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/health/ringhealth.h"

#include "core/health/gainstep.h"
#include "core/types/time.h"

#include <algorithm>
#include <cmath>

namespace cbpm {
namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();
constexpr std::size_t fewestForMedian = 5;
constexpr double missingBelow = 0.9;
constexpr Duration silentFor = std::chrono::seconds{10};
constexpr double deadAbove = 0.5;
constexpr double saturatedFrom = 0.01;
constexpr double frozenFrom = 0.01;
constexpr double noisyResidual = 4.0;
constexpr double noisyPosition = 8.0;

/// Pooled over bins: what moves slower than a bin is no noise.
double noiseWithin(const BinSeries &bins, Quantity quantity)
{
    const std::vector<Moments> &moments = bins.of(quantity);
    double squares = 0.0;
    double freedom = 0.0;
    for (std::size_t k = 0; k < moments.size(); ++k) {
        if (bins.count[k] < 2)
            continue;
        squares += moments[k].m2;
        freedom += static_cast<double>(bins.count[k] - 1);
    }
    return freedom > 0.0 ? std::sqrt(squares / freedom) : nan;
}

/// Of all valid samples.
Moments overall(const BinSeries &bins, Quantity quantity)
{
    const std::vector<Moments> &moments = bins.of(quantity);
    Moments all{nan};
    std::uint64_t count = 0;
    for (std::size_t k = 0; k < moments.size(); ++k) {
        if (bins.count[k] == 0)
            continue;
        all.merge(count, moments[k], bins.count[k]);
        count += bins.count[k];
    }
    if (count == 0)
        return all;
    all.m2 /= static_cast<double>(count); // the variance about the mean
    return all;
}

template<class Value>
double median(const std::vector<DetectorHealth> &ring, Value value)
{
    std::vector<double> values;
    for (const DetectorHealth &one : ring) {
        if (const double v = value(one); !std::isnan(v))
            values.push_back(v);
    }
    if (values.size() < fewestForMedian)
        return nan;
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

double shareOf(const DetectorHealth &one, std::uint16_t flags)
{
    std::uint64_t most = 0; // a sample may bear several
    for (std::size_t bit = 0; bit < one.byFlag.size(); ++bit) {
        if (flags >> bit & 1)
            most = std::max(most, one.byFlag[bit]);
    }
    return one.samples() > 0 ? static_cast<double>(most) / static_cast<double>(one.samples()) : nan;
}

double withoutSignal(const DetectorHealth &one)
{
    return shareOf(one, NoSignal | LowSum | NonFinite);
}

DetectorHealth figures(const BinSeries *bins, Interval interval, const TimeRange &range)
{
    DetectorHealth one;
    one.isLoaded = true;
    if (!bins || bins->bin.empty())
        return one;
    for (std::size_t k = 0; k < bins->size(); ++k) {
        one.valid += bins->count[k];
        one.invalid += bins->invalid[k];
    }
    for (const FlagTally &tally : bins->tallies) {
        for (std::size_t bit = 0; bit < tally.count.size(); ++bit)
            one.byFlag[bit] += tally.count[bit];
    }
    const double due = static_cast<double>(range.duration().count()) / static_cast<double>(triggerSpacing.count());
    one.rate_Hz = static_cast<double>(one.samples()) / (static_cast<double>(range.duration().count()) * 1e-6);
    one.coverage = std::min(1.0, static_cast<double>(one.valid) / due);
    one.age = std::max(Duration{0}, range.end() - (interval.binBegin(bins->bin.back()) + interval.width()));
    const Moments residual = overall(*bins, Quantity::Residual);
    one.residualMean = residual.mean;
    one.residualRms = std::sqrt(residual.mean * residual.mean + residual.m2);
    one.residualNoise = noiseWithin(*bins, Quantity::Residual);
    one.noiseX_mm = noiseWithin(*bins, Quantity::X);
    one.noiseY_mm = noiseWithin(*bins, Quantity::Y);
    return one;
}

/// What a single detector is measured by.
struct Ring
{
    Interval interval;
    TimeRange range;
    double bestRate_Hz = 0.0;
    Duration newest = Duration::max(); ///< age of the newest sample
    double withoutSignal = nan;        ///< medians
    double residualNoise = nan;
    double noiseX_mm = nan;
    double noiseY_mm = nan;

    Ring(const std::vector<DetectorHealth> &ring, Interval binWidth, const TimeRange &loaded)
        : interval{binWidth}, range{loaded}
    {
        for (const DetectorHealth &one : ring) {
            bestRate_Hz = std::max(bestRate_Hz, one.rate_Hz);
            newest = std::min(newest, one.age.value_or(Duration::max()));
        }
        withoutSignal = median(ring, cbpm::withoutSignal);
        residualNoise = median(ring, [](const DetectorHealth &one) { return one.residualNoise; });
        noiseX_mm = median(ring, [](const DetectorHealth &one) { return one.noiseX_mm; });
        noiseY_mm = median(ring, [](const DetectorHealth &one) { return one.noiseY_mm; });
    }
};

std::optional<Evidence> missing(const DetectorHealth &one, const Ring &ring)
{
    if (one.samples() == 0)
        return Evidence{Suspicion::Missing, 0.0};
    const double share = one.rate_Hz * 1e-6 * static_cast<double>(triggerSpacing.count());
    if (*one.age - ring.newest > std::max(silentFor, 3 * ring.interval.width()))
        return Evidence{Suspicion::Missing, share, ring.range.end() - *one.age};
    if (one.rate_Hz < missingBelow * ring.bestRate_Hz)
        return Evidence{Suspicion::Missing, share};
    return std::nullopt;
}

/// The button of four whose mean is least.
Button weakest(const BinSeries &bins)
{
    constexpr Quantity quantities[] = {Quantity::TopInner, Quantity::BottomInner, Quantity::BottomOuter,
                                       Quantity::TopOuter};
    std::size_t least = 0;
    double lowest = std::numeric_limits<double>::infinity();
    for (std::size_t k = 0; k < buttonCount; ++k) {
        const double mean = overall(bins, quantities[k]).mean;
        if (mean < lowest) {
            lowest = mean;
            least = k;
        }
    }
    return static_cast<Button>(least);
}

std::optional<Evidence> dead(const DetectorHealth &one, const BinSeries &bins, const Ring &ring)
{
    const double share = withoutSignal(one);
    const double usual = std::isnan(ring.withoutSignal) ? 0.0 : ring.withoutSignal;
    if (share - usual >= deadAbove)
        return Evidence{Suspicion::Dead, share};
    if (const double three = shareOf(one, Degraded); three >= deadAbove)
        return Evidence{Suspicion::Dead, three, {}, weakest(bins)};
    return std::nullopt;
}

std::optional<Evidence> noisy(const DetectorHealth &one, const Ring &ring)
{
    const double residual = one.residualNoise / ring.residualNoise; // NaN compares false
    const double position = std::max(one.noiseX_mm / ring.noiseX_mm, one.noiseY_mm / ring.noiseY_mm);
    if (residual > noisyResidual)
        return Evidence{Suspicion::Noisy, residual};
    if (position > noisyPosition)
        return Evidence{Suspicion::Noisy, position};
    return std::nullopt;
}

void suspect(DetectorHealth &one, const Detector &detector, const BinSeries *bins, const Ring &ring)
{
    const auto add = [&](std::optional<Evidence> found) {
        if (found)
            one.evidence.push_back(*found);
    };
    if (detector.enabled)
        add(missing(one, ring));
    if (one.samples() == 0)
        return;
    add(dead(one, *bins, ring));
    if (const double share = shareOf(one, Saturated); share >= saturatedFrom)
        add(Evidence{Suspicion::Saturated, share});
    if (const double share = shareOf(one, Frozen); share >= frozenFrom)
        add(Evidence{Suspicion::Frozen, share});
    if (const auto step = findGainStep(*bins))
        add(Evidence{Suspicion::GainStep, step->size, ring.interval.binBegin(step->bin)});
    add(noisy(one, ring));
    if (std::abs(one.residualMean) > detector.thresholds.residual)
        add(Evidence{Suspicion::Unbalanced, one.residualMean});
}

} // namespace

std::vector<DetectorHealth> ringHealth(const DetectorTable &table, std::span<const BinSeries *const> rows,
                                       const std::function<bool(int)> &isLoaded, Interval interval,
                                       const TimeRange &range)
{
    std::vector<DetectorHealth> health;
    for (std::size_t row = 0; row < rows.size(); ++row) {
        health.push_back(isLoaded(static_cast<int>(row)) ? figures(rows[row], interval, range) : DetectorHealth{});
        health.back().row = static_cast<int>(row);
    }
    const Ring ring{health, interval, range};
    for (DetectorHealth &one : health) {
        if (one.isLoaded)
            suspect(one, table.at(one.row), rows[static_cast<std::size_t>(one.row)], ring);
    }
    return health;
}

} // namespace cbpm
