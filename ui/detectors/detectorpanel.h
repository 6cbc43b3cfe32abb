// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;
class QSortFilterProxyModel;
class QTableView;

namespace cbpm {

class DetectorListModel;
class ViewState;

/// The ring's detectors with a filter; what is selected here is what the pages show.
class DetectorPanel : public QWidget
{
    Q_OBJECT

public:
    DetectorPanel(DetectorListModel &model, ViewState &view, QWidget *parent = nullptr);

private:
    void createTable();
    void filter(const QString &text);
    void takeSelection();
    void showSelection();

    DetectorListModel &m_model;
    ViewState &m_view;
    QLineEdit *m_filter = nullptr;
    QTableView *m_table = nullptr;
    QLabel *m_count = nullptr;
    QSortFilterProxyModel *m_filtered = nullptr;
    bool m_updating = false;
};

} // namespace cbpm
