// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/eventloopmonitor.h"

#include <algorithm>
#include <ctime>
#include <utility>

namespace cbpm {
namespace {

double threadWork_ms()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) * 1e-6;
}

} // namespace

EventLoopMonitor::EventLoopMonitor(QObject *parent) : QObject{parent}
{
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setInterval(2);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        m_longest_ms = std::max(m_longest_ms, static_cast<double>(m_last.nsecsElapsed()) * 1e-6);
        m_last.start();
        const double work_ms = threadWork_ms();
        m_mostWork_ms = std::max(m_mostWork_ms, work_ms - std::exchange(m_lastWork_ms, work_ms));
    });
}

void EventLoopMonitor::start()
{
    m_longest_ms = 0.0;
    m_mostWork_ms = 0.0;
    m_lastWork_ms = threadWork_ms();
    m_last.start();
    m_timer.start();
}

} // namespace cbpm
