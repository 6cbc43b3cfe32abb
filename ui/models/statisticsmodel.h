// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/stretchstatistics.h"

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>

namespace cbpm {

class ViewState;

/// Statistics of a stretch, a detector a row, in the length unit of the view. A vetoed detector is
/// named, without figures.
class StatisticsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        Location,
        Count,
        Coverage,
        MeanX,
        MeanY,
        SigmaX,
        SigmaY,
        Rho,
        PeakX,
        PeakY,
        SlopeX,
        SlopeY,
        ColumnCount
    };
    enum Role {
        ValueRole = Qt::UserRole, ///< a double as shown, NaN where there is none; of Location the place in the ring
        ChosenRole                ///< whether the detector is selected in the view
    };

    explicit StatisticsModel(ViewState &view, QObject *parent = nullptr);

    void setDetectors(std::vector<DetectorStatistics> detectors);
    const std::vector<DetectorStatistics> &detectors() const { return m_detectors; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void changeAll();
    double value(const DetectorStatistics &one, int column) const;
    QString text(const DetectorStatistics &one, int column) const;

    ViewState &m_view;
    std::vector<DetectorStatistics> m_detectors;
};

/// Sorts by value; what has none comes last, whichever way.
class StatisticsOrder : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit StatisticsOrder(QObject *parent = nullptr);

protected:
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;
};

} // namespace cbpm
