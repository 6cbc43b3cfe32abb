// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/eventloopmonitor.h"

#include <algorithm>

namespace cbpm {

EventLoopMonitor::EventLoopMonitor(QObject *parent) : QObject{parent}
{
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setInterval(2);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        m_longest_ms = std::max(m_longest_ms, static_cast<double>(m_last.nsecsElapsed()) * 1e-6);
        m_last.start();
    });
}

void EventLoopMonitor::start()
{
    m_longest_ms = 0.0;
    m_last.start();
    m_timer.start();
}

} // namespace cbpm
