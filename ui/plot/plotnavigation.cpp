// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/plotnavigation.h"

#include <QApplication>

namespace cbpm {
namespace {

/// By a share of what the axis shows.
QCPRange shifted(const QCPRange &range, double share, const QCPAxis &axis)
{
    if (axis.scaleType() == QCPAxis::stLogarithmic) {
        const double factor = std::pow(range.upper / range.lower, share);
        return {range.lower * factor, range.upper * factor};
    }
    return {range.lower + share * range.size(), range.upper + share * range.size()};
}

} // namespace

PlotNavigation::PlotNavigation(QCustomPlot &plot, Qt::Orientations wheel) : QObject{&plot}, m_plot{plot}, m_wheel{wheel}
{
    plot.setInteractions(QCP::iRangeZoom);
    plot.setSelectionRectMode(QCP::srmZoom);
    connect(&plot, &QCustomPlot::mousePress, this, &PlotNavigation::onPress);
    connect(&plot, &QCustomPlot::mouseMove, this, &PlotNavigation::onMove);
    connect(&plot, &QCustomPlot::mouseRelease, this, &PlotNavigation::onRelease);
    connect(&plot, &QCustomPlot::mouseWheel, this, &PlotNavigation::onWheel);
    connect(&plot, &QCustomPlot::mouseDoubleClick, this, [this](QMouseEvent *event) {
        if (event->button() != Qt::LeftButton)
            return;
        begin();
        emit fullViewWanted();
    });
}

std::vector<QCPAxis *> PlotNavigation::axes() const
{
    std::vector<QCPAxis *> all;
    for (QCPAxisRect *const rect : m_plot.axisRects()) {
        all.push_back(rect->axis(QCPAxis::atBottom));
        all.push_back(rect->axis(QCPAxis::atLeft));
    }
    return all;
}

PlotNavigation::View PlotNavigation::view() const
{
    View ranges;
    for (const QCPAxis *const axis : axes())
        ranges.push_back(axis->range());
    return ranges;
}

void PlotNavigation::show(const View &view)
{
    const auto all = axes();
    if (view.size() != all.size())
        return;
    emit taken();
    // Values that follow the keys by themselves go on to do so where that gives the same view.
    for (const auto side : {Qt::Horizontal, Qt::Vertical}) {
        bool isTaken = false;
        for (std::size_t k = 0; k < all.size(); ++k) {
            if (all[k]->orientation() != side || all[k]->range() == view[k])
                continue;
            if (side == Qt::Vertical && !std::exchange(isTaken, true))
                emit valueAxisTaken();
            all[k]->setRange(view[k]);
        }
    }
    m_plot.replot(QCustomPlot::rpQueuedReplot);
}

void PlotNavigation::commit()
{
    if (const auto before = std::exchange(m_before, std::nullopt))
        emit committed(*before, view());
}

void PlotNavigation::pan(double share)
{
    begin();
    emit taken();
    QCPAxis *const keys = axes().front();
    keys->setRange(shifted(keys->range(), share, *keys));
    commit();
    m_plot.replot(QCustomPlot::rpQueuedReplot);
}

void PlotNavigation::zoom(double factor)
{
    begin();
    emit taken();
    axes().front()->scaleRange(factor);
    commit();
    m_plot.replot(QCustomPlot::rpQueuedReplot);
}

void PlotNavigation::onPress(QMouseEvent *event)
{
    m_pressed = event->pos();
    m_panning = event->button() == Qt::MiddleButton
                || (event->button() == Qt::LeftButton && event->modifiers() & Qt::ShiftModifier);
    m_panStart = view();
    if (m_panning)
        begin();
    m_plot.setSelectionRectMode(m_panning ? QCP::srmNone : QCP::srmZoom);
}

void PlotNavigation::onMove(QMouseEvent *event)
{
    if (!m_panning)
        return;
    emit taken();
    const QPoint moved = event->pos() - m_pressed;
    const auto all = axes();
    for (std::size_t k = 0; k < all.size(); ++k) {
        const bool keys = all[k]->orientation() == Qt::Horizontal;
        // Value axes move only in the rect that was taken hold of.
        if (!keys && !all[k]->axisRect()->rect().contains(m_pressed))
            continue;
        const double share = keys ? -moved.x() / static_cast<double>(all[k]->axisRect()->width())
                                  : moved.y() / static_cast<double>(all[k]->axisRect()->height());
        all[k]->setRange(shifted(m_panStart[k], share, *all[k]));
    }
    m_plot.replot(QCustomPlot::rpQueuedReplot);
}

void PlotNavigation::onRelease(QMouseEvent *event)
{
    const bool dragged = (event->pos() - m_pressed).manhattanLength() >= QApplication::startDragDistance();
    const bool panned = std::exchange(m_panning, false);
    if (!dragged) {
        if (event->button() == Qt::LeftButton)
            emit clicked(axes().front()->pixelToCoord(event->pos().x()), event->pos());
        return;
    }
    if (event->button() != Qt::LeftButton && !panned)
        return;
    if (!panned)
        begin();
    emit taken();
    emit valueAxisTaken();
    // The rubber band's own zoom comes after this event.
    QMetaObject::invokeMethod(this, &PlotNavigation::commit, Qt::QueuedConnection);
}

void PlotNavigation::onWheel(QWheelEvent *event)
{
    const QPoint at = event->position().toPoint();
    begin();
    bool inside = false;
    for (QCPAxisRect *const rect : m_plot.axisRects()) {
        inside = inside || rect->rect().contains(at);
        // In the plot the wheel zooms time; the values follow by themselves or are zoomed over their own axis.
        rect->setRangeZoom(rect->rect().contains(at) ? m_wheel : Qt::Horizontal | Qt::Vertical);
    }
    if (inside)
        emit taken();
    else
        emit valueAxisTaken();
    QMetaObject::invokeMethod(this, &PlotNavigation::commit, Qt::QueuedConnection);
}

} // namespace cbpm
