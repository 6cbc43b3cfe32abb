// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bins/plainkernel.h"

#include "core/types/targetclones.h"

#include <algorithm>
#include <cmath>
#include <cstring>

// Everything that takes or returns vectors is inlined: no call, no calling convention.
#pragma GCC diagnostic ignored "-Wpsabi"
#define CBPM_INLINE __attribute__((always_inline)) inline

namespace cbpm {
namespace {

/// As many as one register of the least processor cloned for has: twice as many are spilled to memory there.
constexpr std::size_t lanes = 4;
/// Samples asked of the memory beforehand: four columns at once are more than processors follow by themselves.
constexpr std::size_t ahead = 128;
using Lanes = double __attribute__((vector_size(lanes * sizeof(double))));
using Words = std::int64_t __attribute__((vector_size(lanes * sizeof(std::int64_t))));

constexpr QuantitySet positionQuantities = quantities(Quantity::X, Quantity::Y, Quantity::Sum);

CBPM_INLINE Lanes load(const double *from)
{
    Lanes v;
    std::memcpy(&v, from, sizeof v);
    return v;
}

/// Running statistics of one quantity in every lane. Squares are about the bin's first value: deviations stay small.
struct Running
{
    Lanes min, max, sum, squares;
    Lanes origin;

    CBPM_INLINE void begin(Lanes first)
    {
        origin = Lanes{} + first[0];
        min = max = first;
        sum = squares = Lanes{};
    }

    CBPM_INLINE void add(Lanes v)
    {
        min = v < min ? v : min;
        max = v > max ? v : max;
        const Lanes d = v - origin;
        sum += d;
        squares += d * d;
    }
};

/// What one vector of samples gives, by Quantity.
struct Formed
{
    Lanes value[quantityCount];
};

/// Everything seen of the raw buttons that can make a flag.
struct Seen
{
    Lanes lowest, highest, leastSum, sums, worst;
};

template<bool Whole>
CBPM_INLINE Formed form(const KernelConstants &c, const Lanes (&raw)[buttonCount])
{
    Formed f;
    const Lanes ti = (raw[0] - c.pedestal[0]) * c.perGain[0];
    const Lanes bi = (raw[1] - c.pedestal[1]) * c.perGain[1];
    const Lanes bo = (raw[2] - c.pedestal[2]) * c.perGain[2];
    const Lanes to = (raw[3] - c.pedestal[3]) * c.perGain[3];
    const Lanes s = ((ti + bi) + bo) + to;
    const Lanes dq = ((to + bi) - ti) - bo;
    const Lanes u = (((to + bo) - ti) - bi) / s;
    const Lanes v = (((to + ti) - bo) - bi) / s;
    f.value[0] = c.kx * u;
    f.value[1] = c.ky * v;
    f.value[6] = s;
    if constexpr (Whole) {
        f.value[2] = ti;
        f.value[3] = bi;
        f.value[4] = bo;
        f.value[5] = to;
        f.value[7] = dq / s;
        f.value[8] = f.value[7] - c.cQ * u * v;
    } else {
        f.value[8] = dq - c.cQ * u * v * s; // r S: no division is needed to compare it
    }
    return f;
}

CBPM_INLINE Lanes magnitude(Lanes v)
{
    return v < 0.0 ? -v : v;
}

CBPM_INLINE Lanes least(Lanes a, Lanes b)
{
    return a < b ? a : b;
}

CBPM_INLINE Lanes most(Lanes a, Lanes b)
{
    return a > b ? a : b;
}

template<bool Whole>
CBPM_INLINE void look(Seen &seen, const KernelConstants &c, const Lanes (&raw)[buttonCount], const Formed &f)
{
    seen.lowest = least(seen.lowest, least(least(raw[0], raw[1]), least(raw[2], raw[3])));
    seen.highest = most(seen.highest, most(most(raw[0], raw[1]), most(raw[2], raw[3])));
    seen.leastSum = least(seen.leastSum, f.value[6]);
    seen.sums += f.value[6];
    // A rounding's breadth inside the limit, so that what is plain here is plain by the long way, too.
    const double limit = c.limits.residual * (1.0 - 1e-9);
    if constexpr (Whole)
        seen.worst = most(seen.worst, magnitude(f.value[8]));
    else
        seen.worst = most(seen.worst, magnitude(f.value[8]) - limit * f.value[6]);
}

template<bool Whole>
CBPM_INLINE bool isPlain(const Seen &seen, const KernelConstants &c)
{
    const double limit = Whole ? c.limits.residual * (1.0 - 1e-9) : 0.0;
    bool plain = true;
    for (std::size_t k = 0; k < lanes; ++k) {
        plain = plain && seen.lowest[k] >= c.limits.noSignal && seen.lowest[k] >= c.limits.low
                && seen.lowest[k] > -c.limits.high && seen.highest[k] < c.limits.high
                && seen.highest[k] < c.limits.saturated && seen.leastSum[k] > c.limits.sumMin
                && std::isfinite(seen.sums[k]) && seen.worst[k] <= limit;
    }
    return plain;
}

Moments momentsOf(const Running &r, std::size_t n, std::size_t padding, double last)
{
    double sum = 0.0, squares = 0.0;
    Moments m{0.0, 0.0, r.min[0], r.max[0]};
    for (std::size_t k = 0; k < lanes; ++k) {
        sum += r.sum[k];
        squares += r.squares[k];
        m.min = std::min(m.min, r.min[k]);
        m.max = std::max(m.max, r.max[k]);
    }
    // The last vector was filled up with the last sample: that many of it too much.
    const double d = last - r.origin[0];
    sum -= static_cast<double>(padding) * d;
    squares -= static_cast<double>(padding) * d * d;
    const double count = static_cast<double>(n);
    m.mean = std::clamp(r.origin[0] + sum / count, m.min, m.max);
    m.m2 = std::max(0.0, squares - sum * sum / count);
    return m;
}

constexpr bool isFormed(std::size_t k, bool whole)
{
    return whole ? k != static_cast<std::size_t>(Quantity::Intensity) : contains(positionQuantities, k);
}

template<bool Whole>
CBPM_INLINE bool pass(const KernelConstants &c, const RawColumns &columns, std::size_t n,
                      std::array<Moments, quantityCount> &out)
{
    Running running[quantityCount];
    Seen seen;
    Lanes raw[buttonCount]{};
    Formed f;
    for (std::size_t i = 0; i < n; i += lanes) {
        if (i + lanes <= n) {
            for (const double *const column : columns)
                __builtin_prefetch(column + i + ahead);
            for (std::size_t k = 0; k < buttonCount; ++k)
                raw[k] = load(columns[k] + i);
        } else { // fill up with the last sample: min and max do not mind
            for (std::size_t k = 0; k < buttonCount; ++k) {
                for (std::size_t j = 0; j < lanes; ++j)
                    raw[k][j] = columns[k][std::min(i + j, n - 1)];
            }
        }
        f = form<Whole>(c, raw);
        if (i == 0) {
            for (std::size_t k = 0; k < quantityCount; ++k) {
                if (isFormed(k, Whole))
                    running[k].begin(f.value[k]);
            }
            seen = {raw[0], raw[0], f.value[6], Lanes{}, Whole ? Lanes{} : Lanes{} - 1e300};
        }
        for (std::size_t k = 0; k < quantityCount; ++k) {
            if (isFormed(k, Whole))
                running[k].add(f.value[k]);
        }
        look<Whole>(seen, c, raw, f);
    }
    if (!isPlain<Whole>(seen, c))
        return false;
    const std::size_t padding = (lanes - n % lanes) % lanes;
    for (std::size_t k = 0; k < quantityCount; ++k) {
        if (isFormed(k, Whole))
            out[k] = momentsOf(running[k], n, padding, f.value[k][lanes - 1]);
    }
    return true;
}

CBPM_CLONES bool passPositions(const KernelConstants &c, const RawColumns &raw, std::size_t n,
                               std::array<Moments, quantityCount> &out)
{
    return pass<false>(c, raw, n, out);
}

CBPM_CLONES bool passWhole(const KernelConstants &c, const RawColumns &raw, std::size_t n,
                           std::array<Moments, quantityCount> &out)
{
    return pass<true>(c, raw, n, out);
}

} // namespace

std::optional<std::array<Moments, quantityCount>> plainMoments(const KernelConstants &constants, const RawColumns &raw,
                                                               std::size_t n, QuantitySet wanted)
{
    if (n == 0 || contains(wanted, Quantity::Intensity))
        return std::nullopt;
    std::array<Moments, quantityCount> out;
    const bool positionsOnly = (wanted & ~positionQuantities) == 0;
    if (!(positionsOnly ? passPositions(constants, raw, n, out) : passWhole(constants, raw, n, out)))
        return std::nullopt;
    return out;
}

bool hasStep(const KernelConstants &constants, const RawColumns &raw, std::size_t n)
{
    const double limit = constants.limits.step_mm;
    std::array<double, kernelChunk> x, y, sum, q, residual;
    std::array<std::array<double, kernelChunk>, buttonCount> button;
    std::array<std::uint16_t, kernelChunk> flags;
    // Chunks share a sample, so that every pair is seen.
    for (std::size_t at = 0; at + 1 < n; at += kernelChunk - 1) {
        const std::size_t count = std::min(kernelChunk, n - at);
        KernelColumns columns{{}, {}, x.data(), y.data(), sum.data(), q.data(), residual.data(), flags.data()};
        for (std::size_t k = 0; k < buttonCount; ++k) {
            columns.raw[k] = raw[k] + at;
            columns.button[k] = button[k].data();
        }
        linearPositions(constants, columns, count);
        for (std::size_t i = 1; i < count; ++i) {
            if (std::fabs(x[i] - x[i - 1]) > limit || std::fabs(y[i] - y[i - 1]) > limit)
                return true;
        }
    }
    return false;
}

bool mayBeFrozen(const KernelConstants &c, const RawColumns &raw, std::size_t n)
{
    // Any such run holds one of these pairs.
    const auto stride = static_cast<std::size_t>(std::max(2, c.limits.frozenSamples)) - 1;
    for (std::size_t i = 0; i + 1 < n; i += stride) {
        if (raw[0][i] == raw[0][i + 1] && raw[1][i] == raw[1][i + 1] && raw[2][i] == raw[2][i + 1]
            && raw[3][i] == raw[3][i + 1])
            return true;
    }
    return false;
}

} // namespace cbpm
