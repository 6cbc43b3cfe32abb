// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/references/annotationlistmodel.h"

#include "ui/models/annotations.h"
#include "ui/text/texts.h"

namespace cbpm {

AnnotationListModel::AnnotationListModel(const Annotations &annotations, QObject *parent)
    : DecisionListModel{{tr("Time"), tr("Detector"), tr("Author"), tr("Text")}, parent}, m_annotations{annotations}
{
    const auto showAll = [this] { show(m_annotations.newestFirst()); };
    connect(&annotations, &Annotations::changed, this, showAll);
    showAll();
}

QVariant AnnotationListModel::data(const QModelIndex &index, int role) const
{
    const Annotation *const annotation = index.isValid() ? m_annotations.find(idAt(index.row())) : nullptr;
    if (!annotation)
        return {};
    if (role == Qt::ToolTipRole)
        return text::annotationTip(*annotation, zone());
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Time:
        return text::annotationTime(*annotation, zone());
    case Detector:
        return text::oneLine(QString::fromStdString(annotation->location));
    case Author:
        return text::oneLine(annotation->author);
    default:
        return text::oneLine(annotation->text);
    }
}

} // namespace cbpm
