// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/references/decisionlistmodel.h"

namespace cbpm {

class ReferenceStore;
struct ReferenceOrbit;

/// The saved orbits, the newest first.
class ReferenceListModel : public DecisionListModel
{
    Q_OBJECT

public:
    enum Column { Golden, Time, Name, Author, Detectors, Comment };

    explicit ReferenceListModel(const ReferenceStore &store, QObject *parent = nullptr);

    QVariant data(const QModelIndex &index, int role) const override;

private:
    QString tip(const ReferenceOrbit &orbit) const;

    const ReferenceStore &m_store;
};

} // namespace cbpm
