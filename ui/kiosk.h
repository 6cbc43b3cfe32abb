// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QScreen;

namespace cbpm {

class MainWindow;

/// Makes of `window` a display on the wall: it fills `screen`, may be looked at from all sides (pages, detectors, time,
/// zone, unit), and nobody changes source, references, vetoes, constants or files from it. Before the window is shown.
void enterKiosk(MainWindow &window, QScreen &screen);

} // namespace cbpm
