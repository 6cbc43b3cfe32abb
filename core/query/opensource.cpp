// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/opensource.h"

#include "core/query/archivecells.h"
#include "core/source/archive/archivesource.h"
#include "core/source/postgres/conninfo.h"
#include "core/source/postgres/postgressource.h"
#include "core/source/simulated/demoarchive.h"
#include "core/types/coretexts.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>

#include <limits>

using namespace Qt::StringLiterals;

namespace cbpm {
namespace {

/// The demo archive is written once; two programs that start together write it one after the other.
Result<void> makeDemo(const QString &path, const ProgressReport &progress, const CancelToken &cancel)
{
    if (QFile::exists(path))
        return {};
    if (!QDir{}.mkpath(QFileInfo{path}.absolutePath()))
        return Error{Error::Kind::Storage, CoreTexts::tr("the folder of %1 cannot be made").arg(path),
                     CoreTexts::tr("set XDG_CACHE_HOME to a folder that you may write to")};
    QLockFile lock{path + u".lock"_s};
    lock.setStaleLockTime(0);
    while (!lock.tryLock(100)) {
        if (cancel.isCancelled())
            return Error{Error::Kind::Cancelled, {}, {}};
        if (lock.error() != QLockFile::LockFailedError)
            return Error{Error::Kind::Storage, CoreTexts::tr("%1 cannot be written").arg(path),
                         CoreTexts::tr("set XDG_CACHE_HOME to a folder that you may write to")};
    }
    if (QFile::exists(path))
        return {};
    const auto written = writeSimulatedArchive(demoOrder(path), progress, cancel);
    return written ? addArchiveCells(path, cancel) : Result<void>{written.error()};
}

Result<DetectorTablePtr> tableOf(const SourceOptions &options)
{
    if (options.detectorTablePath.isEmpty())
        return DetectorTablePtr{};
    return readDetectorTable(options.detectorTablePath);
}

} // namespace

PostgresLimits limitsOf(const SourceOptions &options)
{
    PostgresLimits limits;
    limits.sessions = options.sessions;
    limits.turn = options.turn;
    limits.keepsSession = options.readsAtOnce;
    if (options.insists)
        limits.crowd = std::numeric_limits<int>::max();
    return limits;
}

Result<SourceAddress> readSource(const QString &text)
{
    auto address = parseSourceAddress(text);
    if (address && address->kind == SourceAddress::Kind::Postgres) {
        if (const auto checked = checkConninfo(address->target); !checked)
            return checked.error();
    }
    return address;
}

Result<SampleSourcePtr> openSource(const SourceOptions &options, const ProgressReport &progress,
                                   const CancelToken &cancel)
{
    auto table = tableOf(options);
    if (!table)
        return table.error();
    switch (options.address.kind) {
    case SourceAddress::Kind::Demo:
        if (const auto made = makeDemo(options.demoPath, progress, cancel); !made)
            return made.error();
        return openArchive(options.demoPath, *table);
    case SourceAddress::Kind::Archive:
        return openArchive(options.address.target, *table);
    case SourceAddress::Kind::Postgres:
        return SampleSourcePtr{std::make_shared<PostgresSource>(options.address.target, options.mapping,
                                                                *table ? *table : builtinDetectorTable(),
                                                                limitsOf(options), options.path)};
    }
    return Error{Error::Kind::Usage, CoreTexts::tr("the source is of no known kind"), {}};
}

} // namespace cbpm
