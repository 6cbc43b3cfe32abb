// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/types/canceltoken.h"

#include <QByteArray>
#include <QString>

#include <chrono>
#include <memory>
#include <mutex>
#include <semaphore>

namespace cbpm {

/// The sessions of one program with its servers: how many at a time, and by which name an administrator sees them. All
/// sources of the program share one; any thread.
class ProgramSessions
{
public:
    /// What a session holds while it lives.
    using Place = std::shared_ptr<const void>;

    ProgramSessions(QByteArray program, int most);

    /// Waits for a place, at most so long; nullptr: cancelled, or none came free.
    Place take(const CancelToken &cancel, std::chrono::milliseconds atMost = std::chrono::milliseconds::max());
    /// nullptr: all are taken. Who has one already never waits for another: two that did would wait for each other.
    Place tryTake();

    /// What the program shows: part of the name of sessions that begin from now on.
    void setPage(const QString &page);
    QByteArray name() const;

private:
    Place place();

    struct Places
    {
        explicit Places(int most) : free{most} {}
        std::counting_semaphore<> free;
    };

    const QByteArray m_program;
    const std::shared_ptr<Places> m_places;
    mutable std::mutex m_mutex;
    QByteArray m_page;
};

/// "PROGRAM user@host page", as pg_stat_activity shows it: ASCII, 63 bytes at most.
QByteArray sessionName(const QByteArray &program, const QByteArray &page = {});

} // namespace cbpm
