// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/binload.h"

#include "core/query/orderedload.h"
#include "core/query/seamjoiner.h"
#include "core/query/slicebinner.h"
#include "core/query/steadyreader.h"

namespace cbpm {
namespace {

Result<LoadCounts> loadWithOneReader(const SampleSource &source, const LoadRequest &request, const SliceBinner &binner,
                                     const BinSink &sink, const CancelToken &cancel)
{
    Patience patience{request.retry, cancel};
    auto reader = SteadyReader::open(source, request.rows, patience, cancel);
    if (!reader)
        return reader.error();
    if (const auto started = reader->start(request.range); !started)
        return started.error();
    LoadCounts counts;
    SeamJoiner joiner{request.interval};
    PositionBinner buffers;
    for (;;) {
        const auto batch = binner.next(*reader, buffers, cancel);
        if (!batch)
            return batch.error();
        if (!*batch)
            return counts;
        joiner.join(**batch);
        counts += (*batch)->counts;
        if (!sink(*batch))
            return Error{Error::Kind::Cancelled, {}, {}};
    }
}

} // namespace

Result<LoadCounts> loadBins(const SampleSource &source, const LoadRequest &request, const BinSink &sink,
                            const CancelToken &cancel)
{
    const DetectorTablePtr table = source.table();
    const SliceBinner binner{*table, request};
    const int readers = request.readers > 0 ? request.readers : source.usefulReaders();
    const bool isShared = readers > 1 && request.range.duration() > shortestSharedRange;
    if (isShared || request.order == LoadOrder::NewestFirst)
        return loadInStretches(source, request, isShared ? readers : 1, binner, sink, cancel);
    return loadWithOneReader(source, request, binner, sink, cancel);
}

} // namespace cbpm
