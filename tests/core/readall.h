// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/samplesource.h"

#include <map>

namespace cbpm::test {

/// Everything a source has in a range, put together per detector.
struct ReadAll
{
    std::map<std::string, DetectorSamples> detectors;
    std::uint64_t rows = 0;
    std::uint64_t duplicates = 0;
    std::uint64_t outOfOrder = 0;
    int batches = 0;
};

/// A second reader, opened at once.
inline Result<std::unique_ptr<SampleReader>> openBeside(const SampleSource &source, SampleReader &first)
{
    const auto opening = source.openingBeside(first, {}, {});
    return opening ? (*opening)({}) : Result<std::unique_ptr<SampleReader>>{opening.error()};
}

inline Result<ReadAll> readAll(const SampleSource &source, const TimeRange &range, const std::vector<int> &rows = {},
                               const CancelToken &cancel = {})
{
    ReadAll all;
    const auto reader = source.open(rows, cancel);
    if (!reader)
        return reader.error();
    if (const auto started = reader.value()->start(range); !started)
        return started.error();
    for (;;) {
        const auto batch = reader.value()->next(cancel);
        if (!batch)
            return batch.error();
        if (!batch.value())
            return all;
        ++all.batches;
        all.rows += (*batch)->rows;
        all.duplicates += (*batch)->duplicates;
        all.outOfOrder += (*batch)->outOfOrder;
        for (const DetectorSamples &part : (*batch)->detectors) {
            DetectorSamples &whole = all.detectors[part.location];
            whole.location = part.location;
            whole.row = part.row;
            append(whole, part);
        }
    }
}

} // namespace cbpm::test
