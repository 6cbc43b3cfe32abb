// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/postgres/sitecheck.h"

#include <QWidget>

class QPushButton;
class QTableWidget;

namespace cbpm {

/// The report of a check, a line for each finding, with what to do beside it; report and statements can be copied.
class FindingsView : public QWidget
{
    Q_OBJECT

public:
    explicit FindingsView(QWidget *parent = nullptr);

    void setFindings(std::vector<Finding> findings);
    const std::vector<Finding> &findings() const { return m_findings; }
    /// The report as lines of text, as `cbpm3 check` prints them.
    QString text() const;
    /// The statements for whoever may run them, one a line; empty: none.
    QString statements() const;

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fill();

    std::vector<Finding> m_findings;
    QTableWidget *m_table = nullptr;
    QPushButton *m_copy = nullptr;
    QPushButton *m_copySql = nullptr;
};

} // namespace cbpm
