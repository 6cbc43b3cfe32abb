// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detectors/detectortable.h"
#include "ui/models/ringseries.h"

#include <QAbstractTableModel>

namespace cbpm {

/// The detectors of the table in ring order, with what the loaded range says of each.
class DetectorListModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Location, Position, State, ColumnCount };
    enum class Health { Unknown, Good, Gaps, Invalid, Missing };
    enum Role { HealthRole = Qt::UserRole };

    explicit DetectorListModel(QObject *parent = nullptr);

    void setTable(DetectorTablePtr table);
    /// Looks at what was loaded; nullptr: nothing yet.
    void setSeries(const RingSeries *series);
    Health health(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString stateText(int row) const;
    QString reason(int row) const;

    DetectorTablePtr m_table;
    const RingSeries *m_series = nullptr;
};

} // namespace cbpm
