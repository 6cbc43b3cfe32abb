// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/arguments/sourcearguments.h"
#include "app/cli/commands.h"
#include "app/cli/parsearguments.h"
#include "app/cli/terminal.h"
#include "core/query/sourcecheck.h"

#include <QCommandLineParser>
#include <QTextStream>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace cbpm {
namespace {

void print(const Finding &finding)
{
    const char *const marks[] = {"ok    ", "look  ", "FAIL  "}; // by Finding::State
    QTextStream out{stdout};
    out << marks[static_cast<int>(finding.state)] << finding.topic.leftJustified(20) << finding.text;
    if (!finding.hint.isEmpty())
        out << "; " << finding.hint;
    if (!finding.sql.isEmpty())
        out << ": " << finding.sql;
    out << Qt::endl;
}

} // namespace

int runCheck(const QStringList &arguments)
{
    QCommandLineParser parser;
    addSourceOptions(parser);
    if (const auto parsed = parseArguments(parser, u"check"_s, arguments, {}); !parsed)
        return report(parsed.error());
    const auto options = sourceOptions(parser);
    if (!options)
        return report(options.error());
    const auto findings = checkSource(*options, interruptToken());
    if (!findings)
        return report(findings.error());
    std::for_each(findings->begin(), findings->end(), print);
    return hasFailure(*findings) ? report(
               {Error::Kind::NotFound, u"a fetch from this source would fail"_s, u"see the lines marked FAIL"_s})
                                 : Done;
}

} // namespace cbpm
