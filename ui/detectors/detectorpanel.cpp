// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detectors/detectorpanel.h"

#include "ui/models/detectorlistmodel.h"
#include "ui/models/viewstate.h"
#include "ui/text/texts.h"

#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QScopedValueRollback>
#include <QSortFilterProxyModel>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QVBoxLayout>

#include <set>

using namespace Qt::StringLiterals;

namespace cbpm {
namespace {

/// Of the cells, the scroll bar and the frames of the panel, in pixels.
constexpr int margins = 70;

/// Names of vetoed detectors are struck through.
class NameDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QStyleOptionViewItem item{option};
        item.font.setStrikeOut(index.data(DetectorListModel::VetoedRole).toBool());
        QStyledItemDelegate::paint(painter, item, index);
    }
};

/// The state as words, with a mark whose shape tells it, too; colour only where something is wrong.
class StateDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        using Health = DetectorListModel::Health;
        const auto health = static_cast<Health>(index.data(DetectorListModel::HealthRole).toInt());
        QStyleOptionViewItem item{option};
        const bool dark = option.palette.color(QPalette::Base).lightness() < 128;
        const QColor alarm = dark ? QColor{0xFF, 0x9D, 0x3B} : QColor{0xC2, 0x3B, 0x00};
        const bool wrong = health == Health::Invalid || health == Health::Gone || health == Health::Missing;
        if (wrong)
            item.palette.setColor(QPalette::Text, alarm);
        item.font.setBold(wrong);
        QStyledItemDelegate::paint(painter, item, index);
    }
};

} // namespace

DetectorPanel::DetectorPanel(DetectorListModel &model, ViewState &view, QWidget *parent)
    : QWidget{parent}, m_model{model}, m_view{view}
{
    m_filter = new QLineEdit{this};
    m_filter->setObjectName(u"detectorFilter"_s);
    m_filter->setPlaceholderText(tr("Filter, as in 12W or X"));
    m_filter->setAccessibleName(tr("Filter the detectors"));
    m_filter->setClearButtonEnabled(true);
    m_count = new QLabel{this};
    m_count->setObjectName(u"selectionCount"_s);
    createTable();
    auto *const layout = new QVBoxLayout{this};
    layout->setContentsMargins(4, 4, 4, 4);
    layout->addWidget(m_filter);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_count);
    connect(m_filter, &QLineEdit::textChanged, this, &DetectorPanel::filter);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &DetectorPanel::showSelection);
    connect(&m_view, &ViewState::selectionChanged, this, &DetectorPanel::showSelection);
    showSelection();
    setMinimumWidth(fontMetrics().horizontalAdvance(u"12AW3  000.0  "_s + text::flag(0)) + margins);
}

void DetectorPanel::createTable()
{
    m_filtered = new QSortFilterProxyModel{this};
    m_filtered->setSourceModel(&m_model);
    m_filtered->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_filtered->setFilterKeyColumn(DetectorListModel::Location);
    m_table = new QTableView{this};
    m_table->setObjectName(u"detectorTable"_s);
    m_table->setAccessibleName(tr("Detectors in ring order"));
    m_table->setModel(m_filtered);
    m_table->setItemDelegateForColumn(DetectorListModel::Location, new NameDelegate{m_table});
    m_table->setItemDelegateForColumn(DetectorListModel::State, new StateDelegate{m_table});
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setShowGrid(false);
    m_table->setAlternatingRowColors(true);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(m_table->fontMetrics().height() + 4);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setHighlightSections(false);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &DetectorPanel::takeSelection);
}

void DetectorPanel::filter(const QString &text)
{
    {
        const QScopedValueRollback<bool> guard{m_updating, true}; // rows that go are not rows that were deselected
        m_filtered->setFilterFixedString(text);
    }
    showSelection();
}

void DetectorPanel::takeSelection()
{
    if (m_updating)
        return;
    // Detectors that the filter hides stay selected.
    std::set<int> rows;
    for (const int row : m_view.selection()) {
        if (!m_filtered->mapFromSource(m_model.index(row, 0)).isValid())
            rows.insert(row);
    }
    for (const QModelIndex &index : m_table->selectionModel()->selectedRows())
        rows.insert(m_filtered->mapToSource(index).row());
    m_view.setSelection({rows.begin(), rows.end()});
}

void DetectorPanel::showSelection()
{
    const QScopedValueRollback<bool> guard{m_updating, true};
    QItemSelection selection;
    for (const int row : m_view.selection()) {
        const QModelIndex index =
            row < m_model.rowCount() ? m_filtered->mapFromSource(m_model.index(row, 0)) : QModelIndex{};
        if (index.isValid())
            selection.select(index, index);
    }
    m_table->selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    m_count->setText(tr("%1 of %2 selected").arg(m_view.selection().size()).arg(m_model.rowCount()));
}

} // namespace cbpm
