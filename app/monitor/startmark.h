// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

namespace cbpm {

class MainWindow;

/// For the benchmark of the start: writes, in µs since 1970, when the window was first painted and took input, and when
/// its page stood (where a session is restored), then ends the program. In use where CBPM3_MARK_START names a file.
class StartMark : public QObject
{
    Q_OBJECT

public:
    StartMark(MainWindow &window, QString path, QObject *parent = nullptr);

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void look();
    void write();

    MainWindow &m_window;
    QString m_path;
    qint64 m_usable_us = 0;
    qint64 m_settled_us = 0;
};

} // namespace cbpm
