// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/doorbell.h"

#include <QSocketNotifier>

namespace cbpm {

Doorbell::Doorbell(QThreadPool &pool, QObject *parent)
    : QObject{parent}, m_job{pool, [this](Answer announcer) { take(std::move(announcer)); }}
{
}

Doorbell::~Doorbell() = default;

void Doorbell::listen(const SampleSourcePtr &source)
{
    stop();
    m_job.start([source](const ProgressReport &, const CancelToken &cancel) {
        auto announcer = source->announcer(cancel);
        return announcer ? Answer{std::move(*announcer)} : Answer{};
    });
}

void Doorbell::stop()
{
    m_job.cancel();
    m_notifier.reset();
    m_announcer.reset();
}

void Doorbell::take(Answer announcer)
{
    m_announcer = std::move(announcer);
    if (!m_announcer)
        return;
    m_notifier = std::make_unique<QSocketNotifier>(m_announcer->socket(), QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &Doorbell::hear);
    hear(); // what came before anybody watched
}

void Doorbell::hear()
{
    const auto isNew = m_announcer->hear();
    if (!isNew) {
        m_notifier.release()->deleteLater(); // it is calling
        m_announcer.reset();
        return;
    }
    if (*isNew)
        emit rang();
}

} // namespace cbpm
