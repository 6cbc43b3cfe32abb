// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/references/decisionlistdialog.h"

#include "ui/models/viewstate.h"
#include "ui/references/decisionlistmodel.h"
#include "ui/references/siteshare.h"
#include "ui/text/texts.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

namespace cbpm {

DecisionListDialog::DecisionListDialog(DecisionListModel *model, const ViewState &view, SiteShare &share,
                                       QWidget *parent)
    : QDialog{parent}, m_model{model}
{
    m_model->setParent(this);
    m_model->setZone(view.zone());
    m_list = createTable(m_model);
    m_message = new QLabel{this};
    m_message->setTextFormat(Qt::PlainText);
    m_message->setWordWrap(true);
    m_layout = new QVBoxLayout{this};
    m_layout->addWidget(m_list, 1);
    m_layout->addWidget(m_message);
    m_layout->addWidget(share.createLabel(this));
    m_buttons = new QHBoxLayout;
    m_layout->addLayout(m_buttons);
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] { showChoice(); });
    connect(m_model, &QAbstractItemModel::modelAboutToBeReset, this, [this] { m_chosenBefore = chosen(); });
    connect(m_model, &QAbstractItemModel::modelReset, this, [this] { choose(m_chosenBefore); });
    connect(&view, &ViewState::zoneChanged, m_model, [this, &view] { m_model->setZone(view.zone()); });
}

void DecisionListDialog::setNames(const QString &list, const QString &accessible, const QString &message)
{
    m_list->setObjectName(list);
    m_list->setAccessibleName(accessible);
    m_message->setObjectName(message);
}

QTableView *DecisionListDialog::createTable(QAbstractItemModel *model)
{
    auto *const table = new QTableView{this};
    table->setModel(model);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setAlternatingRowColors(true);
    table->setWordWrap(false);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(table->fontMetrics().height() + 6);
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table->horizontalHeader()->setStretchLastSection(true);
    return table;
}

void DecisionListDialog::addBelowList(QWidget *widget, int stretch)
{
    m_layout->insertWidget(m_layout->indexOf(m_message), widget, stretch);
}

QPushButton *DecisionListDialog::addButton(const QString &text, const QString &name,
                                           const std::function<void()> &clicked)
{
    auto *const button = new QPushButton{text, this};
    button->setObjectName(name);
    button->setAutoDefault(false);
    connect(button, &QPushButton::clicked, this, clicked);
    m_buttons->addWidget(button);
    return button;
}

void DecisionListDialog::addCloseButton(const QString &name)
{
    m_buttons->addStretch(1);
    addButton(tr("&Close"), name, [this] { close(); });
}

QStringList DecisionListDialog::chosen() const
{
    QStringList ids;
    for (const QModelIndex &index : m_list->selectionModel()->selectedRows())
        ids << m_model->idAt(index.row());
    return ids;
}

void DecisionListDialog::choose(const QStringList &ids)
{
    QItemSelection selection;
    for (const QString &id : ids) {
        if (const int row = m_model->rowOf(id); row >= 0)
            selection.select(m_model->index(row, 0), m_model->index(row, m_model->columnCount() - 1));
    }
    m_list->selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
    showChoice();
}

void DecisionListDialog::removeChosen(const QString &title, const QString &question, const QString &done,
                                      const std::function<Result<void>(const QString &id)> &remove)
{
    const QStringList ids = chosen();
    if (QMessageBox::question(this, title, question) != QMessageBox::Yes)
        return;
    for (const QString &id : ids) {
        if (const auto removed = remove(id); !removed)
            return say(text::error(removed.error()), true);
    }
    say(done, false);
}

void DecisionListDialog::say(const QString &text, bool failed)
{
    m_message->setText(text);
    QFont font = m_message->font();
    font.setBold(failed);
    m_message->setFont(font);
}

} // namespace cbpm
