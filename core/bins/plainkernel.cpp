// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bins/plainkernel.h"

#include "core/types/targetclones.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace cbpm {
namespace {

/// Samples asked of the memory beforehand: four columns at once are more than processors follow by themselves.
constexpr std::size_t ahead = 128;

using FourLanes = double __attribute__((vector_size(4 * sizeof(double))));
using EightLanes = double __attribute__((vector_size(8 * sizeof(double))));

constexpr QuantitySet positionQuantities = quantities(Quantity::X, Quantity::Y, Quantity::Sum);

/// One pass over a bin, so many samples at a time as one register of the processor holds: twice as many are spilled to
/// memory.
template<class Lanes>
class Pass
{
public:
    CBPM_INLINE Pass(const KernelConstants &constants, const RawColumns &columns, std::size_t n)
        : m_constants{constants}, m_columns{columns}, m_n{n}
    {
    }

    /// False where any sample may carry a flag. `Whole`: all quantities, else those of positions alone.
    template<bool Whole>
    CBPM_INLINE bool run(std::array<Moments, quantityCount> &out) const
    {
        Running x, y, sum, q, residual;
        Seen seen{};
        Formed f;
        for (std::size_t i = 0; i < m_n; i += lanes) {
            Lanes raw[buttonCount];
            for (std::size_t k = 0; k < buttonCount; ++k) {
                __builtin_prefetch(m_columns[k] + i + ahead);
                raw[k] = samplesAt(k, i);
            }
            f = form<Whole>(raw);
            if (i == 0) {
                x.begin(f.x);
                y.begin(f.y);
                sum.begin(f.sum);
                if constexpr (Whole) {
                    q.begin(f.q);
                    residual.begin(f.residual);
                }
                seen = {raw[0], raw[0], f.sum, Lanes{}, Whole ? Lanes{} : Lanes{} - 1e300};
            }
            x.add(f.x);
            y.add(f.y);
            sum.add(f.sum);
            if constexpr (Whole) {
                q.add(f.q);
                residual.add(f.residual);
            }
            look<Whole>(seen, raw, f);
        }
        if constexpr (Whole)
            passButtons(seen, out);
        if (!isPlain<Whole>(seen))
            return false;
        const auto put = [&](Quantity quantity, const Running &running, const Lanes &last) {
            out[static_cast<std::size_t>(quantity)] = momentsOf(running, last[lanes - 1]);
        };
        put(Quantity::X, x, f.x);
        put(Quantity::Y, y, f.y);
        put(Quantity::Sum, sum, f.sum);
        if constexpr (Whole) {
            put(Quantity::Q, q, f.q);
            put(Quantity::Residual, residual, f.residual);
        }
        return true;
    }

private:
    static constexpr std::size_t lanes = sizeof(Lanes) / sizeof(double);

    /// Running statistics of one quantity in every lane. Squares are about the bin's first value: deviations stay
    /// small.
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
            min = least(v, min);
            max = most(v, max);
            const Lanes d = v - origin;
            sum += d;
            squares += d * d;
        }
    };

    /// What one vector of samples gives.
    struct Formed
    {
        Lanes x, y, sum, q, residual; ///< positions alone: no q, and the residual times the sum
    };

    /// Everything seen that can make a flag.
    struct Seen
    {
        Lanes lowest, highest, leastSum, sums, worst;
    };

    static CBPM_INLINE Lanes magnitude(Lanes v) { return v < 0.0 ? -v : v; }
    static CBPM_INLINE Lanes least(Lanes a, Lanes b) { return a < b ? a : b; }
    static CBPM_INLINE Lanes most(Lanes a, Lanes b) { return a > b ? a : b; }

    /// The last vector is filled up with the last sample: min and max do not mind.
    std::size_t padding() const { return (lanes - m_n % lanes) % lanes; }

    CBPM_INLINE Lanes samplesAt(std::size_t button, std::size_t i) const
    {
        const double *const column = m_columns[button];
        Lanes v;
        if (i + lanes <= m_n) {
            std::memcpy(&v, column + i, sizeof v);
        } else {
            for (std::size_t j = 0; j < lanes; ++j)
                v[j] = column[std::min(i + j, m_n - 1)];
        }
        return v;
    }

    template<bool Whole>
    CBPM_INLINE Formed form(const Lanes (&raw)[buttonCount]) const
    {
        const KernelConstants &c = m_constants;
        const Lanes ti = (raw[0] - c.pedestal[0]) * c.perGain[0];
        const Lanes bi = (raw[1] - c.pedestal[1]) * c.perGain[1];
        const Lanes bo = (raw[2] - c.pedestal[2]) * c.perGain[2];
        const Lanes to = (raw[3] - c.pedestal[3]) * c.perGain[3];
        const Lanes s = ((ti + bi) + bo) + to;
        const Lanes dq = ((to + bi) - ti) - bo;
        const Lanes u = (((to + bo) - ti) - bi) / s;
        const Lanes v = (((to + ti) - bo) - bi) / s;
        Formed f;
        f.x = c.kx * u;
        f.y = c.ky * v;
        f.sum = s;
        if constexpr (Whole) {
            f.q = dq / s;
            f.residual = f.q - c.cQ * u * v;
        } else {
            f.residual = dq - c.cQ * u * v * s; // no division is needed to compare it
        }
        return f;
    }

    /// A rounding's breadth inside the limit, so that what is plain here is plain by the long way, too.
    double residualLimit() const { return m_constants.limits.residual * (1.0 - 1e-9); }

    template<bool Whole>
    CBPM_INLINE void look(Seen &seen, const Lanes (&raw)[buttonCount], const Formed &f) const
    {
        seen.leastSum = least(seen.leastSum, f.sum);
        seen.sums += f.sum;
        if constexpr (Whole) { // the buttons' own statistics tell the rest
            seen.worst = most(seen.worst, magnitude(f.residual));
        } else {
            seen.lowest = least(seen.lowest, least(least(raw[0], raw[1]), least(raw[2], raw[3])));
            seen.highest = most(seen.highest, most(most(raw[0], raw[1]), most(raw[2], raw[3])));
            seen.worst = most(seen.worst, magnitude(f.residual) - residualLimit() * f.sum);
        }
    }

    template<bool Whole>
    CBPM_INLINE bool isPlain(const Seen &seen) const
    {
        const auto &limits = m_constants.limits;
        const double worst = Whole ? residualLimit() : 0.0;
        bool plain = true;
        for (std::size_t k = 0; k < lanes; ++k) {
            plain = plain && seen.lowest[k] >= limits.noSignal && seen.lowest[k] >= limits.low
                    && seen.lowest[k] > -limits.high && seen.highest[k] < limits.high
                    && seen.highest[k] < limits.saturated && seen.leastSum[k] > limits.sumMin
                    && std::isfinite(seen.sums[k]) && seen.worst[k] <= worst;
        }
        return plain;
    }

    /// Of the buttons there is no more to form than a distance from the pedestal, times the gain: their statistics are
    /// those of the raw columns, scaled. Two columns at a time: one waits for its own sums, more do not fit the
    /// registers.
    CBPM_INLINE void passButtons(Seen &seen, std::array<Moments, quantityCount> &out) const
    {
        for (std::size_t k = 0; k < buttonCount; k += 2) {
            Running one, other;
            one.begin(samplesAt(k, 0));
            other.begin(samplesAt(k + 1, 0));
            for (std::size_t i = 0; i < m_n; i += lanes) {
                one.add(samplesAt(k, i));
                other.add(samplesAt(k + 1, i));
            }
            seen.lowest = least(seen.lowest, least(one.min, other.min));
            seen.highest = most(seen.highest, most(one.max, other.max));
            out[static_cast<std::size_t>(Quantity::TopInner) + k] = buttonMoments(k, one);
            out[static_cast<std::size_t>(Quantity::TopInner) + k + 1] = buttonMoments(k + 1, other);
        }
    }

    Moments buttonMoments(std::size_t button, const Running &running) const
    {
        const Moments raw = momentsOf(running, m_columns[button][m_n - 1]);
        const auto formed = [&](double value) {
            return (value - m_constants.pedestal[button]) * m_constants.perGain[button];
        };
        const auto [min, max] = std::minmax({formed(raw.min), formed(raw.max)}); // a gain may be negative
        const double scale = m_constants.perGain[button];
        return {formed(raw.mean), raw.m2 * scale * scale, min, max};
    }

    Moments momentsOf(const Running &r, double last) const
    {
        double sum = 0.0, squares = 0.0;
        Moments m{0.0, 0.0, r.min[0], r.max[0]};
        for (std::size_t k = 0; k < lanes; ++k) {
            sum += r.sum[k];
            squares += r.squares[k];
            m.min = std::min(m.min, r.min[k]);
            m.max = std::max(m.max, r.max[k]);
        }
        const double d = last - r.origin[0];
        sum -= static_cast<double>(padding()) * d;
        squares -= static_cast<double>(padding()) * d * d;
        const double count = static_cast<double>(m_n);
        m.mean = std::clamp(r.origin[0] + sum / count, m.min, m.max);
        m.m2 = std::max(0.0, squares - sum * sum / count);
        return m;
    }

    const KernelConstants &m_constants;
    const RawColumns &m_columns;
    const std::size_t m_n;
};

template<class Lanes>
CBPM_INLINE bool pass(const KernelConstants &c, const RawColumns &raw, std::size_t n, bool positionsOnly,
                      std::array<Moments, quantityCount> &out)
{
    const Pass<Lanes> over{c, raw, n};
    return positionsOnly ? over.template run<false>(out) : over.template run<true>(out);
}

CBPM_CLONES bool passNarrow(const KernelConstants &c, const RawColumns &raw, std::size_t n, bool positionsOnly,
                            std::array<Moments, quantityCount> &out)
{
    return pass<FourLanes>(c, raw, n, positionsOnly, out);
}

CBPM_WIDE bool passWide(const KernelConstants &c, const RawColumns &raw, std::size_t n, bool positionsOnly,
                        std::array<Moments, quantityCount> &out)
{
    return pass<EightLanes>(c, raw, n, positionsOnly, out);
}

} // namespace

std::optional<std::array<Moments, quantityCount>> plainMoments(const KernelConstants &constants, const RawColumns &raw,
                                                               std::size_t n, QuantitySet wanted)
{
    if (n == 0 || contains(wanted, Quantity::Intensity))
        return std::nullopt;
    std::array<Moments, quantityCount> out;
    static const auto passBest = hasWideVectors() ? passWide : passNarrow;
    const bool positionsOnly = (wanted & ~positionQuantities) == 0;
    return passBest(constants, raw, n, positionsOnly, out) ? std::optional{out} : std::nullopt;
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

} // namespace cbpm
