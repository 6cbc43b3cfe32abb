// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/references/referencejson.h"

#include "core/detectors/detectorname.h"
#include "core/types/coretexts.h"
#include "core/types/timetext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>

using namespace Qt::StringLiterals;

namespace cbpm {
namespace {

constexpr int formatVersion = 1;
const QString kind = u"cbpm3 reference orbit"_s;

struct Length
{
    QLatin1StringView name;
    double ReferencePoint::*value;
};

constexpr Length lengths[] = {{"x_mm"_L1, &ReferencePoint::x_mm},
                              {"y_mm"_L1, &ReferencePoint::y_mm},
                              {"x_std_mm"_L1, &ReferencePoint::xStd_mm},
                              {"y_std_mm"_L1, &ReferencePoint::yStd_mm}};

QJsonObject pointObject(const std::string &location, const ReferencePoint &point)
{
    QJsonObject object{{u"location"_s, QString::fromStdString(location)},
                       {u"count"_s, static_cast<qint64>(point.count)}};
    for (const Length &length : lengths) {
        if (!std::isnan(point.*length.value))
            object[length.name] = point.*length.value;
    }
    return object;
}

class JsonReader
{
public:
    JsonReader(QJsonObject object, QString origin) : m_object{std::move(object)}, m_origin{std::move(origin)} {}

    Result<ReferenceOrbit> read()
    {
        if (m_object.value("kind"_L1).toString() != kind)
            return bad(CoreTexts::tr("it is no reference orbit"));
        if (m_object.value("version"_L1).toInt() > formatVersion)
            return Error{Error::Kind::NewerFormat, CoreTexts::tr("%1 was written by a later version").arg(m_origin),
                         CoreTexts::tr("open it with that version")};
        m_orbit.name = m_object.value("name"_L1).toString();
        m_orbit.tableVersion = m_object.value("table_version"_L1).toString();
        m_orbit.method = m_object.value("method"_L1).toString();
        m_orbit.author = m_object.value("author"_L1).toString();
        m_orbit.comment = m_object.value("comment"_L1).toString();
        for (const auto step : {&JsonReader::readTimes, &JsonReader::readPoints}) {
            if (const auto done = (this->*step)(); !done)
                return done.error();
        }
        if (const auto checked = checkReference(m_orbit); !checked)
            return bad(checked.error().what);
        return std::move(m_orbit);
    }

private:
    Result<void> readTimes()
    {
        std::optional<TimePoint> begin;
        std::optional<TimePoint> end;
        const std::pair<QLatin1StringView, std::optional<TimePoint> *> times[] = {
            {"time"_L1, &m_orbit.time}, {"stretch_begin"_L1, &begin}, {"stretch_end"_L1, &end}};
        for (const auto &[name, field] : times) {
            const QString text = m_object.value(name).toString();
            if (text.isEmpty())
                continue;
            const auto time = parseTime(text, TimePoint{});
            if (!time)
                return bad(time.error().what);
            *field = *time;
        }
        if (begin && end)
            m_orbit.stretch = TimeRange::between(*begin, *end);
        return {};
    }

    Result<void> readPoints()
    {
        const QJsonArray points = m_object.value("points"_L1).toArray();
        if (points.size() > static_cast<qsizetype>(referencelimits::points))
            return bad(CoreTexts::tr("more than %1 detectors").arg(referencelimits::points));
        for (const QJsonValue &value : points) {
            const QJsonObject object = value.toObject();
            const std::string location = canonicalLocation(object.value("location"_L1).toString().toStdString());
            const auto [place, isNew] = m_orbit.points.try_emplace(location);
            if (!isNew)
                return bad(CoreTexts::tr("location %1 stands twice").arg(QString::fromStdString(location).left(80)));
            for (const Length &length : lengths) {
                const QJsonValue number = object.value(length.name);
                if (!number.isUndefined() && !number.isDouble())
                    return bad(CoreTexts::tr("%1 of %2 is no number")
                                   .arg(length.name, QString::fromStdString(location).left(80)));
                if (number.isDouble())
                    place->second.*length.value = number.toDouble();
            }
            place->second.count = static_cast<std::uint64_t>(std::max<qint64>(0, object.value("count"_L1).toInteger()));
        }
        return {};
    }

    Error bad(const QString &what) const { return Error{Error::Kind::BadData, m_origin + u": "_s + what, {}}; }

    QJsonObject m_object;
    QString m_origin;
    ReferenceOrbit m_orbit;
};

} // namespace

QByteArray referenceJson(const ReferenceOrbit &orbit)
{
    QJsonArray points;
    for (const auto &[location, point] : orbit.points)
        points.append(pointObject(location, point));
    QJsonObject object{{u"kind"_s, kind},
                       {u"version"_s, formatVersion},
                       {u"name"_s, orbit.name},
                       {u"table_version"_s, orbit.tableVersion},
                       {u"method"_s, orbit.method},
                       {u"author"_s, orbit.author},
                       {u"comment"_s, orbit.comment},
                       {u"points"_s, points}};
    if (orbit.time)
        object[u"time"_s] = isoText(*orbit.time);
    if (orbit.stretch) {
        object[u"stretch_begin"_s] = isoText(orbit.stretch->begin());
        object[u"stretch_end"_s] = isoText(orbit.stretch->end());
    }
    return QJsonDocument{object}.toJson();
}

Result<ReferenceOrbit> parseReferenceJson(const QByteArray &text, const QString &origin)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(text, &error);
    if (!document.isObject())
        return Error{Error::Kind::BadData,
                     CoreTexts::tr("%1: %2 at byte %3").arg(origin, error.errorString()).arg(error.offset),
                     {}};
    return JsonReader{document.object(), origin}.read();
}

} // namespace cbpm
