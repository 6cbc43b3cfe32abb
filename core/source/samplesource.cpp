// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/samplesource.h"

namespace cbpm {

Result<std::optional<SampleBatch>> SampleReader::visitNext(const Visitor &visit, const CancelToken &cancel)
{
    const auto batch = next(cancel);
    if (!batch)
        return batch.error();
    if (!batch.value())
        return std::optional<SampleBatch>{};
    for (const DetectorSamples &samples : (*batch)->detectors)
        visit(samples);
    return std::optional{
        SampleBatch{(*batch)->range, {}, (*batch)->rows, (*batch)->duplicates, (*batch)->outOfOrder, (*batch)->bytes,
                    (*batch)->fromTiles, (*batch)->seenTo}};
}

Result<ReaderOpening> SampleSource::openingBeside(SampleReader &, const std::vector<int> &rows,
                                                  const CancelToken &) const
{
    return ReaderOpening{[this, rows](const CancelToken &cancel) { return open(rows, cancel); }};
}

Result<std::unique_ptr<CellReader>> SampleSource::openCells(const std::vector<int> &, std::optional<PositionMethod>,
                                                            const CancelToken &) const
{
    return std::unique_ptr<CellReader>{};
}

Result<std::unique_ptr<Announcer>> SampleSource::announcer(const CancelToken &) const
{
    return std::unique_ptr<Announcer>{};
}

} // namespace cbpm
