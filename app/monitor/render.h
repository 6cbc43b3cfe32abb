// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/types/result.h"

#include <QObject>
#include <QString>

namespace cbpm {

class MainWindow;

/// Draws the window's page once all its data are there, and ends the program: 0, or 1 with a line on stderr.
class Render : public QObject
{
    Q_OBJECT

public:
    Render(MainWindow &window, QString path, QObject *parent = nullptr);

private:
    void look();
    void drawWhenSettled();
    void finish(const Result<void> &done);
    Result<void> draw();

    MainWindow &m_window;
    QString m_path;
    bool m_done = false;
};

/// "cbpm3-monitor: what; hint" on stderr.
void complain(const Error &error);

} // namespace cbpm
