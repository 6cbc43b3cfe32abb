// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/monitor/orderlyend.h"

#include <QCoreApplication>
#include <QSocketNotifier>

#include <csignal>

#include <fcntl.h>
#include <unistd.h>

namespace cbpm {
namespace {

constexpr int signalsHeard[] = {SIGTERM, SIGINT, SIGHUP};

volatile sig_atomic_t writeEnd = -1;

/// A handler may do nothing but this.
void onSignal(int signal)
{
    std::signal(signal, SIG_DFL);
    const char byte = 0;
    std::ignore = write(writeEnd, &byte, 1);
}

} // namespace

OrderlyEnd::OrderlyEnd(QObject *parent) : QObject{parent}
{
    if (pipe2(m_pipe, O_CLOEXEC | O_NONBLOCK) != 0)
        return; // signals end the program as they always do
    writeEnd = m_pipe[1];
    auto *const heard = new QSocketNotifier{m_pipe[0], QSocketNotifier::Read, this};
    connect(heard, &QSocketNotifier::activated, this, [heard] {
        heard->setEnabled(false);
        QCoreApplication::quit();
    });
    for (const int signal : signalsHeard)
        std::signal(signal, onSignal);
}

OrderlyEnd::~OrderlyEnd()
{
    for (const int signal : signalsHeard)
        std::signal(signal, SIG_DFL);
    for (const int end : m_pipe) {
        if (end >= 0)
            close(end);
    }
}

} // namespace cbpm
