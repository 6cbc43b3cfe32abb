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
        SampleBatch{(*batch)->range, {}, (*batch)->rows, (*batch)->duplicates, (*batch)->outOfOrder, (*batch)->bytes}};
}

} // namespace cbpm
