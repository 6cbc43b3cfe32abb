// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPalette>

class QCPColorGradient;
class QCustomPlot;

namespace cbpm::colours {

/// Okabe and Ito's eight, safe for colour-blind eyes; yellow and black are left out, as they vanish on one of the
/// grounds.
QColor trace(int index, bool dark);

QColor horizontal(bool dark); ///< x, where one detector is shown
QColor vertical(bool dark);   ///< y, where one detector is shown
QColor abnormal(bool dark);   ///< missing, late, wrong

/// Dark to bright, even in brightness and safe for colour-blind eyes (viridis, by its published values).
QCPColorGradient sequential();
/// Blue below, orange above, the ground at zero.
QCPColorGradient diverging(bool dark);

bool isDark(const QPalette &palette);

/// From few to many, in lightness and from blue to yellow: read by colour-blind eyes and in grey. Not-a-number is
/// clear.
QCPColorGradient density(bool dark);

/// Paints background, axes and grid of a plot from a palette.
void apply(QCustomPlot &plot, const QPalette &palette);

/// The palette of the light or dark theme.
QPalette themePalette(bool dark);

} // namespace cbpm::colours
