// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/references/annotationsdialog.h"

#include "ui/models/viewstate.h"
#include "ui/references/siteshare.h"
#include "ui/text/texts.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace cbpm {

AnnotationsDialog::AnnotationsDialog(ViewState &view, SiteShare &share, QWidget *parent) : QDialog{parent}, m_view{view}
{
    setObjectName(u"annotationsDialog"_s);
    setWindowTitle(tr("Annotations"));
    resize(900, 420);
    m_model = new AnnotationListModel{view.annotations(), this};
    m_list = new QTableView{this};
    m_list->setObjectName(u"annotationList"_s);
    m_list->setAccessibleName(tr("Annotations, the newest first"));
    m_list->setModel(m_model);
    m_list->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_list->setAlternatingRowColors(true);
    m_list->setWordWrap(false);
    m_list->verticalHeader()->hide();
    m_list->verticalHeader()->setDefaultSectionSize(m_list->fontMetrics().height() + 6);
    m_list->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_list->horizontalHeader()->setStretchLastSection(true);
    m_message = new QLabel{this};
    m_message->setObjectName(u"annotationsMessage"_s);
    m_message->setTextFormat(Qt::PlainText);
    m_message->setWordWrap(true);
    auto *const layout = new QVBoxLayout{this};
    layout->addWidget(m_list, 1);
    layout->addWidget(m_message);
    layout->addWidget(share.createLabel(this));
    createButtons();
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this, &AnnotationsDialog::update);
    connect(m_model, &QAbstractItemModel::modelReset, this, &AnnotationsDialog::update);
    connect(m_list, &QTableView::doubleClicked, this,
            [this](const QModelIndex &index) { emit goWanted(m_model->idAt(index.row())); });
    connect(&view, &ViewState::zoneChanged, this, [this] { m_model->setZone(m_view.zone()); });
    m_model->setZone(view.zone());
    if (!view.annotations().problem().isEmpty())
        say(view.annotations().problem(), true);
    else if (m_model->rowCount() == 0)
        say(tr("Nothing was annotated yet: Data > Annotate writes about the time at the cursor."), false);
}

void AnnotationsDialog::createButtons()
{
    auto *const row = new QHBoxLayout;
    const auto add = [&](const QString &text, const QString &name, auto slot) {
        auto *const button = new QPushButton{text, this};
        button->setObjectName(name);
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, slot);
        row->addWidget(button);
        return button;
    };
    m_go = add(tr("&Go to"), u"goAnnotationButton"_s, [this] { emit goWanted(chosen().value(0)); });
    m_edit = add(tr("&Edit…"), u"editAnnotationButton"_s, [this] { emit editWanted(chosen().value(0)); });
    m_remove = add(tr("&Remove…"), u"removeAnnotationButton"_s, &AnnotationsDialog::remove);
    row->addStretch(1);
    add(tr("&Close"), u"closeAnnotationsButton"_s, &QWidget::close);
    static_cast<QVBoxLayout *>(layout())->addLayout(row);
    update();
}

QStringList AnnotationsDialog::chosen() const
{
    QStringList ids;
    for (const QModelIndex &index : m_list->selectionModel()->selectedRows())
        ids << m_model->idAt(index.row());
    return ids;
}

void AnnotationsDialog::update()
{
    const qsizetype count = chosen().size();
    const bool isEditable = m_view.annotations().isEditable();
    m_go->setEnabled(count == 1);
    m_edit->setEnabled(count == 1 && isEditable);
    m_remove->setEnabled(count > 0 && isEditable);
}

void AnnotationsDialog::remove()
{
    const QStringList ids = chosen();
    const int count = static_cast<int>(ids.size());
    if (QMessageBox::question(this, tr("Remove annotations"),
                              tr("Remove %n annotation(s)? Every program that shares them loses them.", nullptr, count))
        != QMessageBox::Yes)
        return;
    for (const QString &id : ids) {
        if (const auto removed = m_view.annotations().remove(id); !removed)
            return say(text::error(removed.error()), true);
    }
    say(tr("%n annotation(s) removed.", nullptr, count), false);
}

void AnnotationsDialog::say(const QString &text, bool failed)
{
    m_message->setText(text);
    QFont font = m_message->font();
    font.setBold(failed);
    m_message->setFont(font);
}

} // namespace cbpm
