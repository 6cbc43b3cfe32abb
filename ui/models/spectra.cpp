// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/spectra.h"

#include <algorithm>
#include <limits>

namespace cbpm {

double densityAt(const Spectrum &spectrum, double frequency_Hz)
{
    const double place = frequency_Hz / spectrum.step_Hz;
    const auto k = static_cast<std::size_t>(place);
    if (!(place >= 1.0) || k + 1 >= spectrum.density.size())
        return k + 1 == spectrum.density.size() ? spectrum.density[k] : std::numeric_limits<double>::quiet_NaN();
    const double share = place - static_cast<double>(k);
    return (1.0 - share) * spectrum.density[k] + share * spectrum.density[k + 1];
}

Spectra makeSpectra(const SpectraWish &wish, const CancelToken &cancel)
{
    Spectra spectra;
    const SpectrumOrder order{wish.window, wish.segment};
    for (const Trace &trace : wish.traces->traces) {
        if (std::ranges::find(wish.rows, trace.row) == wish.rows.end())
            continue;
        const auto add = [&](int signal, std::span<const double> values) {
            if (!cancel.isCancelled())
                spectra.emplace(CurveName{trace.location, signal},
                                spectrumOf(onTriggers(trace.time, values, wish.traces->range), rate_Hz, order));
        };
        if (!wish.buttons) {
            add(0, trace.x);
            add(1, trace.y);
        }
        for (std::size_t k = 0; wish.buttons && k < buttonCount; ++k)
            add(firstButton + static_cast<int>(k), trace.button[k]);
    }
    return spectra;
}

} // namespace cbpm
