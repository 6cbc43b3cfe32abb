// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/references/decision.h"

#include <QUuid>

#include <functional>
#include <map>
#include <vector>

namespace cbpm {

/// A decision that waits for the server.
struct PendingEdit
{
    QUuid edit; ///< by which the server knows it again
    Decision decision;
    qint64 seen = 0; ///< the latest entry of the journal that its author knew

    bool operator==(const PendingEdit &) const = default;
};

/// How far a folder and a site's journal agree; a file that all programs of a user share.
struct ExchangeState
{
    qint64 last = 0;                ///< the entry up to which the folder follows
    QUuid lastEdit;                 ///< of that entry, by which the journal is known again; null: not known
    std::map<QString, qint64> mine; ///< by kind and key: the entry that was written from here and still counts
    std::vector<PendingEdit> edits; ///< in the order they were made

    bool isPending(Decision::Kind kind, const QString &key) const;
    bool isPending(const QUuid &edit) const;
    /// Has it wait under a number of its own; `seen` as in PendingEdit.
    void add(const Decision &decision, qint64 seen);
    /// The same, unless something of its key waits already.
    void offer(const Decision &decision, qint64 seen);
    /// It waits no more; false: it did not.
    bool drop(const QUuid &edit);
    /// Remembers an entry from here; of very many the oldest are forgotten.
    void addMine(Decision::Kind kind, const QString &key, qint64 entry);

    bool operator==(const ExchangeState &) const = default;
};

/// "veto 12W": of a key, by which `mine` goes.
QString nameOf(Decision::Kind kind, const QString &key);

/// Empty where there is no such file.
Result<ExchangeState> readExchange(const QString &path);

/// Has `edit` change what is kept at `path` while other programs wait; what it fails with stands, and nothing is
/// changed. Where it changes nothing, nothing is written. A file that cannot be understood is put aside. May wait for
/// some seconds: off the GUI thread.
Result<ExchangeState> changeExchange(const QString &path, const std::function<Result<void>(ExchangeState &)> &edit);

/// Keeps a decision until the server has it, and has `make` change the files of the folder, both or none, while nobody
/// else changes them. Storage: too many wait, or the folder cannot be written.
Result<ExchangeState> keepForServer(const QString &path, const Decision &decision,
                                    const std::function<Result<void>()> &make);

} // namespace cbpm
