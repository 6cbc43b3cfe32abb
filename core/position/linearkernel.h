// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detectors/detector.h"

#include <array>
#include <cstddef>
#include <cstdint>

namespace cbpm {

/// Constants of one detector as the kernel wants them.
struct KernelConstants
{
    std::array<double, buttonCount> pedestal{};
    std::array<double, buttonCount> perGain{1, 1, 1, 1}; ///< 1 / gain
    double kx = 0.0;                                     ///< mm, with the sign of x
    double ky = 0.0;                                     ///< mm
    double cQ = 0.0;                                     ///< q = cQ u v wherever the beam is, when the gains are right
    Thresholds limits;
    std::uint16_t always = 0; ///< flags of every sample (Unknown)
};

/// Columns [n] of one stretch; n at most kernelChunk.
struct KernelColumns
{
    std::array<const double *, buttonCount> raw;
    std::array<double *, buttonCount> button;
    double *x;
    double *y;
    double *sum;
    double *q;
    double *residual;
    std::uint16_t *flags;
};

inline constexpr std::size_t kernelChunk = 512; ///< its columns stay in the first-level cache

/// Pedestal, gain and difference over sum, in this order, so that SQL can write the same and get the same bits:
///   b = (raw - pedestal) * (1 / gain)  S = ((TI + BI) + BO) + TO
///   u = (((TO + BO) - TI) - BI) / S    x = kx * u
///   v = (((TO + TI) - BO) - BI) / S    y = ky * v      q = (((TO + BI) - TI) - BO) / S
///   r = q - cQ * u * v
/// and every flag that needs one sample alone. x, y, q and r are NaN where a flag invalidates.
void linearPositions(const KernelConstants &constants, const KernelColumns &columns, std::size_t n);

} // namespace cbpm
