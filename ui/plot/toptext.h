// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Qt>

class QCPAxisRect;
class QCPItemText;

namespace cbpm {

/// A text at the upper edge of `rect`, whatever its values are; `side` of it is at a key of the axis below, at first 0.
/// Belongs to the plot.
QCPItemText *textAtTop(QCPAxisRect &rect, Qt::Alignment side);

} // namespace cbpm
