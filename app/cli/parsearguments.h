// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/types/result.h"

#include <QStringList>

class QCommandLineParser;

namespace cbpm {

/// Parses what stands after the command's name; `required` options must be there, `positional` says how many words
/// without a dash there must be. Prints the help and exits where --help is given. Error::Usage names the option.
Result<void> parseArguments(QCommandLineParser &parser, const QString &command, const QStringList &arguments,
                            const QStringList &required, int positional = 0);

} // namespace cbpm
