// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/page.h"

#include "ui/models/history.h"
#include "ui/models/viewstate.h"
#include "ui/pages/annotationmarks.h"
#include "ui/text/texts.h"
#include "ui/widgets/controlstate.h"

#include <qcustomplot.h>

namespace cbpm {

Page::Page(QString name, History &history, ViewState &view, QWidget *parent)
    : QWidget{parent}, m_history{history}, m_view{view}, m_name{std::move(name)}
{
    setObjectName(m_name + QStringLiteral("Page"));
    setFocusPolicy(Qt::StrongFocus);
    connect(this, &Page::settled, this, &Page::describe);
}

QJsonObject Page::state() const
{
    return controlState(*this);
}

void Page::setState(const QJsonObject &state)
{
    setControlState(*this, state);
}

void Page::describe()
{
    for (QCustomPlot *const plot : findChildren<QCustomPlot *>())
        plot->setAccessibleDescription(caption());
}

void Page::paintVectors(QCPPainter &painter)
{
    const int line = fontMetrics().height() + 4;
    painter.fillRect(rect(), palette().color(QPalette::Base));
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(QRect{8, 0, width() - 16, line}, Qt::AlignVCenter, caption());
    painter.translate(0, line);
    if (auto *const plot = qobject_cast<QCustomPlot *>(&picture()))
        plot->toPainter(&painter, width(), height() - line);
    else
        picture().render(&painter);
}

std::optional<TimeRange> Page::stretch() const
{
    const RingSeries &series = m_history.series();
    if (!series.range() || !series.loaded())
        return std::nullopt;
    return m_view.stretch(series.loaded()->intersected(*series.range()));
}

bool Page::isStretchStill() const
{
    switch (m_history.state()) {
    case History::State::Opening:
    case History::State::Loading:
        return false;
    case History::State::Following:
        return m_view.markA() && m_view.markB()
               && std::max(*m_view.markA(), *m_view.markB()) <= m_history.series().completeTo();
    default:
        return true;
    }
}

AnnotationMarks *Page::createAnnotationMarks(QCustomPlot &plot)
{
    auto *const marks = new AnnotationMarks{plot, m_view};
    connect(marks, &AnnotationMarks::annotateWanted, this, &Page::annotateWanted);
    connect(marks, &AnnotationMarks::editWanted, this, &Page::annotationWanted);
    return marks;
}

QString Page::noStretchText() const
{
    if (m_history.state() == History::State::Opening || m_history.state() == History::State::Loading)
        return tr("Loading");
    if (!m_history.series().range())
        return tr("Nothing is loaded: fetch a range first.");
    return m_view.markA() && m_view.markB() ? tr("Nothing is loaded between A and B.")
                                            : tr("Nothing is loaded of what is in view.");
}

QString Page::stretchText(const TimeRange &range) const
{
    const QString when = text::range(range, m_view.zone());
    if (m_view.markA() && m_view.markB())
        return tr("A to B: %1").arg(when);
    return m_history.series().range() && range == *m_history.series().range() ? tr("Loaded: %1").arg(when)
                                                                              : tr("In view: %1").arg(when);
}

void Page::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        restyle();
    QWidget::changeEvent(event);
}

} // namespace cbpm
