// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QStringList>
#include <QTimeZone>

namespace cbpm {

/// What people decided, a row for each, by id. A subclass has the store, and says what stands in a cell.
class DecisionListModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    void setZone(const QTimeZone &zone);
    QString idAt(int row) const { return m_ids.value(row); }
    int rowOf(const QString &id) const { return static_cast<int>(m_ids.indexOf(id)); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    /// `columns`: their titles.
    explicit DecisionListModel(QStringList columns, QObject *parent);

    /// What the store has now, in the order of the rows.
    void show(const QStringList &ids);
    const QTimeZone &zone() const { return m_zone; }

private:
    QStringList m_columns;
    QStringList m_ids;
    QTimeZone m_zone = QTimeZone::utc();
};

} // namespace cbpm
