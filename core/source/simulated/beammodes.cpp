// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/simulated/beammodes.h"

#include "core/source/simulated/hashnoise.h"

#include <cmath>
#include <numbers>

namespace cbpm {
namespace {

constexpr double day_s = 86'400.0;
constexpr double topUp_s = 300.0;
constexpr double lifetime_s = 20.0 * 3'600.0;
constexpr double noBeam_s = 600.0; ///< after a trip
constexpr double refill_s = 600.0; ///< ramp back to full current
constexpr double warmUp_s = 8.0 * 3'600.0;

/// The trip of this day, or before its begin; every other day has one, at the same hour as far as the seed goes.
struct Trip
{
    double at_s = -1e12; ///< absolute
};

Trip lastTrip(std::uint64_t seed, double time_s)
{
    const double today = std::floor(time_s / day_s);
    for (double day = today; day >= today - 2; --day) {
        const auto number = static_cast<std::uint64_t>(static_cast<std::int64_t>(day));
        if (number % 2 != 0)
            continue;
        const double at = day * day_s + (13.0 + 3.0 * uniform(hashed(seed, number, 77))) * 3'600.0;
        if (at <= time_s)
            return {at};
    }
    return {};
}

double relativeCurrent(const Trip &trip, double time_s)
{
    const double sinceTrip = time_s - trip.at_s;
    if (sinceTrip < noBeam_s)
        return 0.0;
    const double sinceTopUp = time_s - std::floor(time_s / topUp_s) * topUp_s;
    const double topped = std::exp(-sinceTopUp / lifetime_s);
    const double ramp = (sinceTrip - noBeam_s) / refill_s;
    return ramp < 1.0 ? topped * (0.05 + 0.95 * ramp) : topped;
}

/// Sum of noises from hours to minutes: a random walk as the ring shows it.
double drift(std::uint64_t seed, double time_s)
{
    return 0.8 * smoothNoise(hashed(seed, 1), time_s, 9'000.0) + 0.45 * smoothNoise(hashed(seed, 2), time_s, 1'900.0)
           + 0.2 * smoothNoise(hashed(seed, 3), time_s, 310.0);
}

} // namespace

BeamStretch beamStretch(std::uint64_t seed, std::int64_t firstTrigger, std::size_t triggers)
{
    using std::numbers::pi;
    BeamStretch stretch;
    stretch.firstTrigger = firstTrigger;
    for (auto &mode : stretch.mode)
        mode.resize(triggers);
    stretch.current.resize(triggers);
    stretch.dropped.resize(triggers);
    const auto mode = [&](Mode which) -> std::vector<float> & { return stretch.mode[static_cast<std::size_t>(which)]; };
    constexpr std::size_t slowStep = 10; // slow ones are computed each second and drawn straight between
    std::array<double, 6> slow{};
    std::array<double, 6> slowNext{};
    const auto slowAt = [&](double time_s, std::array<double, 6> &values) {
        for (std::size_t k = 0; k < values.size(); ++k)
            values[k] = drift(hashed(seed, 100 + k), time_s)
                        + 0.6 * std::sin(2.0 * pi * time_s / day_s + static_cast<double>(k));
    };
    for (std::size_t i = 0; i < triggers; ++i) {
        const std::int64_t trigger = firstTrigger + static_cast<std::int64_t>(i);
        const auto number = static_cast<std::uint64_t>(trigger);
        const double time_s = static_cast<double>(trigger) * 0.1;
        if (i % slowStep == 0) {
            slowAt(time_s, slow);
            slowAt(time_s + 0.1 * slowStep, slowNext);
        }
        const double f = static_cast<double>(i % slowStep) / slowStep;
        const Trip trip = lastTrip(seed, time_s);
        const double warm =
            time_s - trip.at_s > noBeam_s ? 4.0 * std::exp(-(time_s - trip.at_s - noBeam_s) / warmUp_s) : 4.0;
        for (std::size_t k = 0; k < slow.size(); ++k)
            stretch.mode[k][i] =
                static_cast<float>(1.6 * (slow[k] + f * (slowNext[k] - slow[k])) + (k % 3 == 0 ? warm : 0.0));
        mode(Mode::JitterX)[i] = static_cast<float>(0.35 * normal(hashed(seed, number, 11)));
        mode(Mode::JitterY)[i] = static_cast<float>(0.25 * normal(hashed(seed, number, 12)));
        const double wander = 3.0 * smoothNoise(hashed(seed, 21), time_s, 600.0);
        mode(Mode::Mains)[i] = static_cast<float>(1.2 * std::sin(2.0 * pi * time_s / 52.0 + wander));
        mode(Mode::Energy)[i] = static_cast<float>(6.0 * std::sin(2.0 * pi * time_s / (0.5 * day_s))
                                                   + 4.0 * std::sin(2.0 * pi * time_s / day_s + 1.0));
        const double sinceTopUp = time_s - std::floor(time_s / topUp_s) * topUp_s;
        mode(Mode::Injection)[i] = sinceTopUp < 0.35 ? static_cast<float>(22.0 * std::exp(-sinceTopUp / 0.12)) : 0.0F;
        stretch.current[i] = static_cast<float>(relativeCurrent(trip, time_s));
        stretch.dropped[i] = uniform(hashed(seed, number, 13)) < 1.0 / 2'000.0; // one in some minutes
    }
    return stretch;
}

} // namespace cbpm
