// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detectors/detectortable.h"
#include "core/health/ringhealth.h"

#include <QAbstractTableModel>

namespace cbpm {

class ViewState;

/// What is known of the health of each detector, a row each, in ring order; vetoes and lengths as in the view.
class HealthModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        Location,
        Finding,
        Rate,
        Coverage,
        Age,
        Valid,
        Invalid,
        ResidualMean,
        ResidualRms,
        NoiseX,
        NoiseY,
        Flags,
        ColumnCount
    };
    enum Role {
        ValueRole = Qt::UserRole, ///< a double that sorts: of Finding the worst is least; NaN where there is none
        AbnormalRole,             ///< whether the cell says that something is wrong
        VetoedRole
    };

    explicit HealthModel(ViewState &view, QObject *parent = nullptr);

    void setHealth(DetectorTablePtr table, std::vector<DetectorHealth> health);
    const std::vector<DetectorHealth> &health() const { return m_health; }
    /// The evidence against a row, in words; empty: none.
    QString evidence(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void changeAll();
    double value(const DetectorHealth &one, int column) const;
    QString text(const DetectorHealth &one, int column) const;
    QString toolTip(const DetectorHealth &one) const;
    bool isAbnormal(const DetectorHealth &one, int column) const;

    ViewState &m_view;
    DetectorTablePtr m_table;
    std::vector<DetectorHealth> m_health;
};

} // namespace cbpm
