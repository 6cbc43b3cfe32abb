// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/views/sessionfile.h"

#include <QObject>
#include <QTimer>

namespace cbpm {

class MainWindow;

/// Writes what the window shows into the session file, soon after it changed: whatever ends the program, the last
/// session is there. As long as no source is open there is nothing to keep: the session before stays, also where its
/// server cannot be reached today.
class SessionKeeper : public QObject
{
    Q_OBJECT

public:
    SessionKeeper(SessionFile &file, MainWindow &window, QObject *parent = nullptr);
    ~SessionKeeper() override;

signals:
    /// The session cannot be kept, and why.
    void failed(const QString &problem);

private:
    void keep();
    void save();

    SessionFile &m_file;
    MainWindow &m_window;
    QTimer m_look;
    QString m_problem; ///< that was told
};

} // namespace cbpm
