// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/references/annotationlistmodel.h"
#include "ui/references/decisionlistdialog.h"

namespace cbpm {

/// All annotations: go to one, change it, take it away.
class AnnotationsDialog : public DecisionListDialog
{
    Q_OBJECT

public:
    AnnotationsDialog(ViewState &view, SiteShare &share, QWidget *parent = nullptr);

signals:
    void goWanted(const QString &id);
    void editWanted(const QString &id);

private:
    void showChoice() override;
    void remove();

    ViewState &m_view;
    QPushButton *m_go = nullptr;
    QPushButton *m_edit = nullptr;
    QPushButton *m_remove = nullptr;
};

} // namespace cbpm
