// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/arguments/sourcearguments.h"
#include "app/cli/commands.h"
#include "app/cli/parsearguments.h"
#include "app/cli/terminal.h"
#include "core/source/postgres/sitecheck.h"
#include "core/types/timetext.h"

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
    out << Qt::endl;
}

std::vector<Finding> checkFile(const SourceOptions &options)
{
    const auto source = openSource(
        options, [](double) {}, interruptToken());
    if (!source)
        return {{u"archive"_s, Finding::State::Fail, source.error().what, source.error().hint}};
    const auto info = source.value()->info(interruptToken());
    if (!info)
        return {{u"archive"_s, Finding::State::Fail, info.error().what, info.error().hint}};
    std::vector<Finding> findings{
        {u"archive"_s, Finding::State::Ok, info->name + u", "_s + info->server, {}},
        {u"detectors"_s,
         Finding::State::Ok,
         u"%1 of the table's %2"_s.arg(info->detectors.size()).arg(source.value()->table()->size()),
         {}}};
    if (info->extent)
        findings.push_back({u"samples"_s,
                            Finding::State::Ok,
                            isoText(info->extent->begin()) + u" to "_s + isoText(info->extent->end()),
                            {}});
    else
        findings.push_back({u"samples"_s, Finding::State::Warn, u"none"_s, {}});
    return findings;
}

Result<std::vector<Finding>> check(const SourceOptions &options)
{
    if (options.address.kind != SourceAddress::Kind::Postgres)
        return checkFile(options);
    DetectorTablePtr table = builtinDetectorTable();
    if (!options.detectorTablePath.isEmpty()) {
        const auto read = readDetectorTable(options.detectorTablePath);
        if (!read)
            return read.error();
        table = *read;
    }
    return checkSite(options.address.target, options.mapping, table, {}, interruptToken());
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
    const auto findings = check(*options);
    if (!findings)
        return report(findings.error());
    std::for_each(findings->begin(), findings->end(), print);
    return hasFailure(*findings) ? report(
               {Error::Kind::NotFound, u"a fetch from this source would fail"_s, u"see the lines marked FAIL"_s})
                                 : Done;
}

} // namespace cbpm
