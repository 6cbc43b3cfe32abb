// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace cbpm {

// Each takes the arguments after its name and answers an exit code of the contract.
int runFetch(const QStringList &arguments);
int runSimulate(const QStringList &arguments);
int runCheck(const QStringList &arguments);
int runInfo(const QStringList &arguments);
int runPrepare(const QStringList &arguments);
int runVerify(const QStringList &arguments);

} // namespace cbpm
