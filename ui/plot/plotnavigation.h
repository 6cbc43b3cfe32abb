// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPoint>

#include <qcustomplot.h>

#include <optional>
#include <vector>

namespace cbpm {

/// Hands on a plot of stacked axis rects that share their key axis: wheel zooms about the pointer (over an axis: that
/// axis alone), left drag is a rubber band, shift or middle drag pans, double click shows all. Each step is told with the
/// views before and after it, so that it can be undone.
class PlotNavigation : public QObject
{
    Q_OBJECT

public:
    /// `wheel`: what it zooms inside of an axis rect.
    explicit PlotNavigation(QCustomPlot &plot, Qt::Orientations wheel = Qt::Horizontal);

    /// Ranges of all axes.
    using View = std::vector<QCPRange>;

    View view() const;
    /// As if by hand; a view of other axes changes nothing.
    void show(const View &view);
    /// Shifts the key axis by a share of its width.
    void pan(double share);
    /// Zooms the key axis about its middle; factor under 1 comes closer.
    void zoom(double factor);
    /// Something is to change what is shown for the user; commit() follows.
    void begin() { m_before = view(); }
    /// It has: a step that can be undone. What changed by itself, without begin(), is none.
    void commit();

signals:
    void committed(const cbpm::PlotNavigation::View &before, const cbpm::PlotNavigation::View &after);
    void clicked(double key, const QPoint &position);
    /// commit() is the receiver's, when all is shown.
    void fullViewWanted();
    /// The user changed what is shown, by whatever way.
    void taken();
    /// The user changed a value axis: it is no longer automatic.
    void valueAxisTaken();

private:
    std::vector<QCPAxis *> axes() const;
    void onPress(QMouseEvent *event);
    void onMove(QMouseEvent *event);
    void onRelease(QMouseEvent *event);
    void onWheel(QWheelEvent *event);

    QCustomPlot &m_plot;
    Qt::Orientations m_wheel;
    std::optional<View> m_before; ///< of the step that has begun
    QPoint m_pressed;
    bool m_panning = false;
    View m_panStart;
};

} // namespace cbpm
