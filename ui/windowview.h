// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/views/view.h"
#include "ui/mainwindow.h"

namespace cbpm {

/// What `window` shows now.
View viewOf(MainWindow &window);

/// Brings `window` into the state of `view`, but for its source, range, detectors and what
/// is chosen on the pages: those are begun with.
void showView(MainWindow &window, const View &view);

/// What to begin with: what was asked for, and for the rest the view, unless another source was asked for.
MainWindow::Start startOf(const View &view, MainWindow::Start asked = {});

} // namespace cbpm
