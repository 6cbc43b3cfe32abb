// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/references/decision.h"

#include <QUuid>

#include <map>
#include <vector>

namespace cbpm {

/// A decision that waits for the server.
struct PendingEdit
{
    QUuid edit; ///< by which the server knows it again
    Decision decision;
    qint64 seen = 0; ///< the latest entry of the journal that its author knew
};

/// How far a folder and a site's journal agree; a file that all programs of a user share.
struct ExchangeState
{
    qint64 last = 0;                ///< the entry up to which the folder follows
    std::map<QString, qint64> mine; ///< by kind and key: the entry that was written from here and still counts
    std::vector<PendingEdit> edits; ///< in the order they were made

    bool isPending(const Decision &decision) const;
};

/// "veto 12W": of a key, by which `mine` goes.
QString nameOf(Decision::Kind kind, const QString &key);

/// Empty where there is no such file.
Result<ExchangeState> readExchange(const QString &path);

/// Has `edit` change what is kept at `path` while other programs wait; what it fails with stands, and nothing is
/// changed. A file that cannot be understood is put aside.
Result<ExchangeState> changeExchange(const QString &path, const std::function<Result<void>(ExchangeState &)> &edit);

/// Keeps a decision until the server has it. Storage: too many wait, or the folder cannot be written.
Result<ExchangeState> keepForServer(const QString &path, const Decision &decision);

} // namespace cbpm
