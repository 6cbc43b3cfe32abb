// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/viewstate.h"

#include <algorithm>

namespace cbpm {

void ViewState::setSelection(std::vector<int> rows)
{
    std::sort(rows.begin(), rows.end());
    if (rows == m_selection)
        return;
    m_selection = std::move(rows);
    emit selectionChanged();
}

void ViewState::setCursor(std::optional<TimePoint> time)
{
    if (time == m_cursor)
        return;
    m_cursor = time;
    emit cursorChanged();
}

void ViewState::setVisible(const TimeRange &range)
{
    if (m_visible == range)
        return;
    m_visible = range;
    emit visibleChanged();
}

void ViewState::setFollowed(std::optional<TimeRange> range)
{
    if (m_followed == range)
        return;
    m_followed = range;
    emit followedChanged();
}

void ViewState::setMarks(std::optional<TimePoint> a, std::optional<TimePoint> b)
{
    if (a == m_markA && b == m_markB)
        return;
    m_markA = a;
    m_markB = b;
    emit marksChanged();
}

std::optional<TimeRange> ViewState::stretch(const std::optional<TimeRange> &loaded) const
{
    if (!loaded)
        return std::nullopt;
    const bool isMarked = m_markA && m_markB && m_markA != m_markB;
    const auto wanted = isMarked     ? TimeRange::between(std::min(*m_markA, *m_markB), std::max(*m_markA, *m_markB))
                        : m_followed ? m_followed
                                     : m_visible;
    return wanted ? wanted->intersected(*loaded) : loaded;
}

void ViewState::setZone(const QTimeZone &zone)
{
    if (zone == m_zone)
        return;
    m_zone = zone;
    emit zoneChanged();
}

void ViewState::setMicrometres(bool micrometres)
{
    if (micrometres == m_micrometres)
        return;
    m_micrometres = micrometres;
    emit unitChanged();
}

} // namespace cbpm
