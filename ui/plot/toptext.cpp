// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/toptext.h"

#include <qcustomplot.h>

namespace cbpm {

QCPItemText *textAtTop(QCPAxisRect &rect, Qt::Alignment side)
{
    auto *const text = new QCPItemText{rect.parentPlot()};
    text->setClipAxisRect(&rect);
    text->setPositionAlignment(Qt::AlignTop | side);
    text->setPadding({3, 1, 3, 1});
    text->position->setTypeX(QCPItemPosition::ptPlotCoords);
    text->position->setTypeY(QCPItemPosition::ptAxisRectRatio);
    text->position->setAxes(rect.axis(QCPAxis::atBottom), rect.axis(QCPAxis::atLeft));
    text->position->setAxisRect(&rect);
    text->position->setCoords(0.0, 0.0);
    return text;
}

} // namespace cbpm
