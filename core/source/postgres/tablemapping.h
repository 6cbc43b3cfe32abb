// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/types/result.h"

#include <QString>
#include <QTimeZone>

namespace cbpm {

/// Which table and columns hold the samples. Names are data: they reach SQL only as quoted identifiers.
struct TableMapping
{
    QString table = QStringLiteral("cbpm3"); ///< "name" or "schema.name"
    QString time = QStringLiteral("timestamp");
    QString detector = QStringLiteral("instr");
    QString topIn = QStringLiteral("top_in");
    QString topOut = QStringLiteral("top_out");
    QString botIn = QStringLiteral("bot_in");
    QString botOut = QStringLiteral("bot_out");
    QTimeZone serverTimezone = QTimeZone::utc(); ///< of time columns without a zone
};

/// Takes over "time=…,detector=…,top_in=…,top_out=…,bot_in=…,bot_out=…", any part of it. Error::Usage names the part.
Result<void> applyColumns(TableMapping &mapping, const QString &text);

/// A zone by its name, as in America/New_York. Error::Usage names the word that is none.
Result<QTimeZone> readTimeZone(const QString &name);

} // namespace cbpm
