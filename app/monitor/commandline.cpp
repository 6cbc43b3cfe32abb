// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/monitor/commandline.h"

#include "app/arguments/values.h"
#include "core/types/timetext.h"
#include "translations/language.h"
#include "ui/pages/allpages.h"
#include "ui/windowview.h"

#include <QCommandLineParser>

using namespace Qt::StringLiterals;

namespace cbpm {
namespace {

Error usage(const QString &what, const QString &hint)
{
    return Error{Error::Kind::Usage, what, hint};
}

void addOptions(QCommandLineParser &parser)
{
    addSourceOptions(parser);
    parser.addOptions({
        {u"from"_s, u"Begin of the range: ISO 8601, now, -2h."_s, u"T"_s},
        {u"to"_s, u"End of the range, not part of it."_s, u"T"_s},
        {u"page"_s, u"Page to open: %1."_s.arg(pageNames().join(u", "_s)), u"NAME"_s},
        {u"bpms"_s, u"Detectors to select, as in 12W,13W."_s, u"LIST"_s},
        {u"interval"_s, u"A multiple of 0.1 s up to 1 h, or auto."_s, u"I"_s, u"auto"_s},
        {u"method"_s, u"linear, log, polynomial or map, for all detectors."_s, u"NAME"_s},
        {u"view"_s, u"Open what Save view kept; other options go before it."_s, u"FILE"_s},
        {u"render"_s, u"Draw the page into a .png, .svg or .pdf file, without a window, and exit."_s, u"FILE"_s},
        {u"size"_s, u"Size of the picture."_s, u"WxH"_s, u"1600x900"_s},
        {u"theme"_s, u"light or dark; by default that of the view, else light."_s, u"NAME"_s},
        {u"language"_s,
         u"Language of the texts: %1; by default that of the session, in pictures en."_s.arg(languages().join(u", "_s)),
         u"CODE"_s},
        {u"kiosk"_s, u"Fill the screen, read-only: nothing is changed, kept or written from it."_s},
        {u"screen"_s, u"Which screen it fills, from 1."_s, u"N"_s, u"1"_s},
        {u"measure"_s, u"Load, write timings as JSON, and exit."_s, u"FILE"_s},
    });
    parser.addHelpOption();
    parser.addVersionOption();
}

/// What stands in the source's field: what was written, else the profile. A picture of nothing would be of no use: the
/// demo's then.
void chooseSource(const QCommandLineParser &parser, MonitorOptions &options)
{
    if (parser.isSet(u"source"_s))
        options.start.source = parser.value(u"source"_s);
    else if (parser.isSet(u"profile"_s))
        options.start.profile = parser.value(u"profile"_s);
}

Result<void> useView(const QString &path, MonitorOptions &options)
{
    const auto view = readViewFile(path);
    if (!view)
        return view.error();
    options.view = *view;
    options.start = startOf(*view, options.start);
    if (!options.view->page.isEmpty() && !pageNames().contains(options.start.page))
        options.start.page.clear();
    return {};
}

Result<void> readView(const QCommandLineParser &parser, MonitorOptions &options)
{
    options.start.page = parser.value(u"page"_s);
    if (parser.isSet(u"page"_s) && !pageNames().contains(options.start.page))
        return usage(u"--page: there is no page \"%1\""_s.arg(options.start.page),
                     u"choose one of "_s + pageNames().join(u", "_s));
    if (parser.isSet(u"bpms"_s))
        options.start.detectors = parser.value(u"bpms"_s).split(u',', Qt::SkipEmptyParts);
    if (parser.value(u"interval"_s) != "auto"_L1) {
        const auto interval = parseInterval(parser.value(u"interval"_s));
        if (!interval)
            return interval.error();
        options.start.interval = *interval;
    }
    if (parser.isSet(u"method"_s)) {
        const auto method = parseMethod(parser.value(u"method"_s));
        if (!method)
            return method.error();
        options.start.method = *method;
    }
    for (const auto &[option, field] :
         {std::pair{u"from"_s, &options.start.from}, std::pair{u"to"_s, &options.start.to}}) {
        *field = parser.value(option);
        if (!field->isEmpty() && !parseTime(*field, systemNow()))
            return usage(u"--%1: "_s.arg(option) + parseTime(*field, systemNow()).error().what,
                         u"write ISO 8601, now or -2h"_s);
    }
    return {};
}

Result<void> readPicture(const QCommandLineParser &parser, MonitorOptions &options)
{
    options.renderPath = parser.value(u"render"_s);
    options.measurePath = parser.value(u"measure"_s);
    if (!options.renderPath.isEmpty() && !options.renderPath.endsWith(".png"_L1)
        && !options.renderPath.endsWith(".svg"_L1) && !options.renderPath.endsWith(".pdf"_L1))
        return usage(u"--render: \"%1\" is no kind of picture that can be drawn"_s.arg(options.renderPath),
                     u"name a .png, .svg or .pdf file"_s);
    const QStringList sides = parser.value(u"size"_s).split(u'x');
    options.size = sides.size() == 2 ? QSize{sides[0].toInt(), sides[1].toInt()} : QSize{};
    if (options.size.width() < 320 || options.size.height() < 240 || options.size.width() > 16'384
        || options.size.height() > 16'384)
        return usage(u"--size: \"%1\" is not a size between 320x240 and 16384x16384"_s.arg(parser.value(u"size"_s)),
                     u"write 1600x900"_s);
    const QString theme = parser.value(u"theme"_s);
    if (parser.isSet(u"theme"_s)) {
        if (theme != "light"_L1 && theme != "dark"_L1)
            return usage(u"--theme: \"%1\" is not known"_s.arg(theme), u"choose light or dark"_s);
        options.dark = theme == "dark"_L1;
    }
    options.isKiosk = parser.isSet(u"kiosk"_s);
    const auto screen = parsePositiveInt(u"--screen"_s, parser.value(u"screen"_s));
    if (!screen)
        return screen.error();
    options.screen = *screen;
    if (parser.isSet(u"screen"_s) && !options.isKiosk)
        return usage(u"--screen: only a kiosk fills a screen"_s, u"write --kiosk, too"_s);
    options.language = parser.value(u"language"_s);
    if (parser.isSet(u"language"_s) && !languages().contains(options.language))
        return usage(u"--language: \"%1\" is not spoken"_s.arg(options.language),
                     u"choose one of "_s + languages().join(u", "_s));
    if (options.language.isEmpty() && options.isHeadless())
        options.language = u"en"_s; // a script's pictures do not depend on who runs it
    return {};
}

} // namespace

Result<MonitorOptions> parseMonitorOptions(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Beam positions of a storage ring, stored and live."_s);
    addOptions(parser);
    if (!parser.parse(arguments))
        return usage(parser.errorText().chopped(1), u"see cbpm3-monitor --help"_s);
    if (parser.isSet(u"help"_s))
        parser.showHelp();
    if (parser.isSet(u"version"_s))
        parser.showVersion();
    if (!parser.positionalArguments().isEmpty())
        return usage(u"\"%1\" is not understood"_s.arg(parser.positionalArguments().constFirst()),
                     u"see cbpm3-monitor --help"_s);
    MonitorOptions options;
    const auto source = sourceOptions(parser);
    if (!source)
        return source.error();
    options.source = *source;
    for (const auto read : {readView, readPicture}) {
        if (const auto done = read(parser, options); !done)
            return done.error();
    }
    chooseSource(parser, options);
    if (parser.isSet(u"view"_s)) {
        if (const auto done = useView(parser.value(u"view"_s), options); !done)
            return done.error();
    }
    if (options.isHeadless() && options.start.source.isEmpty() && options.start.profile.isEmpty())
        options.start.source = u"demo"_s;
    return options;
}

} // namespace cbpm
