// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/timemark.h"

#include "core/types/timetext.h"
#include "ui/plot/toptext.h"

#include <qcustomplot.h>

namespace cbpm {

TimeMark::TimeMark(QCustomPlot &plot, const std::vector<QCPAxisRect *> &rects, const QString &name)
{
    for (QCPAxisRect *const rect : rects) {
        auto *const line = new QCPItemStraightLine{&plot};
        line->setClipAxisRect(rect);
        for (QCPItemPosition *const point : line->positions())
            point->setAxes(rect->axis(QCPAxis::atBottom), rect->axis(QCPAxis::atLeft));
        m_lines.push_back(line);
    }
    if (!name.isEmpty()) {
        m_name = textAtTop(*rects.front(), Qt::AlignLeft);
        m_name->setText(name);
    }
    setTime({});
}

void TimeMark::setTime(std::optional<TimePoint> time)
{
    for (QCPItemStraightLine *const line : m_lines) {
        line->setVisible(time.has_value());
        if (time) {
            line->point1->setCoords(axisSeconds(*time), 1.0); // 0 cannot be on a logarithmic axis
            line->point2->setCoords(axisSeconds(*time), 2.0);
        }
    }
    if (!m_name)
        return;
    m_name->setVisible(time.has_value());
    if (time)
        m_name->position->setCoords(axisSeconds(*time), 0.0);
}

void TimeMark::setPen(const QPen &pen)
{
    for (QCPItemStraightLine *const line : m_lines)
        line->setPen(pen);
    if (m_name) {
        m_name->setColor(pen.color());
        m_name->setPen(pen);
    }
}

} // namespace cbpm
