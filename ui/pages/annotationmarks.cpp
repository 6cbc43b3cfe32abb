// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/annotationmarks.h"

#include "core/types/timetext.h"
#include "ui/models/viewstate.h"
#include "ui/plot/notelayer.h"
#include "ui/text/texts.h"

#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QMenu>
#include <QToolTip>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace cbpm {
namespace {

constexpr qsizetype mostTips = 6;
constexpr qsizetype wordsLength = 60; ///< characters, of a label or in a menu

/// Text from anywhere, in a menu.
QString menuWords(const QString &text)
{
    return text::oneLine(text).left(wordsLength).replace(u'&', u"&&"_s);
}

} // namespace

AnnotationMarks::AnnotationMarks(QCustomPlot &plot, ViewState &view) : QObject{&plot}, m_plot{plot}, m_view{view}
{
    plot.installEventFilter(this); // before the plot takes a press for a rubber band
    connect(&view.annotations(), &Annotations::changed, this, &AnnotationMarks::update);
}

void AnnotationMarks::lay(const std::vector<QCPAxisRect *> &rects, bool onImage)
{
    m_layers.clear();
    for (QCPAxisRect *const rect : rects)
        m_layers.push_back(new NoteLayer{*rect, rect == rects.back(), onImage});
    update();
}

void AnnotationMarks::restyle(const QPalette &palette)
{
    m_palette = palette;
    for (NoteLayer *const layer : m_layers)
        layer->setPalette(m_palette);
}

void AnnotationMarks::update()
{
    m_ids = m_view.annotations().newestFirst();
    std::reverse(m_ids.begin(), m_ids.end());
    std::vector<NoteLayer::Note> notes;
    for (const QString &id : m_ids) {
        const Annotation &one = *m_view.annotations().find(id);
        notes.push_back({axisSeconds(one.at), axisSeconds(one.until.value_or(one.at)),
                         text::oneLine(one.text.left(4 * wordsLength)).left(wordsLength)});
    }
    for (NoteLayer *const layer : m_layers)
        layer->setNotes(notes);
    restyle(m_palette);
    m_plot.replot(QCustomPlot::rpQueuedReplot);
}

QStringList AnnotationMarks::at(const QPoint &place) const
{
    QStringList ids;
    for (const NoteLayer *const layer : m_layers) {
        for (const std::size_t note : layer->at(place))
            ids << m_ids[static_cast<qsizetype>(note)];
    }
    return ids;
}

void AnnotationMarks::showTip(const QHelpEvent &event) const
{
    const QStringList ids = at(event.pos());
    QString tip;
    for (const QString &id : ids.mid(0, mostTips))
        tip += text::annotationTip(*m_view.annotations().find(id), m_view.zone());
    if (ids.size() > mostTips)
        tip +=
            u"<p>"_s + tr("and %n more", nullptr, static_cast<int>(ids.size() - mostTips)).toHtmlEscaped() + u"</p>"_s;
    if (tip.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(event.globalPos(), tip, &m_plot);
}

void AnnotationMarks::showMenu(const QContextMenuEvent &event)
{
    const QCPAxisRect *const rect = m_plot.axisRectAt(event.pos());
    if (!rect || !m_view.annotations().isEditable())
        return;
    auto *const menu = new QMenu{&m_plot};
    menu->setObjectName(u"annotationMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const TimePoint time = fromAxisSeconds(rect->axis(QCPAxis::atBottom)->pixelToCoord(event.pos().x()));
    connect(menu->addAction(tr("&Annotate here…")), &QAction::triggered, this,
            [this, time] { emit annotateWanted(time); });
    for (const QString &id : at(event.pos()).mid(0, mostTips))
        connect(menu->addAction(tr("Edit “%1”…").arg(menuWords(m_view.annotations().find(id)->text))),
                &QAction::triggered, this, [this, id] { emit editWanted(id); });
    menu->popup(event.globalPos());
}

bool AnnotationMarks::eventFilter(QObject *, QEvent *event)
{
    switch (event->type()) {
    case QEvent::ToolTip:
        showTip(static_cast<QHelpEvent &>(*event));
        return true;
    case QEvent::ContextMenu:
        showMenu(static_cast<QContextMenuEvent &>(*event));
        return true;
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonRelease: // the menu's: it begins no rubber band
        return static_cast<const QMouseEvent *>(event)->button() == Qt::RightButton;
    default:
        return false;
    }
}

} // namespace cbpm
