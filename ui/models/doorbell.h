// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/samplesource.h"
#include "ui/models/latestjob.h"

#include <QObject>

#include <memory>

class QSocketNotifier;

namespace cbpm {

/// Rings when a source announces rows, where it does. Silence means nothing: who waits for data looks all the same.
/// GUI thread.
class Doorbell : public QObject
{
    Q_OBJECT

public:
    explicit Doorbell(QThreadPool &pool, QObject *parent = nullptr);
    ~Doorbell() override;

    /// Asks on the pool whether `source` announces; what rang before is silent.
    void listen(const SampleSourcePtr &source);
    void stop();
    /// The source announces, and is listened to.
    bool isListening() const { return m_announcer != nullptr; }

signals:
    void rang();

private:
    using Answer = std::shared_ptr<Announcer>;

    void take(Answer announcer);
    void hear();

    std::unique_ptr<QSocketNotifier> m_notifier;
    Answer m_announcer;
    LatestJob<Answer> m_job;
};

} // namespace cbpm
