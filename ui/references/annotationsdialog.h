// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/references/annotationlistmodel.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QTableView;

namespace cbpm {

class SiteShare;
class ViewState;

/// All annotations: go to one, change it, take it away.
class AnnotationsDialog : public QDialog
{
    Q_OBJECT

public:
    AnnotationsDialog(ViewState &view, SiteShare &share, QWidget *parent = nullptr);

    /// A sentence that stays until the next one.
    void say(const QString &text, bool failed);

signals:
    void goWanted(const QString &id);
    void editWanted(const QString &id);

private:
    void createButtons();
    void update();
    void remove();
    QStringList chosen() const;

    ViewState &m_view;
    AnnotationListModel *m_model = nullptr;
    QTableView *m_list = nullptr;
    QLabel *m_message = nullptr;
    QPushButton *m_go = nullptr;
    QPushButton *m_edit = nullptr;
    QPushButton *m_remove = nullptr;
};

} // namespace cbpm
