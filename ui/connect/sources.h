// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profiles/profilestore.h"
#include "core/tiles/tilestore.h"
#include "ui/connect/connectdialog.h"
#include "ui/connect/fixbutton.h"

#include <QObject>
#include <QTimeZone>

#include <optional>

class QThreadPool;
class QWidget;

namespace cbpm {

class ProfilesDialog;

/// From what an operator writes or chooses to a source: profiles, the dialogs that make them, trials. What is on screen
/// stays as it is.
class Sources : public QObject
{
    Q_OBJECT

public:
    /// `base` is how a source is read that no profile describes; `window` is the dialogs' parent.
    Sources(QThreadPool &pool, SourceOptions base, TileStorePtr tiles, QWidget *window);

    void useProfiles(const ProfileStore &profiles);
    const SourceOptions &base() const { return m_base; }
    void setZone(const QTimeZone &zone) { m_zone = zone; }
    /// Of what is written: chosen(), or said() why not.
    void open(const QString &text);
    /// Tries to reach it, and says what is there.
    void test(const QString &text);
    void showProgress(double share);
    /// Says that opening failed, and what helps.
    void explain(const Error &error);
    /// Takes the step that was offered.
    void mend(Fix fix);
    void showProfiles();
    /// The guided way to a server; `text`: a source or a profile to begin with.
    void showConnect(const QString &text = {}, ConnectDialog::Step step = ConnectDialog::Server);

signals:
    /// `text` as it was written.
    void chosen(const QString &text, const cbpm::SourceOptions &options);
    void said(const QString &text, bool failed, cbpm::Fix fix);
    void profilesChanged(const QStringList &names);

private:
    std::optional<SourceOptions> resolve(const QString &text);

    QThreadPool &m_pool;
    SourceOptions m_base;
    TileStorePtr m_tiles;
    QTimeZone m_zone = QTimeZone::utc();
    QString m_tried; ///< the source that was written last
    QWidget *m_window;
    ProfileStore m_profiles;
    ProfilesDialog *m_dialog = nullptr;
    ConnectDialog *m_connect = nullptr;
};

} // namespace cbpm
