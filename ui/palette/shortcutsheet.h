// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/palette/command.h"

#include <QDialog>

namespace cbpm {

/// Every key that does something, by menu and panel; made from the actions themselves, so that none is missing.
class ShortcutSheet : public QDialog
{
    Q_OBJECT

public:
    explicit ShortcutSheet(const std::vector<Command> &commands, QWidget *parent = nullptr);
};

} // namespace cbpm
