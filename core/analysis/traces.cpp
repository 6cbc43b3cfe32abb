// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/traces.h"

#include "core/query/ringmap.h"
#include "core/types/flags.h"

#include <algorithm>

namespace cbpm {
namespace {

/// The newest part of the range that holds at most as many samples as are wanted.
TimeRange boundedRange(const TraceOrder &order)
{
    const auto triggers = static_cast<std::int64_t>(order.mostSamples / std::max<std::size_t>(1, order.rows.size()));
    const TimePoint begin = order.range.end() - triggerSpacing * std::max<std::int64_t>(1, triggers);
    return *TimeRange::between(std::max(begin, order.range.begin()), order.range.end());
}

void append(Trace &trace, const DetectorSamples &samples, const PositionColumns &positions, bool withButtons)
{
    trace.invalid += positions.invalid;
    for (std::size_t i = 0; i < samples.size(); ++i) {
        if (positions.flags[i] & invalidatingFlags)
            continue;
        trace.time.push_back(samples.time[i]);
        trace.x.push_back(positions.x[i]);
        trace.y.push_back(positions.y[i]);
        for (std::size_t k = 0; withButtons && k < buttonCount; ++k)
            trace.button[k].push_back(positions.button[k][i]);
    }
}

} // namespace

Result<TracesPtr> loadTraces(const SampleSource &source, const TraceOrder &order, const ProgressReport &progress,
                             const CancelToken &cancel)
{
    const DetectorTablePtr table = source.table();
    const TimeRange range = boundedRange(order);
    auto traces = std::make_shared<Traces>(Traces{range, range != order.range, order.withButtons, {}});
    for (const int row : order.rows) {
        Trace &trace = traces->traces.emplace_back();
        trace.row = row;
        trace.location = table->at(row).location;
    }
    if (order.rows.empty())
        return TracesPtr{std::move(traces)};
    const auto reader = source.open(order.rows, cancel);
    if (!reader)
        return reader.error();
    if (const auto started = reader.value()->start(range); !started)
        return started.error();
    const RingMap ring{*table, order.method};
    PositionColumns positions;
    std::size_t count = 0;
    for (;;) {
        const auto slice = reader.value()->visitNext(
            [&](const DetectorSamples &samples) {
                const auto trace = std::ranges::find(traces->traces, samples.row, &Trace::row);
                if (trace == traces->traces.end() || samples.row == unknownDetector)
                    return;
                ring.apply(samples, positions);
                append(*trace, samples, positions, order.withButtons);
                count += samples.size();
            },
            cancel);
        if (!slice)
            return slice.error();
        if (!*slice)
            return TracesPtr{std::move(traces)};
        const TimePoint to = (*slice)->range.end();
        progress(static_cast<double>((to - range.begin()).count()) / static_cast<double>(range.duration().count()));
        if (count > 2 * order.mostSamples && to < range.end()) { // they come more often than the ring triggers
            traces->range = *TimeRange::between(range.begin(), to);
            traces->isCut = true;
            return TracesPtr{std::move(traces)};
        }
    }
}

} // namespace cbpm
