// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/views/keptplaces.h"

#include "core/references/sharedfile.h"
#include "core/types/coretexts.h"

#include <QDir>
#include <QSettings>
#include <QTemporaryFile>
#include <QVariant>

using namespace Qt::StringLiterals;

namespace cbpm {

bool canBeWritten(const QString &folder)
{
    return QDir{}.mkpath(folder) && QTemporaryFile{folder + u"/.cbpm3-XXXXXX"_s}.open();
}

QString whatIsNotKept(const KeptPlaces &places)
{
    QStringList things;
    QStringList folders;
    const auto look = [&](const QString &folder, const QStringList &kept) {
        if (canBeWritten(folder))
            return;
        things << kept;
        folders << folder;
    };
    look(places.data, {CoreTexts::tr("the session"), CoreTexts::tr("references"), CoreTexts::tr("vetoes")});
    look(places.settings, {CoreTexts::tr("settings"), CoreTexts::tr("profiles")});
    look(places.cache, {CoreTexts::tr("loaded data")});
    if (things.isEmpty())
        return {};
    return CoreTexts::tr("not kept beyond this run: %1; %2 cannot be written")
        .arg(things.join(u", "_s), folders.join(u", "_s));
}

QString mendSettings(QSettings &settings)
{
    const QStringList keys = settings.allKeys();
    if (settings.status() != QSettings::FormatError)
        return {};
    QMap<QString, QVariant> understood;
    for (const QString &key : keys)
        understood.insert(key, settings.value(key));
    putAside(settings.fileName());
    for (auto value = understood.cbegin(); value != understood.cend(); ++value)
        settings.setValue(value.key(), value.value());
    settings.sync();
    return CoreTexts::tr("the settings could not be read to their end: they were put aside beside %1, and what was "
                         "understood of them is kept")
        .arg(settings.fileName());
}

} // namespace cbpm
