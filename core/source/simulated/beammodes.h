// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <vector>

namespace cbpm {

/// What moves the whole ring together. Kick modes are in µrad at their source, the others as named.
enum class Mode : std::size_t {
    KickX1,
    KickX2,
    KickX3, ///< slow random walks of three horizontal kicks [µrad]
    KickY1,
    KickY2,
    KickY3,
    JitterX,
    JitterY,   ///< white, from trigger to trigger [µrad]
    Mains,     ///< 60 Hz folded down by 10 Hz sampling: a slow vertical sine [µrad]
    Energy,    ///< dp/p [1e-6]
    Injection, ///< decaying transient after each injection [µrad]
    Count
};
inline constexpr std::size_t modeCount = static_cast<std::size_t>(Mode::Count);

/// Common motion and current over a stretch of triggers, [n] each.
struct BeamStretch
{
    std::int64_t firstTrigger = 0;
    std::array<std::vector<float>, modeCount> mode;
    std::vector<float> current; ///< relative to 100 mA
    std::vector<bool> dropped;  ///< triggers that nobody recorded

    std::size_t size() const { return current.size(); }
};

/// The beam of a seed at any time: the same whatever was asked before. Ingredients and sizes as in the field's records:
/// top-up every 5 min, drifts of tens of µm over hours, one trip in two days, a transient at each injection.
BeamStretch beamStretch(std::uint64_t seed, std::int64_t firstTrigger, std::size_t triggers);

} // namespace cbpm
