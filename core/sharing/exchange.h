// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/references/decision.h"
#include "core/source/postgres/postgreslimits.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace cbpm {

/// What a round of the exchange with a site's journal is to do.
struct ExchangeOrder
{
    QString conninfo;
    QString schema; ///< where the journal is; see packaging/sql/shared.sql
    PostgresLimits limits;
    QString root;         ///< folder in which each site has one
    bool isFirst = false; ///< compares all of the folder with the journal, too: until wasCompared
};

/// A decision from here that somebody replaced without having seen it. It stays in the journal.
struct Overtaken
{
    Decision::Kind kind = Decision::Kind::Veto;
    QString key;
    QString author; ///< who did it, as the program says …
    QString login;  ///< … and as the server knows
    TimePoint made;
};

/// How things stand after a round.
struct ExchangeReport
{
    bool isShared = false; ///< false: the server has no such journal, or not for this role
    bool mayEdit = false;
    bool wasCompared = false;
    QString folder;                   ///< SharedFolder of the site
    QString where;                    ///< "host x, database y"
    int waiting = 0;                  ///< decisions that the server does not have yet
    QString obstacle = {};            ///< why, a sentence; empty: nothing is in the way
    std::vector<Overtaken> overtaken; ///< since the last round, whoever made that
    QStringList problems;             ///< a sentence for each thing that was passed over
    std::optional<Error> failure;     ///< what ended the round early; what stands above was done all the same
};

/// Sends what waits, takes what is new, and keeps both in the site's folder. Any number of programs may do so at once,
/// on one folder or on many: each edit stands in the journal once, and all folders end with the latest. Waits: call it
/// off the GUI thread. An error says that the server was not reached; nothing is lost by it.
Result<ExchangeReport> exchange(const ExchangeOrder &order, const CancelToken &cancel);

} // namespace cbpm
