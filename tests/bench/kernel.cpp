// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/bench.h"

#include "core/bins/binner.h"
#include "core/position/positions.h"

#include <cstring>
#include <random>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace cbpm::bench {
namespace {

constexpr std::size_t blockSamples = 600; // a minute, as bins of 1 min see it
constexpr int blocks = 20'000;

DetectorSamples someSamples()
{
    std::mt19937 random{1};
    std::normal_distribution<double> noise{17'000.0, 4.0};
    DetectorSamples samples;
    samples.row = 0;
    for (std::size_t i = 0; i < blockSamples; ++i) {
        samples.time.push_back(static_cast<std::int64_t>(i) * 100'000);
        for (auto &button : samples.button)
            button.push_back(std::round(noise(random)));
    }
    return samples;
}

/// Bytes per second of copying columns far larger than the caches.
double copyBandwidth()
{
    const std::size_t size = std::size_t{256} << 20;
    std::vector<char> from(size, 1);
    std::vector<char> to(size, 0);
    std::vector<double> runs;
    for (int k = 0; k < 5; ++k)
        runs.push_back(timed([&] { std::memcpy(to.data(), from.data(), size); }));
    return static_cast<double>(size) / median(runs);
}

/// Samples per second through position and bins of one minute, one thread.
double positionAndBins(PositionMethod method)
{
    const DetectorSamples samples = someSamples();
    const PositionMap map{Detector{}, method};
    PositionColumns positions;
    std::vector<double> runs;
    for (int run = 0; run < 3; ++run) {
        runs.push_back(timed([&] {
            for (int k = 0; k < blocks; ++k) {
                BinSeries bins;
                map.apply(samples, positions);
                binSamples(samples, positions, *Interval::of(1min), bins);
            }
        }));
    }
    return static_cast<double>(blockSamples) * blocks / median(runs);
}

std::vector<Row> positionRows(Context &)
{
    const double copied = copyBandwidth() / (buttonCount * sizeof(double)); // samples of four buttons
    std::vector<Row> rows;
    for (const auto &[name, method] :
         {std::pair{u"linear"_s, PositionMethod::Linear}, std::pair{u"log"_s, PositionMethod::Log}}) {
        rows.push_back({u"kernel: %1, flags, eight quantities, 1 min bins"_s.arg(name), positionAndBins(method) / 1e6,
                        u"M samples/s"_s, copied / 1e6, u"memory copy of 4 buttons"_s});
    }
    return rows;
}

} // namespace

std::vector<Benchmark> kernelBenchmarks()
{
    return {{u"kernel"_s, positionRows, false}};
}

} // namespace cbpm::bench
