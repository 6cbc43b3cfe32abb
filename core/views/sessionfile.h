// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/views/view.h"

#include <QLockFile>

namespace cbpm {

/// The session of a user: what the window showed last. One program owns it; others neither read nor write it. A session
/// that the program did not survive twice in a row is put aside, and so is one that cannot be read.
class SessionFile
{
public:
    explicit SessionFile(QString path);

    /// Whether this program is the one that keeps the session.
    bool isOwned() const { return m_isOwned; }
    /// What there was, counted as tried; nullopt: nothing, or not ours. Why it is not there, or was put aside, is
    /// problem().
    std::optional<View> restore();
    /// The program lives with what it restored.
    void survived();
    /// Nothing is written where `view` is what stands there.
    void save(const View &view);
    /// What could not be read or written; empty: all is well.
    const QString &problem() const { return m_problem; }

private:
    QString triesPath() const { return m_path + QStringLiteral(".tries"); }

    const QString m_path;
    QLockFile m_lock;
    bool m_isOwned = false;
    QByteArray m_written;
    QString m_problem;
};

} // namespace cbpm
