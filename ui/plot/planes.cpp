// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/planes.h"

#include <qcustomplot.h>

namespace cbpm {
namespace {

void follow(QCPAxis *leader, QCPAxis *follower)
{
    QObject::connect(leader, qOverload<const QCPRange &>(&QCPAxis::rangeChanged), follower,
                     qOverload<const QCPRange &>(&QCPAxis::setRange));
}

} // namespace

std::vector<QCPAxisRect *> createPlanes(QCustomPlot &plot, std::size_t count)
{
    plot.clearItems();
    plot.clearPlottables();
    plot.plotLayout()->clear();
    plot.plotLayout()->simplify();
    auto *const margins = new QCPMarginGroup{&plot};
    std::vector<QCPAxisRect *> rects(count);
    for (std::size_t k = 0; k < rects.size(); ++k) {
        rects[k] = new QCPAxisRect{&plot};
        plot.plotLayout()->addElement(static_cast<int>(k), 0, rects[k]);
        rects[k]->setMarginGroup(QCP::msLeft | QCP::msRight, margins);
        rects[k]->setupFullAxesBox(true);
        rects[k]->axis(QCPAxis::atLeft)->setNumberFormat(QStringLiteral("gb"));
    }
    // Each hands on to the next, and the last to the first: equal ranges are not handed on.
    for (std::size_t k = 0; k < count && count > 1; ++k)
        follow(rects[k]->axis(QCPAxis::atBottom), rects[(k + 1) % count]->axis(QCPAxis::atBottom));
    for (std::size_t k = 0; k + 1 < count; ++k) {
        rects[k]->axis(QCPAxis::atBottom)->setTickLabels(false);
        rects[k]->setAutoMargins(QCP::msLeft | QCP::msRight | QCP::msTop);
        rects[k]->setMargins({0, 0, 0, 4});
    }
    plot.plotLayout()->setRowSpacing(4);
    return rects;
}

} // namespace cbpm
