// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/types/result.h"

#include <QDialog>

#include <functional>

class QAbstractItemModel;
class QHBoxLayout;
class QLabel;
class QPushButton;
class QTableView;
class QVBoxLayout;

namespace cbpm {

class DecisionListModel;
class SiteShare;
class ViewState;

/// A list of what people decided, what can be done with those that are chosen, and where they are shared. A subclass
/// adds the buttons, from left to right.
class DecisionListDialog : public QDialog
{
    Q_OBJECT

public:
    /// A sentence that stays until the next one.
    void say(const QString &text, bool failed);

protected:
    /// `model` is a child of this from now on.
    DecisionListDialog(DecisionListModel *model, const ViewState &view, SiteShare &share, QWidget *parent);

    /// How the list and its words are known to others.
    void setNames(const QString &list, const QString &accessible, const QString &message);
    QTableView *list() const { return m_list; }
    QTableView *createTable(QAbstractItemModel *model);
    void addBelowList(QWidget *widget, int stretch);
    QPushButton *addButton(const QString &text, const QString &name, const std::function<void()> &clicked);
    void addCloseButton(const QString &name);

    /// Ids; what others change does not end the choice.
    QStringList chosen() const;
    /// The choice is another one, or what is chosen changed: what can be done with it now.
    virtual void showChoice() = 0;

    /// Asks, takes those away that are chosen, and says so.
    void removeChosen(const QString &title, const QString &question, const QString &done,
                      const std::function<Result<void>(const QString &id)> &remove);

private:
    void choose(const QStringList &ids);

    DecisionListModel *m_model = nullptr;
    QTableView *m_list = nullptr;
    QLabel *m_message = nullptr;
    QVBoxLayout *m_layout = nullptr;
    QHBoxLayout *m_buttons = nullptr;
    QStringList m_chosenBefore; ///< a reset of the model
};

} // namespace cbpm
