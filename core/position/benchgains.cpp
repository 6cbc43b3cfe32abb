// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/position/benchgains.h"

#include <cmath>
#include <numeric>

namespace cbpm {

std::array<double, buttonCount> benchGains(const Transmission &transmission)
{
    std::array<double, buttonCount> gains{};
    for (std::size_t i = 0; i < buttonCount; ++i) { // the buttons stand in a ring: neighbours are next in number
        const std::size_t j = (i + 1) % buttonCount;
        const std::size_t k = (i + buttonCount - 1) % buttonCount;
        gains[i] = std::sqrt(transmission[i][j] * transmission[i][k] / transmission[j][k]);
    }
    const double mean = std::accumulate(gains.begin(), gains.end(), 0.0) / buttonCount;
    for (double &gain : gains)
        gain /= mean;
    return gains;
}

} // namespace cbpm
