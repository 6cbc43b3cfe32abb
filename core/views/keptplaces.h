// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QSettings;

namespace cbpm {

/// The folders of what this program keeps for its user.
struct KeptPlaces
{
    QString data;     ///< session, references, vetoes
    QString settings; ///< settings, profiles
    QString cache;    ///< what was loaded
};

/// Whether files can be made in `folder`, which is made itself where it lacks. Tried, not guessed: rights, a read-only
/// medium and a quota are all the same to whoever asks.
bool canBeWritten(const QString &folder);

/// One sentence that says what will not be kept, and where that would be; empty: all of it will.
QString whatIsNotKept(const KeptPlaces &places);

/// Settings that cannot be read to their end are put aside, and what was understood of them is written anew. One
/// sentence that says so; empty: nothing was wrong.
QString mendSettings(QSettings &settings);

} // namespace cbpm
