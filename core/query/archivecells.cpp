// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/archivecells.h"

#include "core/query/binload.h"
#include "core/query/tilefiller.h"
#include "core/source/archive/archiveladder.h"
#include "core/source/archive/archivesource.h"

namespace cbpm {

Result<void> addArchiveCells(const QString &path, const CancelToken &cancel)
{
    const auto source = openArchive(path, {});
    if (!source)
        return source.error();
    const auto info = source.value()->info(cancel);
    if (!info)
        return info.error();
    if (!info->extent)
        return {};
    auto writer = ArchiveLadderWriter::open(path);
    if (!writer)
        return writer.error();
    // The cells at both ends are whole: outside the archive there is nothing.
    const Interval hour = cellWidth(Level::Hour);
    const auto whole = *TimeRange::between(hour.binBegin(hour.binAt(info->extent->begin())),
                                           hour.binBegin(hour.binAt(info->extent->end() - Duration{1}) + 1));
    Result<void> written;
    TileFiller filler{[&](Level level, const TilePiece &piece, const std::vector<BinSeries> &series) {
                          if (written)
                              written = writer.value()->add(level, piece, series);
                      },
                      archiveLevels.front(), whole, LoadOrder::OldestFirst};
    LoadRequest request{whole, cellWidth(archiveLevels.front()), {}, {}};
    request.quantities = tiledQuantities;
    const auto loaded = loadBins(
        **source, request,
        [&](const BinBatchPtr &batch) {
            filler.add(*batch);
            return written.has_value();
        },
        cancel);
    if (!written)
        return written;
    if (!loaded)
        return loaded.error();
    filler.complete();
    if (!written)
        return written;
    return writer.value()->commit(*info->extent, source.value()->table()->version());
}

} // namespace cbpm
