// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sessionkeeper.h"

#include "ui/windowview.h"

namespace cbpm {
namespace {

/// Between two looks at what changed. A look costs well under a millisecond; a write happens only after a change.
constexpr int look_ms = 2000;
/// A program that has shown its window for so long lives with its session.
constexpr int survived_ms = 10'000;

} // namespace

SessionKeeper::SessionKeeper(SessionFile &file, MainWindow &window, QObject *parent)
    : QObject{parent}, m_file{file}, m_window{window}
{
    connect(&m_look, &QTimer::timeout, this, &SessionKeeper::keep);
    m_look.start(look_ms);
    QTimer::singleShot(survived_ms, this, [this] { m_file.survived(); });
}

/// An orderly end.
SessionKeeper::~SessionKeeper()
{
    save();
    m_file.survived();
}

void SessionKeeper::save()
{
    if (m_window.history().source())
        m_file.save(viewOf(m_window));
}

void SessionKeeper::keep()
{
    save();
    if (std::exchange(m_problem, m_file.problem()) != m_file.problem())
        emit failed(m_file.problem());
}

} // namespace cbpm
