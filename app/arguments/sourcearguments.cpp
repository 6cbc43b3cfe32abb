// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/arguments/sourcearguments.h"

#include <QCommandLineParser>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace cbpm {
namespace {

QString cacheFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation) + u"/cbpm3/"_s;
}

} // namespace

void addSourceOptions(QCommandLineParser &parser)
{
    parser.addOptions({
        {u"source"_s, u"demo, the path of an archive, or a PostgreSQL connection string."_s, u"SRC"_s, u"demo"_s},
        {u"table"_s, u"Table of the samples (PostgreSQL)."_s, u"NAME"_s},
        {u"columns"_s, u"Column names: time=…,detector=…,top_in=…,top_out=…,bot_in=…,bot_out=…"_s, u"MAP"_s},
        {u"server-timezone"_s, u"Zone of time columns that have none (default UTC)."_s, u"Z"_s},
        {u"detector-table"_s, u"Detector constants: CSV or BPM_DET_params.cfg."_s, u"FILE"_s},
    });
}

Result<SourceOptions> sourceOptions(const QCommandLineParser &parser)
{
    SourceOptions options;
    const auto address = readSource(parser.value(u"source"_s));
    if (!address)
        return Error{Error::Kind::Usage, u"--source: "_s + address.error().what, address.error().hint};
    options.address = *address;
    if (parser.isSet(u"table"_s))
        options.mapping.table = parser.value(u"table"_s);
    if (parser.isSet(u"columns"_s)) {
        if (const auto mapped = applyColumns(options.mapping, parser.value(u"columns"_s)); !mapped)
            return mapped.error();
    }
    if (parser.isSet(u"server-timezone"_s)) {
        const QByteArray name = parser.value(u"server-timezone"_s).toUtf8();
        // Qt takes every word for the name of a zone at UTC, as POSIX does.
        if (!QTimeZone::availableTimeZoneIds().contains(name))
            return Error{Error::Kind::Usage,
                         u"--server-timezone: \"%1\" is not a time zone"_s.arg(parser.value(u"server-timezone"_s)),
                         u"write a name such as UTC or America/New_York"_s};
        options.mapping.serverTimezone = QTimeZone{name};
    }
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
