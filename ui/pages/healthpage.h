// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/healthmodel.h"
#include "ui/models/statisticsmodel.h"
#include "ui/pages/page.h"

#include <QElapsedTimer>

class QLabel;
class QPushButton;
class QTableView;

namespace cbpm {

/// Every detector over what is loaded: figures, what is suspected and why, the worst first; vetoes are set and lifted
/// here.
class HealthPage : public Page
{
    Q_OBJECT

public:
    HealthPage(History &history, ViewState &view, QWidget *parent = nullptr);

    QString title() const override;
    void refresh() override;
    QString caption() const override;
    QWidget &picture() override;

private:
    void createTable();
    void restyle() override;
    void look();
    void updateTexts();
    void updateButtons();
    void takeSelection();
    void showSelection();
    void askVeto();
    void liftVetoes();
    int titleWidth(int column) const;
    /// Rows of the table that are selected here.
    std::vector<int> chosen() const;
    bool isGrowing() const;

    HealthModel m_model;
    StatisticsOrder m_order;
    QLabel *m_headline = nullptr;
    QLabel *m_message = nullptr;
    QTableView *m_table = nullptr;
    QPushButton *m_veto = nullptr;
    QPushButton *m_lift = nullptr;
    QElapsedTimer m_looked;
    bool m_updating = false;
    std::uint64_t m_missingTriggers = 0; ///< that no detector of the ring answered
};

} // namespace cbpm
