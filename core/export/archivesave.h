// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/patience.h"
#include "core/source/archive/archiveattachments.h"
#include "core/source/samplesource.h"

#include <functional>

namespace cbpm {

/// Which samples go into which archive.
struct ArchiveOrder
{
    QString path;
    TimeRange range;
    std::vector<int> rows; ///< of the source's table; empty: all, and unknown detectors, too
    SourceInfo origin;     ///< kept inside as provenance
    RetryPolicy retry = {};
    std::vector<ArchiveAttachment> attachments = {};
};

/// Gets each batch after it was written; called on the working thread.
using SaveProgress = std::function<void(const SampleBatch &batch)>;

/// Copies the samples of a range into a new archive, which appears only when it is whole; the number of samples.
Result<std::uint64_t> saveArchive(const SampleSource &source, const ArchiveOrder &order, const SaveProgress &progress,
                                  const CancelToken &cancel);

} // namespace cbpm
