// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detectors/detectortable.h"
#include "core/references/decision.h"
#include "ui/models/followedfile.h"

#include <QObject>

namespace cbpm {

/// Detectors that people have taken out of orbits and statistics, by row of the present table. Kept in a file where
/// one is named, and followed when another program changes it. GUI thread.
class Vetoes : public QObject
{
    Q_OBJECT

public:
    explicit Vetoes(QObject *parent = nullptr);

    /// Reads `path`, which need not exist yet; without it vetoes last as long as the program.
    void useFile(const QString &path);
    /// Rows are those of `table` from now on; vetoes go by location and stay.
    void setTable(DetectorTablePtr table);

    bool isVetoed(int row) const { return find(row) != nullptr; }
    const Veto *find(int row) const;
    int count() const { return static_cast<int>(m_list.size()); }
    /// What is wrong with the file, a sentence; empty: nothing.
    const QString &problem() const { return m_problem; }

    const VetoList &list() const { return m_list; }
    /// Shows these in place of the file's, which stay as they are; what is changed meanwhile is not kept.
    void borrow(VetoList list);
    /// Ends borrow(): the file's are shown again.
    void giveBack();

    /// By which the file's vetoes are changed from now on.
    void setGate(DecisionGate gate) { m_gate = std::move(gate); }
    /// Whether others see them.
    bool isShared() const { return static_cast<bool>(m_gate); }

    /// Takes a row out; Usage where no reason is given.
    Result<void> add(int row, const Veto &veto);
    Result<void> lift(int row);

signals:
    void changed();

private:
    void reload();
    Result<void> change(int row, const Veto *veto);

    QString m_path;    ///< empty while others are shown
    QString m_ownPath; ///< of useFile()
    DetectorTablePtr m_table;
    VetoList m_list;
    QString m_problem;
    FollowedFile m_file;
    DecisionGate m_gate;
};

} // namespace cbpm
