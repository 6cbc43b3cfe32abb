// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/binload.h"

#include "core/query/orderedload.h"
#include "core/query/sampleload.h"
#include "core/query/slicebinner.h"

namespace cbpm {
namespace {

Result<LoadCounts> loadWithOneReader(const SampleSource &source, const LoadRequest &request, const SliceBinner &binner,
                                     const BinSink &sink, const CancelToken &cancel)
{
    LoadCounts counts;
    const SampleSink binAndPass = [&](const SampleBatchPtr &batch) {
        BinBatchPtr binned = binner.bin(*batch);
        counts += binned->counts;
        return sink(std::move(binned));
    };
    if (const auto loaded = loadSamples(source, request.range, request.rows, binAndPass, cancel); !loaded)
        return loaded.error();
    return counts;
}

} // namespace

Result<LoadCounts> loadBins(const SampleSource &source, const LoadRequest &request, const BinSink &sink,
                            const CancelToken &cancel)
{
    const DetectorTablePtr table = source.table();
    const SliceBinner binner{*table, request};
    const int readers = request.readers > 0 ? request.readers : source.usefulReaders();
    if (readers > 1 && request.range.duration() > shortestSharedRange)
        return loadWithSeveralReaders(source, request, readers, binner, sink, cancel);
    return loadWithOneReader(source, request, binner, sink, cancel);
}

} // namespace cbpm
