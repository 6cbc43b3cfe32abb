// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/references/decision.h"
#include "core/references/orbitfolder.h"

#include <QFileSystemWatcher>
#include <QObject>
#include <QStringList>

#include <map>

namespace cbpm {

/// The saved orbits of one folder, a file each, and which of them is the golden one. Several programs may share the
/// folder: each follows what the others change. A file that cannot be read is passed over, named in problems(), and
/// left where it is. GUI thread.
class ReferenceStore : public QObject
{
    Q_OBJECT

public:
    /// Without a folder: kept in memory until the program ends.
    explicit ReferenceStore(QObject *parent = nullptr);

    /// Reads the folder; it need not exist yet.
    void useFolder(const QString &folder);

    /// By id, which tells two of the same name apart.
    const std::map<QString, ReferenceOrbit> &all() const { return m_orbits; }
    const ReferenceOrbit *find(const QString &id) const;
    /// Ids, the newest orbit first; those without a time last.
    QStringList newestFirst() const;
    /// A sentence for each file that was passed over.
    const QStringList &problems() const { return m_problems; }

    /// By which what is in the folder is changed from now on.
    void setGate(DecisionGate gate) { m_gate = std::move(gate); }

    /// Keeps a new orbit; its id.
    Result<QString> add(const ReferenceOrbit &orbit);
    Result<void> remove(const QString &id);

    /// Id of the golden orbit; empty: none is marked, or it is gone.
    QString golden() const;
    /// Marks the one golden orbit; an empty id: none.
    Result<void> setGolden(const QString &id);

    /// Shows these in place of the folder's, which stay as they are; what is changed meanwhile is not kept.
    void borrow(std::map<QString, ReferenceOrbit> orbits, const QString &golden);
    /// Ends borrow(): the folder's are shown again.
    void giveBack();

signals:
    void changed();

private:
    static constexpr std::size_t mostOrbits = 1000;

    void reload();
    void watch();
    Result<void> make(const Decision &decision, const std::function<Result<void>()> &inFolder);
    bool isInFolder() const { return !m_folder.path().isEmpty(); }

    OrbitFolder m_folder; ///< none while others are shown
    OrbitFolder m_own;    ///< of useFolder()
    std::map<QString, ReferenceOrbit> m_orbits;
    QString m_golden;
    QStringList m_problems;
    DecisionGate m_gate;
    QFileSystemWatcher m_watcher;
};

} // namespace cbpm
