// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/references/annotationsdialog.h"

#include "ui/models/viewstate.h"

#include <QPushButton>
#include <QTableView>

using namespace Qt::StringLiterals;

namespace cbpm {

AnnotationsDialog::AnnotationsDialog(ViewState &view, SiteShare &share, QWidget *parent)
    : DecisionListDialog{new AnnotationListModel{view.annotations()}, view, share, parent}, m_view{view}
{
    setObjectName(u"annotationsDialog"_s);
    setWindowTitle(tr("Annotations"));
    resize(900, 420);
    setNames(u"annotationList"_s, tr("Annotations, the newest first"), u"annotationsMessage"_s);
    const auto go = [this] { emit goWanted(chosen().value(0)); };
    m_go = addButton(tr("&Go to"), u"goAnnotationButton"_s, go);
    m_edit = addButton(tr("&Edit…"), u"editAnnotationButton"_s, [this] { emit editWanted(chosen().value(0)); });
    m_remove = addButton(tr("&Remove…"), u"removeAnnotationButton"_s, [this] { remove(); });
    addCloseButton(u"closeAnnotationsButton"_s);
    connect(list(), &QTableView::doubleClicked, this, go);
    showChoice();
    if (!view.annotations().problem().isEmpty())
        say(view.annotations().problem(), true);
    else if (view.annotations().list().empty())
        say(tr("Nothing was annotated yet: Data > Annotate writes about the time at the cursor."), false);
}

void AnnotationsDialog::showChoice()
{
    const qsizetype count = chosen().size();
    const bool isEditable = m_view.annotations().isEditable();
    m_go->setEnabled(count == 1);
    m_edit->setEnabled(count == 1 && isEditable);
    m_remove->setEnabled(count > 0 && isEditable);
}

void AnnotationsDialog::remove()
{
    const int count = static_cast<int>(chosen().size());
    removeChosen(tr("Remove annotations"),
                 tr("Remove %n annotation(s)? Every program that shares them loses them.", nullptr, count),
                 tr("%n annotation(s) removed.", nullptr, count),
                 [this](const QString &id) { return m_view.annotations().remove(id); });
}

} // namespace cbpm
