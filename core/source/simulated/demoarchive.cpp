// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/simulated/demoarchive.h"

#include "core/source/archive/archivewriter.h"
#include "core/source/simulated/ringsimulation.h"

#include <QThreadPool>
#include <QtConcurrent>

#include <algorithm>
#include <deque>
#include <numeric>

using namespace Qt::StringLiterals;

namespace cbpm {
namespace {

/// One detector's block, simulated and packed.
struct MadeBlock
{
    DetectorSamples samples;
    Bytes payload;
};

using MadeSlot = std::vector<MadeBlock>;

MadeSlot makeSlot(const RingSimulation &ring, std::int64_t slot, const TimeRange &range, const std::vector<int> &rows)
{
    const BeamStretch beam = ring.beam(slot);
    BlockCodec codec;
    MadeSlot blocks;
    for (const int row : rows) {
        MadeBlock block;
        ring.record(row, beam, block.samples);
        crop(block.samples, range);
        if (block.samples.time.empty())
            continue;
        const auto payload = codec.encode(block.samples);
        block.payload.assign(payload.begin(), payload.end());
        blocks.push_back(std::move(block));
    }
    return blocks;
}

} // namespace

SimulationOrder demoOrder(const QString &path)
{
    using namespace std::chrono;
    const TimePoint begin = sys_days{March / 2 / 2026};
    return {path, *TimeRange::between(begin, begin + hours{24}), 20260302, {}, builtinDetectorTable()};
}

Result<std::uint64_t> writeSimulatedArchive(const SimulationOrder &order, const std::function<void(double)> &progress,
                                            const CancelToken &cancel)
{
    auto writer = ArchiveWriter::create(
        order.path, Provenance{u"simulated ring, seed %1"_s.arg(order.seed), {}, order.range}, order.table);
    if (!writer)
        return writer.error();
    std::vector<int> rows = order.rows;
    if (rows.empty()) {
        rows.resize(static_cast<std::size_t>(order.table->size()));
        std::iota(rows.begin(), rows.end(), 0);
    }
    const RingSimulation ring{order.table, order.seed};
    const std::int64_t first = archiveformat::slotOf(unixMicroseconds(order.range.begin()));
    const std::int64_t last = archiveformat::slotOf(unixMicroseconds(order.range.end()) - 1);
    QThreadPool pool;
    std::deque<QFuture<MadeSlot>> ahead;
    std::int64_t next = first;
    for (std::int64_t slot = first; slot <= last; ++slot) {
        while (next <= last && ahead.size() < static_cast<std::size_t>(pool.maxThreadCount()) + 1) {
            ahead.push_back(QtConcurrent::run(
                &pool, [&ring, &order, &rows, made = next] { return makeSlot(ring, made, order.range, rows); }));
            ++next;
        }
        const MadeSlot blocks = ahead.front().takeResult();
        ahead.pop_front();
        for (const MadeBlock &block : blocks) {
            auto added = writer.value()->addBlock(block.samples.location, block.samples, block.payload);
            if (!added || cancel.isCancelled()) {
                pool.waitForDone();
                return added ? Error{Error::Kind::Cancelled, {}, {}} : added.error();
            }
        }
        progress(static_cast<double>(slot - first + 1) / static_cast<double>(last - first + 1));
    }
    if (const auto committed = writer.value()->commit(); !committed)
        return committed.error();
    return writer.value()->samples();
}

} // namespace cbpm
