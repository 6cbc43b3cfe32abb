// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/views/view.h"

#include "core/query/opensource.h"
#include "core/references/sharedfile.h"
#include "core/types/coretexts.h"
#include "core/types/timetext.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <cmath>

using namespace Qt::StringLiterals;

namespace cbpm {
namespace {

constexpr int formatVersion = 1;
constexpr qint64 mostBytes = 1 << 20;
constexpr qsizetype textLength = 4'000;
constexpr qsizetype mostDetectors = 10'000;
constexpr qsizetype mostPlaces = 100;
constexpr auto dockWord = "dock"_L1;
constexpr auto windowWord = "window"_L1;
constexpr auto kind = "cbpm3 view"_L1;

QJsonValue timeValue(std::optional<TimePoint> time)
{
    return time ? QJsonValue{isoText(*time)} : QJsonValue{};
}

std::optional<TimePoint> timeOf(const QJsonValue &value)
{
    const auto time = parseTime(value.toString(), TimePoint{});
    return value.isString() && time ? std::optional{*time} : std::nullopt;
}

QString textOf(const QJsonObject &object, const QString &key)
{
    return object.value(key).toString().left(textLength);
}

/// In tenths of seconds, which is exact.
std::optional<Interval> intervalOf(const QJsonValue &value)
{
    const double tenths = value.toDouble(0.0) * 10.0;
    return tenths >= 1.0 && tenths <= 36'000.0 ? Interval::of(triggerSpacing * std::llround(tenths)) : std::nullopt;
}

std::optional<Duration> ageLimitOf(const QJsonValue &value)
{
    const double seconds = value.toDouble(0.0);
    return seconds > 0.0 && seconds <= 3600.0 ? std::optional{Duration{std::llround(seconds * 1e6)}} : std::nullopt;
}

std::optional<PositionMethod> methodOf(const QString &word)
{
    using enum PositionMethod;
    for (const PositionMethod method : {Linear, Log, Polynomial, Map}) {
        if (word == QLatin1StringView{methodWord(method)})
            return method;
    }
    return std::nullopt;
}

QStringList detectorsOf(const QJsonArray &array)
{
    QStringList detectors;
    for (const QJsonValue &value : array) {
        if (detectors.size() < mostDetectors && value.isString())
            detectors << value.toString().left(textLength);
    }
    return detectors;
}

QByteArray bytesOf(const QJsonValue &value)
{
    return QByteArray::fromBase64(value.toString().toLatin1());
}

QJsonValue bytesValue(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toBase64());
}

QJsonArray placesValue(const QList<PagePlace> &places)
{
    QJsonArray array;
    for (const PagePlace &place : places) {
        QJsonObject object{{u"page"_s, place.page},
                           {u"where"_s, place.where == PagePlace::Where::Dock ? dockWord : windowWord}};
        if (!place.geometry.isEmpty())
            object[u"geometry"_s] = bytesValue(place.geometry);
        array << object;
    }
    return array;
}

QList<PagePlace> placesOf(const QJsonArray &array)
{
    QList<PagePlace> places;
    for (const QJsonValue &value : array) {
        const QJsonObject object = value.toObject();
        const QString where = textOf(object, u"where"_s);
        if (places.size() < mostPlaces && (where == dockWord || where == windowWord))
            places << PagePlace{textOf(object, u"page"_s),
                                where == dockWord ? PagePlace::Where::Dock : PagePlace::Where::Window,
                                bytesOf(object.value(u"geometry"_s))};
    }
    return places;
}

} // namespace

QByteArray viewJson(const View &view)
{
    QJsonObject object{
        {u"kind"_s, kind},
        {u"version"_s, formatVersion},
        {u"source"_s, readSource(view.source) ? view.source : QString{}},
        {u"from"_s, view.from},
        {u"to"_s, view.to},
        {u"page"_s, view.page},
        {u"detectors"_s, QJsonArray::fromStringList(view.detectors)},
        {u"live"_s, view.isLive},
        {u"local_time"_s, view.isLocalTime},
        {u"millimetres"_s, view.isMillimetres},
        {u"dark"_s, view.isDark},
        {u"mark_a"_s, timeValue(view.markA)},
        {u"mark_b"_s, timeValue(view.markB)},
        {u"cursor"_s, timeValue(view.cursor)},
        {u"pages"_s, view.pages},
    };
    if (view.interval)
        object[u"interval_s"_s] = static_cast<double>(view.interval->width() / triggerSpacing) / 10.0;
    if (view.ageLimit)
        object[u"age_limit_s"_s] = static_cast<double>(view.ageLimit->count()) / 1e6;
    if (view.method)
        object[u"method"_s] = QString::fromLatin1(methodWord(*view.method));
    if (view.visible)
        object[u"visible"_s] = QJsonArray{isoText(view.visible->begin()), isoText(view.visible->end())};
    if (!view.places.isEmpty())
        object[u"places"_s] = placesValue(view.places);
    if (!view.geometry.isEmpty())
        object[u"window"_s] = QJsonObject{{u"geometry"_s, bytesValue(view.geometry)},
                                          {u"docks"_s, bytesValue(view.docks)},
                                          {u"page_docks"_s, bytesValue(view.pageDocks)}};
    return QJsonDocument{object}.toJson();
}

Result<View> parseView(const QByteArray &json, const QString &origin)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    if (object.value(u"kind"_s).toString() != kind)
        return Error{Error::Kind::BadData, CoreTexts::tr("%1 is no view of this program").arg(origin),
                     CoreTexts::tr("choose a file that Save view made")};
    if (object.value(u"version"_s).toInt() > formatVersion)
        return Error{Error::Kind::NewerFormat, CoreTexts::tr("%1 was written by a later version").arg(origin),
                     CoreTexts::tr("open it with that version")};
    View view;
    view.source = textOf(object, u"source"_s);
    view.from = textOf(object, u"from"_s);
    view.to = textOf(object, u"to"_s);
    view.interval = intervalOf(object.value(u"interval_s"_s));
    view.page = textOf(object, u"page"_s);
    view.detectors = detectorsOf(object.value(u"detectors"_s).toArray());
    view.method = methodOf(textOf(object, u"method"_s));
    view.isLive = object.value(u"live"_s).toBool();
    view.ageLimit = ageLimitOf(object.value(u"age_limit_s"_s));
    view.isLocalTime = object.value(u"local_time"_s).toBool();
    view.isMillimetres = object.value(u"millimetres"_s).toBool();
    view.isDark = object.value(u"dark"_s).toBool();
    view.markA = timeOf(object.value(u"mark_a"_s));
    view.markB = timeOf(object.value(u"mark_b"_s));
    view.cursor = timeOf(object.value(u"cursor"_s));
    const QJsonArray visible = object.value(u"visible"_s).toArray();
    const auto begin = timeOf(visible.at(0));
    const auto end = timeOf(visible.at(1));
    view.visible = begin && end ? TimeRange::between(*begin, *end) : std::nullopt;
    view.pages = object.value(u"pages"_s).toObject();
    view.places = placesOf(object.value(u"places"_s).toArray());
    const QJsonObject window = object.value(u"window"_s).toObject();
    view.geometry = bytesOf(window.value(u"geometry"_s));
    view.docks = bytesOf(window.value(u"docks"_s));
    view.pageDocks = bytesOf(window.value(u"page_docks"_s));
    return view;
}

View withoutScreen(View view)
{
    view.geometry.clear();
    view.docks.clear();
    view.pageDocks.clear();
    for (PagePlace &place : view.places)
        place.geometry.clear();
    return view;
}

View carried(View view, const TimeRange *range)
{
    view = withoutScreen(std::move(view));
    view.source.clear();
    if (range) {
        view.from = isoText(range->begin());
        view.to = isoText(range->end());
        view.isLive = false;
    }
    return view;
}

Result<View> readViewFile(const QString &path)
{
    const auto bytes = readSmallFile(path, mostBytes);
    return bytes ? parseView(*bytes, path) : Result<View>{bytes.error()};
}

Result<void> writeViewFile(const QString &path, const View &view)
{
    return writeSharedFile(path, viewJson(view));
}

} // namespace cbpm
