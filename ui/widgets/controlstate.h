// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>

class QWidget;

namespace cbpm {

/// What is chosen in the combo boxes and check boxes below `root` that have a name, by name. An entry that carries a text
/// as data is told by it, another one by its number.
QJsonObject controlState(const QWidget &root);

/// Chooses it again, as a hand would; what is not there, or cannot be, stays as it is.
void setControlState(QWidget &root, const QJsonObject &state);

} // namespace cbpm
