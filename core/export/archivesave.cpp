// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/archivesave.h"

#include "core/query/archivecells.h"
#include "core/query/sampleload.h"
#include "core/source/archive/archivewriter.h"

namespace cbpm {

Result<std::uint64_t> saveArchive(const SampleSource &source, const ArchiveOrder &order, const SaveProgress &progress,
                                  const CancelToken &cancel)
{
    auto writer = ArchiveWriter::create(order.path, Provenance{order.origin.name, order.origin.server, order.range},
                                        source.table());
    if (!writer)
        return writer.error();
    Result<void> written;
    const auto loaded = loadSamples(
        source, order.range, order.rows,
        [&](const SampleBatchPtr &batch) {
            written = writer.value()->append(*batch);
            progress(*batch);
            return written.has_value();
        },
        cancel, order.retry);
    if (!written)
        return written.error();
    if (!loaded)
        return loaded.error();
    if (const auto committed = writer.value()->commit(); !committed)
        return committed.error();
    if (const auto added = addArchiveCells(order.path, cancel); !added && added.error().kind == Error::Kind::Cancelled)
        return added.error(); // anything else leaves an archive that is whole, and slower at long ranges
    return writer.value()->samples();
}

} // namespace cbpm
