// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace cbpm {

/// A rectangle of positions, mm; lower < upper.
struct PositionArea
{
    double xLower = 0.0, xUpper = 0.0;
    double yLower = 0.0, yUpper = 0.0;

    /// Wider in one plane, so that 1 mm is as long in x as in y where it is drawn `width` by `height`.
    PositionArea withAspect(double width, double height) const;

    bool operator==(const PositionArea &) const = default;
};

/// How many samples lie in each cell of an area.
struct PositionDensity
{
    PositionArea area;
    int columns = 0;
    int rows = 0;
    std::vector<std::uint32_t> count; ///< [rows columns], the row of lowest y first
    std::uint64_t inside = 0;
    std::uint64_t outside = 0;

    std::uint32_t at(int column, int row) const
    {
        return count[static_cast<std::size_t>(row) * static_cast<std::size_t>(columns)
                     + static_cast<std::size_t>(column)];
    }
    std::uint32_t highest() const;
};

/// Of x, y [n] mm, all finite. A sample on an upper edge is outside.
PositionDensity densityOf(std::span<const double> x, std::span<const double> y, const PositionArea &area, int columns,
                          int rows);

/// All of x, y [n] mm with a margin; nullopt: no sample.
std::optional<PositionArea> wholeArea(std::span<const double> x, std::span<const double> y);
/// Where nearly all of them are: the middle 99 % of each plane with half as much on both sides, so that a single glitch
/// does not make a dot of the beam; within wholeArea().
std::optional<PositionArea> coreArea(std::span<const double> x, std::span<const double> y);

/// The axes of the ellipse of one standard deviation.
struct PrincipalAxes
{
    double major = 0.0; ///< in the unit of the sigmas
    double minor = 0.0;
    double tilt = 0.0; ///< rad, of the major axis from x towards y, in (-π/2, π/2]
};
/// rho NaN counts as none; where a sigma is NaN, all is.
PrincipalAxes principalAxes(double sigmaX, double sigmaY, double rho);

} // namespace cbpm
