// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace cbpm {

/// Measures how long the event loop of its thread was ever held: a timer of the window itself, due every 2 ms.
class EventLoopMonitor : public QObject
{
    Q_OBJECT

public:
    explicit EventLoopMonitor(QObject *parent = nullptr);

    void start();
    double longestHold_ms() const { return m_longest_ms; }
    /// The most that the loop's own thread computed between two turns: what a busy machine adds to holds is not in it.
    double mostWork_ms() const { return m_mostWork_ms; }

private:
    QTimer m_timer;
    QElapsedTimer m_last;
    double m_longest_ms = 0.0;
    double m_lastWork_ms = 0.0;
    double m_mostWork_ms = 0.0;
};

} // namespace cbpm
