// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/export/exportdesk.h"
#include "ui/export/exportjob.h"

#include <QObject>

namespace cbpm {

class ExportDialog;
class NumbersWindow;

/// Everything that leaves the window: numbers, samples, pictures. What the menus call.
class Exports : public QObject
{
    Q_OBJECT

public:
    explicit Exports(const ExportDesk &desk);

    void showDialog();
    /// The samples of the range in the time bar, as an archive.
    void saveRange();
    void saveRangeTo(const QString &path);
    void savePicture();
    void savePictureTo(const QString &path);
    void copyPicture();
    void copyText();
    /// The same in a window.
    void showNumbers();

signals:
    /// Progress, success or failure, as a sentence.
    void said(const QString &text, bool failed);

private:
    void onSaved(const Result<ExportOutcome> &done);

    const ExportDesk m_desk;
    ExportJob m_saving;
    ExportDialog *m_dialog = nullptr;
    NumbersWindow *m_numbers = nullptr;
};

} // namespace cbpm
