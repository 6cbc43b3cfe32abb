// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/parsearguments.h"

#include <QCommandLineParser>

using namespace Qt::StringLiterals;

namespace cbpm {

Result<void> parseArguments(QCommandLineParser &parser, const QString &command, const QStringList &arguments,
                            const QStringList &required, int positional)
{
    parser.addHelpOption();
    const QString hint = u"see cbpm3 %1 --help"_s.arg(command);
    if (!parser.parse(QStringList{u"cbpm3 "_s + command} + arguments))
        return Error{Error::Kind::Usage, parser.errorText().chopped(1), hint};
    if (parser.isSet(u"help"_s))
        parser.showHelp();
    for (const QString &option : required) {
        if (parser.value(option).isEmpty())
            return Error{Error::Kind::Usage, u"--%1 is missing"_s.arg(option), hint};
    }
    const QStringList words = parser.positionalArguments();
    if (words.size() > positional)
        return Error{Error::Kind::Usage, u"\"%1\" is not understood"_s.arg(words[positional]), hint};
    if (words.size() < positional)
        return Error{Error::Kind::Usage, u"the name of a file is missing"_s, hint};
    return {};
}

} // namespace cbpm
