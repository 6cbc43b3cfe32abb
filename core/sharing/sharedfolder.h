// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/references/decision.h"
#include "core/references/orbitfolder.h"

#include <span>
#include <vector>

namespace cbpm {

/// The copy of a site's decisions on this computer, in the files that every window follows: `references`, `vetoes.json`
/// and `annotations.json` of one folder.
class SharedFolder
{
public:
    /// Told which of the decisions is passed over, and why.
    using Refusal = std::function<void(std::size_t which, const Error &why)>;

    explicit SharedFolder(QString path) : m_path{std::move(path)} {}

    QString references() const { return m_path + QStringLiteral("/references"); }
    QString vetoes() const { return m_path + QStringLiteral("/vetoes.json"); }
    QString annotations() const { return m_path + QStringLiteral("/annotations.json"); }
    /// What waits for the server; see ExchangeState. In a folder of its own: windows follow the others.
    QString state() const { return m_path + QStringLiteral("/exchange/state.json"); }
    /// What the server will never take is put there, so that it is not lost.
    QString refused() const { return m_path + QStringLiteral("/exchange"); }

    /// Has the files say this, each key once; a list is written once for all of it, and not where it says so already.
    /// What cannot be understood, or finds no room, is refused. Storage: the folder cannot be written.
    Result<void> apply(std::span<const Decision> decisions, const Refusal &refuse) const;

    /// What the files say, by kind and key. One that cannot be read says nothing.
    std::vector<Decision> all() const;

    /// A list is damaged: it says nothing of what it said.
    bool isDamaged() const;

private:
    Result<void> applyToOrbits(const Decision &decision) const;

    QString m_path;
};

} // namespace cbpm
