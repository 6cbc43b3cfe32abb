// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/sourceaddress.h"

#include "core/types/coretexts.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace cbpm {
namespace {

bool isUri(const QString &text)
{
    return text.startsWith("postgresql://"_L1) || text.startsWith("postgres://"_L1);
}

/// libpq's keyword form; a path may hold '=' too, so a slash before it speaks for a path.
bool isKeywordString(const QString &text)
{
    static const QRegularExpression form{u"^\\s*[a-z_]+\\s*="_s};
    return form.match(text).hasMatch();
}

} // namespace

Result<SourceAddress> parseSourceAddress(const QString &text)
{
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty())
        return Error{Error::Kind::Usage, CoreTexts::tr("the source is empty"),
                     CoreTexts::tr("give demo, the path of an archive, or a PostgreSQL connection string")};
    if (trimmed == "demo"_L1)
        return SourceAddress{SourceAddress::Kind::Demo, {}};
    if (trimmed.startsWith("archive:"_L1))
        return SourceAddress{SourceAddress::Kind::Archive, trimmed.mid(8)};
    if (!isUri(trimmed) && !isKeywordString(trimmed))
        return SourceAddress{SourceAddress::Kind::Archive, trimmed};
    return SourceAddress{SourceAddress::Kind::Postgres, trimmed};
}

} // namespace cbpm
