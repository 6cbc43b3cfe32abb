// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace cbpm {

/// What core says to people: causes and hints of errors, findings of a check. English where no translator is installed,
/// as on the command line; what goes into files is not said by it.
struct CoreTexts
{
    Q_DECLARE_TR_FUNCTIONS(CoreTexts)
};

} // namespace cbpm
