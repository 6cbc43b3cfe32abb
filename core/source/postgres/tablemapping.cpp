// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/postgres/tablemapping.h"

#include "core/types/coretexts.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace cbpm {

Result<void> applyColumns(TableMapping &mapping, const QString &text)
{
    const QHash<QString, QString *> fields{
        {u"time"_s, &mapping.time},      {u"detector"_s, &mapping.detector}, {u"top_in"_s, &mapping.topIn},
        {u"top_out"_s, &mapping.topOut}, {u"bot_in"_s, &mapping.botIn},      {u"bot_out"_s, &mapping.botOut},
    };
    for (const QString &part : text.split(u',')) {
        const qsizetype equals = part.indexOf(u'=');
        QString *const field = fields.value(part.left(equals).trimmed());
        const QString column = part.mid(equals + 1).trimmed();
        if (equals < 0 || !field || column.isEmpty())
            return Error{Error::Kind::Usage, CoreTexts::tr("--columns: \"%1\" is not understood").arg(part),
                         CoreTexts::tr("write time=…,detector=…,top_in=…,top_out=…,bot_in=…,bot_out=…")};
        *field = column;
    }
    return {};
}

Result<QTimeZone> readTimeZone(const QString &name)
{
    // Qt takes every word for the name of a zone at UTC, as POSIX does.
    if (!QTimeZone::availableTimeZoneIds().contains(name.toUtf8()))
        return Error{Error::Kind::Usage, CoreTexts::tr("\"%1\" is not a time zone").arg(name),
                     CoreTexts::tr("write a name such as UTC or America/New_York")};
    return QTimeZone{name.toUtf8()};
}

} // namespace cbpm
