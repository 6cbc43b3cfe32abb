// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/references/decisionlistmodel.h"

namespace cbpm {

class Annotations;

/// The annotations, the newest first.
class AnnotationListModel : public DecisionListModel
{
    Q_OBJECT

public:
    enum Column { Time, Detector, Author, Text };

    explicit AnnotationListModel(const Annotations &annotations, QObject *parent = nullptr);

    QVariant data(const QModelIndex &index, int role) const override;

private:
    const Annotations &m_annotations;
};

} // namespace cbpm
