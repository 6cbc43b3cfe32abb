// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/postgres/rowlayout.h"

#include "core/source/postgres/pgtypes.h"
#include "core/types/coretexts.h"
#include "core/types/timetext.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace cbpm {
namespace {

Error wrongType(Connection &connection, const QString &table, const QString &column, Oid type, const QString &wanted,
                const CancelToken &cancel)
{
    QString name = QString::number(type);
    const QByteArray sql = "SELECT format_type(" + QByteArray::number(type) + ", NULL)";
    if (const auto result = connection.run(sql, cancel); result && PQntuples(result->get()) == 1)
        name = QString::fromUtf8(PQgetvalue(result->get(), 0, 0));
    return Error{
        Error::Kind::BadData,
        CoreTexts::tr("%1: column \"%2\" of table \"%3\" is of type %4").arg(connection.where(), column, table, name),
        CoreTexts::tr("it must be %1; name another column with --columns").arg(wanted)};
}

/// Whole seconds, rounded up: t >= ceil(x) and t < ceil(x) select the same integers as x itself does.
QByteArray wholeSeconds(TimePoint time)
{
    return QByteArray::number(
        static_cast<qint64>(std::chrono::ceil<std::chrono::seconds>(time).time_since_epoch().count()));
}

/// Seconds with six decimals, exact.
QByteArray secondsLiteral(TimePoint time)
{
    const std::int64_t us = unixMicroseconds(time);
    const QByteArray digits = QByteArray::number(std::abs(us)).rightJustified(7, '0');
    return (us < 0 ? "-" : "") + digits.chopped(6) + '.' + digits.right(6);
}

/// As WireForm says.
QByteArray asLseg(const QByteArrayList &values)
{
    const auto point = [&](qsizetype first) {
        QByteArrayList both;
        for (const QByteArray &value : values.mid(first, 2))
            both << "coalesce(" + value + "::float8, 'NaN')";
        return "pg_catalog.point(" + both.join(", ") + ')';
    };
    return "pg_catalog.lseg(" + point(0) + ", " + point(2) + ')';
}

/// As WireForm says; NULL where any of them is.
QByteArray asInterval(const QByteArrayList &values)
{
    // years, months, weeks, days, hours, minutes, seconds
    return "pg_catalog.make_interval(0, " + values[0] + ", 0, " + values[1] + ", " + values[2] + ", 0, " + values[3]
           + " * 1e-6::float8)";
}

/// Longer than any change of a zone's offset.
constexpr Duration transitionMargin = std::chrono::hours{3};

/// The spellings of one detector that sites use: 9W, DET_9W, DET_09W and the lattice name, upper and lower case.
QSet<QString> spelledNames(const Detector &detector)
{
    const QString location = QString::fromStdString(detector.location);
    const bool oneDigit = location.size() > 1 && location[0].isDigit() && !location[1].isDigit();
    QStringList stems{location};
    if (oneDigit)
        stems << u'0' + location;
    QSet<QString> all{QString::fromStdString(detector.name)};
    for (const QString &stem : stems) {
        for (const QString &prefix : {u""_s, u"DET_"_s, u"Det_"_s, u"det_"_s, u"BPM_"_s, u"Bpm_"_s, u"bpm_"_s})
            all << prefix + stem << prefix + stem.toLower();
    }
    all << QString::fromStdString(detector.name).toLower();
    all.remove(QString{});
    return all;
}

} // namespace

QByteArray RowLayout::quotedTable(const Connection &connection, const QString &table)
{
    const qsizetype dot = table.indexOf(u'.');
    if (dot < 0)
        return connection.identifier(table);
    return connection.identifier(table.left(dot)) + '.' + connection.identifier(table.mid(dot + 1));
}

Result<RowLayout> RowLayout::learn(Connection &connection, const TableMapping &mapping, const CancelToken &cancel)
{
    RowLayout layout;
    layout.table = quotedTable(connection, mapping.table);
    layout.timeColumn = connection.identifier(mapping.time);
    layout.detectorColumn = connection.identifier(mapping.detector);
    const std::array<QString, buttonCount> names{mapping.topIn, mapping.botIn, mapping.botOut, mapping.topOut};
    QByteArrayList columns{layout.timeColumn, layout.detectorColumn};
    for (const QString &name : names)
        columns << connection.identifier(name);
    const auto types = connection.describe("SELECT " + columns.join(", ") + " FROM " + layout.table + " LIMIT 0",
                                           static_cast<int>(columns.size()), cancel);
    if (!types)
        return types.error();

    const Oid timeType = (*types)[0];
    layout.timeValue = layout.timeColumn;
    if (timeType == pgtype::timestamp) {
        layout.setWallClock(connection, mapping.serverTimezone);
    } else if (pgtype::isNumber(timeType)) {
        layout.time = Time::Seconds;
        layout.secondsColumn = pgtype::isInteger(timeType) ? SecondsColumn::Integer : SecondsColumn::Real;
        layout.timeValue = layout.timeColumn + "::float8";
    } else if (timeType != pgtype::timestamptz) {
        return wrongType(connection, mapping.table, mapping.time, timeType,
                         CoreTexts::tr("timestamptz, timestamp or a number of seconds"), cancel);
    }

    const Oid detectorType = (*types)[1];
    if (!pgtype::isText(detectorType) && !pgtype::isNumber(detectorType))
        return wrongType(connection, mapping.table, mapping.detector, detectorType,
                         CoreTexts::tr("text or a detector id"), cancel);
    layout.detector = pgtype::isText(detectorType) ? Detector::Text : Detector::Id;
    layout.detectorValue = layout.detectorColumn + (pgtype::isText(detectorType) ? "::text" : "::int8");

    for (std::size_t k = 0; k < buttonCount; ++k) {
        const Oid type = (*types)[k + 2];
        if (!pgtype::isNumber(type))
            return wrongType(connection, mapping.table, names[k], type,
                             CoreTexts::tr("an integer, real or numeric type"), cancel);
        const bool integer = type == pgtype::int2 || type == pgtype::int4;
        layout.button[k] = integer ? Number::Int4 : Number::Float8;
        layout.buttonValues << columns[static_cast<qsizetype>(k) + 2] + (integer ? "::int4" : "::float8");
    }
    const bool areWhole = std::ranges::all_of(layout.button, [](Number number) { return number == Number::Int4; });
    layout.buttons = areWhole ? Buttons::Interval : Buttons::Lseg;
    return layout;
}

QByteArray RowLayout::selectList() const
{
    const QByteArray inOne = buttons == Buttons::Interval ? asInterval(buttonValues) : asLseg(buttonValues);
    return QByteArrayList{timeValue, detectorValue, inOne}.join(", ");
}

void RowLayout::setWallClock(const Connection &connection, const QTimeZone &zone)
{
    wallClock = true;
    if (zone == QTimeZone::utc() || zone.id() == "UTC")
        return; // comes over the wire as timestamptz does
    localZone = zone;
    localZoneName = connection.literal(QString::fromUtf8(zone.id()));
    timeValue = '(' + timeColumn + " AT TIME ZONE " + localZoneName + ')';
}

QByteArray RowLayout::instant(TimePoint edge) const
{
    const QByteArray text = isoText(edge).toLatin1();
    if (!wallClock)
        return "TIMESTAMPTZ '" + text + '\'';
    if (!localZone.isValid())
        return "TIMESTAMP '" + text + '\'';
    return "(TIMESTAMPTZ '" + text + "' AT TIME ZONE " + localZoneName + ')';
}

QByteArray RowLayout::timeCondition(const TimeRange &range) const
{
    const auto between = [this](const QByteArray &begin, const QByteArray &end) {
        return timeColumn + " >= " + begin + " AND " + timeColumn + " < " + end;
    };
    if (time == Time::Seconds && secondsColumn == SecondsColumn::Integer)
        return between(wholeSeconds(range.begin()), wholeSeconds(range.end()));
    if (time == Time::Seconds) // a double may round across the edge by less than a microsecond
        return between(secondsLiteral(range.begin() - Duration{1}), secondsLiteral(range.end() + Duration{1}));
    // Wall-clock times do not ascend over a DST change: asked wider there. The reader keeps what is in the range.
    const Duration margin = nearTransition(range) ? transitionMargin : Duration{0};
    return between(instant(range.begin() - margin), instant(range.end() + margin));
}

bool RowLayout::nearTransition(const TimeRange &range) const
{
    if (!localZone.isValid())
        return false;
    const QDateTime begin = toQDateTime(range.begin() - transitionMargin, QTimeZone::utc());
    const QDateTime end = toQDateTime(range.end() + transitionMargin, QTimeZone::utc());
    return !localZone.transitions(begin, end).isEmpty();
}

QByteArray RowLayout::detectorCondition(const Connection &connection, const DetectorTable &detectors,
                                        const std::vector<int> &rows) const
{
    if (rows.empty())
        return {};
    QByteArrayList values;
    for (const int row : rows) {
        for (const QString &spelling : spellings(detectors.at(row)))
            values << (detector == Detector::Id ? spelling.toLatin1() : connection.literal(spelling));
    }
    return " AND " + detectorColumn + " IN (" + values.join(", ") + ')';
}

QStringList RowLayout::spellings(const cbpm::Detector &of) const
{
    return detector == Detector::Id ? QStringList{QString::number(of.id)} : spelledNames(of).values();
}

QByteArray RowLayout::microseconds(const QByteArray &aggregate) const
{
    if (time == Time::Seconds)
        return "round(" + aggregate + '(' + timeColumn
               + ")::float8 * 1e6)::int8"; // numeric would keep 15 digits of a double only
    const QByteArray zone =
        wallClock ? " AT TIME ZONE " + (localZone.isValid() ? localZoneName : "'UTC'") : QByteArray{};
    return "(extract(epoch FROM " + aggregate + '(' + timeColumn + ')' + zone + ") * 1000000)::int8";
}

QByteArray RowLayout::finiteTimeCondition() const
{
    const QByteArray type = time == Time::Seconds ? "::float8" : "";
    return timeColumn + " > '-infinity'" + type + " AND " + timeColumn + " < 'infinity'" + type;
}

} // namespace cbpm
