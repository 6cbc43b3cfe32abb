// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QStringList>
#include <QTimeZone>

namespace cbpm {

class Annotations;

/// The annotations, the newest first.
class AnnotationListModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Time, Detector, Author, Text, ColumnCount };

    explicit AnnotationListModel(const Annotations &annotations, QObject *parent = nullptr);

    void setZone(const QTimeZone &zone);
    QString idAt(int row) const { return m_ids.value(row); }
    int rowOf(const QString &id) const { return static_cast<int>(m_ids.indexOf(id)); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void reload();

    const Annotations &m_annotations;
    QStringList m_ids;
    QTimeZone m_zone = QTimeZone::utc();
};

} // namespace cbpm
