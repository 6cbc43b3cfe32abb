// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/position/positions.h"

#include "core/position/chamberfield.h"
#include "core/position/chambermap.h"
#include "core/position/frozenrun.h"
#include "core/position/linearkernel.h"
#include "core/position/oddevenpolynomial.h"
#include "core/types/flags.h"
#include "core/types/targetclones.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>
#include <mutex>
#include <numeric>
#include <vector>

namespace cbpm {
namespace {

using Four = std::array<double, buttonCount>;

/// Signs of u, v and q by Button (TI, BI, BO, TO).
constexpr std::array<std::array<double, 3>, buttonCount> signs{{{-1, 1, -1}, {-1, -1, 1}, {1, -1, -1}, {1, 1, 1}}};

/// q = cQ u v to second order: cQ = c0 c4 / (c1 c2) of the field about the centre (equal gains, mirror-symmetric
/// buttons).
double consistencyFactor(const Chamber &chamber)
{
    constexpr double h = 0.5; // mm: the next order is h² / (25 mm)² of this one
    const auto differences = [&](double x, double y) {
        const Four f = chamberSignals(chamber, x, y);
        std::array<double, 3> d{};
        for (std::size_t k = 0; k < buttonCount; ++k) {
            for (std::size_t j = 0; j < d.size(); ++j)
                d[j] += signs[k][j] * f[k] / (f[0] + f[1] + f[2] + f[3]);
        }
        return d;
    };
    const auto at = differences(h, h);
    return at[2] / (at[0] * at[1]);
}

/// The same, worked out once a chamber: it is most of what a program does before its first position, else.
double knownConsistency(const Chamber &chamber)
{
    static std::mutex mutex;
    static std::vector<std::pair<Chamber, double>> known;
    const std::lock_guard lock{mutex};
    const auto found = std::find_if(known.begin(), known.end(), [&](const auto &one) { return one.first == chamber; });
    return found != known.end() ? found->second : known.emplace_back(chamber, consistencyFactor(chamber)).second;
}

/// All flags that any sample has.
std::uint16_t unionOf(const std::vector<std::uint16_t> &flags)
{
    return std::reduce(flags.begin(), flags.end(), std::uint16_t{0},
                       [](auto a, auto b) { return static_cast<std::uint16_t>(a | b); });
}

/// From the least to the largest of [n] that is not NaN; negative where there is none.
CBPM_CLONES double spreadOf(const double *values, std::size_t n)
{
    constexpr std::size_t lanes = 8;
    using Lanes = double __attribute__((vector_size(lanes * sizeof(double))));
    constexpr double far = std::numeric_limits<double>::infinity();
    Lanes least = Lanes{} + far;
    Lanes most = Lanes{} - far;
    std::size_t i = 0;
    for (; i + lanes <= n; i += lanes) {
        Lanes v;
        std::memcpy(&v, values + i, sizeof v);
        least = v < least ? v : least; // NaN compares false
        most = v > most ? v : most;
    }
    double low = far, high = -far;
    for (std::size_t k = 0; k < lanes; ++k) {
        low = std::min(low, least[k]);
        high = std::max(high, most[k]);
    }
    for (; i < n; ++i) {
        low = values[i] < low ? values[i] : low;
        high = values[i] > high ? values[i] : high;
    }
    return high - low;
}

/// The value a dead button would have had: top right and bottom left add up like the other two (domain: TO ~ TI + BO -
/// BI).
void mendDeadButton(Four &b, std::size_t dead)
{
    constexpr std::array<std::size_t, buttonCount> opposite{2, 3, 0, 1};
    double neighbours = 0.0;
    for (std::size_t k = 0; k < buttonCount; ++k) {
        if (k != dead && k != opposite[dead])
            neighbours += b[k];
    }
    b[dead] = neighbours - b[opposite[dead]];
}

} // namespace

struct PositionMap::Private
{
    Detector detector;
    PositionMethod method = PositionMethod::Linear;
    KernelConstants constants;
    std::shared_ptr<const ChamberMap> map;       ///< set for PositionMethod::Map
    std::optional<OddEvenPolynomial> polynomial; ///< set for PositionMethod::Polynomial

    bool isNonlinear() const { return map || polynomial; }
    void placeNonlinear(PositionColumns &out) const;
    void placeLog(PositionColumns &out) const;
    void correctIntensity(PositionColumns &out) const;
    void mendDegraded(const DetectorSamples &samples, PositionColumns &out) const;
    void moveToBeamAxes(PositionColumns &out) const;
    void flagSteps(PositionColumns &out) const;
    void flagFrozen(const DetectorSamples &samples, PositionColumns &out) const;
};

void PositionColumns::resize(std::size_t n)
{
    for (std::vector<double> *column : {&x, &y, &sum, &q, &residual, &button[0], &button[1], &button[2], &button[3]})
        column->resize(n);
    flags.resize(n);
    invalid = 0;
}

PositionMap::PositionMap(const Detector &detector, std::optional<PositionMethod> method)
{
    auto made = std::make_unique<Private>();
    made->detector = detector;
    made->method = method.value_or(detector.method);
    std::array<double, buttonCount> perGain{};
    std::transform(detector.gain.begin(), detector.gain.end(), perGain.begin(), [](double gain) { return 1.0 / gain; });
    made->constants = {detector.pedestal,
                       perGain,
                       detector.xSign * detector.kx_mm,
                       detector.ky_mm,
                       knownConsistency(detector.chamber),
                       detector.thresholds,
                       0};
    if (made->method == PositionMethod::Map)
        made->map = ChamberMap::of(detector.chamber);
    if (made->method == PositionMethod::Polynomial) {
        const double scale = detector.chamber.a_mm / 45.0; // the published range of the 90 x 50 mm chamber
        made->polynomial =
            OddEvenPolynomial::fitted(detector.chamber, detector.polynomialOrder, 10.0 * scale, 6.0 * scale);
    }
    if (made->isNonlinear())
        made->constants.kx = made->constants.ky = 1.0; // the kernel then leaves u and v
    d = std::move(made);
}

PositionMap::PositionMap()
{
    auto made = std::make_unique<Private>();
    made->constants.always = Unknown;
    d = std::move(made);
}

PositionMap::~PositionMap() = default;
PositionMap::PositionMap(PositionMap &&) noexcept = default;
PositionMap &PositionMap::operator=(PositionMap &&) noexcept = default;

const Detector &PositionMap::detector() const
{
    return d->detector;
}

double PositionMap::consistency() const
{
    return d->constants.cQ;
}

std::optional<KernelConstants> PositionMap::plainConstants() const
{
    const bool moved = d->detector.xOffset_mm != 0.0 || d->detector.yOffset_mm != 0.0 || d->detector.roll_mrad != 0.0;
    return d->method == PositionMethod::Linear && !moved && d->constants.always == 0 ? std::optional{d->constants}
                                                                                     : std::nullopt;
}

void PositionMap::apply(const DetectorSamples &samples, PositionColumns &out, bool withIntensity) const
{
    const std::size_t n = samples.size();
    out.resize(n);
    for (std::size_t at = 0; at < n; at += kernelChunk) {
        KernelColumns columns{{},
                              {},
                              out.x.data() + at,
                              out.y.data() + at,
                              out.sum.data() + at,
                              out.q.data() + at,
                              out.residual.data() + at,
                              out.flags.data() + at};
        for (std::size_t k = 0; k < buttonCount; ++k) {
            columns.raw[k] = samples.button[k].data() + at;
            columns.button[k] = out.button[k].data() + at;
        }
        linearPositions(d->constants, columns, std::min(kernelChunk, n - at));
    }
    d->mendDegraded(samples, out);
    if (withIntensity)
        d->correctIntensity(out);
    else
        out.intensity.clear();
    if (d->isNonlinear())
        d->placeNonlinear(out);
    if (d->method == PositionMethod::Log)
        d->placeLog(out);
    d->moveToBeamAxes(out);
    d->flagSteps(out);
    d->flagFrozen(samples, out);
    for (std::size_t i = 0; i < samples.arrival.size(); ++i)
        out.flags[i] |= samples.arrival[i];
    if (!(unionOf(out.flags) & invalidatingFlags))
        return;
    for (const std::uint16_t flags : out.flags)
        out.invalid += (flags & invalidatingFlags) != 0;
}

void PositionMap::Private::mendDegraded(const DetectorSamples &samples, PositionColumns &out) const
{
    if (!(unionOf(out.flags) & Degraded))
        return;
    for (std::size_t i = 0; i < out.flags.size(); ++i) {
        if ((out.flags[i] & (Degraded | Saturated | NonFinite | Unknown)) != Degraded)
            continue;
        Four b{};
        std::size_t dead = 0;
        for (std::size_t k = 0; k < buttonCount; ++k) {
            b[k] = out.button[k][i];
            if (samples.button[k][i] < constants.limits.noSignal)
                dead = k;
        }
        mendDeadButton(b, dead);
        const double sum = ((b[0] + b[1]) + b[2]) + b[3];
        const bool valid = sum > constants.limits.sumMin;
        const double nan = std::numeric_limits<double>::quiet_NaN();
        out.flags[i] = static_cast<std::uint16_t>(valid ? out.flags[i] & ~LowSum : out.flags[i] | LowSum);
        out.sum[i] = sum;
        out.x[i] = valid ? constants.kx * ((((b[3] + b[2]) - b[0]) - b[1]) / sum) : nan;
        out.y[i] = valid ? constants.ky * ((((b[3] + b[0]) - b[2]) - b[1]) / sum) : nan;
        out.q[i] = valid ? 0.0 : nan; // by construction: it can tell nothing here
        out.residual[i] = out.q[i];
    }
}

void PositionMap::Private::placeNonlinear(PositionColumns &out) const
{
    const std::size_t n = out.x.size();
    if (map)
        map->apply(out.x.data(), out.y.data(), out.flags.data(), n);
    else
        polynomial->apply(out.x.data(), out.y.data(), n);
    for (std::size_t i = 0; i < n; ++i) {
        out.x[i] *= detector.xSign;
        if (out.flags[i] & NotConverged)
            out.q[i] = out.residual[i] = std::numeric_limits<double>::quiet_NaN();
    }
}

/// Called while x and y are still kx u and ky v. An unknown detector has no chamber to correct for.
void PositionMap::Private::correctIntensity(PositionColumns &out) const
{
    out.intensity = out.sum;
    if (constants.always & Unknown)
        return;
    const auto chamber = map ? map : ChamberMap::of(detector.chamber);
    for (std::size_t i = 0; i < out.x.size(); ++i)
        out.intensity[i] /= chamber->sumFactor(out.x[i] / constants.kx, out.y[i] / constants.ky);
}

/// x = kx/4 ln(TO BO / TI BI), y = ky/4 ln(TO TI / BO BI) with the k of the difference over sum.
void PositionMap::Private::placeLog(PositionColumns &out) const
{
    for (std::size_t i = 0; i < out.flags.size(); ++i) {
        if (out.flags[i] & (invalidatingFlags | Degraded))
            continue;
        const double ti = out.button[0][i], bi = out.button[1][i], bo = out.button[2][i], to = out.button[3][i];
        out.x[i] = 0.25 * constants.kx * std::log(to * bo / (ti * bi));
        out.y[i] = 0.25 * constants.ky * std::log(to * ti / (bo * bi));
    }
}

/// Offsets are subtracted, then the roll is undone: x' = x cos - y sin, y' = x sin + y cos.
void PositionMap::Private::moveToBeamAxes(PositionColumns &out) const
{
    if (detector.xOffset_mm == 0.0 && detector.yOffset_mm == 0.0 && detector.roll_mrad == 0.0)
        return;
    const double c = std::cos(1e-3 * detector.roll_mrad);
    const double s = std::sin(1e-3 * detector.roll_mrad);
    for (std::size_t i = 0; i < out.x.size(); ++i) {
        const double x = out.x[i] - detector.xOffset_mm;
        const double y = out.y[i] - detector.yOffset_mm;
        out.x[i] = x * c - y * s;
        out.y[i] = x * s + y * c;
    }
}

void PositionMap::Private::flagSteps(PositionColumns &out) const
{
    const double limit = constants.limits.step_mm;
    const std::size_t n = out.x.size();
    if (spreadOf(out.x.data(), n) <= limit && spreadOf(out.y.data(), n) <= limit)
        return;                           // no two are further apart
    for (std::size_t i = 1; i < n; ++i) { // NaN compares false: only between valid neighbours
        const bool step = (std::fabs(out.x[i] - out.x[i - 1]) > limit) | (std::fabs(out.y[i] - out.y[i - 1]) > limit);
        out.flags[i] = static_cast<std::uint16_t>(out.flags[i] | (step ? Step : 0));
    }
}

void PositionMap::Private::flagFrozen(const DetectorSamples &samples, PositionColumns &out) const
{
    const std::size_t n = samples.size();
    const RawColumns raw = rawColumns(samples);
    if (!mayBeFrozen(raw, n, constants.limits))
        return;
    const std::size_t wanted = frozenRun(constants.limits);
    std::size_t run = 1;
    for (std::size_t i = 1; i < n; ++i) {
        run = isRepeated(raw, i - 1, i) ? run + 1 : 1;
        if (run >= wanted)
            out.flags[i] |= Frozen;
    }
}

} // namespace cbpm
