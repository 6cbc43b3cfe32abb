// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detectors/detectortable.h"

#include <vector>

class QCPAbstractItem;
class QCPAxisRect;
class QCustomPlot;
class QPalette;

namespace cbpm {

/// The ring along the key axis of stacked planes, x above y: places by s or by id, names of detectors along the top,
/// thin named lines where the ring's regions and interaction points meet.
class RingAxis
{
public:
    /// `rects` as of createPlanes().
    RingAxis(QCustomPlot &plot, std::vector<QCPAxisRect *> rects);

    void setTable(DetectorTablePtr table);
    void setById(bool byId);
    /// Shows the whole ring.
    void showAll();
    void restyle(const QPalette &palette);

    /// NaN for a detector without a place.
    double keyOf(int row) const;
    /// unknownDetector: none has a place.
    int rowNear(double key) const;
    /// Rows that have a place, in its order.
    const std::vector<int> &rows() const { return m_rows; }

private:
    void rebuild();
    void nameDetectors();
    void nameRegions();
    void addLine(double key, const QString &name);
    void addName(QCPAxisRect *rect, double key, const QString &name, Qt::Alignment side);

    QCustomPlot &m_plot;
    std::vector<QCPAxisRect *> m_rects;
    DetectorTablePtr m_table;
    bool m_byId = false;
    std::vector<int> m_rows;
    std::vector<QCPAbstractItem *> m_marks; ///< the plot owns them
};

} // namespace cbpm
