// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <algorithm>

namespace cbpm {

/// What may be the key of a decision (id of an orbit or an annotation, location of a veto), and part of a file's name:
/// 1 to 100 letters, digits and -_. of ASCII, a letter or digit first.
inline bool isDecisionKey(const QString &key)
{
    const auto isPlain = [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9');
    };
    return !key.isEmpty() && key.size() <= 100 && isPlain(key.front())
           && std::all_of(key.begin(), key.end(),
                          [&](QChar c) { return isPlain(c) || c == u'-' || c == u'_' || c == u'.'; });
}

/// What a journal takes as key (packaging/sql/shared.sql): 1 to 100 printable characters of ASCII without blanks.
inline bool isJournalKey(const QString &key)
{
    return !key.isEmpty() && key.size() <= 100
           && std::all_of(key.begin(), key.end(), [](QChar c) { return c > u' ' && c <= u'~'; });
}

} // namespace cbpm
