// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/export/exportdesk.h"
#include "ui/logbook/logbookdelivery.h"

#include <QObject>

class QSettings;

namespace cbpm {

class LogbookDialog;

/// Entries of the logbook: picture, words and view of the moment they are begun, sent where the site wants them.
class Logbook : public QObject
{
    Q_OBJECT

public:
    explicit Logbook(const ExportDesk &desk);

    /// `settings` of the program, which outlive this; `dataFolder` keeps the draft, and entries of sites that name a
    /// command alone. Without it nothing outlasts the program.
    void use(QSettings &settings, const QString &dataFolder);

    void showDialog();

signals:
    void said(const QString &text, bool failed);

private:
    void send();
    void onFinished(const Result<QString> &folder, const QString &output);

    const ExportDesk m_desk;
    QSettings *m_settings = nullptr;
    LogbookDraft m_draft;
    LogbookDelivery m_delivery;
    LogbookDialog *m_dialog = nullptr;
    LogbookEntry m_entry{};
};

} // namespace cbpm
