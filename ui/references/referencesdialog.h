// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detectors/detectortable.h"
#include "core/references/referenceorbit.h"
#include "ui/references/decisionlistdialog.h"
#include "ui/references/referencelistmodel.h"

class QStandardItemModel;

namespace cbpm {

class ReferenceStore;

/// The saved orbits: which is golden, what two of them differ by, files in and out.
class ReferencesDialog : public DecisionListDialog
{
    Q_OBJECT

public:
    ReferencesDialog(ReferenceStore &store, const ViewState &view, SiteShare &share, QWidget *parent = nullptr);

    /// Detectors of imported files are looked for in `table`.
    void setTable(DetectorTablePtr table);

    void importFile(const QString &path);
    void exportFile(const QString &path);

private:
    ReferencesDialog(ReferenceListModel *model, ReferenceStore &store, const ViewState &view, SiteShare &share,
                     QWidget *parent);

    void showChoice() override;
    void createComparison();
    void createButtons();
    void compare();
    void markGolden();
    void remove();
    void chooseImport();
    void chooseExport();

    ReferenceStore &m_store;
    const ViewState &m_view;
    DetectorTablePtr m_table;
    ReferenceListModel *m_model = nullptr;
    QLabel *m_comparison = nullptr;
    QStandardItemModel *m_differences = nullptr;
    QTableView *m_differenceTable = nullptr;
    QPushButton *m_golden = nullptr;
    QPushButton *m_delete = nullptr;
    QPushButton *m_export = nullptr;
};

} // namespace cbpm
