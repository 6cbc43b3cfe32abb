// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profiles/profilestore.h"
#include "core/source/postgres/sitecheck.h"
#include "ui/models/latestjob.h"

#include <QDialog>

class QLineEdit;
class QListWidget;
class QPushButton;

namespace cbpm {

class FindingsView;
class ProfileForm;
class WorkLabel;

/// "Profiles…": sources under names, made, changed, tried and opened.
class ProfilesDialog : public QDialog
{
    Q_OBJECT

public:
    /// `base` says where the demo is; `pool` outlives the dialog.
    ProfilesDialog(QThreadPool &pool, ProfileStore store, SourceOptions base, QWidget *parent = nullptr);

    /// Looks at the folder again; chooses `name` if it is there.
    void reload(const QString &name = {});
    /// A new profile that says this; nothing is kept before Save.
    void beginNew(const Profile &profile);

    /// What was changed and not saved is asked about first.
    void reject() override;

signals:
    void changed();
    void openWanted(const QString &source);
    /// The guided way to a server, filled in with a profile; empty: a new one.
    void serverWanted(const QString &profile);

private:
    void createList();
    void createButtons();
    void choose();
    void showProfile(const QString &name);
    void save();
    void rename(const QString &from, const QString &to);
    void duplicate();
    void remove();
    void test();
    void open();
    void guide();
    void update();
    bool mayLeave();
    void fail(const Error &error);
    QString freeName(const QString &wish) const;

    ProfileStore m_store;
    SourceOptions m_base;
    QString m_name; ///< of the file that is shown; empty: a new one
    bool m_dirty = false;
    QListWidget *m_list = nullptr;
    QLineEdit *m_nameEdit = nullptr;
    ProfileForm *m_form = nullptr;
    WorkLabel *m_work = nullptr;
    FindingsView *m_findings = nullptr;
    QPushButton *m_duplicate = nullptr;
    QPushButton *m_delete = nullptr;
    QPushButton *m_save = nullptr;
    QPushButton *m_guide = nullptr;
    QPushButton *m_open = nullptr;
    LatestJob<Result<std::vector<Finding>>> m_check;
};

} // namespace cbpm
