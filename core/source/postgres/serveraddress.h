// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace cbpm {

/// A server as a person fills it in, field by field. Never a password.
struct ServerAddress
{
    QString service; ///< a name of the service file; where it is set, it says all
    QString host;    ///< name, address, or the folder of a socket
    QString port;
    QString database;
    QString user;
    QString sslMode;         ///< as of libpq; empty: libpq's own default
    QString rootCertificate; ///< path; empty: libpq's own place

    bool operator==(const ServerAddress &) const = default;

    /// Whether the bytes stay on this machine: TLS has nothing to do there.
    bool isLocalSocket() const { return host.isEmpty() || host.startsWith(QLatin1Char{'/'}); }
};

/// libpq's keyword string of it; fields that are empty are left out, values quoted where they have to be.
QString conninfoOf(const ServerAddress &address);

/// What such a string or URI says, field by field; nullopt where it says more than the fields hold, or is none.
std::optional<ServerAddress> serverAddressOf(const QString &conninfo);

/// The line that ~/.pgpass wants for it, "secret" in the place of the password.
QString passwordLineOf(const ServerAddress &address);

/// Names in the connection service files that libpq reads.
QStringList serviceNames();

} // namespace cbpm
