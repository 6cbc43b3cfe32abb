// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/stretchstatistics.h"

#include "core/query/ringmap.h"

#include <algorithm>
#include <numeric>

namespace cbpm {
namespace {

double samplesDue(const TimeRange &range)
{
    return static_cast<double>(range.duration().count()) / static_cast<double>(triggerSpacing.count());
}

PlaneStatistics planeOf(const CoMoments &moments, CoMoments::Axis plane)
{
    PlaneStatistics statistics;
    if (moments.count() == 0)
        return statistics;
    statistics.mean = moments.mean(plane);
    statistics.min = moments.min(plane);
    statistics.max = moments.max(plane);
    if (moments.count() > 1)
        statistics.sigma = std::sqrt(moments.product(plane, plane) / static_cast<double>(moments.count() - 1));
    if (moments.product(CoMoments::T, CoMoments::T) > 0.0)
        statistics.slope = moments.product(CoMoments::T, plane) / moments.product(CoMoments::T, CoMoments::T);
    return statistics;
}

} // namespace

std::uint64_t StretchStatistics::samples() const
{
    return std::accumulate(detectors.begin(), detectors.end(), std::uint64_t{0},
                           [](std::uint64_t sum, const DetectorStatistics &one) { return sum + one.count; });
}

DetectorStatistics statisticsOf(const CoMoments &moments, const TimeRange &range)
{
    DetectorStatistics statistics;
    statistics.count = moments.count();
    statistics.coverage = std::min(1.0, static_cast<double>(moments.count()) / samplesDue(range));
    statistics.x = planeOf(moments, CoMoments::X);
    statistics.y = planeOf(moments, CoMoments::Y);
    const double motion =
        std::sqrt(moments.product(CoMoments::X, CoMoments::X)) * std::sqrt(moments.product(CoMoments::Y, CoMoments::Y));
    if (motion > 0.0)
        statistics.rho = std::clamp(moments.product(CoMoments::X, CoMoments::Y) / motion, -1.0, 1.0);
    return statistics;
}

TimeRange onBinEdges(const TimeRange &range, Interval interval, const TimeRange &loaded)
{
    const TimePoint begin = interval.binBegin(interval.binAt(range.begin()));
    const TimePoint end = interval.binBegin(interval.binAt(range.end() - Duration{1}) + 1);
    return TimeRange::between(begin, end)->intersected(loaded).value_or(range);
}

DetectorStatistics binStatistics(const BinSeries &bins, Interval interval, const TimeRange &range)
{
    CoMoments moments{range.begin()};
    std::uint64_t invalid = 0;
    const auto first = std::lower_bound(bins.bin.begin(), bins.bin.end(), interval.binAt(range.begin()));
    const std::int64_t last = interval.binAt(range.end() - Duration{1});
    for (auto i = static_cast<std::size_t>(first - bins.bin.begin()); i < bins.size() && bins.bin[i] <= last; ++i) {
        invalid += bins.invalid[i];
        if (bins.count[i] > 0)
            moments.mergePlanes(bins.count[i], interval.binBegin(bins.bin[i]) + interval.width() / 2,
                                bins.of(Quantity::X)[i], bins.of(Quantity::Y)[i]);
    }
    DetectorStatistics statistics = statisticsOf(moments, range);
    statistics.rho = std::numeric_limits<double>::quiet_NaN();
    statistics.row = bins.row;
    statistics.location = bins.location;
    statistics.invalid = invalid;
    return statistics;
}

Result<StretchStatistics> sampleStatistics(const SampleSource &source, const TimeRange &range, std::vector<int> rows,
                                           std::optional<PositionMethod> method, const ProgressReport &progress,
                                           const CancelToken &cancel)
{
    const DetectorTablePtr table = source.table();
    const auto reader = source.open(rows, cancel);
    if (!reader)
        return reader.error();
    if (const auto started = reader.value()->start(range); !started)
        return started.error();
    const RingMap ring{*table, method};
    struct Sums
    {
        CoMoments moments;
        std::uint64_t invalid = 0;
    };
    std::vector<Sums> sums(static_cast<std::size_t>(table->size()), Sums{CoMoments{range.begin()}, 0});
    PositionColumns positions;
    for (;;) {
        const auto slice = reader.value()->visitNext(
            [&](const DetectorSamples &samples) {
                if (samples.row == unknownDetector || samples.size() == 0)
                    return;
                ring.apply(samples, positions);
                Sums &to = sums[static_cast<std::size_t>(samples.row)];
                to.moments.add(samples.time, positions);
                to.invalid += positions.invalid;
            },
            cancel);
        if (!slice)
            return slice.error();
        if (!*slice)
            break;
        progress(static_cast<double>(((*slice)->range.end() - range.begin()).count())
                 / static_cast<double>(range.duration().count()));
    }
    if (rows.empty()) {
        rows.resize(sums.size());
        std::iota(rows.begin(), rows.end(), 0);
    }
    StretchStatistics statistics{range, std::nullopt, {}};
    for (const int row : rows) {
        const Sums &of = sums[static_cast<std::size_t>(row)];
        DetectorStatistics &one = statistics.detectors.emplace_back(statisticsOf(of.moments, range));
        one.row = row;
        one.location = table->at(row).location;
        one.invalid = of.invalid;
    }
    return statistics;
}

} // namespace cbpm
