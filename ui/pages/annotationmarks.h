// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/types/time.h"

#include <QObject>
#include <QPalette>
#include <QStringList>

#include <vector>

class QContextMenuEvent;
class QCPAxisRect;
class QCustomPlot;
class QHelpEvent;

namespace cbpm {

class NoteLayer;
class ViewState;

/// The annotations on a plot against time: their first words on the axis, all of one where the mouse rests, and a menu
/// to write or change one where it is pressed.
class AnnotationMarks : public QObject
{
    Q_OBJECT

public:
    AnnotationMarks(QCustomPlot &plot, ViewState &view);

    /// On planes that were made anew: what stood on older ones is gone. `onImage`: they show one.
    void lay(const std::vector<QCPAxisRect *> &rects, bool onImage = false);
    void restyle(const QPalette &palette);

    /// Ids of those at a place in the plot.
    QStringList at(const QPoint &place) const;

signals:
    void annotateWanted(cbpm::TimePoint at);
    void editWanted(const QString &id);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void update();
    void showTip(const QHelpEvent &event) const;
    void showMenu(const QContextMenuEvent &event);

    QCustomPlot &m_plot;
    ViewState &m_view;
    std::vector<NoteLayer *> m_layers; ///< one a plane; the plot's
    QStringList m_ids;                 ///< by note
    QPalette m_palette;
};

} // namespace cbpm
