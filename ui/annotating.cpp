// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/annotating.h"

#include "ui/mainwindow.h"
#include "ui/references/annotationdialog.h"
#include "ui/references/annotationsdialog.h"
#include "ui/text/texts.h"
#include "ui/timebar/timebar.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace cbpm {
namespace {

/// Wide enough to see what is noted, and what was before and after.
Duration widthAround(const Annotation &annotation, const std::optional<TimeRange> &visible)
{
    const Duration stretch = annotation.until ? *annotation.until - annotation.at : Duration{0};
    return std::max<Duration>(visible ? visible->duration() : Duration{10min}, stretch + stretch / 2);
}

} // namespace

Annotating::Annotating(MainWindow &window) : QObject{&window}, m_window{window} {}

void Annotating::annotate()
{
    const ViewState &view = m_window.view();
    const auto a = view.markA();
    const auto b = view.markB();
    if (a && b && *a != *b)
        return annotateAt(std::min(*a, *b), std::max(*a, *b));
    const auto at = a ? a : view.cursor();
    if (!at)
        return m_window.showMessage(tr("Fetch a range first, and click at the time to annotate"), true);
    annotateAt(*at);
}

void Annotating::annotateAt(TimePoint at, std::optional<TimePoint> until)
{
    ask({.at = at, .until = until, .location = {}, .text = {}, .author = {}, .made = {}}, {});
}

void Annotating::edit(const QString &id)
{
    if (const Annotation *const annotation = m_window.view().annotations().find(id))
        ask(*annotation, id);
}

/// A new one where `id` is empty.
void Annotating::ask(const Annotation &annotation, const QString &id)
{
    const auto source = m_window.history().source();
    auto *const dialog = new AnnotationDialog{annotation, source ? *source->table() : DetectorTable{},
                                              m_window.view().zone(), &m_window};
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, id, annotation] {
        Annotations &annotations = m_window.view().annotations();
        const Annotation *const now = annotations.find(id);
        const bool isOther = now && !(*now == annotation); // somebody was quicker: both stay
        const QString other = isOther ? text::oneLine(now->author) : QString{};
        const auto kept = annotations.keep(isOther ? QString{} : id, dialog->annotation());
        if (!kept)
            return m_window.showMessage(text::error(kept.error()), true);
        m_window.showMessage(isOther ? tr("%1 changed the annotation meanwhile: yours was kept beside it").arg(other)
                                     : tr("The annotation was kept"),
                             isOther);
    });
    dialog->open();
}

void Annotating::goTo(const QString &id)
{
    const Annotation *const annotation = m_window.view().annotations().find(id);
    if (!annotation)
        return;
    ViewState &view = m_window.view();
    const Duration width = widthAround(*annotation, view.visible());
    const TimePoint middle =
        annotation->until ? annotation->at + (*annotation->until - annotation->at) / 2 : annotation->at;
    const auto wanted = TimeRange::between(middle - width / 2, middle + width / 2);
    if (!wanted)
        return;
    const TimeRange *const loaded = m_window.history().series().range();
    view.setCursor(annotation->at);
    if (loaded && loaded->contains(annotation->at) && (!annotation->until || loaded->contains(*annotation->until))) {
        view.setFollowed({});
        view.setVisible(*wanted);
    } else {
        m_window.timeBar().setRange(*wanted);
        m_window.fetch();
    }
}

void Annotating::showList()
{
    if (!m_list) {
        m_list = new AnnotationsDialog{m_window.view(), m_window.share(), &m_window};
        connect(m_list, &AnnotationsDialog::goWanted, this, &Annotating::goTo);
        connect(m_list, &AnnotationsDialog::editWanted, this, &Annotating::edit);
    }
    m_list->show();
    m_list->raise();
}

} // namespace cbpm
