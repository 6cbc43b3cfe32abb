// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QListWidget;

namespace cbpm {

/// What the window shows as long as no source was opened: the ways to one.
class FirstPage : public QWidget
{
    Q_OBJECT

public:
    explicit FirstPage(QWidget *parent = nullptr);

    /// Sources that were open before, the newest first.
    void setRecent(const QStringList &sources);

signals:
    void openWanted(const QString &source);
    void archiveWanted();
    void serverWanted();

private:
    QLabel *m_recentTitle = nullptr;
    QListWidget *m_recent = nullptr;
};

} // namespace cbpm
