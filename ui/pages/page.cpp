// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/page.h"

#include <qcustomplot.h>

namespace cbpm {

Page::Page(QString name, History &history, ViewState &view, QWidget *parent)
    : QWidget{parent}, m_history{history}, m_view{view}, m_name{std::move(name)}
{
    setObjectName(m_name + QStringLiteral("Page"));
    setFocusPolicy(Qt::StrongFocus);
}

void Page::paintVectors(QCPPainter &painter)
{
    const int line = fontMetrics().height() + 4;
    painter.fillRect(rect(), palette().color(QPalette::Base));
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(QRect{8, 0, width() - 16, line}, Qt::AlignVCenter, caption());
    painter.translate(0, line);
    plot().toPainter(&painter, width(), height() - line);
}

void Page::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        restyle();
    QWidget::changeEvent(event);
}

} // namespace cbpm
