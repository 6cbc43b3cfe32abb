// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detectors/detector.h"
#include "core/position/linearkernel.h"
#include "core/types/samplebatch.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace cbpm {

/// What buttons tell, one detector, columns of equal length n beside its DetectorSamples.
struct PositionColumns
{
    std::vector<double> x;         ///< [n] mm, +x outward; NaN where the sample is invalid
    std::vector<double> y;         ///< [n] mm, +y up; NaN where the sample is invalid
    std::vector<double> sum;       ///< [n] ADU, sum of the corrected buttons
    std::vector<double> q;         ///< [n] (TO + BI - TI - BO) / sum, NaN where the sample is invalid
    std::vector<double> residual;  ///< [n] r = q - cQ u v: zero wherever the beam is when the gains are right; NaN as q
    std::vector<double> intensity; ///< [n] ADU, the sum as it were with the beam at the centre; empty unless asked for
    std::array<std::vector<double>, buttonCount> button; ///< [n] corrected buttons, ADU
    std::vector<std::uint16_t> flags;                    ///< [n] set of Flag
    std::size_t invalid = 0;                             ///< samples with an invalidating flag

    void resize(std::size_t n);
};

/// Buttons of one detector to position, sum, q and flags: pedestal, gain, formula or map, offsets, roll.
/// Immutable; any thread. The only place where a position is computed.
class PositionMap
{
public:
    /// `method` overrides the detector's own.
    explicit PositionMap(const Detector &detector, std::optional<PositionMethod> method = std::nullopt);
    /// For a detector that the table lacks: buttons and sum only, every sample flagged Unknown.
    PositionMap();
    ~PositionMap();
    PositionMap(PositionMap &&) noexcept;
    PositionMap &operator=(PositionMap &&) noexcept;

    /// Fills `out` (resized, buffers reused). Flags step and frozen compare neighbours within `samples`: see Seam for
    /// what comes before them.
    void apply(const DetectorSamples &samples, PositionColumns &out, bool withIntensity = false) const;

    /// The detector that it is made for; the limits on its flags are in there.
    const Detector &detector() const;
    /// cQ of q = cQ u v, to second order, for the detector's chamber.
    double consistency() const;
    /// Set where a position is difference over sum alone, without roll: what the fused kernel can do.
    std::optional<KernelConstants> plainConstants() const;

private:
    struct Private;
    std::unique_ptr<const Private> d;
};

} // namespace cbpm
