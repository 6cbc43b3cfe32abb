// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/types/time.h"

#include <vector>

class QComboBox;
class QWidget;

namespace cbpm {

/// A choice of durations.
QComboBox *durationBox(const std::vector<Duration> &choices, QWidget *parent);
Duration durationOf(const QComboBox &box);
/// Selects `duration`; one that is not among the choices is added.
void showDuration(QComboBox &box, Duration duration);

} // namespace cbpm
