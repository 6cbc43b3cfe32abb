// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace cbpm {

class MainWindow;

/// Fills the menu bar: every action with its text, name and shortcut. What an action does, the window does.
void createMainMenu(MainWindow &window);

} // namespace cbpm
