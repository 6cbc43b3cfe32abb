// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detectors/detectortable.h"

#include <QAbstractTableModel>

namespace cbpm {

/// A detector table to be looked at and changed: a row per set of constants, a column per column of the file. The tool
/// tip of a cell says where its value comes from. What no detector can have is refused, and said.
class ConstantsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    void setTable(const DetectorTable &table);
    DetectorTablePtr table() const; ///< as it is shown now
    bool isChanged() const { return m_isChanged; }
    const Detector &detector(int row) const { return m_detectors[static_cast<std::size_t>(row)]; }
    /// Writes fitted gains into a row; `origin` says so in the cells.
    void setGains(int row, const std::array<double, buttonCount> &gain, const QString &origin);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

signals:
    void changed();
    void refused(const QString &sentence);

private:
    std::vector<Detector> m_detectors;
    bool m_isChanged = false;
};

} // namespace cbpm
