// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/samplepreview.h"
#include "core/source/postgres/tablesearch.h"
#include "ui/connect/connectpage.h"
#include "ui/models/latestjob.h"

#include <array>

class QComboBox;
class QFormLayout;
class QGridLayout;
class QTableWidget;

namespace cbpm {

class WorkLabel;

/// Which table of the server, and which of its columns is what; with the newest rows as they would be read.
class TablePage : public ConnectPage
{
    Q_OBJECT

public:
    /// `base`: what is the program's own, as the number of its sessions.
    TablePage(Profile &draft, QThreadPool &pool, SourceOptions base, QWidget *parent = nullptr);

    void initializePage() override;
    bool isComplete() const override;
    bool validatePage() override;
    void stop() override;

private:
    /// A column that samples need.
    struct Role
    {
        QComboBox *box = nullptr;
        QString TableMapping::*column;
        QString Profile::*field;
        bool (TableColumn::*fits)() const;
    };

    void createBoxes(QGridLayout &grid);
    void createPreview();
    void search();
    void offer(const Result<std::vector<TableCandidate>> &found);
    void chooseTable();
    void offerColumns(const TableCandidate &table);
    void look();
    void preview();
    void showRows(const Result<std::vector<PreviewRow>> &rows);
    const TableCandidate *table() const;
    bool wantsZone() const;
    Profile chosen() const;

    SourceOptions m_base;
    QComboBox *m_table = nullptr;
    QComboBox *m_zone = nullptr;
    std::array<Role, 6> m_roles;
    QTableWidget *m_rows = nullptr;
    WorkLabel *m_work = nullptr;
    std::vector<TableCandidate> m_candidates;
    QString m_searched; ///< the source that the candidates are of
    LatestJob<Result<std::vector<TableCandidate>>> m_search;
    LatestJob<Result<std::vector<PreviewRow>>> m_preview;
};

} // namespace cbpm
