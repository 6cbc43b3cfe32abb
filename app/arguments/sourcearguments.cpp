// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/arguments/sourcearguments.h"

#include "core/profiles/profilestore.h"

#include <QCommandLineParser>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace cbpm {
namespace {

/// Fills `options` with what --profile names.
Result<void> readProfile(const QCommandLineParser &parser, SourceOptions &options)
{
    if (!parser.isSet(u"profile"_s))
        return {};
    const auto profile = ProfileStore::standard().read(parser.value(u"profile"_s));
    if (!profile) {
        const Error &error = profile.error();
        const bool isWrongName = error.kind == Error::Kind::NotFound || error.kind == Error::Kind::Usage;
        return isWrongName ? Error{Error::Kind::Usage, u"--profile: "_s + error.what, error.hint} : error;
    }
    const auto applied = applyProfile(*profile, options);
    if (!applied)
        return applied.error();
    options = *applied;
    return {};
}

} // namespace

QString cacheFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation) + u"/cbpm3/"_s;
}

void addSourceOptions(QCommandLineParser &parser)
{
    parser.addOptions({
        {u"source"_s, u"demo, the path of an archive, or a PostgreSQL connection string."_s, u"SRC"_s},
        {u"profile"_s, u"Source, table, columns, zone and constants kept under a name; other options win."_s,
         u"NAME"_s},
        {u"table"_s, u"Table of the samples (PostgreSQL)."_s, u"NAME"_s},
        {u"columns"_s, u"Column names: time=…,detector=…,top_in=…,top_out=…,bot_in=…,bot_out=…"_s, u"MAP"_s},
        {u"server-timezone"_s, u"Zone of time columns that have none (default UTC)."_s, u"Z"_s},
        {u"detector-table"_s, u"Detector constants: CSV or BPM_DET_params.cfg."_s, u"FILE"_s},
    });
}

Result<SourceOptions> sourceOptions(const QCommandLineParser &parser)
{
    SourceOptions options;
    if (auto profiled = readProfile(parser, options); !profiled)
        return profiled.error();
    if (parser.isSet(u"source"_s)) {
        const auto address = readSource(parser.value(u"source"_s));
        if (!address)
            return Error{Error::Kind::Usage, u"--source: "_s + address.error().what, address.error().hint};
        options.address = *address;
    }
    if (parser.isSet(u"table"_s))
        options.mapping.table = parser.value(u"table"_s);
    if (parser.isSet(u"columns"_s)) {
        if (const auto mapped = applyColumns(options.mapping, parser.value(u"columns"_s)); !mapped)
            return mapped.error();
    }
    if (parser.isSet(u"server-timezone"_s)) {
        const auto zone = readTimeZone(parser.value(u"server-timezone"_s));
        if (!zone)
            return Error{Error::Kind::Usage, u"--server-timezone: "_s + zone.error().what, zone.error().hint};
        options.mapping.serverTimezone = *zone;
    }
    if (parser.isSet(u"detector-table"_s))
        options.detectorTablePath = parser.value(u"detector-table"_s);
    options.demoPath = defaultDemoPath();
    return options;
}

QString defaultDemoPath()
{
    return cacheFolder() + u"demo.cbpm3"_s;
}

TileStorePtr openTiles()
{
    TileStore::Options options;
    options.path = cacheFolder() + u"tiles.sqlite"_s;
    return std::make_shared<TileStore>(options);
}

} // namespace cbpm
