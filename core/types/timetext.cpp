// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/types/timetext.h"

#include "core/types/coretexts.h"

#include <QRegularExpression>

#include <cmath>

using namespace Qt::StringLiterals;

namespace cbpm {
namespace {

Error usage(const QString &what, const QString &hint)
{
    return Error{Error::Kind::Usage, what, hint};
}

/// Of four-digit years: what is shown can be typed.
constexpr TimePoint firstDay = std::chrono::sys_days{std::chrono::January / 1 / 1};
constexpr TimePoint lastDay = std::chrono::sys_days{std::chrono::January / 1 / 10'000};

QString timeHint()
{
    return CoreTexts::tr("write ISO 8601 such as 2020-11-20T08:00:00Z, or now, -2h, -1d, -30min");
}

/// Microseconds of one unit word; 0 for an unknown one. `m` alone is refused: minute here, month elsewhere.
std::int64_t unitMicroseconds(const QString &unit)
{
    using namespace std::chrono;
    const auto us = [](auto d) { return duration_cast<microseconds>(d).count(); };
    if (unit == "s"_L1 || unit == "sec"_L1)
        return us(seconds{1});
    if (unit == "min"_L1)
        return us(minutes{1});
    if (unit == "h"_L1)
        return us(hours{1});
    if (unit == "d"_L1)
        return us(days{1});
    if (unit == "w"_L1)
        return us(weeks{1});
    return 0;
}

std::optional<Result<TimePoint>> parseRelative(const QString &text, TimePoint anchor)
{
    static const QRegularExpression form{u"^(?:now)?\\s*-\\s*(\\d+(?:\\.\\d+)?)\\s*([a-z]+)$"_s};
    const auto match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const std::int64_t unit = unitMicroseconds(match.captured(2));
    const double amount = match.captured(1).toDouble() * static_cast<double>(unit);
    if (unit == 0 || amount > 9e17)
        return usage(CoreTexts::tr("\"%1\" has no unit that is understood").arg(text),
                     CoreTexts::tr("use s, min, h, d or w, as in -30min"));
    const TimePoint time = anchor - Duration{std::llround(amount)};
    if (time < firstDay)
        return usage(CoreTexts::tr("\"%1\" is beyond the calendar").arg(text), timeHint());
    return Result<TimePoint>{time};
}

/// Instants of the wall-clock `local` in `zone`: none in the hole of a DST start, two in the doubled hour of its end.
std::vector<qint64> instantsOf(const QDateTime &local, const QTimeZone &zone)
{
    const qint64 wall = QDateTime(local.date(), local.time(), Qt::UTC).toMSecsSinceEpoch();
    std::vector<qint64> found;
    for (const qint64 probe : {wall - 86'400'000, wall + 86'400'000}) {
        const int offset = zone.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(probe, Qt::UTC));
        const qint64 instant = wall - qint64{offset} * 1000;
        if (zone.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(instant, Qt::UTC)) == offset
            && std::find(found.begin(), found.end(), instant) == found.end())
            found.push_back(instant);
    }
    return found;
}

Result<TimePoint> parseAbsolute(const QString &text, const QTimeZone &zone)
{
    static const QRegularExpression form{
        u"^(\\d{4})-(\\d{2})-(\\d{2})(?:[T ](\\d{2}):(\\d{2})(?::(\\d{2})(?:[.,](\\d{1,9}))?)?)?\\s*(Z|[+-]\\d{2}:?\\d{2}|[+-]\\d{2})?$"_s,
        QRegularExpression::CaseInsensitiveOption};
    const auto match = form.match(text);
    if (!match.hasMatch())
        return usage(CoreTexts::tr("\"%1\" is not a time").arg(text), timeHint());
    const auto number = [&](int group) { return match.captured(group).toInt(); };
    const bool leapSecond = number(6) == 60;
    const QDate date{number(1), number(2), number(3)};
    const QTime time{number(4), number(5), leapSecond ? 59 : number(6)};
    if (!date.isValid() || !time.isValid())
        return usage(CoreTexts::tr("\"%1\" is not a day and time of the calendar").arg(text), timeHint());
    // A leap second is kept inside its minute, as :59.999999.
    const std::int64_t fraction = leapSecond ? 999'999 : match.captured(7).leftJustified(6, u'0', true).toLongLong();

    const QDateTime wall{date, time, Qt::UTC};
    qint64 instant = wall.toMSecsSinceEpoch();
    const QString suffix = match.captured(8).toUpper();
    if (suffix.isEmpty()) {
        const auto instants = instantsOf(wall, zone);
        if (instants.empty())
            return usage(CoreTexts::tr("\"%1\" does not exist in %2: clocks were put forward")
                             .arg(text, QString::fromUtf8(zone.id())),
                         CoreTexts::tr("add the offset, as in +00:00"));
        if (instants.size() > 1)
            return usage(CoreTexts::tr("\"%1\" exists twice in %2: clocks were put back")
                             .arg(text, QString::fromUtf8(zone.id())),
                         CoreTexts::tr("add the offset, as in +00:00"));
        instant = instants.front();
    } else if (suffix != "Z"_L1) {
        QString digits = suffix.mid(1);
        digits.remove(u':');
        const int offset = digits.left(2).toInt() * 3600 + digits.mid(2).toInt() * 60;
        instant -= qint64{suffix.startsWith(u'-') ? -offset : offset} * 1000;
    }
    const TimePoint found = timePoint(instant * 1000 + fraction);
    if (found < firstDay || found >= lastDay)
        return usage(CoreTexts::tr("\"%1\" is beyond the calendar").arg(text), timeHint());
    return found;
}

} // namespace

QString isoText(TimePoint time)
{
    const std::int64_t us = unixMicroseconds(time);
    std::int64_t seconds = us / 1'000'000;
    std::int64_t fraction = us % 1'000'000;
    if (fraction < 0) {
        fraction += 1'000'000;
        --seconds;
    }
    return QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC).toString(u"yyyy-MM-ddTHH:mm:ss"_s)
           + u".%1Z"_s.arg(fraction, 6, 10, QChar{u'0'});
}

Result<TimePoint> parseTime(const QString &text, TimePoint anchor, const QTimeZone &zone)
{
    const QString trimmed = text.trimmed();
    if (trimmed.compare("now"_L1, Qt::CaseInsensitive) == 0)
        return anchor;
    if (auto relative = parseRelative(trimmed.toLower(), anchor))
        return *relative;
    return parseAbsolute(trimmed, zone);
}

Result<TimeRange> parseRange(const QString &from, const QString &to, TimePoint now, const QTimeZone &zone)
{
    const auto end = parseTime(to, now, zone);
    if (!end)
        return end.error();
    const bool fromNow = from.trimmed().startsWith("now"_L1, Qt::CaseInsensitive);
    const auto begin = parseTime(from, fromNow ? now : end.value(), zone);
    if (!begin)
        return begin.error();
    const auto range = TimeRange::between(begin.value(), end.value());
    if (!range)
        return usage(
            CoreTexts::tr("the range %1 to %2 is empty or reversed").arg(isoText(begin.value()), isoText(end.value())),
            CoreTexts::tr("the end must be later than the begin"));
    return *range;
}

QDateTime toQDateTime(TimePoint time, const QTimeZone &zone)
{
    const std::int64_t us = unixMicroseconds(time);
    const std::int64_t ms = us >= 0 ? us / 1000 : -((-us + 999) / 1000);
    return QDateTime::fromMSecsSinceEpoch(ms, zone);
}

double axisSeconds(TimePoint time)
{
    return static_cast<double>(unixMicroseconds(time)) * 1e-6;
}

TimePoint fromAxisSeconds(double seconds)
{
    return timePoint(std::llround(seconds * 1e6));
}

TimePoint systemNow()
{
    return std::chrono::floor<Duration>(std::chrono::system_clock::now());
}

} // namespace cbpm
