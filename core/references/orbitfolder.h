// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/references/referenceorbit.h"

#include <QStringList>

namespace cbpm {

/// A folder of reference orbits, a file each by id, and the mark of the golden one.
class OrbitFolder
{
public:
    OrbitFolder() = default;
    explicit OrbitFolder(QString path) : m_path{std::move(path)} {}

    const QString &path() const { return m_path; }
    QString goldenPath() const { return m_path + QStringLiteral("/golden"); }
    QString pathOf(const QString &id) const;

    /// What was written last stands first.
    QStringList ids() const;
    /// Storage, NewerFormat or BadData where it cannot be read.
    Result<ReferenceOrbit> orbit(const QString &id) const;
    /// Id of the golden one; empty: none is marked. It may be gone.
    QString golden() const;

    /// A file that says it already is left alone.
    Result<void> keep(const QString &id, const ReferenceOrbit &orbit) const;
    Result<void> remove(const QString &id) const;
    /// An empty id: none.
    Result<void> markGolden(const QString &id) const;

private:
    QString m_path;
};

} // namespace cbpm
