// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profiles/profile.h"

#include <QStringList>

namespace cbpm {

/// Profiles by name, a file each. Holds no copy: what another program, or an editor, changes is there at the next look.
class ProfileStore
{
public:
    /// The first folder is the user's own; the others are of the site and only read. One's own of the same name wins.
    explicit ProfileStore(QStringList folders = {});

    /// Those of this user and this machine, by the rules of XDG.
    static ProfileStore standard();

    /// All of them, in order of the alphabet, each once.
    QStringList names() const;
    /// Whether the user's own folder has it: only such a one is changed.
    bool isOwn(const QString &name) const;

    /// NotFound names those that are there; BadData names file and line.
    Result<Profile> read(const QString &name) const;
    /// Whole or not at all; what was there under this name is replaced.
    Result<void> write(const QString &name, const Profile &profile) const;
    /// Never onto another one.
    Result<void> rename(const QString &from, const QString &to) const;
    Result<void> remove(const QString &name) const;

    /// A name is a file's: 1 to 64 letters, digits, blanks and -_.+() with none of the last at its begin.
    static Result<void> checkName(const QString &name);

private:
    QString ownPath(const QString &name) const;
    QString pathOf(const QString &name) const; ///< empty: there is none

    QStringList m_folders;
};

/// The word before a profile's name where a source is written: "profile:ring".
inline constexpr QLatin1StringView profilePrefix{"profile:"};

/// What an operator wrote or chose: "profile:NAME" is what the profile says on bareOptions(); anything else is a source
/// read with the mapping of `base`.
Result<SourceOptions> resolveSource(const QString &text, const SourceOptions &base, const ProfileStore &profiles);

} // namespace cbpm
