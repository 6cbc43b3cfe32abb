// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/references/decision.h"
#include "core/types/timerange.h"
#include "ui/models/followedfile.h"

#include <QStringList>

namespace cbpm {

/// What people noted about times. Kept in a file where one is named, and followed when another program changes it. GUI
/// thread.
class Annotations : public QObject
{
    Q_OBJECT

public:
    explicit Annotations(QObject *parent = nullptr);

    /// Reads `path`, which need not exist yet; without it annotations last as long as the program.
    void useFile(const QString &path);

    const AnnotationList &list() const { return m_list; }
    const Annotation *find(const QString &id) const;
    /// By time, the newest first.
    QStringList newestFirst() const;
    /// Those that touch `range`.
    AnnotationList within(const TimeRange &range) const;
    /// What is wrong with the file, a sentence; empty: nothing.
    const QString &problem() const { return m_problem; }

    /// Shows these in place of the file's, which stay as they are; what is changed meanwhile is not kept.
    void borrow(AnnotationList list);
    /// Ends borrow(): the file's are shown again.
    void giveBack();

    /// Whether the window offers to change them; true until told otherwise.
    bool isEditable() const { return m_isEditable; }
    void setEditable(bool editable) { m_isEditable = editable; }

    /// By which the file's annotations are changed from now on.
    void setGate(DecisionGate gate) { m_gate = std::move(gate); }

    /// Keeps it, and tells its id: a new one where `id` is empty, else in place of the one of that id, also where that is
    /// gone meanwhile. Usage where it has no text.
    Result<QString> keep(const QString &id, const Annotation &annotation);
    Result<void> remove(const QString &id);

signals:
    void changed();

private:
    void reload();
    Result<void> change(const QString &id, const Annotation *annotation);

    QString m_path;    ///< empty while others are shown
    QString m_ownPath; ///< of useFile()
    AnnotationList m_list;
    QString m_problem;
    FollowedFile m_file;
    DecisionGate m_gate;
    bool m_isEditable = true;
};

} // namespace cbpm
