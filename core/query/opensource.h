// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/postgres/postgreslimits.h"
#include "core/source/postgres/readpath.h"
#include "core/source/postgres/tablemapping.h"
#include "core/source/samplesource.h"
#include "core/source/sourceaddress.h"

#include <functional>

namespace cbpm {

/// Everything that says which samples a program reads: the same for both programs.
struct SourceOptions
{
    SourceAddress address;
    TableMapping mapping;                           ///< PostgreSQL only
    ReadPath path = ReadPath::Auto;                 ///< PostgreSQL only
    QString detectorTablePath;                      ///< empty: the archive's own, or the built-in one
    std::shared_ptr<ProgramSessions> sessions = {}; ///< PostgreSQL only; nullptr: as many as are asked for
    /// PostgreSQL only: a place among those sessions is waited for so long.
    std::chrono::milliseconds turn = std::chrono::milliseconds::max();
    bool readsAtOnce = false; ///< PostgreSQL only: who asks what is there reads it right after, over the same session
    bool insists = false;     ///< PostgreSQL only: takes as many sessions as a load asks for, whoever else reads there
    QString sharedSchema;     ///< PostgreSQL only: where decisions are shared; empty: they are kept on this computer
    QString demoPath;         ///< where the demo archive is, or is to be written
};

/// The address that a person typed. A password in a connection string is refused: it would stand in the process list
/// and in histories.
Result<SourceAddress> readSource(const QString &text);

/// Share done, 0 to 1, of something that takes seconds; called on the working thread.
using ProgressReport = std::function<void(double)>;

/// How a server is read by `options`.
PostgresLimits limitsOf(const SourceOptions &options);

/// Opens what `options` name; writes the demo archive first where it is missing. Waits: call it off the GUI thread.
Result<SampleSourcePtr> openSource(const SourceOptions &options, const ProgressReport &progress,
                                   const CancelToken &cancel);

} // namespace cbpm
