// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/postgres/preparation.h"

#include "app/arguments/sourcearguments.h"
#include "app/cli/commands.h"
#include "app/cli/parsearguments.h"
#include "app/cli/terminal.h"
#include "core/types/timetext.h"

#include <QCommandLineParser>
#include <QTextStream>

using namespace Qt::StringLiterals;

namespace cbpm {
namespace {

struct PrepareOptions
{
    SourceOptions source;
    PrepareOrder order;
    bool drop = false;
};

Result<std::optional<TimePoint>> time(const QCommandLineParser &parser, const QString &option, TimePoint anchor)
{
    if (!parser.isSet(option))
        return std::optional<TimePoint>{};
    const auto parsed = parseTime(parser.value(option), anchor);
    if (!parsed)
        return Error{Error::Kind::Usage, u"--%1: %2"_s.arg(option, parsed.error().what), parsed.error().hint};
    return std::optional{*parsed};
}

Result<PrepareOptions> parse(const QStringList &arguments)
{
    QCommandLineParser parser;
    addSourceOptions(parser);
    parser.addOptions({
        {u"from"_s, u"Begin of what is prepared or looked through again: ISO 8601, now, -2h."_s, u"T"_s},
        {u"to"_s, u"End of it."_s, u"T"_s},
        {u"blocks"_s, u"Only blocks of samples."_s},
        {u"rollups"_s, u"Only cells of 10 s, 1 min, 10 min and 1 h."_s},
        {u"drop"_s, u"Take away what was prepared."_s},
    });
    if (const auto parsed = parseArguments(parser, u"prepare"_s, arguments, {}); !parsed)
        return parsed.error();
    PrepareOptions options;
    const auto source = sourceOptions(parser);
    if (!source)
        return source.error();
    options.source = *source;
    if (options.source.address.kind != SourceAddress::Kind::Postgres)
        return Error{Error::Kind::Usage, u"--source: only a PostgreSQL table can be prepared"_s,
                     u"archives are quick as they are"_s};
    const bool both = parser.isSet(u"blocks"_s) == parser.isSet(u"rollups"_s);
    options.order.blocks = both || parser.isSet(u"blocks"_s);
    options.order.rollups = both || parser.isSet(u"rollups"_s);
    options.drop = parser.isSet(u"drop"_s);
    const auto to = time(parser, u"to"_s, systemNow());
    if (!to)
        return to.error();
    options.order.to = *to;
    const auto from = time(parser, u"from"_s, to.value().value_or(systemNow()));
    if (!from)
        return from.error();
    options.order.from = *from;
    return options;
}

Result<DetectorTablePtr> tableOf(const SourceOptions &options)
{
    return options.detectorTablePath.isEmpty() ? Result<DetectorTablePtr>{builtinDetectorTable()}
                                               : readDetectorTable(options.detectorTablePath);
}

} // namespace

int runPrepare(const QStringList &arguments)
{
    const auto options = parse(arguments);
    if (!options)
        return report(options.error());
    const QString &target = options->source.address.target;
    const TableMapping &mapping = options->source.mapping;
    QTextStream out{stdout};
    if (options->drop) {
        if (const auto dropped = dropPrepared(target, mapping, options->order, interruptToken()); !dropped)
            return report(dropped.error());
        out << "what was prepared beside " << mapping.table << " is gone" << Qt::endl;
        return Done;
    }
    const auto table = tableOf(options->source);
    if (!table)
        return report(table.error());
    ProgressLine progress;
    const auto rows = prepare(
        target, mapping, **table, options->order, [&](double share, std::uint64_t done) { progress.show(share, done); },
        interruptToken());
    if (!rows)
        return report(rows.error());
    out << *rows << " rows prepared beside " << mapping.table << Qt::endl;
    return Done;
}

} // namespace cbpm
