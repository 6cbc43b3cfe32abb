// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/cli/program.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace cbpm::test {

/// For initTestCase(): twelve minutes of four detectors as `archive`, and in `folder` a table.csv that lacks one of
/// them and has one without data.
inline void makeRingOfFour(const QTemporaryDir &folder, const QString &archive)
{
    const Run made = runCbpm3({QStringLiteral("simulate"), QStringLiteral("--into"), archive, QStringLiteral("--from"),
                               QStringLiteral("2026-03-02"), QStringLiteral("--duration"), QStringLiteral("12min"),
                               QStringLiteral("--bpms"), QStringLiteral("12W,13W,21W,48W")});
    QVERIFY2(made.exitCode == 0, made.errors.constData());
    QFile table{folder.filePath(QStringLiteral("table.csv"))};
    QVERIFY(table.open(QIODevice::WriteOnly));
    table.write("location,s_m\n12W,1\n13W,2\n16W,3\n21W,4\n");
}

} // namespace cbpm::test
