// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/opensource.h"

#include <QByteArray>
#include <QString>

namespace cbpm {

/// What is kept under a name about a source: as written after the options of the command line. An empty field: the
/// default holds. Never a password.
struct Profile
{
    QString source = {};         ///< as after --source
    QString table = {};          ///< "name" or "schema.name"
    QString time = {};           ///< columns
    QString detector = {};       ///< …
    QString topIn = {};          ///< …
    QString topOut = {};         ///< …
    QString botIn = {};          ///< …
    QString botOut = {};         ///< …
    QString serverTimezone = {}; ///< of time columns without a zone, as in "America/New_York"
    QString shared = {};         ///< "yes", or the schema where decisions are shared; "no": kept on this computer
    QString detectorTable = {};  ///< path of the constants

    bool operator==(const Profile &) const = default;
};

/// Whether every field can be meant; the error names the field: a password in the source, an unknown zone, a name that
/// does not fit into a line.
Result<void> checkProfile(const Profile &profile);

/// What of `base` is the program's own and no source's: where the demo is, how many sessions there may be.
SourceOptions bareOptions(SourceOptions base);

/// The same for who tries a source and looks at the answer: where the program has no session left, that is said soon.
SourceOptions trialOptions(SourceOptions base);

/// `base` with what `profile` says; a field that it leaves empty stays.
Result<SourceOptions> applyProfile(const Profile &profile, SourceOptions base);

/// The mapping of `options` as a profile: what is as by default stays empty.
Profile profileOf(const QString &source, const SourceOptions &options);

/// One "key = value" a line, keys as the options are called; lines that begin with # are remarks.
QByteArray profileText(const Profile &profile);

/// Reads profileText(); BadData names `path` and the line.
Result<Profile> parseProfile(const QByteArray &text, const QString &path);

} // namespace cbpm
