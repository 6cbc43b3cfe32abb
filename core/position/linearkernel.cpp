// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/position/linearkernel.h"

#include "core/types/flags.h"
#include "core/types/targetclones.h"

#include <cmath>
#include <limits>

namespace cbpm {
namespace {

CBPM_CLONES void correct(const double *__restrict raw, double *__restrict button, double pedestal, double perGain,
                         std::size_t n)
{
    for (std::size_t i = 0; i < n; ++i)
        button[i] = (raw[i] - pedestal) * perGain;
}

CBPM_CLONES void differenceOverSum(const double *__restrict ti, const double *__restrict bi,
                                   const double *__restrict bo, const double *__restrict to, double *__restrict x,
                                   double *__restrict y, double *__restrict sum, double *__restrict q, std::size_t n)
{
    for (std::size_t i = 0; i < n; ++i) {
        const double s = ((ti[i] + bi[i]) + bo[i]) + to[i];
        x[i] = (((to[i] + bo[i]) - ti[i]) - bi[i]) / s;
        y[i] = (((to[i] + ti[i]) - bo[i]) - bi[i]) / s;
        q[i] = (((to[i] + bi[i]) - ti[i]) - bo[i]) / s;
        sum[i] = s;
    }
}

/// Flags as 64-bit words beside doubles, so that the loop vectorises; narrowed by the caller.
CBPM_CLONES void flagRaw(const double *__restrict ti, const double *__restrict bi, const double *__restrict bo,
                         const double *__restrict to, const Thresholds &limits, std::int64_t *__restrict flags,
                         std::size_t n)
{
    const double noSignal = limits.noSignal, low = limits.low, high = limits.high, saturated = limits.saturated;
    for (std::size_t i = 0; i < n; ++i) {
        const double a = ti[i], b = bi[i], c = bo[i], d = to[i];
        const std::int64_t dead = std::int64_t{a < noSignal} + std::int64_t{b < noSignal} + std::int64_t{c < noSignal}
                                  + std::int64_t{d < noSignal};
        const double ab = std::fabs(a), bb = std::fabs(b), cb = std::fabs(c), db = std::fabs(d);
        std::int64_t f = dead >= 2 ? std::int64_t{NoSignal} : 0;
        f |= dead == 1 ? std::int64_t{Degraded} : 0;
        f |= (a < low) | (b < low) | (c < low) | (d < low) ? std::int64_t{Low} : 0;
        f |= (ab >= high) | (bb >= high) | (cb >= high) | (db >= high) ? std::int64_t{High} : 0;
        f |=
            (ab >= saturated) | (bb >= saturated) | (cb >= saturated) | (db >= saturated) ? std::int64_t{Saturated} : 0;
        // Any NaN or infinity makes this difference something other than zero.
        const double finite = (a - a) + (b - b) + (c - c) + (d - d);
        f |= finite == 0.0 ? 0 : std::int64_t{NonFinite};
        flags[i] = f;
    }
}

CBPM_CLONES void scaleAndJudge(const KernelConstants &constants, double *__restrict x, double *__restrict y,
                               const double *__restrict sum, double *__restrict q, double *__restrict residuals,
                               const std::int64_t *__restrict seen, std::uint16_t *__restrict flags, std::size_t n)
{
    const double kx = constants.kx, ky = constants.ky, cQ = constants.cQ;
    const double sumMin = constants.limits.sumMin, residual = constants.limits.residual;
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const std::int64_t always = constants.always;
    for (std::size_t i = 0; i < n; ++i) {
        const double r = q[i] - cQ * x[i] * y[i]; // x and y are still u and v
        std::int64_t f = seen[i] | always;
        f |= sum[i] > sumMin ? 0 : std::int64_t{LowSum};
        f |= std::fabs(r) > residual && (f & Degraded) == 0 ? std::int64_t{Residual} : 0;
        const bool valid = (f & invalidatingFlags) == 0;
        x[i] = valid ? kx * x[i] : nan;
        y[i] = valid ? ky * y[i] : nan;
        q[i] = valid ? q[i] : nan;
        residuals[i] = valid ? r : nan;
        flags[i] = static_cast<std::uint16_t>(f);
    }
}

} // namespace

void linearPositions(const KernelConstants &constants, const KernelColumns &c, std::size_t n)
{
    std::int64_t seen[kernelChunk];
    for (std::size_t k = 0; k < buttonCount; ++k)
        correct(c.raw[k], c.button[k], constants.pedestal[k], constants.perGain[k], n);
    differenceOverSum(c.button[0], c.button[1], c.button[2], c.button[3], c.x, c.y, c.sum, c.q, n);
    flagRaw(c.raw[0], c.raw[1], c.raw[2], c.raw[3], constants.limits, seen, n);
    scaleAndJudge(constants, c.x, c.y, c.sum, c.q, c.residual, seen, c.flags, n);
}

} // namespace cbpm
