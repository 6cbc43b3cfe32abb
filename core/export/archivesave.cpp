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
    // Cells go in before the file has its name: what fails while they are written may leave a journal behind.
    const auto committed = writer.value()->commit([&](const QString &path) {
        const auto attached = addArchiveAttachments(path, order.attachments);
        return attached ? addArchiveCells(path, cancel) : attached;
    });
    if (!committed)
        return committed.error();
    return writer.value()->samples();
}

} // namespace cbpm
