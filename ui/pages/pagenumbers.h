// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detectors/detectortable.h"
#include "ui/models/ringorbit.h"
#include "ui/models/spectra.h"

#include <QString>

namespace cbpm {

/// What a plot shows, as a line of titles and lines of fields with tabs between; lengths in mm, numbers in C locale.
/// A line a detector: means and reach.
QString orbitNumbers(const RingOrbit &orbit, const DetectorTable &table);
/// A line a frequency, a column a curve: mm/sqrt(Hz), or ADU/sqrt(Hz) for buttons.
QString spectraNumbers(const Spectra &spectra);

} // namespace cbpm
