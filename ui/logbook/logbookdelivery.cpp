// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/logbook/logbookdelivery.h"

using namespace Qt::StringLiterals;

namespace cbpm {
namespace {

constexpr qsizetype shownOutput = 4096; ///< bytes of what a command says

} // namespace

LogbookDelivery::LogbookDelivery(QObject *parent) : QObject{parent}
{
    m_limit.setSingleShot(true);
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.setStandardInputFile(QProcess::nullDevice());
    connect(&m_limit, &QTimer::timeout, this, [this] {
        end(Error{Error::Kind::Timeout,
                  tr("The command of the logbook, %1, did not end in %2 s").arg(m_command).arg(m_limit.interval() / 1000),
                  tr("the entry is in %1; send it again, or give the command more time").arg(m_folder)});
    });
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            end(Error{Error::Kind::NotFound, tr("The command of the logbook, %1, cannot be run").arg(m_command),
                      tr("check it on the page “Where it goes”; the entry is in %1").arg(m_folder)});
    });
    connect(&m_process, &QProcess::finished, this, [this](int code, QProcess::ExitStatus status) {
        if (status == QProcess::NormalExit && code == 0)
            return end(m_folder);
        end(Error{Error::Kind::Query, tr("The command of the logbook, %1, failed with code %2").arg(m_command).arg(code),
                  tr("what it said is below; the entry is in %1").arg(m_folder)});
    });
}

LogbookDelivery::~LogbookDelivery()
{
    m_process.disconnect(this);
    if (m_process.state() != QProcess::NotRunning) {
        m_process.kill();
        m_process.waitForFinished();
    }
}

void LogbookDelivery::deliver(const LogbookEntry &entry, const LogbookSettings &settings)
{
    Q_ASSERT(!m_isRunning);
    m_isRunning = true;
    const QString parent = settings.folder.isEmpty() ? m_ownFolder : settings.folder;
    if (parent.isEmpty())
        return end(Error{Error::Kind::Usage, tr("The logbook has no folder"), tr("name one on the page “Where it goes”")});
    const auto folder = writeLogbookEntry(entry, parent);
    if (!folder || settings.command.isEmpty())
        return end(folder);
    m_folder = *folder;
    runCommand(settings);
}

void LogbookDelivery::runCommand(const LogbookSettings &settings)
{
    QStringList words = QProcess::splitCommand(settings.command);
    m_command = words.isEmpty() ? settings.command : words.takeFirst();
    m_limit.start(settings.timeout_s * 1000);
    m_process.start(m_command, words << m_folder);
}

/// Once for each delivery: what a killed command still says comes too late.
void LogbookDelivery::end(const Result<QString> &folder)
{
    if (!m_isRunning)
        return;
    m_isRunning = false;
    m_limit.stop();
    const QString output = QString::fromLocal8Bit(m_process.readAll().left(shownOutput)).trimmed();
    if (m_process.state() != QProcess::NotRunning) {
        m_process.kill();
        m_process.waitForFinished(1000);
    }
    emit finished(folder, output);
}

} // namespace cbpm
