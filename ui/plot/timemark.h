// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/types/time.h"

#include <QPen>
#include <QString>

#include <optional>
#include <vector>

class QCPAxisRect;
class QCPItemStraightLine;
class QCPItemText;
class QCustomPlot;

namespace cbpm {

/// A moment, as a line through all planes of a plot against time; its name stands in the uppermost one. The plot owns
/// what is drawn: a mark does not outlive its planes.
class TimeMark
{
public:
    TimeMark(QCustomPlot &plot, const std::vector<QCPAxisRect *> &rects, const QString &name = {});

    void setTime(std::optional<TimePoint> time);
    void setPen(const QPen &pen);

private:
    std::vector<QCPItemStraightLine *> m_lines;
    QCPItemText *m_name = nullptr;
};

} // namespace cbpm
