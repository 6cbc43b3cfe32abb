// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/arguments/sourcearguments.h"
#include "core/views/view.h"
#include "ui/mainwindow.h"

#include <QSize>

namespace cbpm {

/// What cbpm3-monitor was asked for.
struct MonitorOptions
{
    SourceOptions source;
    MainWindow::Start start;
    QString renderPath;  ///< draw into this file and exit
    QString measurePath; ///< load, write figures into this file and exit
    QSize size{1600, 900};
    std::optional<bool> dark; ///< nullopt: nothing was said
    std::optional<View> view; ///< what a file kept
    bool isKiosk = false;
    int screen = 1;   ///< that a kiosk fills, from 1
    QString language; ///< one of languages(); empty: the one that was chosen before, or the session's

    bool isHeadless() const { return !renderPath.isEmpty() || !measurePath.isEmpty(); }
};

/// Reads the arguments before any display is touched. --help and --version are answered here, and end the program.
Result<MonitorOptions> parseMonitorOptions(const QStringList &arguments);

} // namespace cbpm
