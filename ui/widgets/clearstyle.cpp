// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/clearstyle.h"

#include <QPainter>
#include <QStyleFactory>
#include <QStyleOption>

namespace cbpm {

ClearStyle::ClearStyle() : QProxyStyle{QStyleFactory::create(QStringLiteral("Fusion"))} {}

void ClearStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                               const QWidget *widget) const
{
    QProxyStyle::drawPrimitive(element, option, painter, widget);
    const bool isBox = element == PE_IndicatorCheckBox || element == PE_IndicatorItemViewItemCheck;
    if ((!isBox && element != PE_IndicatorRadioButton) || option->palette.window().color().lightness() > 127)
        return;
    QColor outline = option->palette.windowText().color();
    outline.setAlphaF(option->state & State_Enabled ? 0.55F : 0.3F);
    painter->save();
    painter->setPen(outline);
    painter->setBrush(Qt::NoBrush);
    painter->setRenderHint(QPainter::Antialiasing, !isBox);
    const QRect inside = option->rect.adjusted(0, 0, -1, -1);
    if (isBox)
        painter->drawRect(inside);
    else
        painter->drawEllipse(inside);
    painter->restore();
}

} // namespace cbpm
