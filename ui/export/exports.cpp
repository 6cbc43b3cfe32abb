// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/exports.h"

#include "ui/export/exportdialog.h"
#include "ui/export/numberswindow.h"
#include "ui/export/pagepicture.h"
#include "ui/export/pagetext.h"
#include "ui/models/history.h"
#include "ui/models/viewstate.h"
#include "ui/pages/page.h"
#include "ui/text/texts.h"

#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>

using namespace Qt::StringLiterals;

namespace cbpm {

Exports::Exports(const ExportDesk &desk) : QObject{desk.window}, m_desk{desk}, m_saving{desk.pool}
{
    connect(&m_saving, &ExportJob::progressed, this, [this](double share) {
        emit said(tr("Saving %1: %2 %").arg(m_saving.order()->path).arg(static_cast<int>(100 * share)), false);
    });
    connect(&m_saving, &ExportJob::finished, this, &Exports::onSaved);
}

void Exports::showDialog()
{
    if (!m_dialog) {
        m_dialog = new ExportDialog{m_desk};
        connect(m_dialog, &ExportDialog::said, this, &Exports::said);
    }
    m_dialog->refresh();
    m_dialog->show();
    m_dialog->raise();
}

void Exports::saveRange()
{
    if (!m_desk.typed() || !m_desk.history.source())
        return;
    const QString path =
        QFileDialog::getSaveFileName(m_desk.window, tr("Save the samples of this range"), {}, tr("Archives (*.cbpm3)"));
    if (!path.isEmpty())
        saveRangeTo(path.endsWith(".cbpm3"_L1) ? path : path + u".cbpm3"_s);
}

void Exports::saveRangeTo(const QString &path)
{
    const auto range = m_desk.typed();
    if (!range || !m_desk.history.source())
        return;
    if (m_saving.isRunning()) {
        emit said(tr("%1 is still being saved").arg(m_saving.order()->path), true);
        return;
    }
    ExportOrder order{ExportFormat::Archive, path, *range};
    order.origin = m_desk.history.info();
    order.attachments = m_desk.attachments(*range);
    m_saving.start(m_desk.history.source(), {}, order);
}

void Exports::onSaved(const Result<ExportOutcome> &done)
{
    if (done)
        emit said(tr("Saved %1: %2 samples").arg(m_saving.order()->path, text::count(done->counts.rows)), false);
    else if (done.error().kind != Error::Kind::Cancelled)
        emit said(text::error(done.error()), true);
    else
        emit said(tr("Saving was cancelled; no file was made"), false);
}

void Exports::savePicture()
{
    const QString path =
        QFileDialog::getSaveFileName(m_desk.window, tr("Save a picture of this page"),
                                     m_desk.page()->name() + u".png"_s, tr("Pictures (*.png *.svg *.pdf)"));
    if (!path.isEmpty())
        savePictureTo(isPicturePath(path) ? path : path + u".png"_s);
}

void Exports::savePictureTo(const QString &path)
{
    const auto saved = savePagePicture(*m_desk.page(), pictureFootnote(m_desk.history, m_desk.view), path);
    emit said(saved ? tr("Saved the picture %1").arg(path) : text::error(saved.error()), !saved);
}

void Exports::copyPicture()
{
    QGuiApplication::clipboard()->setImage(pageImage(*m_desk.page(), pictureFootnote(m_desk.history, m_desk.view)));
    emit said(tr("The picture of this page is in the clipboard"), false);
}

void Exports::copyText()
{
    QGuiApplication::clipboard()->setText(pageText(*m_desk.page(), m_desk.history, m_desk.view));
    emit said(tr("The numbers of this page are in the clipboard"), false);
}

void Exports::showNumbers()
{
    if (!m_numbers)
        m_numbers = new NumbersWindow{m_desk};
    m_numbers->readPage();
    m_numbers->show();
    m_numbers->raise();
}

} // namespace cbpm
