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

std::array<QCPAxisRect *, 2> createPlanes(QCustomPlot &plot)
{
    plot.plotLayout()->clear();
    auto *const margins = new QCPMarginGroup{&plot};
    std::array<QCPAxisRect *, 2> rects{};
    for (std::size_t k = 0; k < rects.size(); ++k) {
        rects[k] = new QCPAxisRect{&plot};
        plot.plotLayout()->addElement(static_cast<int>(k), 0, rects[k]);
        rects[k]->setMarginGroup(QCP::msLeft | QCP::msRight, margins);
        rects[k]->setupFullAxesBox(true);
        rects[k]->axis(QCPAxis::atLeft)->setNumberFormat(QStringLiteral("gb"));
    }
    QCPAxis *const upper = rects[0]->axis(QCPAxis::atBottom);
    QCPAxis *const lower = rects[1]->axis(QCPAxis::atBottom);
    upper->setTickLabels(false);
    follow(upper, lower);
    follow(lower, upper);
    return rects;
}

} // namespace cbpm
