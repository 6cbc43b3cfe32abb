// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/spectrum.h"

#include "core/analysis/realtransform.h"
#include "core/types/trigger.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <numbers>

namespace cbpm {
namespace {

constexpr std::size_t shortestSegment = 16;
constexpr std::size_t longestAutoSegment = 32'768;

/// Sums of cosines; flat top as in D'Antona and Ferrero (2006) §3.2, Blackman-Harris as in Harris (1978), 4 terms.
std::span<const double> termsOf(Window window)
{
    static constexpr double hann[] = {0.5, 0.5};
    static constexpr double flatTop[] = {0.21557895, 0.41663158, 0.277263158, 0.083578947, 0.006947368};
    static constexpr double blackmanHarris[] = {0.35875, 0.48829, 0.14128, 0.01168};
    static constexpr double rectangular[] = {1.0};
    switch (window) {
    case Window::Hann:
        return hann;
    case Window::FlatTop:
        return flatTop;
    case Window::BlackmanHarris:
        return blackmanHarris;
    case Window::Rectangular:
        break;
    }
    return rectangular;
}

/// Periodic weights: the segment would begin anew after them.
std::vector<double> weightsOf(Window window, std::size_t n)
{
    const auto terms = termsOf(window);
    std::vector<double> weights(n);
    for (std::size_t i = 0; i < n; ++i) {
        const double phase = 2.0 * std::numbers::pi * static_cast<double>(i) / static_cast<double>(n);
        for (std::size_t k = 0; k < terms.size(); ++k)
            weights[i] += (k % 2 == 0 ? terms[k] : -terms[k]) * std::cos(static_cast<double>(k) * phase);
    }
    return weights;
}

/// Eight averages or more where there are enough values; as fine as that allows.
std::size_t chosenSegment(std::size_t values)
{
    const std::size_t eighth = std::bit_floor(std::max<std::size_t>(values / 8, 1));
    return std::clamp(eighth, std::min(std::bit_floor(std::max(values, shortestSegment)), std::size_t{64}),
                      longestAutoSegment);
}

/// Straight lines across what is missing; what lacks a neighbour takes the other one. At least one value is there.
void bridge(std::span<double> values)
{
    std::size_t last = values.size(); // known value before
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (std::isnan(values[i]))
            continue;
        if (last == values.size()) {
            std::fill_n(values.begin(), i, values[i]);
        } else {
            const double step = (values[i] - values[last]) / static_cast<double>(i - last);
            for (std::size_t k = last + 1; k < i; ++k)
                values[k] = values[last] + step * static_cast<double>(k - last);
        }
        last = i;
    }
    std::fill(values.begin() + static_cast<std::ptrdiff_t>(last) + 1, values.end(), values[last]);
}

void removeMean(std::span<double> values)
{
    double sum = 0.0;
    for (const double value : values)
        sum += value;
    const double mean = sum / static_cast<double>(values.size());
    for (double &value : values)
        value -= mean;
}

std::size_t missingOf(std::span<const double> values)
{
    return static_cast<std::size_t>(std::ranges::count_if(values, [](double value) { return std::isnan(value); }));
}

} // namespace

std::vector<double> onTriggers(std::span<const std::int64_t> time_us, std::span<const double> values,
                               const TimeRange &range)
{
    const auto firstFrom = [](TimePoint time) { // nominal time at `time` or later
        const std::int64_t trigger = triggerOf(time);
        return triggerTime(trigger) < time ? trigger + 1 : trigger;
    };
    const std::int64_t first = firstFrom(range.begin());
    std::vector<double> grid(static_cast<std::size_t>(firstFrom(range.end()) - first),
                             std::numeric_limits<double>::quiet_NaN());
    for (std::size_t i = 0; i < time_us.size(); ++i) {
        const auto place = static_cast<std::size_t>(triggerOf(timePoint(time_us[i])) - first);
        if (place < grid.size()) // what lies before the first wraps around, and is not
            grid[place] = values[i];
    }
    return grid;
}

Spectrum spectrumOf(std::span<const double> values, double rate_Hz, const SpectrumOrder &order)
{
    Spectrum spectrum;
    spectrum.segment = order.segment > 0 ? order.segment : chosenSegment(values.size());
    spectrum.missing = missingOf(values);
    const std::size_t n = spectrum.segment;
    if (n < shortestSegment || values.size() < n)
        return spectrum;
    const std::vector<double> weights = weightsOf(order.window, n);
    double sum = 0.0;
    double power = 0.0;
    for (const double weight : weights) {
        sum += weight;
        power += weight * weight;
    }
    spectrum.step_Hz = rate_Hz / static_cast<double>(n);
    spectrum.lineWidth_Hz = rate_Hz * power / (sum * sum);

    RealTransform transform{n};
    std::vector<double> density(n / 2 + 1);
    std::size_t countedTo = 0; // halves that overlap hold the same holes
    for (std::size_t begin = 0; begin + n <= values.size(); begin += n / 2) {
        const auto segment = values.subspan(begin, n);
        const std::size_t missing = missingOf(segment);
        if (missing == n || static_cast<double>(missing) > order.mostMissing * static_cast<double>(n)) {
            ++spectrum.leftOut;
            continue;
        }
        const std::size_t from = std::max(begin, countedTo);
        countedTo = begin + n;
        spectrum.interpolated += missingOf(values.subspan(from, countedTo - from));
        const std::span<double> input = transform.input();
        std::ranges::copy(segment, input.begin());
        if (missing > 0)
            bridge(input);
        removeMean(input);
        for (std::size_t i = 0; i < n; ++i)
            input[i] *= weights[i];
        const auto output = transform.run();
        for (std::size_t k = 0; k < density.size(); ++k)
            density[k] += std::norm(output[k]);
        ++spectrum.segments;
    }
    if (spectrum.segments == 0)
        return spectrum;
    for (std::size_t k = 0; k < density.size(); ++k) {
        const bool isOwnMirror = k == 0 || 2 * k == n; // the others stand for their negative frequency, too
        density[k] = std::sqrt((isOwnMirror ? 1.0 : 2.0) * density[k]
                               / (rate_Hz * power * static_cast<double>(spectrum.segments)));
    }
    spectrum.density = std::move(density);
    return spectrum;
}

std::vector<double> integratedMotion(const Spectrum &spectrum, IntegrateFrom from)
{
    std::vector<double> motion(spectrum.density.size());
    double power = 0.0;
    for (std::size_t i = 1; i < motion.size(); ++i) {
        const std::size_t k = from == IntegrateFrom::Low ? i : motion.size() - i;
        power += spectrum.density[k] * spectrum.density[k] * spectrum.step_Hz;
        motion[k] = std::sqrt(power);
    }
    if (from == IntegrateFrom::High && !motion.empty())
        motion[0] = std::sqrt(power);
    return motion;
}

} // namespace cbpm
