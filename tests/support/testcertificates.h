// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace cbpm::test {

/// A certificate authority of the test's own and a server certificate by it, made by openssl.
struct TestCertificates
{
    QByteArray authority;   ///< PEM
    QByteArray certificate; ///< PEM, for the name that was asked for
    QByteArray key;         ///< PEM, the certificate's

    /// nullopt where openssl is not installed; `why` says so.
    static std::optional<TestCertificates> make(const QString &name, QString &why);
};

} // namespace cbpm::test
