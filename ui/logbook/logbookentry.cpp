// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/logbook/logbookentry.h"

#include "core/export/outputfile.h"
#include "core/types/timetext.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace cbpm {
namespace {

constexpr qint64 largestDraft = 1 << 20; ///< bytes

Error cannotWrite(const QString &path)
{
    return Error{Error::Kind::Storage, u"%1 cannot be written"_s.arg(path),
                 u"free space there or choose another folder for the logbook"_s};
}

QJsonObject entryJson(const LogbookEntry &entry)
{
    return {
        {u"format"_s, u"cbpm3 logbook entry"_s},
        {u"format_version"_s, 1},
        {u"program"_s, u"cbpm3-monitor %1"_s.arg(QStringLiteral(CBPM_VERSION))},
        {u"written"_s, isoText(entry.written)},
        {u"title"_s, entry.words.title},
        {u"text"_s, entry.words.text},
        {u"author"_s, entry.words.author},
        {u"picture"_s, u"picture.png"_s},
        {u"view"_s, entry.view},
    };
}

/// A line of Markdown that says no more than its letters.
QString escaped(const QString &text)
{
    static const QRegularExpression special{uR"(([\\`*_{}\[\]()#+!<>|~-]))"_s};
    return QString{text}.replace(special, u"\\\\1"_s);
}

QString entryMarkdown(const LogbookEntry &entry)
{
    QString text = u"# %1\n\n%2\n\n![page](picture.png)\n\n"_s.arg(
        escaped(QString{entry.words.title}.replace(u'\n', u' ')), entry.words.text);
    text += u"- author: %1\n- written: %2\n- program: cbpm3-monitor %3\n"_s.arg(
        escaped(entry.words.author), isoText(entry.written), QStringLiteral(CBPM_VERSION));
    for (auto at = entry.view.begin(); at != entry.view.end(); ++at) {
        QStringList words;
        for (const QJsonValue &word : at->toArray())
            words << word.toString();
        const QString value = at->isArray() ? words.join(u", "_s) : at->toVariant().toString();
        text += u"- %1: %2\n"_s.arg(escaped(at.key()), escaped(value));
    }
    return text;
}

/// "20260302T120000Z-beam-lost": sorts by time, and is a name on every system.
QString folderName(const LogbookEntry &entry)
{
    static const QRegularExpression other{u"[^a-z0-9]+"_s};
    const QString slug = entry.words.title.toLower().left(60).replace(other, u"-"_s);
    return toQDateTime(entry.written, QTimeZone::utc()).toString(u"yyyyMMdd'T'HHmmss'Z'"_s) + u'-' + slug;
}

/// The first name in `parent` that is free.
QString freePath(const QDir &parent, const QString &name)
{
    QString path = parent.filePath(name);
    for (int k = 2; QFileInfo::exists(path); ++k)
        path = parent.filePath(u"%1-%2"_s.arg(name).arg(k));
    return path;
}

} // namespace

Result<QString> writeLogbookEntry(const LogbookEntry &entry, const QString &parent)
{
    const QDir folder{parent};
    if (!folder.exists() && !folder.mkpath(u"."_s))
        return cannotWrite(parent);
    QTemporaryDir made{folder.filePath(u".cbpm3-entry-XXXXXX"_s)}; // gone again unless it gets its name
    if (!made.isValid())
        return cannotWrite(parent);
    if (auto written = writeFile(made.filePath(u"entry.json"_s), QJsonDocument{entryJson(entry)}.toJson()); !written)
        return written.error();
    if (auto written = writeFile(made.filePath(u"entry.md"_s), entryMarkdown(entry).toUtf8()); !written)
        return written.error();
    if (auto written = writeFile(made.filePath(u"view.cbpm3view"_s), entry.viewFile); !written)
        return written.error();
    if (!entry.picture.save(made.filePath(u"picture.png"_s)))
        return cannotWrite(made.filePath(u"picture.png"_s));
    const QFile::Permissions readable = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | QFile::ReadGroup
                                        | QFile::ExeGroup | QFile::ReadOther | QFile::ExeOther;
    QFile::setPermissions(made.path(), readable); // a temporary one is its owner's alone
    const QString path = freePath(folder, folderName(entry));
    if (!QDir{}.rename(made.path(), path))
        return cannotWrite(path);
    made.setAutoRemove(false);
    return path;
}

std::optional<LogbookText> LogbookDraft::read() const
{
    QFile file{m_path};
    if (m_path.isEmpty() || !file.open(QIODevice::ReadOnly) || file.size() > largestDraft)
        return std::nullopt;
    const QJsonObject draft = QJsonDocument::fromJson(file.readAll()).object();
    const LogbookText words{draft[u"title"_s].toString(), draft[u"text"_s].toString(), draft[u"author"_s].toString()};
    return words.isEmpty() ? std::nullopt : std::optional{words};
}

Result<void> LogbookDraft::keep(const LogbookText &words) const
{
    if (m_path.isEmpty())
        return {};
    QDir{}.mkpath(QFileInfo{m_path}.absolutePath());
    const QJsonObject draft{{u"title"_s, words.title}, {u"text"_s, words.text}, {u"author"_s, words.author}};
    return writeFile(m_path, QJsonDocument{draft}.toJson());
}

void LogbookDraft::remove() const
{
    if (!m_path.isEmpty())
        QFile::remove(m_path);
}

} // namespace cbpm
