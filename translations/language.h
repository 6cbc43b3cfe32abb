// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace cbpm {

/// The languages that the program speaks, as `--language` calls them: en, de, fr.
const QStringList &languages();

/// "Deutsch": what a language calls itself.
QString languageName(const QString &language);

/// The one whose texts are in force.
QString currentLanguage();

/// The one of `languages()` that the user's session asks for; en where it speaks another.
QString sessionLanguage();

/// Texts, numbers and dates in `language` from here on; texts of Qt's own where Debian has them installed. Widgets
/// that are there already keep theirs. Files and the command line keep the C locale.
void useLanguage(const QString &language);

} // namespace cbpm
