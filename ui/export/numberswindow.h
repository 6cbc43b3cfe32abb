// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/export/exportdesk.h"

#include <QDialog>

class QLabel;
class QStandardItemModel;
class QTableView;

namespace cbpm {

/// The table behind the plot on screen: the same numbers as "Copy as text", to be read, and to be heard from a screen
/// reader. Follows the page when asked to read again.
class NumbersWindow : public QDialog
{
    Q_OBJECT

public:
    explicit NumbersWindow(const ExportDesk &desk);

    /// Reads the page on screen anew.
    void readPage();

private:
    const ExportDesk m_desk;
    QLabel *m_caption = nullptr;
    QTableView *m_table = nullptr;
    QStandardItemModel *m_model = nullptr;
    QString m_text;
};

} // namespace cbpm
