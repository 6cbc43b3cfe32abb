// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/references/decision.h"

#include <QStringList>

#include <vector>

namespace cbpm {

/// The copy of a site's decisions on this computer, in the files that every window follows: `references`, `vetoes.json`
/// and `annotations.json` of one folder.
class SharedFolder
{
public:
    explicit SharedFolder(QString path) : m_path{std::move(path)} {}

    QString references() const { return m_path + QStringLiteral("/references"); }
    QString vetoes() const { return m_path + QStringLiteral("/vetoes.json"); }
    QString annotations() const { return m_path + QStringLiteral("/annotations.json"); }
    /// What waits for the server; see ExchangeState. In a folder of its own: windows follow the others.
    QString state() const { return m_path + QStringLiteral("/exchange/state.json"); }
    /// What the server will never take is put there, so that it is not lost.
    QString refused() const { return m_path + QStringLiteral("/exchange"); }

    /// Has the files say this; one that says it already is left alone. BadData: the decision cannot be understood.
    /// Storage: the folder cannot be written.
    Result<void> apply(const Decision &decision) const;

    /// What the files say. One that cannot be read says nothing.
    std::vector<Decision> all() const;

private:
    Result<void> applyReference(const Decision &decision) const;
    Result<void> applyGolden(const Decision &decision) const;
    Result<void> applyVeto(const Decision &decision) const;
    Result<void> applyAnnotation(const Decision &decision) const;
    QString pathOf(const QString &id) const;

    QString m_path;
};

} // namespace cbpm
