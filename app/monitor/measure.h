// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/eventloopmonitor.h"

#include <QElapsedTimer>
#include <QObject>
#include <QString>

#include <vector>

namespace cbpm {

class MainWindow;

/// Watches one load in the real window and writes what the operator would have felt, as JSON; then ends the program.
class Measure : public QObject
{
    Q_OBJECT

public:
    Measure(MainWindow &window, QString path, QObject *parent = nullptr);

private:
    void onStateChanged();
    void onRefreshed();
    void finish();

    MainWindow &m_window;
    QString m_path;
    EventLoopMonitor m_loop;
    QElapsedTimer m_fetch;
    double m_firstPositions_s = -1.0;
    double m_picture_s = -1.0; ///< all loaded, and painted
    std::vector<double> m_updates_s;
    bool m_running = false;
};

} // namespace cbpm
