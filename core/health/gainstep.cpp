// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/health/gainstep.h"

#include <algorithm>
#include <cmath>

namespace cbpm {
namespace {

constexpr double smallestStep = 0.002;
constexpr double significance = 8.0;
constexpr std::size_t fewestBins = 3; ///< on either side
constexpr std::size_t widestWindow = 30;

/// Means of the residual of the bins that have any, with sums in front of each.
struct Levels
{
    std::vector<std::int64_t> bin;
    std::vector<double> mean;
    std::vector<double> sum{0.0}; ///< [n + 1]

    explicit Levels(const BinSeries &bins)
    {
        const std::vector<Moments> &residual = bins.of(Quantity::Residual);
        for (std::size_t k = 0; k < residual.size(); ++k) {
            if (bins.count[k] == 0 || !std::isfinite(residual[k].mean))
                continue;
            bin.push_back(bins.bin[k]);
            mean.push_back(residual[k].mean);
            sum.push_back(sum.back() + residual[k].mean);
        }
    }

    std::size_t size() const { return mean.size(); }
    double average(std::size_t begin, std::size_t end) const
    {
        return (sum[end] - sum[begin]) / static_cast<double>(end - begin);
    }
};

/// Standard deviation of the bins about a level, not misled by a step or a few outliers.
double scatter(const std::vector<double> &mean)
{
    std::vector<double> change;
    for (std::size_t k = 1; k < mean.size(); ++k)
        change.push_back(std::abs(mean[k] - mean[k - 1]));
    const auto middle = change.begin() + static_cast<std::ptrdiff_t>(change.size() / 2);
    std::nth_element(change.begin(), middle, change.end());
    return 1.4826 * *middle / std::sqrt(2.0); // of a normal distribution
}

std::size_t likeliestCut(const Levels &levels)
{
    const std::size_t n = levels.size();
    std::size_t cut = fewestBins;
    double most = -1.0;
    for (std::size_t k = fewestBins; k + fewestBins <= n; ++k) {
        const double a = static_cast<double>(k);
        const double b = static_cast<double>(n - k);
        const double difference = levels.average(k, n) - levels.average(0, k);
        const double weight = difference * difference * a * b;
        if (weight > most) {
            most = weight;
            cut = k;
        }
    }
    return cut;
}

} // namespace

std::optional<GainStep> findGainStep(const BinSeries &bins)
{
    const Levels levels{bins};
    const std::size_t n = levels.size();
    if (n < 2 * fewestBins)
        return std::nullopt;
    const std::size_t cut = likeliestCut(levels);
    const std::size_t window = std::min({widestWindow, std::max(fewestBins, n / 20), cut, n - cut});
    const double near = levels.average(cut, cut + window) - levels.average(cut - window, cut);
    const double whole = levels.average(cut, n) - levels.average(0, cut);
    const double explained = scatter(levels.mean) * std::sqrt(2.0 / static_cast<double>(window));
    const bool isStep = std::abs(near) >= smallestStep && std::abs(near) >= significance * explained
                        && near / whole >= 0.5 && std::abs(whole) >= 0.5 * std::abs(near);
    return isStep ? std::optional{GainStep{levels.bin[cut], near}} : std::nullopt;
}

} // namespace cbpm
