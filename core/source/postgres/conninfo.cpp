// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/postgres/conninfo.h"

#include "core/source/postgres/programsessions.h"

#include "core/source/postgres/serveraddress.h"
#include "core/types/coretexts.h"

#include <QByteArrayList>

#include <algorithm>
#include <cstring>
#include <memory>
#include <span>

using namespace Qt::StringLiterals;

namespace cbpm {
namespace {

struct OptionsDeleter
{
    void operator()(PQconninfoOption *options) const noexcept { PQconninfoFree(options); }
};
using Options = std::unique_ptr<PQconninfoOption, OptionsDeleter>;

constexpr const char *applicationPrefix = "cbpm3";

Result<Options> parseOptions(const QString &conninfo)
{
    char *problem = nullptr;
    Options options{PQconninfoParse(conninfo.toUtf8().constData(), &problem)};
    const PgMemory freed{problem};
    if (!options)
        return Error{
            Error::Kind::Usage,
            CoreTexts::tr("the connection string is not understood: %1").arg(QString::fromUtf8(problem).trimmed()),
            CoreTexts::tr("write host=… dbname=…, service=… or postgresql://…")};
    return options;
}

/// The options of a list that ends with a null keyword.
std::span<const PQconninfoOption> all(const Options &options)
{
    std::size_t count = 0;
    while (options && options.get()[count].keyword)
        ++count;
    return {options.get(), count};
}

} // namespace

Result<void> checkConninfo(const QString &conninfo)
{
    const auto options = parseOptions(conninfo);
    if (!options)
        // libpq's text may quote a piece of the string, and that piece may be the secret.
        return Error{Error::Kind::Usage, CoreTexts::tr("the connection string is not understood"),
                     options.error().hint};
    for (const PQconninfoOption &option : all(*options)) {
        const QByteArrayView keyword{option.keyword};
        if (option.val && (keyword == "password" || keyword == "sslpassword"))
            return Error{Error::Kind::Usage,
                         CoreTexts::tr("the connection string holds a %1").arg(QLatin1StringView{keyword}),
                         CoreTexts::tr("put it into ~/.pgpass (mode 0600) or a service file and leave it out here")};
    }
    return {};
}

Result<ConnectParameters> ConnectParameters::parse(const QString &conninfo, std::chrono::milliseconds deadLink,
                                                   const QByteArray &sessionName)
{
    const auto options = parseOptions(conninfo);
    if (!options)
        return options.error();
    ConnectParameters parameters;
    for (const PQconninfoOption &option : all(*options)) {
        if (option.val)
            parameters.m_values.emplace_back(option.keyword, option.val);
    }
    parameters.watchLink(deadLink);
    parameters.set("client_encoding", "UTF8");
    QByteArray name = sessionName.isEmpty() ? cbpm::sessionName("cbpm3/" CBPM_VERSION) : sessionName;
    for (const auto &[keyword, value] : parameters.m_values) {
        if (keyword == "application_name")
            name = value.startsWith(applicationPrefix) ? value : applicationPrefix + (' ' + value);
    }
    parameters.set("application_name", name);
    return parameters;
}

/// A dead peer is noticed while we only receive, and PQcancel into a black hole ends (libpq 15 manual, 34.1.2). The
/// server's host or service file may say otherwise only in the connection string itself.
void ConnectParameters::watchLink(std::chrono::milliseconds deadLink)
{
    // A third of the time in silence, then three questions; of what was sent, as much time for the acknowledgement. The
    // kernel looks at tcp_user_timeout when a question is due: it must have run out before the last one.
    const std::int64_t third = std::max<std::int64_t>(1, deadLink.count() / 3000);
    const std::pair<const char *, QByteArray> defaults[] = {
        {"keepalives_idle", QByteArray::number(static_cast<qint64>(third))},
        {"keepalives_interval", QByteArray::number(static_cast<qint64>(std::max<std::int64_t>(1, 2 * third / 3)))},
        {"keepalives_count", "3"},
        {"tcp_user_timeout", QByteArray::number(static_cast<qint64>(deadLink.count() - 500))}};
    for (const auto &[keyword, value] : defaults) {
        if (!holds(keyword))
            set(keyword, value);
    }
}

PgConn ConnectParameters::start() const
{
    std::vector<const char *> keywords;
    std::vector<const char *> values;
    for (const auto &[keyword, value] : m_values) {
        keywords.push_back(keyword.constData());
        values.push_back(value.constData());
    }
    keywords.push_back(nullptr);
    values.push_back(nullptr);
    return PgConn{PQconnectStartParams(keywords.data(), values.data(), 0)};
}

bool ConnectParameters::leaveOutHostOf(const PGconn *attempt)
{
    const QByteArrayList hosts = connectOption(attempt, "host").split(',');
    const QByteArrayList addresses = connectOption(attempt, "hostaddr").split(',');
    const QByteArrayList ports = connectOption(attempt, "port").split(',');
    const qsizetype count = std::max(hosts.size(), addresses.size());
    const QByteArray host = PQhost(attempt);
    const QByteArray port = PQport(attempt);
    const auto isCurrent = [&](qsizetype k) {
        const QByteArray name = hosts.value(k).isEmpty() ? addresses.value(k) : hosts.value(k);
        return name == host && ports.value(ports.size() == 1 ? 0 : k, port) == port;
    };
    qsizetype current = 0;
    while (current < count && !isCurrent(current))
        ++current;
    if (current == count || count == 1)
        return false;
    const auto setRest = [&](const char *keyword, QByteArrayList list) {
        if (list.size() != count) // one port for all hosts, or none given
            return;
        list.removeAt(current);
        set(keyword, list.join(','));
    };
    setRest("host", hosts);
    setRest("hostaddr", addresses);
    setRest("port", ports);
    return true;
}

ServerPin ServerPin::of(const PGconn *connection)
{
    return {PQhost(connection), PQport(connection), PQhostaddr(connection)};
}

void ConnectParameters::pinTo(const ServerPin &server)
{
    set("host", server.host);
    set("port", server.port);
    remove("hostaddr");
    if (!server.address.isEmpty()) // a name may have several
        set("hostaddr", server.address);
    set("target_session_attrs", "any");
}

QString ConnectParameters::missingService() const
{
    for (const auto &[keyword, value] : m_values) {
        if (keyword == "service" && !serviceNames().contains(QString::fromUtf8(value)))
            return QString::fromUtf8(value);
    }
    return {};
}

std::chrono::milliseconds ConnectParameters::timeoutOf(const PGconn *attempt, std::chrono::milliseconds fallback)
{
    const int seconds = connectOption(attempt, "connect_timeout").toInt();
    return seconds > 0 ? std::chrono::seconds{seconds} : fallback;
}

bool ConnectParameters::holds(const QByteArray &keyword) const
{
    return std::any_of(m_values.begin(), m_values.end(), [&](const auto &entry) { return entry.first == keyword; });
}

void ConnectParameters::set(const QByteArray &keyword, const QByteArray &value)
{
    remove(keyword);
    m_values.emplace_back(keyword, value);
}

void ConnectParameters::remove(const QByteArray &keyword)
{
    std::erase_if(m_values, [&](const auto &entry) { return entry.first == keyword; });
}

QByteArray connectOption(const PGconn *connection, const char *keyword)
{
    const Options options{PQconninfo(const_cast<PGconn *>(connection))};
    for (const PQconninfoOption &option : all(options)) {
        if (std::strcmp(option.keyword, keyword) == 0)
            return QByteArray{option.val};
    }
    return {};
}

QString targetOf(const PGconn *connection)
{
    const QString host = QString::fromUtf8(PQhost(connection));
    return u"host %1, database %2"_s.arg(host.isEmpty() ? u"local"_s : host, QString::fromUtf8(PQdb(connection)));
}

} // namespace cbpm
