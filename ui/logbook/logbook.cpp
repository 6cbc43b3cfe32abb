// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/logbook/logbook.h"

#include "ui/export/pagepicture.h"
#include "ui/export/viewrecord.h"
#include "ui/logbook/logbookdialog.h"
#include "ui/models/history.h"
#include "ui/pages/page.h"
#include "ui/text/texts.h"

#include <QSettings>

using namespace Qt::StringLiterals;

namespace cbpm {

Logbook::Logbook(const ExportDesk &desk) : QObject{desk.window}, m_desk{desk}
{
    connect(&m_delivery, &LogbookDelivery::finished, this, &Logbook::onFinished);
}

void Logbook::use(QSettings &settings, const QString &dataFolder)
{
    m_settings = &settings;
    m_draft = LogbookDraft{dataFolder + u"/logbook-draft.json"_s};
    m_delivery.setOwnFolder(dataFolder + u"/logbook"_s);
}

/// The picture is of this moment, also where live data go on behind the dialog.
void Logbook::showDialog()
{
    if (!m_dialog)
        m_dialog = new LogbookDialog{m_draft, m_settings ? LogbookSettings::read(*m_settings) : LogbookSettings{},
                                     m_desk.window};
    if (!m_dialog->isVisible()) {
        const QString footnote = pictureFootnote(m_desk.history, m_desk.view);
        m_entry = {{},
                   {},
                   viewRecord(m_desk),
                   viewJson(carried(m_desk.shown(), m_desk.history.series().range())),
                   pageImage(*m_desk.page(), footnote)};
        m_dialog->setPicture(m_entry.picture, footnote);
        connect(m_dialog, &LogbookDialog::sendWanted, this, &Logbook::send, Qt::UniqueConnection);
    }
    m_dialog->show();
    m_dialog->raise();
}

void Logbook::send()
{
    if (m_delivery.isRunning())
        return;
    const LogbookSettings settings = m_dialog->settings();
    if (m_settings)
        settings.write(*m_settings);
    m_entry.words = m_dialog->words();
    m_entry.written = systemNow();
    m_dialog->showSending();
    m_delivery.deliver(m_entry, settings);
}

void Logbook::onFinished(const Result<QString> &folder, const QString &output)
{
    if (!folder) {
        m_dialog->showFailure(text::error(folder.error()), output);
        emit said(text::error(folder.error()), true);
        return;
    }
    const QString sentence = tr("The entry was delivered: %1").arg(*folder);
    m_dialog->showDelivered(sentence);
    emit said(sentence, false);
}

} // namespace cbpm
