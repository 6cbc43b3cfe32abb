// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

class QCPAxisRect;
class QCustomPlot;

namespace cbpm {

/// Empties `plot` and stacks axis rects, x above y where there are two: one key axis between them, labelled below the
/// lowest one.
std::vector<QCPAxisRect *> createPlanes(QCustomPlot &plot, std::size_t count = 2);

} // namespace cbpm
