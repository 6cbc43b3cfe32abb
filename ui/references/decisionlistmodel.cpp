// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/references/decisionlistmodel.h"

namespace cbpm {

DecisionListModel::DecisionListModel(QStringList columns, QObject *parent)
    : QAbstractTableModel{parent}, m_columns{std::move(columns)}
{
}

void DecisionListModel::show(const QStringList &ids)
{
    beginResetModel();
    m_ids = ids;
    endResetModel();
}

void DecisionListModel::setZone(const QTimeZone &zone)
{
    beginResetModel();
    m_zone = zone;
    endResetModel();
}

int DecisionListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_ids.size());
}

int DecisionListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

QVariant DecisionListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    return orientation == Qt::Horizontal && role == Qt::DisplayRole ? m_columns.value(section) : QVariant{};
}

} // namespace cbpm
