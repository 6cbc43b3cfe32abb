// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profiles/profilestore.h"

#include "core/references/sharedfile.h"
#include "core/types/coretexts.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace cbpm {
namespace {

const QString suffix = u".ini"_s;
constexpr qint64 mostBytes = 64 << 10;
constexpr qsizetype mostCharacters = 64;

bool isOfNames(QChar c)
{
    return c.isLetterOrNumber() || c == u' ' || u"-_.+()"_s.contains(c);
}

} // namespace

ProfileStore::ProfileStore(QStringList folders) : m_folders{std::move(folders)} {}

ProfileStore ProfileStore::standard()
{
    QStringList folders;
    for (const QString &folder : QStandardPaths::standardLocations(QStandardPaths::GenericConfigLocation))
        folders << folder + u"/cbpm3/profiles"_s;
    return ProfileStore{folders};
}

Result<void> ProfileStore::checkName(const QString &name)
{
    const bool fits = !name.isEmpty() && name.size() <= mostCharacters && name == name.trimmed()
                      && name.front().isLetterOrNumber() && std::all_of(name.begin(), name.end(), isOfNames);
    if (!fits)
        return Error{
            Error::Kind::Usage, CoreTexts::tr("\"%1\" cannot be the name of a profile").arg(name.left(mostCharacters)),
            CoreTexts::tr("begin with a letter or digit; up to 64 letters, digits, blanks and -_.+() are allowed")};
    return {};
}

QStringList ProfileStore::names() const
{
    QStringList names;
    for (const QString &folder : m_folders) {
        for (const QString &file : QDir{folder}.entryList({u'*' + suffix}, QDir::Files)) {
            if (const QString name = file.chopped(suffix.size()); checkName(name))
                names << name;
        }
    }
    names.removeDuplicates();
    std::sort(names.begin(), names.end(),
              [](const QString &a, const QString &b) { return QString::localeAwareCompare(a, b) < 0; });
    return names;
}

QString ProfileStore::ownPath(const QString &name) const
{
    return m_folders.value(0) + u'/' + name + suffix;
}

QString ProfileStore::pathOf(const QString &name) const
{
    for (const QString &folder : m_folders) {
        if (const QString path = folder + u'/' + name + suffix; QFile::exists(path))
            return path;
    }
    return {};
}

bool ProfileStore::isOwn(const QString &name) const
{
    return QFile::exists(ownPath(name));
}

Result<Profile> ProfileStore::read(const QString &name) const
{
    if (auto checked = checkName(name); !checked)
        return checked.error();
    const QString path = pathOf(name);
    if (path.isEmpty()) {
        const QStringList known = names();
        return Error{
            Error::Kind::NotFound, CoreTexts::tr("there is no profile \"%1\"").arg(name),
            known.isEmpty()
                ? CoreTexts::tr("none is there yet: make one with Data > Profiles, or in %1").arg(ownPath(name))
                : CoreTexts::tr("choose one of ") + known.join(u", "_s)};
    }
    const auto bytes = readSmallFile(path, mostBytes);
    if (!bytes)
        return bytes.error();
    auto profile = parseProfile(*bytes, path);
    if (profile && !profile->detectorTable.isEmpty()) // as in the file's own folder, wherever the program was started
        profile->detectorTable = QFileInfo{path}.dir().absoluteFilePath(profile->detectorTable);
    return profile;
}

Result<void> ProfileStore::write(const QString &name, const Profile &profile) const
{
    if (auto checked = checkName(name); !checked)
        return checked;
    if (auto checked = checkProfile(profile); !checked)
        return checked;
    return writeSharedFile(ownPath(name), profileText(profile));
}

Result<void> ProfileStore::rename(const QString &from, const QString &to) const
{
    if (auto checked = checkName(to); !checked)
        return checked;
    if (!isOwn(from))
        return Error{Error::Kind::Permission, CoreTexts::tr("\"%1\" is a profile of the site").arg(from),
                     CoreTexts::tr("duplicate it")};
    if (!pathOf(to).isEmpty())
        return Error{Error::Kind::Usage, CoreTexts::tr("there is a profile \"%1\" already").arg(to),
                     CoreTexts::tr("choose another name")};
    QFile file{ownPath(from)};
    if (!file.rename(ownPath(to)))
        return Error{Error::Kind::Storage,
                     CoreTexts::tr("%1 cannot be renamed: %2").arg(file.fileName(), file.errorString()),
                     CoreTexts::tr("check the rights of the folder")};
    return {};
}

Result<void> ProfileStore::remove(const QString &name) const
{
    if (!isOwn(name))
        return Error{Error::Kind::Permission, CoreTexts::tr("\"%1\" is a profile of the site").arg(name),
                     CoreTexts::tr("ask its administrator")};
    QFile file{ownPath(name)};
    if (!file.remove())
        return Error{Error::Kind::Storage,
                     CoreTexts::tr("%1 cannot be removed: %2").arg(file.fileName(), file.errorString()),
                     CoreTexts::tr("check the rights of the folder")};
    return {};
}

Result<SourceOptions> resolveSource(const QString &text, const SourceOptions &base, const ProfileStore &profiles)
{
    const QString written = text.trimmed();
    SourceOptions options = base;
    if (written.startsWith(profilePrefix)) {
        const auto profile = profiles.read(written.mid(profilePrefix.size()));
        if (!profile)
            return profile.error();
        return applyProfile(*profile, bareOptions(base));
    }
    const auto address = readSource(written);
    if (!address)
        return address.error();
    options.address = *address;
    return options;
}

} // namespace cbpm
