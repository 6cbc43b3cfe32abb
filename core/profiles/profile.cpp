// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profiles/profile.h"

#include "core/types/coretexts.h"

#include <QStringDecoder>

#include <algorithm>
#include <array>
#include <bitset>

using namespace Qt::StringLiterals;

namespace cbpm {
namespace {

constexpr qsizetype mostCharacters = 4'000;
constexpr qsizetype identifierBytes = 63; ///< of PostgreSQL
const QString usualSchema = u"cbpm3_shared"_s;

struct Key
{
    QLatin1StringView word;
    QString Profile::*field;
};

/// In the order they are written.
constexpr std::array keys{
    Key{"source"_L1, &Profile::source},
    Key{"table"_L1, &Profile::table},
    Key{"time"_L1, &Profile::time},
    Key{"detector"_L1, &Profile::detector},
    Key{"top_in"_L1, &Profile::topIn},
    Key{"top_out"_L1, &Profile::topOut},
    Key{"bot_in"_L1, &Profile::botIn},
    Key{"bot_out"_L1, &Profile::botOut},
    Key{"server-timezone"_L1, &Profile::serverTimezone},
    Key{"shared"_L1, &Profile::shared},
    Key{"detector-table"_L1, &Profile::detectorTable},
};

/// A field of a profile and what it sets.
struct Name
{
    QString Profile::*field;
    QString TableMapping::*target;
};
constexpr std::array names{
    Name{&Profile::table, &TableMapping::table},       Name{&Profile::time, &TableMapping::time},
    Name{&Profile::detector, &TableMapping::detector}, Name{&Profile::topIn, &TableMapping::topIn},
    Name{&Profile::topOut, &TableMapping::topOut},     Name{&Profile::botIn, &TableMapping::botIn},
    Name{&Profile::botOut, &TableMapping::botOut},
};

Error bad(const QString &what, const QString &hint)
{
    return Error{Error::Kind::BadData, what, hint};
}

Result<void> checkField(const Key &key, const QString &value)
{
    const bool breaks =
        std::any_of(value.begin(), value.end(), [](QChar c) { return c.category() == QChar::Other_Control; });
    if (breaks || value.size() > mostCharacters || value != value.trimmed())
        return bad(CoreTexts::tr("%1: the value does not fit into a line of a profile").arg(key.word),
                   CoreTexts::tr("leave out line breaks, and blanks at its ends"));
    if (value.isEmpty())
        return {};
    if (key.field == &Profile::source) {
        if (const auto source = readSource(value); !source)
            return bad(u"source: "_s + source.error().what, source.error().hint);
    }
    if (key.field == &Profile::serverTimezone) {
        if (const auto zone = readTimeZone(value); !zone)
            return bad(u"server-timezone: "_s + zone.error().what, zone.error().hint);
    }
    if (key.field == &Profile::shared && value.toUtf8().size() > identifierBytes)
        return bad(CoreTexts::tr("shared: no schema has so long a name"),
                   CoreTexts::tr("write yes, no or the name of the schema"));
    return {};
}

/// What the operator wrote after "shared", as a schema; empty: nothing is shared.
QString schemaOf(const QString &shared)
{
    const auto is = [&](QLatin1StringView word) { return shared.compare(word, Qt::CaseInsensitive) == 0; };
    return is("yes"_L1) ? usualSchema : is("no"_L1) ? QString{} : shared;
}

/// Takes over one line. A remark changes nothing.
Result<void> readLine(Profile &profile, std::bitset<keys.size()> &seen, const QString &line)
{
    const QString text = line.trimmed();
    if (text.isEmpty() || text.startsWith(u'#'))
        return {};
    const qsizetype equals = text.indexOf(u'=');
    const QString word = text.left(std::max<qsizetype>(equals, 0)).trimmed();
    const auto key = std::find_if(keys.begin(), keys.end(), [&](const Key &k) { return k.word == word; });
    if (key == keys.end()) {
        QStringList known;
        std::transform(keys.begin(), keys.end(), std::back_inserter(known),
                       [](const Key &k) { return QString{k.word}; });
        // The line is not repeated: it may hold a secret.
        return bad(CoreTexts::tr("no key of a profile"),
                   CoreTexts::tr("write one of %1, and = after it").arg(known.join(u", "_s)));
    }
    const auto index = static_cast<std::size_t>(key - keys.begin());
    if (seen.test(index))
        return bad(CoreTexts::tr("%1 stands there twice").arg(word), CoreTexts::tr("take one of the two out"));
    seen.set(index);
    const QString value = text.mid(equals + 1).trimmed();
    if (auto checked = checkField(*key, value); !checked)
        return checked;
    profile.*(key->field) = value;
    return {};
}

} // namespace

Result<void> checkProfile(const Profile &profile)
{
    for (const Key &key : keys) {
        if (auto checked = checkField(key, profile.*(key.field)); !checked)
            return checked;
    }
    return {};
}

SourceOptions bareOptions(SourceOptions base)
{
    base.address = {};
    base.mapping = {};
    base.sharedSchema.clear();
    base.detectorTablePath.clear();
    return base;
}

SourceOptions trialOptions(SourceOptions base)
{
    base.turn = std::chrono::seconds{10};
    return bareOptions(std::move(base));
}

Result<SourceOptions> applyProfile(const Profile &profile, SourceOptions base)
{
    if (const auto checked = checkProfile(profile); !checked)
        return checked.error();
    if (!profile.source.isEmpty())
        base.address = *readSource(profile.source);
    for (const Name &name : names) {
        if (const QString &value = profile.*(name.field); !value.isEmpty())
            base.mapping.*(name.target) = value;
    }
    if (!profile.serverTimezone.isEmpty())
        base.mapping.serverTimezone = *readTimeZone(profile.serverTimezone);
    if (!profile.shared.isEmpty())
        base.sharedSchema = schemaOf(profile.shared);
    if (!profile.detectorTable.isEmpty())
        base.detectorTablePath = profile.detectorTable;
    return base;
}

Profile profileOf(const QString &source, const SourceOptions &options)
{
    const TableMapping usual;
    Profile profile;
    profile.source = source;
    for (const Name &name : names) {
        if (const QString &value = options.mapping.*(name.target); value != usual.*(name.target))
            profile.*(name.field) = value;
    }
    if (options.mapping.serverTimezone != usual.serverTimezone)
        profile.serverTimezone = QString::fromUtf8(options.mapping.serverTimezone.id());
    profile.shared = options.sharedSchema == usualSchema ? u"yes"_s : options.sharedSchema;
    profile.detectorTable = options.detectorTablePath;
    return profile;
}

QByteArray profileText(const Profile &profile)
{
    QString text =
        u"# A source of the CBPM3 monitor. What is not said here is as by default. No password belongs here.\n"_s;
    for (const Key &key : keys) {
        if (const QString &value = profile.*(key.field); !value.isEmpty())
            text += key.word + u" = "_s + value + u'\n';
    }
    return text.toUtf8();
}

Result<Profile> parseProfile(const QByteArray &text, const QString &path)
{
    QStringDecoder decoder{QStringDecoder::Utf8};
    const QString all = decoder.decode(text);
    if (decoder.hasError() || all.contains(QChar::Null))
        return bad(CoreTexts::tr("%1 is not a text file in UTF-8").arg(path),
                   CoreTexts::tr("write it anew with Data > Profiles"));
    Profile profile;
    std::bitset<keys.size()> seen;
    int number = 0;
    for (const QString &line : all.split(u'\n')) {
        ++number;
        if (const auto read = readLine(profile, seen, line); !read)
            return bad(CoreTexts::tr("%1, line %2: %3").arg(path).arg(number).arg(read.error().what),
                       read.error().hint);
    }
    return profile;
}

} // namespace cbpm
