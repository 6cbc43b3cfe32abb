// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QProcessEnvironment>
#include <QString>
#include <QStringList>

namespace cbpm::test {

/// What one run of cbpm3 left.
struct Run
{
    int exitCode = -1;
    QByteArray output;
    QByteArray errors;
};

/// Runs a program to its end.
inline Run runProgram(const QString &program, const QStringList &arguments, int timeoutMs = 60'000)
{
    QProcess process;
    process.start(program, arguments);
    process.closeWriteChannel();
    if (!process.waitForFinished(timeoutMs)) {
        process.kill();
        process.waitForFinished();
        return {-1, {}, "timed out"};
    }
    const int code = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -2;
    return {code, process.readAllStandardOutput(), process.readAllStandardError()};
}

/// The programs of this build: cbpm3 or cbpm3-monitor.
inline QString builtProgram(const QString &name)
{
    return qEnvironmentVariable("CBPM_BIN_DIR") + QLatin1Char{'/'} + name;
}

/// Runs the cbpm3 of this build with `arguments` to its end.
inline Run runCbpm3(const QStringList &arguments, int timeoutMs = 60'000)
{
    return runProgram(builtProgram(QStringLiteral("cbpm3")), arguments, timeoutMs);
}

/// Rows of a CSV without quotes, header first.
inline QList<QByteArrayList> csvRows(const QByteArray &text)
{
    QList<QByteArrayList> rows;
    for (const QByteArray &line : text.split('\n')) {
        if (!line.isEmpty())
            rows << line.split(',');
    }
    return rows;
}

} // namespace cbpm::test
