// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profiles/profilestore.h"

#include <QWizard>

class QThreadPool;

namespace cbpm {

class FinishPage;
class ServerPage;

/// "Connect to a server…": from its name to a profile, in three steps. Nothing of it waits in the GUI thread.
class ConnectDialog : public QWizard
{
    Q_OBJECT

public:
    enum Step { Server, Table, Finish };

    ConnectDialog(QThreadPool &pool, const ProfileStore &store, const SourceOptions &base, QWidget *parent = nullptr);

    /// Shows the dialog at `step`, filled in with `profile`; `name`: under which that is kept, or empty.
    void begin(const Profile &profile, const QString &name, Step step);

signals:
    /// A profile was kept, and is to be opened.
    void kept(const QString &name);

private:
    void stop();

    Profile m_draft;
    ServerPage *m_server = nullptr;
    FinishPage *m_finish = nullptr;
};

} // namespace cbpm
