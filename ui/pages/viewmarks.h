// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/timemark.h"

#include <QObject>

class QPoint;

namespace cbpm {

class ViewState;

/// Cursor and marks A and B that all pages share, on a plot against time. A and B are moved by the mouse; what reads
/// them follows ViewState::marksChanged().
class ViewMarks : public QObject
{
    Q_OBJECT

public:
    ViewMarks(QCustomPlot &plot, ViewState &view);

    /// On planes that were made anew: what stood on older ones is gone.
    void lay(const std::vector<QCPAxisRect *> &rects);
    void restyle(const QColor &colour);
    /// Takes over where the view has them; the plot is not painted.
    void update();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    enum class Mark { None, A, B };

    Mark near(const QPoint &at) const;
    void moveTo(int x);
    void hover(const QPoint &at);

    QCustomPlot &m_plot;
    ViewState &m_view;
    std::optional<TimeMark> m_cursor;
    std::optional<TimeMark> m_a;
    std::optional<TimeMark> m_b;
    Mark m_held = Mark::None;
    bool m_isHovering = false;
};

} // namespace cbpm
