// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/logbook/logbookentry.h"
#include "ui/logbook/logbooksettings.h"

#include <QObject>
#include <QProcess>
#include <QTimer>

namespace cbpm {

/// Brings an entry to where the site wants it: a folder, then a command that gets the folder as its last argument. No
/// shell is asked. GUI thread; nothing blocks but the writing of the folder.
class LogbookDelivery : public QObject
{
    Q_OBJECT

public:
    explicit LogbookDelivery(QObject *parent = nullptr);
    ~LogbookDelivery() override;

    /// Where entries are made where the site names a command alone.
    void setOwnFolder(const QString &folder) { m_ownFolder = folder; }

    /// Not while isRunning(); finished() follows, in any case.
    void deliver(const LogbookEntry &entry, const LogbookSettings &settings);
    bool isRunning() const { return m_isRunning; }

signals:
    /// `folder` of the entry, also where only the command failed; `output` is what the command said.
    void finished(const cbpm::Result<QString> &folder, const QString &output);

private:
    void runCommand(const LogbookSettings &settings);
    void end(const Result<QString> &folder);

    QString m_ownFolder;
    QString m_folder; ///< of the entry at hand
    QString m_command;
    QProcess m_process;
    QTimer m_limit;
    bool m_isRunning = false;
};

} // namespace cbpm
