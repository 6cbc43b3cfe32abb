// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/references/annotationlistmodel.h"

#include "ui/models/annotations.h"
#include "ui/text/texts.h"

namespace cbpm {

AnnotationListModel::AnnotationListModel(const Annotations &annotations, QObject *parent)
    : QAbstractTableModel{parent}, m_annotations{annotations}
{
    connect(&annotations, &Annotations::changed, this, &AnnotationListModel::reload);
    reload();
}

void AnnotationListModel::reload()
{
    beginResetModel();
    m_ids = m_annotations.newestFirst();
    endResetModel();
}

void AnnotationListModel::setZone(const QTimeZone &zone)
{
    m_zone = zone;
    reload();
}

int AnnotationListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_ids.size());
}

int AnnotationListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant AnnotationListModel::data(const QModelIndex &index, int role) const
{
    const Annotation *const annotation = index.isValid() ? m_annotations.find(idAt(index.row())) : nullptr;
    if (!annotation)
        return {};
    if (role == Qt::ToolTipRole)
        return text::annotationTip(*annotation, m_zone);
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Time:
        return text::annotationTime(*annotation, m_zone);
    case Detector:
        return text::oneLine(QString::fromStdString(annotation->location));
    case Author:
        return text::oneLine(annotation->author);
    default:
        return text::oneLine(annotation->text);
    }
}

QVariant AnnotationListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const QString names[] = {tr("Time"), tr("Detector"), tr("Author"), tr("Text")};
    return names[section];
}

} // namespace cbpm
