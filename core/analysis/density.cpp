// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/density.h"

#include <algorithm>
#include <cmath>

namespace cbpm {
namespace {

constexpr double narrowest_mm = 1e-3; ///< beside the outermost sample: positions may stand still
constexpr double margin = 0.05;

struct Extent
{
    double lower, upper;

    Extent widened(double share) const
    {
        const double more = std::max(share * (upper - lower), narrowest_mm);
        return {lower - more, upper + more};
    }
};

Extent extremes(std::span<const double> values)
{
    const auto [lower, upper] = std::ranges::minmax(values);
    return {lower, upper};
}

Extent middle(std::span<const double> values)
{
    std::vector<double> sorted{values.begin(), values.end()};
    const std::size_t tail = sorted.size() / 200;
    const auto low = sorted.begin() + static_cast<std::ptrdiff_t>(tail);
    const auto high = sorted.end() - 1 - static_cast<std::ptrdiff_t>(tail);
    std::nth_element(sorted.begin(), low, sorted.end());
    const double lower = *low;
    std::nth_element(sorted.begin(), high, sorted.end());
    const Extent core = Extent{lower, *high}.widened(0.5);
    const Extent all = extremes(values).widened(margin);
    return {std::max(core.lower, all.lower), std::min(core.upper, all.upper)};
}

template<class Side>
std::optional<PositionArea> areaOf(std::span<const double> x, std::span<const double> y, Side side)
{
    if (x.empty())
        return std::nullopt;
    const Extent a = side(x);
    const Extent b = side(y);
    return PositionArea{a.lower, a.upper, b.lower, b.upper};
}

} // namespace

PositionArea PositionArea::withAspect(double width, double height) const
{
    const double perPixel = std::max((xUpper - xLower) / width, (yUpper - yLower) / height);
    const double x = 0.5 * (xLower + xUpper);
    const double y = 0.5 * (yLower + yUpper);
    return {x - 0.5 * perPixel * width, x + 0.5 * perPixel * width, y - 0.5 * perPixel * height,
            y + 0.5 * perPixel * height};
}

std::uint32_t PositionDensity::highest() const
{
    return count.empty() ? 0 : *std::ranges::max_element(count);
}

PositionDensity densityOf(std::span<const double> x, std::span<const double> y, const PositionArea &area, int columns,
                          int rows)
{
    PositionDensity density{area, columns, rows, {}, 0, 0};
    density.count.resize(static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows));
    const double perX = columns / (area.xUpper - area.xLower);
    const double perY = rows / (area.yUpper - area.yLower);
    for (std::size_t i = 0; i < x.size(); ++i) {
        const double column = std::floor((x[i] - area.xLower) * perX);
        const double row = std::floor((y[i] - area.yLower) * perY);
        if (!(column >= 0.0 && column < columns && row >= 0.0 && row < rows))
            continue;
        ++density.count[static_cast<std::size_t>(row) * static_cast<std::size_t>(columns)
                        + static_cast<std::size_t>(column)];
        ++density.inside;
    }
    density.outside = x.size() - density.inside;
    return density;
}

std::optional<PositionArea> wholeArea(std::span<const double> x, std::span<const double> y)
{
    return areaOf(x, y, [](std::span<const double> values) { return extremes(values).widened(margin); });
}

std::optional<PositionArea> coreArea(std::span<const double> x, std::span<const double> y)
{
    return areaOf(x, y, middle);
}

PrincipalAxes principalAxes(double sigmaX, double sigmaY, double rho)
{
    if (std::isnan(sigmaX) || std::isnan(sigmaY))
        return {std::nan(""), std::nan(""), std::nan("")};
    const double xx = sigmaX * sigmaX;
    const double yy = sigmaY * sigmaY;
    const double xy = std::isnan(rho) ? 0.0 : rho * sigmaX * sigmaY;
    const double middle = 0.5 * (xx + yy);
    const double spread = std::hypot(0.5 * (xx - yy), xy);
    return {std::sqrt(middle + spread), std::sqrt(std::max(0.0, middle - spread)), 0.5 * std::atan2(2.0 * xy, xx - yy)};
}

} // namespace cbpm
