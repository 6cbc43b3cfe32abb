// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/postgres/programsessions.h"

#include "core/types/cancellablewait.h"
#include "core/types/loginname.h"

#include <QSysInfo>

#include <algorithm>

namespace cbpm {

ProgramSessions::ProgramSessions(QByteArray program, int most)
    : m_program{std::move(program)}, m_places{std::make_shared<Places>(most)}
{
}

ProgramSessions::Place ProgramSessions::place()
{
    return {m_places.get(), [places = m_places](const void *) { places->free.release(); }};
}

ProgramSessions::Place ProgramSessions::take(const CancelToken &cancel, std::chrono::milliseconds atMost)
{
    const auto begun = std::chrono::steady_clock::now();
    while (!cancel.isCancelled()) {
        if (m_places->free.try_acquire_for(lookEvery))
            return place();
        // In milliseconds: without a limit they are more than nanoseconds can count.
        if (std::chrono::floor<std::chrono::milliseconds>(std::chrono::steady_clock::now() - begun) >= atMost)
            break;
    }
    return nullptr;
}

ProgramSessions::Place ProgramSessions::tryTake()
{
    return m_places->free.try_acquire() ? place() : nullptr;
}

void ProgramSessions::setPage(const QString &page)
{
    const std::lock_guard lock{m_mutex};
    m_page = page.toUtf8();
}

QByteArray ProgramSessions::name() const
{
    const std::lock_guard lock{m_mutex};
    return sessionName(m_program, m_page);
}

QByteArray sessionName(const QByteArray &program, const QByteArray &page)
{
    constexpr qsizetype longest = 63; // of PostgreSQL
    QByteArray who = loginName().toUtf8() + '@' + QSysInfo::machineHostName().toUtf8();
    const QByteArray end = page.isEmpty() ? page : ' ' + page;
    who.truncate(std::max<qsizetype>(0, longest - program.size() - 1 - end.size()));
    QByteArray name = (program + ' ' + who + end).left(longest);
    std::replace_if(
        name.begin(), name.end(), [](char c) { return c < ' ' || c > '~'; }, '?');
    return name;
}

} // namespace cbpm
