// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <functional>
#include <vector>

class QAction;
class QMainWindow;

namespace cbpm {

/// Something that can be done from the keyboard.
struct Command
{
    QString group; ///< its menu, or what sort of thing it is
    QString text;  ///< without marks for keys
    QString keys;  ///< as the user's desktop writes them; empty: none
    std::function<void()> run;
};

/// What the menus of `window` offer, in their order.
QList<QAction *> actionsOf(const QMainWindow &window);

/// Of every action of `window` that can be triggered now: those of its menus, in their order, then those of its panels.
std::vector<Command> commandsOf(const QMainWindow &window);

/// How well `query` fits, the lower the better; negative: not at all. Every word of it must be found, in any case, as
/// it stands or letter after letter.
int misfit(const Command &command, const QString &query);

} // namespace cbpm
