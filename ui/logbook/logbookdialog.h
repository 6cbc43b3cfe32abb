// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/logbook/logbookentry.h"
#include "ui/logbook/logbooksettings.h"

#include <QDialog>
#include <QTimer>

class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QSpinBox;
class QTabWidget;

namespace cbpm {

/// The words of an entry, and on a page of its own where entries go. What is written is kept as a draft on the way.
class LogbookDialog : public QDialog
{
    Q_OBJECT

public:
    LogbookDialog(const LogbookDraft &draft, const LogbookSettings &settings, QWidget *parent);
    ~LogbookDialog() override; ///< what is written stays as a draft

    /// `about` says what the picture shows.
    void setPicture(const QImage &picture, const QString &about);
    LogbookText words() const;
    LogbookSettings settings() const;

    void showSending();
    /// The words stand where it failed. `output` of the command may be empty.
    void showFailure(const QString &sentence, const QString &output);
    void showDelivered(const QString &sentence);

signals:
    void sendWanted();

private:
    QWidget *createWords();
    QWidget *createPlace(const LogbookSettings &settings);
    void createButtons();
    void keepDraft();
    void look();

    const LogbookDraft m_draft;
    QTimer m_keeping; ///< soon after the last key
    QTabWidget *m_tabs = nullptr;
    QLineEdit *m_title = nullptr;
    QPlainTextEdit *m_text = nullptr;
    QLineEdit *m_author = nullptr;
    QLabel *m_picture = nullptr;
    QLabel *m_about = nullptr;
    QLineEdit *m_folder = nullptr;
    QLineEdit *m_command = nullptr;
    QSpinBox *m_timeout = nullptr;
    QLabel *m_result = nullptr;
    QPushButton *m_send = nullptr;
    bool m_isSending = false;
};

} // namespace cbpm
