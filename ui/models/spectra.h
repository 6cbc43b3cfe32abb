// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/spectrum.h"
#include "core/analysis/traces.h"
#include "core/types/canceltoken.h"

#include <map>

namespace cbpm {

constexpr double rate_Hz = 10.0; ///< of the ring's triggers

/// What a curve is of: 0 x, 1 y; or of the buttons, by Button, firstButton and on.
struct CurveName
{
    std::string location;
    int signal = 0;

    auto operator<=>(const CurveName &) const = default;
};
constexpr int firstButton = 2;

using Spectra = std::map<CurveName, Spectrum>; ///< mm/sqrt(Hz) or ADU/sqrt(Hz)

/// What spectra are made of, and how.
struct SpectraWish
{
    TracesPtr traces;
    std::vector<int> rows;
    bool buttons = false;
    Window window = Window::Hann;
    std::size_t segment = 0; ///< triggers; 0: by the length of the stretch

    bool operator==(const SpectraWish &) const = default;
};

/// Of every trace in the wish; what was cancelled lacks some. Runs on a pool thread.
Spectra makeSpectra(const SpectraWish &wish, const CancelToken &cancel);

/// Density at `frequency_Hz` on the grid of `spectrum`, in its unit; NaN beyond it.
double densityAt(const Spectrum &spectrum, double frequency_Hz);

} // namespace cbpm
