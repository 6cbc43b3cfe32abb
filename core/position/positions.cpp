// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/position/positions.h"

#include "core/types/flags.h"

#include <cmath>
#include <limits>

namespace cbpm {

struct PositionMap::Private
{
    Detector detector;
    PositionMethod method = PositionMethod::Linear;
    bool known = false;
};

void PositionColumns::resize(std::size_t n)
{
    for (std::vector<double> *column : {&x, &y, &sum, &q, &button[0], &button[1], &button[2], &button[3]})
        column->resize(n);
    flags.resize(n);
    invalid = 0;
}

PositionMap::PositionMap(const Detector &detector, std::optional<PositionMethod> method)
    : d{std::make_unique<Private>(Private{detector, method.value_or(detector.method), true})}
{
}

PositionMap::PositionMap() : d{std::make_unique<Private>()} {}
PositionMap::~PositionMap() = default;
PositionMap::PositionMap(PositionMap &&) noexcept = default;
PositionMap &PositionMap::operator=(PositionMap &&) noexcept = default;

void PositionMap::apply(const DetectorSamples &samples, PositionColumns &out) const
{
    const std::size_t n = samples.size();
    out.resize(n);
    const Detector &det = d->detector;
    for (std::size_t i = 0; i < n; ++i) {
        std::uint16_t flags = d->known ? 0 : Unknown;
        double b[buttonCount];
        for (std::size_t k = 0; k < buttonCount; ++k) {
            const double raw = samples.button[k][i];
            if (!std::isfinite(raw))
                flags |= NonFinite;
            b[k] = out.button[k][i] = (raw - det.pedestal[k]) / det.gain[k];
        }
        const double sum = b[0] + b[1] + b[2] + b[3];
        out.sum[i] = sum;
        if (!(sum > det.thresholds.sumMin))
            flags |= LowSum;
        const bool valid = !(flags & invalidatingFlags);
        const double nan = std::numeric_limits<double>::quiet_NaN();
        out.x[i] = valid ? det.xSign * det.kx_mm * ((b[3] + b[2] - b[0] - b[1]) / sum) : nan;
        out.y[i] = valid ? det.ky_mm * ((b[3] + b[0] - b[2] - b[1]) / sum) : nan;
        out.q[i] = valid ? (b[3] + b[1] - b[0] - b[2]) / sum : nan;
        out.flags[i] = flags;
        out.invalid += !valid;
    }
}

} // namespace cbpm
