// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QString>
#include <QStringList>

namespace cbpm::test {

/// Program and arguments that run `program` where everything under `folder` is a read-only medium, also for root: a
/// mount that nobody else sees.
inline QStringList onReadOnlyMedium(const QString &folder, const QString &program, const QStringList &arguments)
{
    // What the folder is mounted with already (nosuid and the like) has to stay: mount takes that over by itself.
    return QStringList{QStringLiteral("unshare"),
                       QStringLiteral("-rm"),
                       QStringLiteral("sh"),
                       QStringLiteral("-c"),
                       QStringLiteral("mount --bind \"$0\" \"$0\" && mount -o remount,bind,ro \"$0\" && exec \"$@\""),
                       folder,
                       program}
           + arguments;
}

/// Why this machine lets nobody do that; empty: it does.
inline QString whyNoReadOnlyMedium(const QString &folder)
{
    const QStringList words = onReadOnlyMedium(folder, QStringLiteral("true"), {});
    QProcess process;
    process.start(words.first(), words.mid(1));
    const bool works = process.waitForFinished() && process.exitCode() == 0;
    return works ? QString{}
                 : QStringLiteral("no read-only medium can be made here: ")
                       + QString::fromLocal8Bit(process.readAllStandardError()).trimmed();
}

} // namespace cbpm::test
