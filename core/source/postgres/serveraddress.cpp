// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/postgres/serveraddress.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>

#include <libpq-fe.h>

#include <map>
#include <memory>

using namespace Qt::StringLiterals;

namespace cbpm {
namespace {

/// libpq 15 manual, 34.1.1.1: blanks, quotes and backslashes need care, and an empty value its quotes.
QString quoted(QString value)
{
    static const QRegularExpression plain{u"^[^\\s'\\\\]+$"_s};
    if (plain.match(value).hasMatch())
        return value;
    return u'\'' + value.replace(u'\\', u"\\\\"_s).replace(u'\'', u"\\'"_s) + u'\'';
}

/// A colon divides the fields of the file.
QString field(QString value, const QString &fallback)
{
    return value.isEmpty() ? fallback : value.replace(u'\\', u"\\\\"_s).replace(u':', u"\\:"_s);
}

} // namespace

QString conninfoOf(const ServerAddress &address)
{
    if (!address.service.isEmpty())
        return u"service="_s + quoted(address.service);
    QStringList parts;
    const auto add = [&](const QString &keyword, const QString &value) {
        if (!value.isEmpty())
            parts << keyword + u'=' + quoted(value);
    };
    add(u"host"_s, address.host);
    add(u"port"_s, address.port);
    add(u"dbname"_s, address.database);
    add(u"user"_s, address.user);
    if (!address.isLocalSocket()) {
        add(u"sslmode"_s, address.sslMode);
        add(u"sslrootcert"_s, address.rootCertificate);
    }
    return parts.join(u' ');
}

std::optional<ServerAddress> serverAddressOf(const QString &conninfo)
{
    const std::unique_ptr<PQconninfoOption, void (*)(PQconninfoOption *)> said{
        PQconninfoParse(conninfo.toUtf8().constData(), nullptr), PQconninfoFree};
    if (!said)
        return std::nullopt;
    ServerAddress address;
    const std::map<QByteArrayView, QString *> fields{{"service", &address.service},
                                                     {"host", &address.host},
                                                     {"port", &address.port},
                                                     {"dbname", &address.database},
                                                     {"user", &address.user},
                                                     {"sslmode", &address.sslMode},
                                                     {"sslrootcert", &address.rootCertificate}};
    for (const PQconninfoOption *option = said.get(); option->keyword; ++option) {
        if (!option->val)
            continue;
        const auto field = fields.find(option->keyword);
        if (field == fields.end())
            return std::nullopt;
        *field->second = QString::fromUtf8(option->val);
    }
    const bool saysBoth =
        !address.service.isEmpty() && address != ServerAddress{address.service, {}, {}, {}, {}, {}, {}};
    return saysBoth || address.host.contains(u',') ? std::nullopt : std::optional{address};
}

QString passwordLineOf(const ServerAddress &address)
{
    // libpq calls the socket in its usual place "localhost".
    return QStringList{field(address.host, u"localhost"_s), field(address.port, u"5432"_s),
                       field(address.database, u"*"_s), field(address.user, u"*"_s), u"secret"_s}
        .join(u':');
}

QStringList serviceNames()
{
    QStringList names;
    const QString own = qEnvironmentVariable("PGSERVICEFILE", QDir::homePath() + u"/.pg_service.conf"_s);
    const QString common = qEnvironmentVariable("PGSYSCONFDIR", u"/etc/postgresql-common"_s) + u"/pg_service.conf"_s;
    for (const QString &path : {own, common}) {
        QFile file{path};
        if (!file.open(QIODevice::ReadOnly))
            continue;
        for (const QByteArray &line : file.read(1 << 20).split('\n')) {
            const QByteArray section = line.trimmed();
            if (section.startsWith('[') && section.endsWith(']'))
                names << QString::fromUtf8(section.mid(1, section.size() - 2));
        }
    }
    names.removeDuplicates();
    return names;
}

} // namespace cbpm
