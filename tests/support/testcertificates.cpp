// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testcertificates.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace cbpm::test {
namespace {

void openssl(const QString &folder, const QStringList &arguments)
{
    QProcess process;
    process.setWorkingDirectory(folder);
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(u"openssl"_s, arguments);
    if (!process.waitForFinished(60'000) || process.exitCode() != 0)
        qFatal("openssl %s: %s", qPrintable(arguments.join(u' ')), process.readAll().constData());
}

QByteArray contentOf(const QString &path)
{
    QFile file{path};
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s cannot be read", qPrintable(path));
    return file.readAll();
}

} // namespace

std::optional<TestCertificates> TestCertificates::make(const QString &name, QString &why)
{
    if (QStandardPaths::findExecutable(u"openssl"_s).isEmpty()) {
        why = u"openssl is not installed"_s;
        return std::nullopt;
    }
    const QTemporaryDir folder;
    const QString path = folder.path();
    const QStringList newKey{
        u"req"_s,    u"-new"_s,  u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s, u"ec_paramgen_curve:P-256"_s,
        u"-nodes"_s, u"-x509"_s, u"-days"_s,   u"2"_s};
    openssl(path,
            newKey
                + QStringList{u"-subj"_s, u"/CN=test authority"_s, u"-keyout"_s, u"ca.key"_s, u"-out"_s, u"ca.crt"_s});
    openssl(path,
            newKey
                + QStringList{u"-subj"_s, u"/CN="_s + name, u"-addext"_s, u"subjectAltName=DNS:"_s + name, u"-addext"_s,
                              u"basicConstraints=critical,CA:FALSE"_s, u"-CA"_s, u"ca.crt"_s, u"-CAkey"_s, u"ca.key"_s,
                              u"-keyout"_s, u"server.key"_s, u"-out"_s, u"server.crt"_s});
    return TestCertificates{contentOf(path + u"/ca.crt"_s), contentOf(path + u"/server.crt"_s),
                            contentOf(path + u"/server.key"_s)};
}

} // namespace cbpm::test
