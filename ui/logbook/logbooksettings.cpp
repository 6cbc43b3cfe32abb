// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/logbook/logbooksettings.h"

#include <QSettings>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace cbpm {

LogbookSettings LogbookSettings::read(QSettings &settings)
{
    LogbookSettings read;
    read.folder = settings.value(u"logbook/folder"_s).toString().trimmed();
    read.command = settings.value(u"logbook/command"_s).toString().trimmed();
    read.timeout_s = std::clamp(settings.value(u"logbook/timeout_s"_s, read.timeout_s).toInt(), 1, 3600);
    return read;
}

void LogbookSettings::write(QSettings &settings) const
{
    settings.setValue(u"logbook/folder"_s, folder);
    settings.setValue(u"logbook/command"_s, command);
    settings.setValue(u"logbook/timeout_s"_s, timeout_s);
}

} // namespace cbpm
