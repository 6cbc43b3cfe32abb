// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/timeticker.h"

#include "core/types/timetext.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace cbpm {
namespace {

/// Whether the clock shows this time twice: when it is set back, an hour passes again.
bool isDoubled(const QDateTime &time, const QTimeZone &zone)
{
    constexpr qint64 reach_s = 3 * 3600; // no change of a clock is longer
    const auto changes = zone.transitions(time.addSecs(-reach_s).toUTC(), time.addSecs(reach_s).toUTC());
    for (const QTimeZone::OffsetData &change : changes) {
        const qint64 back_s = zone.offsetFromUtc(change.atUtc.addSecs(-1)) - change.offsetFromUtc;
        const qint64 since_s = change.atUtc.secsTo(time.toUTC());
        if (back_s > 0 && since_s >= -back_s && since_s < back_s)
            return true;
    }
    return false;
}

/// As much of the clock as tells ticks `step_s` apart: some steps are 2.5 s, or 2.5 min.
QString clockFormat(double step_s)
{
    const auto isMultipleOf = [step_s](double unit_s) {
        return std::abs(std::remainder(step_s, unit_s)) < 1e-6 * step_s;
    };
    return isMultipleOf(60.0) ? u"HH:mm"_s : isMultipleOf(1.0) ? u"HH:mm:ss"_s : u"HH:mm:ss.zzz"_s;
}

} // namespace

TimeTicker::TimeTicker(const QTimeZone &zone, const QCPAxis *axis) : m_zone{zone}, m_axis{axis}
{
    setDateTimeSpec(Qt::TimeZone);
    setTimeZone(zone);
}

double TimeTicker::getTickStep(const QCPRange &range)
{
    constexpr int apart_px = 90;
    setTickCount(m_axis ? std::clamp(m_axis->axisRect()->width() / apart_px, 2, 8) : 8);
    m_step = QCPAxisTickerDateTime::getTickStep(range);
    return m_step;
}

QString TimeTicker::getTickLabel(double tick, const QLocale &locale, QChar, int)
{
    const QDateTime time = toQDateTime(fromAxisSeconds(tick), m_zone);
    if (m_step >= 86'400.0)
        return locale.toString(time, u"d MMM\nyyyy"_s);
    // The second line stays empty where the day is the one before, so that labels do not jump.
    const bool newDay = time.time() == QTime{0, 0};
    // In the doubled hour the same clock time stands twice on the axis: the zone's name tells which is which.
    const QString below = isDoubled(time, m_zone) ? m_zone.abbreviation(time)
                          : newDay                ? locale.toString(time, u"d MMM"_s)
                                                  : QString{};
    return locale.toString(time, clockFormat(m_step)) + u'\n' + below;
}

} // namespace cbpm
