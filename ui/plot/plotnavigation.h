// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPoint>

#include <qcustomplot.h>

#include <vector>

namespace cbpm {

/// Hands on a plot of stacked axis rects that share their key axis: wheel zooms about the pointer (over an axis: that
/// axis alone), left drag is a rubber band, shift or middle drag pans, double click shows all; every step can be
/// undone.
class PlotNavigation : public QObject
{
    Q_OBJECT

public:
    /// `wheel`: what it zooms inside of an axis rect.
    explicit PlotNavigation(QCustomPlot &plot, Qt::Orientations wheel = Qt::Horizontal);

    void undo();
    void redo();
    bool canUndo() const { return m_at > 0; }
    /// Shifts the key axis by a share of its width.
    void pan(double share);
    /// Zooms the key axis about its middle; factor under 1 comes closer.
    void zoom(double factor);
    /// Takes the present view as a step of the history.
    void commit();
    /// Forgets the history: another range was loaded.
    void reset();

signals:
    void clicked(double key, const QPoint &position);
    void fullViewWanted();
    /// The user changed what is shown, by whatever way.
    void taken();
    /// The user changed a value axis: it is no longer automatic.
    void valueAxisTaken();

private:
    using View = std::vector<QCPRange>;

    View view() const;
    void show(const View &view);
    std::vector<QCPAxis *> axes() const;
    void onPress(QMouseEvent *event);
    void onMove(QMouseEvent *event);
    void onRelease(QMouseEvent *event);
    void onWheel(QWheelEvent *event);

    QCustomPlot &m_plot;
    Qt::Orientations m_wheel;
    std::vector<View> m_history;
    std::size_t m_at = 0;
    QPoint m_pressed;
    bool m_panning = false;
    View m_panStart;
};

} // namespace cbpm
