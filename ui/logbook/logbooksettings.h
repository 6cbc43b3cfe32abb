// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QSettings;

namespace cbpm {

/// Where entries go: what a site, or the operator, has configured.
struct LogbookSettings
{
    QString folder;     ///< "logbook/folder": each entry becomes a folder in it; empty: there is none
    QString command;    ///< "logbook/command": a program with arguments, run with the entry's folder as the last one
    int timeout_s = 30; ///< "logbook/timeout_s": after it the command has failed

    bool isConfigured() const { return !folder.isEmpty() || !command.isEmpty(); }

    static LogbookSettings read(QSettings &settings);
    void write(QSettings &settings) const;
};

} // namespace cbpm
