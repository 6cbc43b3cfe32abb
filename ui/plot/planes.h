// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

class QCPAxisRect;
class QCustomPlot;

namespace cbpm {

/// Empties `plot` and puts x above y: two axis rects with one key axis between them, labelled below the lower one.
std::array<QCPAxisRect *, 2> createPlanes(QCustomPlot &plot);

} // namespace cbpm
