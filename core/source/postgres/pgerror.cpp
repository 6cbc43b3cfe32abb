// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/postgres/pgerror.h"

#include "core/source/postgres/conninfo.h"
#include "core/types/coretexts.h"

#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace cbpm {
namespace {

struct StateRule
{
    const char *prefix;
    Error::Kind kind;
    const char *hint;
    Error::Again again = Error::Again::Never;
};

/// First match counts; the longer prefixes stand first.
constexpr StateRule rules[] = {
    {"57014", Error::Kind::Timeout, "narrow the range, or ask the site to raise statement_timeout",
     Error::Again::Later},
    {"57P03", Error::Kind::Connection, "the server is starting up; try again in a moment", Error::Again::Often},
    {"57P", Error::Kind::Connection, "the server was stopped; try again when it is back", Error::Again::Often},
    {"53300", Error::Kind::Connection,
     "the server is full, or what it grants this role; try again later or close other programs", Error::Again::Often},
    {"53100", Error::Kind::Storage, "the server's disk is full; tell its administrator", Error::Again::Later},
    {"53", Error::Kind::Query, "the server is out of resources; tell its administrator", Error::Again::Later},
    {"08", Error::Kind::Connection, "check the network and the server", Error::Again::Often},
    {"28P01", Error::Kind::Authentication, "check user and password in ~/.pgpass (mode 0600) or the service file"},
    {"28", Error::Kind::Authentication,
     "check the user's name; ask the administrator whether it may come from here, and with which sslmode "
     "(pg_hba.conf)"},
    {"3D000", Error::Kind::NotFound, "check the name of the database"},
    {"42P01", Error::Kind::NotFound, "name the table with --table"},
    {"3F000", Error::Kind::NotFound, "name the table with --table"},
    {"42703", Error::Kind::NotFound, "name the columns with --columns"},
    {"42P07", Error::Kind::Query, "leave out --create, or name another table with --table"},
    {"42501", Error::Kind::Permission, "ask its owner for GRANT SELECT on it"},
    {"55P03", Error::Kind::Timeout, "the table is locked by other work; try again later", Error::Again::Once},
    {"25006", Error::Kind::Permission,
     "this server is read-only: name its primary, or add target_session_attrs=primary"},
    // The reader has tried that once more itself.
    {"40001", Error::Kind::Query, "a standby cancelled it to catch up; try again, or add target_session_attrs=primary",
     Error::Again::Later},
    {"40P01", Error::Kind::Query, "it stood in another session's way; try again", Error::Again::Once},
    {"42", Error::Kind::Query, ""},
    {"25P03", Error::Kind::Connection, "the server ended a session that waited too long", Error::Again::Often},
};

QString firstLine(const QString &text)
{
    return text.section(u'\n', 0, 0).trimmed();
}

/// What libpq says of each host that it tried, a line a host. Lines that explain one follow it: they begin with a tab,
/// or are fields of a server's message ("LOCATION:  ..."). The words are in the user's language.
QStringList linesByHost(const QString &text)
{
    static const QRegularExpression explains{u"^(\\s|\\S+ ?:  )"_s};
    QStringList lines;
    for (const QString &line : text.split(u'\n', Qt::SkipEmptyParts)) {
        if (!line.contains(explains))
            lines << line;
    }
    lines.removeDuplicates(); // with TLS and without
    return lines;
}

bool hasSeveralHosts(const PGconn *connection)
{
    return connection
           && (connectOption(connection, "host").contains(',') || connectOption(connection, "hostaddr").contains(','));
}

/// libpq passes over a password file that others may read, and tells it on stderr only.
QString passwordHint(const PGconn *connection)
{
    const QFileInfo file{QFile::decodeName(connectOption(connection, "passfile"))};
    constexpr auto others =
        QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
    if (file.isFile() && (file.permissions() & others))
        return CoreTexts::tr("%1 is ignored because others may read it: give it mode 0600").arg(file.filePath());
    return CoreTexts::tr("put it into ~/.pgpass (mode 0600) or the service file");
}

/// `text` is libpq's of a host that refused.
Error errorOfHost(const PGconn *connection, const QString &text, const QString &where)
{
    static const QRegularExpression verbose{u"(?:FATAL|ERROR):\\s+([0-9A-Z]{5}):\\s*([^\\n]*)"_s};
    if (const auto match = verbose.match(text); match.hasMatch())
        return errorOfState(match.captured(1).toLatin1(), match.captured(2), where);
    if (PQconnectionNeedsPassword(connection))
        return Error{Error::Kind::Authentication, CoreTexts::tr("%1 wants a password and none was found").arg(where),
                     passwordHint(connection)};
    return Error{Error::Kind::Connection, CoreTexts::tr("%1 cannot be reached: %2").arg(where, firstLine(text)),
                 CoreTexts::tr("check host, port and network"), Error::Again::Often};
}

} // namespace

Error errorOfState(const QByteArray &sqlState, const QString &message, const QString &where)
{
    const QString what = u"%1: %2"_s.arg(where, firstLine(message));
    for (const StateRule &rule : rules) {
        if (sqlState.startsWith(rule.prefix))
            return Error{rule.kind, what, QString::fromLatin1(rule.hint), rule.again};
    }
    return Error{Error::Kind::Query, what, {}, Error::Again::Later};
}

Error errorOfResult(const PGresult *result, const PGconn *connection, const QString &where)
{
    const char *state = result ? PQresultErrorField(result, PG_DIAG_SQLSTATE) : nullptr;
    if (!state) {
        const QString text = firstLine(QString::fromUtf8(PQerrorMessage(connection)));
        return Error{Error::Kind::Connection,
                     CoreTexts::tr("%1: the connection was lost").arg(where) + (text.isEmpty() ? text : u": "_s + text),
                     CoreTexts::tr("check the network and the server, then fetch again"), Error::Again::Often};
    }
    return errorOfState(state, QString::fromUtf8(PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY)), where);
}

bool wasLeftAtTheDoor(const PGconn *connection)
{
    // Its words are the server's language; the function that says them is not.
    return QByteArrayView{PQerrorMessage(connection)}.contains("ClientAuthentication");
}

Error errorOfConnect(const PGconn *connection, const QString &where)
{
    const QString text = QString::fromUtf8(PQerrorMessage(connection)).trimmed();
    const QStringList lines = linesByHost(text);
    if (!hasSeveralHosts(connection) || lines.size() < 2)
        return errorOfHost(connection, text, where);
    Error error = errorOfHost(connection, lines.back(), where); // where libpq gave up
    error.what = CoreTexts::tr("no host of the list can be used: %1").arg(lines.join(u"; "_s));
    return error;
}

} // namespace cbpm
