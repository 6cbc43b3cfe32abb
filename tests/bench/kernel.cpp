// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/bench.h"

#include "core/bins/plainkernel.h"
#include "core/bins/positionbinner.h"
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

/// Samples per second of four buttons through x and y to the statistics of bins of one minute: columns far larger than
/// the caches, as the copy has them.
double fusedPositions()
{
    DetectorSamples samples = someSamples();
    const std::size_t minutes = 8'000;
    for (std::size_t k = 0; k < buttonCount; ++k) {
        const std::vector<double> minute = samples.button[k];
        samples.button[k].reserve(minutes * blockSamples);
        for (std::size_t i = 1; i < minutes; ++i)
            samples.button[k].insert(samples.button[k].end(), minute.begin(), minute.end());
    }
    const KernelConstants constants = *PositionMap{Detector{}}.plainConstants();
    std::vector<double> runs;
    std::size_t bins = 0;
    for (int run = 0; run < 5; ++run) {
        runs.push_back(timed([&] {
            for (std::size_t at = 0; at < minutes * blockSamples; at += blockSamples) {
                RawColumns raw{};
                for (std::size_t k = 0; k < buttonCount; ++k)
                    raw[k] = samples.button[k].data() + at;
                bins += plainMoments(constants, raw, blockSamples, quantities(Quantity::X, Quantity::Y)).has_value();
            }
        }));
    }
    return bins == 5 * minutes ? static_cast<double>(minutes * blockSamples) / median(runs) : 0.0;
}

/// The way that loads go: fused where no sample has a flag.
double plainBins()
{
    const DetectorSamples samples = someSamples();
    const PositionMap map{Detector{}};
    PositionBinner binner;
    std::vector<double> runs;
    for (int run = 0; run < 3; ++run) {
        runs.push_back(timed([&] {
            for (int k = 0; k < blocks; ++k) {
                BinSeries bins;
                binner.bin(samples, map, *Interval::of(1min), bins, filedQuantities);
            }
        }));
    }
    return static_cast<double>(blockSamples) * blocks / median(runs);
}

std::vector<Row> positionRows(Context &)
{
    const double copied = copyBandwidth() / (buttonCount * sizeof(double)); // samples of four buttons
    std::vector<Row> rows;
    rows.push_back({u"kernel: fused, 4 buttons to x, y to min, max, mean, std of 1 min bins"_s, fusedPositions() / 1e6,
                    u"M samples/s"_s, copied / 1e6, u"memory copy of 4 buttons"_s, 0.9, true});
    const double plain = plainBins();
    rows.push_back({u"kernel: fused, linear, flags looked for, eight quantities, 1 min bins"_s, plain / 1e6,
                    u"M samples/s"_s, copied / 1e6, u"memory copy of 4 buttons"_s});
    rows.push_back({u"kernel: map / fused linear, eight quantities, 1 min bins"_s,
                    positionAndBins(PositionMethod::Map) / 1e6, u"M samples/s"_s, plain / 1e6, u"fused linear"_s, 0.25,
                    true});
    for (const auto &[name, method] :
         {std::pair{u"linear"_s, PositionMethod::Linear}, std::pair{u"log"_s, PositionMethod::Log},
          std::pair{u"polynomial"_s, PositionMethod::Polynomial}, std::pair{u"map"_s, PositionMethod::Map}}) {
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
