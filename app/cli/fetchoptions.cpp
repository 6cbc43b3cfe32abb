// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/fetchoptions.h"

#include "app/arguments/values.h"
#include "app/cli/parsearguments.h"

#include <QCommandLineParser>

using namespace Qt::StringLiterals;

namespace cbpm {
namespace {

void addFetchOptions(QCommandLineParser &parser)
{
    addSourceOptions(parser);
    parser.addOptions({
        {u"from"_s, u"Begin of the range: ISO 8601, now, -2h."_s, u"T"_s},
        {u"to"_s, u"End of the range, not part of it."_s, u"T"_s},
        {u"bpms"_s, u"Detectors, as in 12W,13W, or all."_s, u"LIST"_s, u"all"_s},
        {u"interval"_s, u"raw, a multiple of 0.1 s up to 1 h, or auto."_s, u"I"_s, u"auto"_s},
        {u"method"_s, u"linear, log, polynomial or map, for all detectors."_s, u"NAME"_s},
        {u"connections"_s, u"Connections at once."_s, u"N"_s},
        {u"no-cache"_s, u"Neither use nor fill the cache."_s},
        {u"path"_s, u"auto, rows, blocks or rollup."_s, u"WAY"_s, u"auto"_s},
        {u"output"_s, u"File to make, or - for standard output."_s, u"FILE"_s},
        {u"format"_s, u"csv, hdf5, mat or archive."_s, u"F"_s, u"csv"_s},
        {u"summary"_s, u"Also write what was done as JSON."_s, u"FILE"_s},
    });
}

Result<void> readInterval(const QString &text, FetchOptions &options)
{
    options.raw = text == "raw"_L1 || options.format == ExportFormat::Archive;
    if (text == "raw"_L1 || text == "auto"_L1)
        return {};
    if (options.format == ExportFormat::Archive)
        return Error{Error::Kind::Usage, u"--interval: an archive holds the samples themselves"_s,
                     u"leave --interval out, or write --format csv"_s};
    const auto interval = parseInterval(text);
    if (!interval)
        return interval.error();
    options.interval = *interval;
    return {};
}

Result<void> readFormat(const QString &text, FetchOptions &options)
{
    const auto format = QStringList{u"csv"_s, u"hdf5"_s, u"mat"_s, u"archive"_s}.indexOf(text);
    if (format < 0)
        return Error{Error::Kind::Usage, u"--format: \"%1\" is not known"_s.arg(text),
                     u"choose csv, hdf5, mat or archive"_s};
    options.format = static_cast<ExportFormat>(format);
    if (options.format != ExportFormat::Csv && options.output == "-"_L1)
        return Error{Error::Kind::Usage, u"--output: only csv can go to standard output"_s, u"name a file"_s};
    return {};
}

Result<void> readPath(const QString &text, FetchOptions &options)
{
    const auto path = QStringList{u"auto"_s, u"rows"_s, u"blocks"_s, u"rollup"_s}.indexOf(text);
    if (path < 0)
        return Error{Error::Kind::Usage, u"--path: \"%1\" is not known"_s.arg(text),
                     u"choose auto, rows, blocks or rollup"_s};
    options.path = text;
    options.source.path = static_cast<ReadPath>(path);
    return {};
}

} // namespace

Result<FetchOptions> parseFetchOptions(const QStringList &arguments)
{
    QCommandLineParser parser;
    addFetchOptions(parser);
    if (const auto parsed = parseArguments(parser, u"fetch"_s, arguments, {u"from"_s, u"to"_s, u"output"_s}); !parsed)
        return parsed.error();
    FetchOptions options;
    const auto source = sourceOptions(parser);
    if (!source)
        return source.error();
    options.source = *source;
    options.source.readsAtOnce = true;
    options.from = parser.value(u"from"_s);
    options.to = parser.value(u"to"_s);
    options.detectors = parser.value(u"bpms"_s);
    options.output = parser.value(u"output"_s);
    options.summaryPath = parser.value(u"summary"_s);
    for (const auto &[option, read] : {std::pair{u"format"_s, &readFormat}, std::pair{u"interval"_s, &readInterval},
                                       std::pair{u"path"_s, &readPath}}) {
        if (const auto done = read(parser.value(option), options); !done)
            return done.error();
    }
    if (parser.isSet(u"method"_s)) {
        const auto method = parseMethod(parser.value(u"method"_s));
        if (!method)
            return method.error();
        options.method = *method;
    }
    options.usesTiles = !parser.isSet(u"no-cache"_s) && options.path == "auto"_L1; // a way that is named is taken
    if (parser.isSet(u"connections"_s)) {
        const auto count = parsePositiveInt(u"--connections"_s, parser.value(u"connections"_s));
        if (!count)
            return count.error();
        options.connections = *count;
        options.source.insists = true;
    }
    return options;
}

} // namespace cbpm
