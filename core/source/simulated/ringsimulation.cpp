// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/simulated/ringsimulation.h"

#include "core/position/chamberfield.h"
#include "core/source/simulated/hashnoise.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace cbpm {
namespace {

using std::numbers::pi;

constexpr double tuneX = 16.541; // design, CHESS-U lattice
constexpr double tuneY = 12.630;

/// Closed orbit at a detector from a kick elsewhere, mm per µrad: sqrt(beta beta_j) cos(|dphi| - pi Q) / (2 sin pi Q).
double response(double beta_m, double phi_rad, double kickBeta_m, double kickPhi_rad, double tune)
{
    return 1e-3 * std::sqrt(beta_m * kickBeta_m) * std::cos(std::abs(phi_rad - kickPhi_rad) - pi * tune)
           / (2.0 * std::sin(pi * tune));
}

/// Signals about a point to second order: exact field at nine places, h apart.
struct LocalField
{
    std::array<double, 6> c; ///< 1, x, y, xx, xy, yy

    double at(double dx, double dy) const
    {
        return c[0] + dx * (c[1] + dx * c[3] + dy * c[4]) + dy * (c[2] + dy * c[5]);
    }
};

std::array<LocalField, buttonCount> localField(const Chamber &chamber, double x, double y)
{
    constexpr double h = 0.3;
    const auto at = [&](int i, int j) { return chamberSignals(chamber, x + i * h, y + j * h); };
    const auto mm = at(0, 0), pm = at(1, 0), nm = at(-1, 0), mp = at(0, 1), mn = at(0, -1);
    const auto pp = at(1, 1), nn = at(-1, -1), pn = at(1, -1), np = at(-1, 1);
    const auto centre = chamberSignals(chamber, 0.0, 0.0);
    std::array<LocalField, buttonCount> fields{};
    for (std::size_t k = 0; k < buttonCount; ++k) {
        const double scale = 1.0 / centre[k];
        fields[k].c = {mm[k] * scale,
                       (pm[k] - nm[k]) * scale / (2 * h),
                       (mp[k] - mn[k]) * scale / (2 * h),
                       (pm[k] + nm[k] - 2 * mm[k]) * scale / (2 * h * h),
                       (pp[k] + nn[k] - pn[k] - np[k]) * scale / (4 * h * h),
                       (mp[k] + mn[k] - 2 * mm[k]) * scale / (2 * h * h)};
    }
    return fields;
}

} // namespace

RingSimulation::RingSimulation(DetectorTablePtr table, std::uint64_t seed)
    : m_table{std::move(table)}, m_seed{seed}, m_detectors(static_cast<std::size_t>(m_table->size()))
{
    placeOrbit();
    placeFaults();
}

void RingSimulation::placeOrbit()
{
    const double phiX1 = 2.0 * pi * tuneX;
    const double phiY1 = 2.0 * pi * tuneY;
    for (int row = 0; row < m_table->size(); ++row) {
        const Detector &place = m_table->at(row);
        SimulatedDetector &detector = m_detectors[static_cast<std::size_t>(row)];
        const auto random = [&](std::uint64_t what) {
            return normal(hashed(m_seed, static_cast<std::uint64_t>(row), what));
        };
        const bool optics = std::isfinite(place.betaX_m) && std::isfinite(place.phiX_rad);
        const double betaX = optics ? place.betaX_m : 10.0, betaY = optics ? place.betaY_m : 12.0;
        const double phiX = optics ? place.phiX_rad : 0.9 * row, phiY = optics ? place.phiY_rad : 0.7 * row;
        const double eta = optics ? place.etaX_m : 0.6;
        for (std::size_t k = 0; k < 3; ++k) {
            const double where = uniform(hashed(m_seed, k, 31));
            detector.xPerMode[k] = static_cast<float>(response(betaX, phiX, 15.0, where * phiX1, tuneX));
            detector.yPerMode[k + 3] = static_cast<float>(response(betaY, phiY, 18.0, where * phiY1, tuneY));
        }
        const auto x = [&](Mode mode) -> float & { return detector.xPerMode[static_cast<std::size_t>(mode)]; };
        const auto y = [&](Mode mode) -> float & { return detector.yPerMode[static_cast<std::size_t>(mode)]; };
        x(Mode::JitterX) = static_cast<float>(response(betaX, phiX, 15.0, 0.37 * phiX1, tuneX));
        y(Mode::JitterY) = static_cast<float>(response(betaY, phiY, 18.0, 0.61 * phiY1, tuneY));
        y(Mode::Mains) = static_cast<float>(response(betaY, phiY, 18.0, 0.83 * phiY1, tuneY));
        x(Mode::Energy) = static_cast<float>(1e-3 * eta);
        x(Mode::Injection) = static_cast<float>(response(betaX, phiX, 15.0, 0.12 * phiX1, tuneX));
        // The static orbit: a few strong kicks, and what is left of the offsets after beam-based alignment.
        for (std::uint64_t k = 0; k < 24; ++k) {
            const double where = uniform(hashed(m_seed, k, 41));
            detector.x0_mm += 22.0 * normal(hashed(m_seed, k, 42)) * response(betaX, phiX, 10.0, where * phiX1, tuneX);
            detector.y0_mm += 18.0 * normal(hashed(m_seed, k, 43)) * response(betaY, phiY, 12.0, where * phiY1, tuneY);
        }
        detector.x0_mm = std::clamp(detector.x0_mm + 0.2 * random(44), -4.0, 4.0);
        detector.y0_mm = std::clamp(detector.y0_mm + 0.2 * random(45), -3.0, 3.0);
        for (std::size_t k = 0; k < buttonCount; ++k)
            detector.gain[k] = 1.0 + 3e-3 * random(50 + k);
        detector.counts = 17'500.0 + 700.0 * random(60);
        detector.noise = 1.6e-4 + 0.6e-4 * uniform(hashed(m_seed, static_cast<std::uint64_t>(row), 61));
    }
}

void RingSimulation::placeFaults()
{
    const auto at = [this](const char *location) -> SimulatedDetector * {
        const int row = m_table->find(location);
        return row == unknownDetector ? nullptr : &m_detectors[static_cast<std::size_t>(row)];
    };
    const std::pair<const char *, Fault> faults[] = {
        {"16W", Fault::Absent}, {"34E", Fault::Absent},     {"21W", Fault::NoSignal},  {"26E", Fault::NoSignal},
        {"21E", Fault::Frozen}, {"16E", Fault::DeadButton}, {"40W", Fault::Saturated}, {"X2B", Fault::NoSignal},
    };
    for (const auto &[location, fault] : faults) {
        if (SimulatedDetector *const detector = at(location))
            detector->fault = fault;
    }
    const std::pair<const char *, double> glitching[] = {{"12W", 3e-3}, {"30E", 1e-3}, {"X5C", 2e-4}};
    for (const auto &[location, share] : glitching) {
        if (SimulatedDetector *const detector = at(location))
            detector->glitches = share;
    }
    // One gain of each of these changes for good, at its hour of the first demo day.
    constexpr double demoDay_s = 1'772'409'600.0; // 2026-03-02T00:00:00Z
    const std::pair<const char *, double> steps[] = {{"13E", 9.2}, {"25W", 17.6}};
    for (const auto &[location, hour] : steps) {
        if (SimulatedDetector *const detector = at(location)) {
            detector->stepAt_s = demoDay_s + hour * 3'600.0;
            detector->step = 0.02;
        }
    }
}

BeamStretch RingSimulation::beam(std::int64_t slot) const
{
    return beamStretch(m_seed, slot * static_cast<std::int64_t>(triggersPerSlot), triggersPerSlot);
}

void RingSimulation::record(int row, const BeamStretch &beam, DetectorSamples &samples) const
{
    const SimulatedDetector &detector = m_detectors[static_cast<std::size_t>(row)];
    samples.location = m_table->at(row).location;
    samples.row = row;
    samples.time.clear();
    samples.arrival.clear();
    for (auto &button : samples.button)
        button.clear();
    if (detector.fault == Fault::Absent)
        return;
    const auto slot = static_cast<std::uint64_t>(beam.firstTrigger);
    const std::uint64_t stream = hashed(m_seed, static_cast<std::uint64_t>(row), slot);
    // Each module's clock is off by its own 0 to 40 ms for ten minutes: the spread of times within one trigger.
    const auto clock = static_cast<std::int64_t>(uniform(hashed(stream, 1)) * 40'000.0);
    const auto field = localField(m_table->at(row).chamber, detector.x0_mm, detector.y0_mm);
    const auto ticks = [](double value) { return std::nearbyint(std::clamp(value, -32'768.0, 32'767.0)); };
    std::uint64_t state = stream;
    for (std::size_t i = 0; i < beam.size(); ++i) {
        state += 0x9E3779B97F4A7C15U;
        const std::uint64_t luck = hashed(state);
        if (beam.dropped[i] || (luck & 0xFFFF) < 65) // 0.1 % of rows are lost
            continue;
        const std::int64_t trigger = beam.firstTrigger + static_cast<std::int64_t>(i);
        double dx = 0.0;
        double dy = 0.0;
        for (std::size_t k = 0; k < modeCount; ++k) {
            dx += static_cast<double>(detector.xPerMode[k] * beam.mode[k][i]);
            dy += static_cast<double>(detector.yPerMode[k] * beam.mode[k][i]);
        }
        samples.time.push_back(trigger * 100'000 + clock);
        const bool glitch = uniform(hashed(luck, 2)) < detector.glitches;
        for (std::size_t k = 0; k < buttonCount; ++k) {
            double signal =
                detector.counts * static_cast<double>(beam.current[i]) * detector.gain[k] * field[k].at(dx, dy);
            if (k == 3 && static_cast<double>(trigger) * 0.1 >= detector.stepAt_s)
                signal *= 1.0 + detector.step;
            if (glitch && k == luck % buttonCount)
                signal *= 1.02;
            const double noise = normal(hashed(luck, 3 + k));
            double raw = signal * (1.0 + detector.noise * noise) + 1.5 * noise;
            if (detector.fault == Fault::NoSignal || (detector.fault == Fault::DeadButton && k == 1))
                raw = 12.0 * noise;
            else if (detector.fault == Fault::Frozen)
                raw = detector.counts * detector.gain[k];
            else if (detector.fault == Fault::Saturated && k == 2)
                raw = 32'767.0;
            samples.button[k].push_back(ticks(raw));
        }
    }
}

} // namespace cbpm
