// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/viewmarks.h"

#include "core/types/timetext.h"
#include "ui/models/viewstate.h"

#include <qcustomplot.h>

using namespace Qt::StringLiterals;

namespace cbpm {
namespace {

constexpr double reach_px = 5.0;

} // namespace

ViewMarks::ViewMarks(QCustomPlot &plot, ViewState &view) : QObject{&plot}, m_plot{plot}, m_view{view}
{
    plot.installEventFilter(this); // before the plot takes the press for a rubber band
}

void ViewMarks::lay(const std::vector<QCPAxisRect *> &rects)
{
    m_cursor.emplace(m_plot, rects);
    m_a.emplace(m_plot, rects, u"A"_s);
    m_b.emplace(m_plot, rects, u"B"_s);
    update();
}

void ViewMarks::restyle(const QColor &colour)
{
    m_cursor->setPen(QPen{colour, 1, Qt::DashLine});
    m_a->setPen(QPen{colour, 1});
    m_b->setPen(QPen{colour, 1});
}

void ViewMarks::update()
{
    m_cursor->setTime(m_view.cursor());
    m_a->setTime(m_view.markA());
    m_b->setTime(m_view.markB());
}

/// The mark under the mouse; of two B, which is drawn over A.
ViewMarks::Mark ViewMarks::near(const QPoint &at) const
{
    const QCPAxisRect *const rect = m_plot.axisRectAt(at);
    if (!rect)
        return Mark::None;
    const auto distance = [&](const std::optional<TimePoint> &mark) {
        return mark ? std::abs(rect->axis(QCPAxis::atBottom)->coordToPixel(axisSeconds(*mark)) - at.x())
                    : reach_px + 1.0;
    };
    const double toA = distance(m_view.markA());
    const double toB = distance(m_view.markB());
    if (std::min(toA, toB) > reach_px)
        return Mark::None;
    return toB <= toA ? Mark::B : Mark::A;
}

void ViewMarks::moveTo(int x)
{
    const QCPAxis *const keys = m_plot.axisRect(0)->axis(QCPAxis::atBottom);
    const TimePoint time = fromAxisSeconds(std::clamp(keys->pixelToCoord(x), keys->range().lower, keys->range().upper));
    if (m_held == Mark::A)
        m_view.setMarks(time, m_view.markB());
    else
        m_view.setMarks(m_view.markA(), time);
}

void ViewMarks::hover(const QPoint &at)
{
    const bool isNear = near(at) != Mark::None;
    if (std::exchange(m_isHovering, isNear) == isNear)
        return;
    if (isNear)
        m_plot.setCursor(Qt::SplitHCursor);
    else
        m_plot.unsetCursor();
}

bool ViewMarks::eventFilter(QObject *, QEvent *event)
{
    const auto *const mouse = static_cast<QMouseEvent *>(event);
    switch (event->type()) {
    case QEvent::MouseButtonPress:
        if (mouse->button() == Qt::LeftButton && mouse->modifiers() == Qt::NoModifier)
            m_held = near(mouse->pos());
        return m_held != Mark::None;
    case QEvent::MouseMove:
        if (m_held != Mark::None)
            moveTo(mouse->pos().x());
        else if (mouse->buttons() == Qt::NoButton)
            hover(mouse->pos());
        return m_held != Mark::None;
    case QEvent::MouseButtonRelease:
        return std::exchange(m_held, Mark::None) != Mark::None;
    default:
        return false;
    }
}

} // namespace cbpm
