// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/parsearguments.h"
#include "app/cli/terminal.h"
#include "core/source/archive/archiveattachments.h"
#include "core/source/archive/archiveinfo.h"
#include "core/types/timetext.h"

#include <QCommandLineParser>
#include <QTextStream>

using namespace Qt::StringLiterals;

namespace cbpm {
namespace {

Result<QString> fileArgument(const QString &command, const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.addPositionalArgument(u"FILE"_s, u"The archive."_s);
    if (const auto parsed = parseArguments(parser, command, arguments, {}, 1); !parsed)
        return parsed.error();
    return parser.positionalArguments().constFirst();
}

void print(const ArchiveInfo &info)
{
    QTextStream out{stdout};
    const auto line = [&](const char *name, const QString &value) {
        out << QString::fromLatin1(name).leftJustified(16) << value << '\n';
    };
    const auto range = [](const std::optional<TimeRange> &value) {
        return value ? isoText(value->begin()) + u" to "_s + isoText(value->end()) : u"none"_s;
    };
    line("samples", QString::number(info.samples));
    line("first to last", range(info.extent));
    line("range asked for", range(info.meta.provenance.range));
    line("detectors", u"%1 with samples, %2 in the table"_s.arg(info.detectors.size()).arg(info.meta.table->size()));
    line("table version", info.meta.table->version());
    line("source", info.meta.provenance.source);
    line("server", info.meta.provenance.server);
    line("written by", info.meta.program + u", "_s + info.meta.created);
    line("format", QString::number(archiveformat::version));
    line("blocks", QString::number(info.blocks));
    line("bytes", QString::number(info.fileBytes));
    line("bytes a sample", info.samples > 0 ? QString::number(
                               static_cast<double>(info.fileBytes) / static_cast<double>(info.samples), 'f', 2)
                                            : u"-"_s);
}

/// What lies beside the samples, by name and size.
void print(const std::vector<ArchiveAttachment> &attachments)
{
    QTextStream out{stdout};
    for (const auto &[name, content] : attachments)
        out << QStringLiteral("holds").leftJustified(16) << QString{name}.replace(QLatin1Char{'\n'}, QLatin1Char{' '})
            << ", " << content.size() << " bytes\n";
}

} // namespace

int runInfo(const QStringList &arguments)
{
    const auto path = fileArgument(u"info"_s, arguments);
    if (!path)
        return report(path.error());
    const auto info = archiveInfo(*path);
    if (!info)
        return report(info.error());
    const auto attachments = archiveAttachments(*path);
    if (!attachments)
        return report(attachments.error());
    print(*info);
    print(*attachments);
    return Done;
}

int runVerify(const QStringList &arguments)
{
    const auto path = fileArgument(u"verify"_s, arguments);
    if (!path)
        return report(path.error());
    ProgressLine progress;
    const auto verified = verifyArchive(
        *path, [&](double share) { progress.show(share, 0); }, interruptToken());
    if (!verified)
        return report(verified.error());
    QTextStream{stdout} << *path << ": " << verified->blocks << " blocks, " << verified->samples << " samples, all good"
                        << Qt::endl;
    return Done;
}

} // namespace cbpm
