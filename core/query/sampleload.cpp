// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/sampleload.h"

namespace cbpm {

Result<void> loadSamples(const SampleSource &source, const TimeRange &range, const std::vector<int> &rows,
                         const SampleSink &sink, const CancelToken &cancel)
{
    const auto reader = source.open(rows, cancel);
    if (!reader)
        return reader.error();
    if (auto started = reader.value()->start(range); !started)
        return started;
    for (;;) {
        const auto batch = reader.value()->next(cancel);
        if (!batch)
            return batch.error();
        if (!batch.value())
            return {};
        if (!sink(batch.value()))
            return Error{Error::Kind::Cancelled, {}, {}};
    }
}

} // namespace cbpm
