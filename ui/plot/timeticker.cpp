// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/timeticker.h"

#include "core/types/timetext.h"

using namespace Qt::StringLiterals;

namespace cbpm {

TimeTicker::TimeTicker(const QTimeZone &zone) : m_zone{zone}
{
    setDateTimeSpec(Qt::TimeZone);
    setTimeZone(zone);
    setTickCount(8);
}

double TimeTicker::getTickStep(const QCPRange &range)
{
    m_step = QCPAxisTickerDateTime::getTickStep(range);
    return m_step;
}

QString TimeTicker::getTickLabel(double tick, const QLocale &locale, QChar, int)
{
    const QDateTime time = toQDateTime(fromAxisSeconds(tick), m_zone);
    if (m_step >= 86'400.0)
        return locale.toString(time, u"d MMM\nyyyy"_s);
    const QString clock = m_step >= 60.0 ? u"HH:mm"_s : m_step >= 1.0 ? u"HH:mm:ss"_s : u"HH:mm:ss.zzz"_s;
    // The second line stays empty where the day is the one before, so that labels do not jump.
    const bool newDay = time.time() == QTime{0, 0};
    return locale.toString(time, clock) + u'\n' + (newDay ? locale.toString(time, u"d MMM"_s) : QString{});
}

} // namespace cbpm
