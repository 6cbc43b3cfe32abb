// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace cbpm {

struct Error;

/// What a dialog is doing, or what came of it: one sentence, with a Stop beside it while it lasts.
class WorkLabel : public QWidget
{
    Q_OBJECT

public:
    /// `name` begins the object names of its parts.
    explicit WorkLabel(const QString &name, QWidget *parent = nullptr);

    void showWork(const QString &text);
    void showResult(const QString &text);
    void showFailure(const QString &text);
    QString text() const;

signals:
    void stopWanted();

private:
    void show(const QString &text, bool works, bool failed);

    QLabel *m_text = nullptr;
    QProgressBar *m_bar = nullptr;
    QPushButton *m_stop = nullptr;
};

} // namespace cbpm
