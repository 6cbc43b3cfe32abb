// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detectors/detectortable.h"
#include "core/source/simulated/beammodes.h"

#include <array>
#include <vector>

namespace cbpm {

/// A ring with the optics of its table and electronics of its own: gains, pedestals, noise, dead and missing detectors,
/// glitches, gain steps. Deterministic per seed and time. Immutable; any thread.
class RingSimulation
{
public:
    RingSimulation(DetectorTablePtr table, std::uint64_t seed);

    const DetectorTable &table() const { return *m_table; }
    /// False for detectors that never send anything.
    bool isPresent(int row) const { return m_detectors[static_cast<std::size_t>(row)].fault != Fault::Absent; }

    /// Triggers of ten minutes, the unit of everything here; `slot` counts them from 1970.
    BeamStretch beam(std::int64_t slot) const;
    /// What one detector recorded of it: whole ADC counts; rows that were lost are left out.
    void record(int row, const BeamStretch &beam, DetectorSamples &samples) const;

    static constexpr std::size_t triggersPerSlot = 6'000;

private:
    enum class Fault { None, Absent, NoSignal, Frozen, Saturated, DeadButton };

    struct SimulatedDetector
    {
        double x0_mm = 0.0, y0_mm = 0.0;         ///< static orbit and offset
        std::array<float, modeCount> xPerMode{}; ///< mm per unit of the mode
        std::array<float, modeCount> yPerMode{};
        std::array<double, buttonCount> gain{1, 1, 1, 1};
        double counts = 17'000.0; ///< per button at full current
        double noise = 2e-4;      ///< of the signal
        double glitches = 0.0;    ///< share of samples
        double stepAt_s = 1e18;   ///< when one gain changes for good
        double step = 0.0;
        Fault fault = Fault::None;
    };

    void placeOrbit();
    void placeFaults();

    DetectorTablePtr m_table;
    std::uint64_t m_seed;
    std::vector<SimulatedDetector> m_detectors;
};

} // namespace cbpm
