// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/sampleload.h"

#include "core/query/steadyreader.h"

namespace cbpm {

Result<void> loadSamples(const SampleSource &source, const TimeRange &range, const std::vector<int> &rows,
                         const SampleSink &sink, const CancelToken &cancel, const RetryPolicy &retry)
{
    Patience patience{retry, cancel};
    auto reader = SteadyReader::open(source, rows, patience, cancel);
    if (!reader)
        return reader.error();
    if (auto started = reader->start(range); !started)
        return started;
    for (;;) {
        auto batch = reader->next([&](SampleReader &inner) { return inner.next(cancel); });
        if (!batch)
            return batch.error();
        if (!batch.value())
            return {};
        if (const auto resumptions = reader->takeResumptions(); resumptions > 0) {
            auto told = std::make_shared<SampleBatch>(**batch);
            told->resumptions += resumptions;
            batch = SampleBatchPtr{std::move(told)};
        }
        if (!sink(batch.value()))
            return Error{Error::Kind::Cancelled, {}, {}};
    }
}

} // namespace cbpm
