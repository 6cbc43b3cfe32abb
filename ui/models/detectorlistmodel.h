// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detectors/detectortable.h"
#include "ui/models/ringseries.h"
#include "ui/models/vetoes.h"

#include <QAbstractTableModel>

namespace cbpm {

/// The detectors of the table in ring order, with what the loaded range says of each.
class DetectorListModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Location, Position, State, ColumnCount };
    enum class Health { Unknown, Good, Gaps, Invalid, Gone, Missing };
    enum Role { HealthRole = Qt::UserRole, VetoedRole };

    explicit DetectorListModel(QObject *parent = nullptr);

    void setTable(DetectorTablePtr table);
    /// Looks at what was loaded; nullptr: nothing yet.
    void setSeries(const RingSeries *series);
    Health health(int row) const;
    /// Vetoed detectors are struck through. `vetoes` outlives the model.
    void setVetoes(const Vetoes &vetoes);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    bool isGone(int row) const;
    QString stateText(int row) const;
    QString toolTip(int row) const;
    QString reason(int row) const;

    DetectorTablePtr m_table;
    const RingSeries *m_series = nullptr;
    const Vetoes *m_vetoes = nullptr;
};

} // namespace cbpm
