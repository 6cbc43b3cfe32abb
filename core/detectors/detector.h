// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/types/samplebatch.h"
#include "core/types/time.h"

#include <array>
#include <limits>
#include <map>
#include <string>
#include <vector>

namespace cbpm {

/// How buttons become a position.
enum class PositionMethod { Linear, Log, Polynomial, Map };

/// Its word in options and files.
constexpr const char *methodWord(PositionMethod method) noexcept
{
    constexpr const char *words[] = {"linear", "log", "polynomial", "map"};
    return words[static_cast<std::size_t>(method)];
}

/// Inside of the vacuum chamber at a detector and where its buttons sit.
struct Chamber
{
    enum class Shape { Ellipse, Round };

    Shape shape = Shape::Ellipse;
    double a_mm = 45.0;        ///< horizontal half axis, or radius when round
    double b_mm = 25.0;        ///< vertical half axis; ignored when round
    double buttonX1_mm = 5.0;  ///< |x| of a button's inner edge on the wall
    double buttonX2_mm = 23.0; ///< |x| of its outer edge

    bool operator==(const Chamber &) const = default;
};

/// Limits on raw and corrected signals; defaults are those of the CBPM II firmware (cbpm_constants.h), in ADU.
struct Thresholds
{
    double noSignal = 1600.0;
    double low = 8192.0;
    double high = 21299.0;
    double saturated = 32440.0;
    double sumMin = 0.0;    ///< gate on the corrected sum
    double residual = 0.01; ///< limit on |r|, dimensionless
    double step_mm = 0.1;   ///< limit on the change of x or y between successive triggers
    int frozenSamples = 50; ///< a reading that ends this many identical ones in a row is frozen

    bool operator==(const Thresholds &) const = default;
};

/// Constants that hold for all time before any that name a time.
inline constexpr TimePoint alwaysValid = TimePoint::min();

/// One beam position monitor and its constants. Lengths in mm, +x outward, +y up.
struct Detector
{
    std::string location;                                  ///< canonical, "12W": the key
    int id = 0;                                            ///< DETEC_ID_ELE; 0 if none
    std::string name;                                      ///< lattice name, "DET_12W"
    double s_m = std::numeric_limits<double>::quiet_NaN(); ///< along the ring from IP_L0
    double kx_mm = 25.9;
    double ky_mm = 19.8;
    int xSign = 1; ///< -1 flips x (cbpm_buttons2db.c publishes it flipped)
    std::array<double, buttonCount> pedestal{0.0, 0.0, 0.0, 0.0}; ///< ADU, by Button
    std::array<double, buttonCount> gain{1.0, 1.0, 1.0, 1.0};     ///< corrected = (raw - pedestal) / gain
    double xOffset_mm = 0.0;                                      ///< subtracted after the formula or map
    double yOffset_mm = 0.0;
    double roll_mrad = 0.0; ///< undone last
    PositionMethod method = PositionMethod::Linear;
    int polynomialOrder = 5; ///< 3, 5 or 7, of PositionMethod::Polynomial
    Chamber chamber;
    Thresholds thresholds;
    double betaX_m = std::numeric_limits<double>::quiet_NaN();
    double betaY_m = std::numeric_limits<double>::quiet_NaN();
    double etaX_m = std::numeric_limits<double>::quiet_NaN();
    double phiX_rad = std::numeric_limits<double>::quiet_NaN();
    double phiY_rad = std::numeric_limits<double>::quiet_NaN();
    bool enabled = true;
    std::vector<std::string> aliases;           ///< other names of the same detector
    TimePoint validFrom = alwaysValid;          ///< these constants hold from here to the next ones of the location
    std::map<std::string, std::string> origins; ///< where a column's value comes from; absent: the default
};

} // namespace cbpm
