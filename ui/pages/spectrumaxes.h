// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/spectra.h"

class QCustomPlot;

namespace cbpm {

/// Frequencies from the finest step of `spectra` to half the rate of triggers; the left axes take in all their curves,
/// the right ones, of integrated motion, begin at zero.
void fitSpectrumAxes(QCustomPlot &plot, const Spectra &spectra);

} // namespace cbpm
