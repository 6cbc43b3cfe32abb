// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/ringorbit.h"

#include <QComboBox>

namespace cbpm {

class ReferenceStore;
class RingSeries;
class ViewState;

/// What is taken off an orbit: none, or one with its name in words, or why there is none though it was chosen.
struct Subtrahend
{
    std::optional<RingOrbit> orbit;
    QString text;
    QString problem; ///< a sentence; empty: all is well
};

/// Chooses what changes are shown against: the golden orbit, a saved one, the orbit at mark A. Lists what the store has,
/// and keeps the choice when that changes.
class ReferenceChoice : public QComboBox
{
    Q_OBJECT

public:
    enum class Less { Nothing, Golden, MarkA, Now, Saved };

    /// `nothing`: the words for no reference. Now is offered where the page can take one.
    ReferenceChoice(ReferenceStore &store, const QString &nothing, bool hasNow, QWidget *parent = nullptr);

    Less less() const;
    void setLess(Less less);

    /// On the rows of `table`; `tableVersion` is told where a saved orbit was made with another. `now`: the orbit that
    /// was taken as such; may be null.
    Subtrahend subtrahend(const RingSeries &series, const ViewState &view, const DetectorTable &table,
                          const QString &tableVersion, const ReferenceOrbit *now = nullptr) const;

signals:
    /// Another choice, or what is chosen is another orbit now.
    void changed();

private:
    void fill();

    ReferenceStore &m_store;
    QString m_nothing;
    bool m_hasNow;
};

} // namespace cbpm
