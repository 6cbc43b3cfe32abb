// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/handbook/handbook.h"

#include <QWidget>

class QLineEdit;
class QListWidget;
class QTextBrowser;

namespace cbpm {

/// The handbook in a window of its own: chapters at the left, a search that looks into all of them, the text at the
/// right. Needs no network and no file; pictures are shown where they are installed.
class HandbookWindow : public QWidget
{
    Q_OBJECT

public:
    /// `pictures`: the folder of the pictures; may be empty.
    explicit HandbookWindow(const QString &pictures, QWidget *parent = nullptr);

    /// Opens the chapter, or the index where there is none of this name, and brings the window to the front.
    void showChapter(const QString &name);
    QString chapter() const; ///< name of the one that is open

private:
    void createActions();
    void listChapters();
    void openCurrent();
    void onOpened();
    void markWords();

    Handbook m_handbook;
    QLineEdit *m_search = nullptr;
    QListWidget *m_list = nullptr;
    QTextBrowser *m_browser = nullptr;
};

/// Where a package installs the pictures; empty where there are none.
QString installedHandbookPictures();

} // namespace cbpm
