// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bins/cellcodec.h"
#include "core/source/archive/blockcodec.h"
#include "core/tiles/samplecodec.h"
#include "tests/fuzz/target.h"

#include <zstd.h>

#include <vector>

using namespace cbpm;

namespace {

bool isWhole(const DetectorSamples &samples)
{
    bool whole = true;
    for (const auto &button : samples.button)
        whole = whole && button.size() == samples.size();
    return whole && samples.size() <= longestBlock
           && (samples.arrival.empty() || samples.arrival.size() == samples.size());
}

/// As it would stand in a file: a checksum that fits keeps nobody from writing nonsense.
std::vector<std::uint8_t> packed(std::span<const std::uint8_t> plain)
{
    std::vector<std::uint8_t> frame(ZSTD_compressBound(plain.size()));
    frame.resize(ZSTD_compress(frame.data(), frame.size(), plain.data(), plain.size(), 1));
    return frame;
}

} // namespace

/// Blocks of archives and tiles: bytes from a file, or what is inside them once the checksum was right.
int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    fuzz::Input input{data, size};
    const std::uint8_t kind = input.byte();
    const auto plain = input.rest();
    const std::vector<std::uint8_t> bytes =
        kind & 4 ? std::vector<std::uint8_t>{plain.begin(), plain.end()} : packed(plain);
    if ((kind & 3) == 0) {
        DetectorSamples samples;
        BlockCodec codec;
        if (codec.decode(bytes, samples)) {
            fuzz::require(isWhole(samples) && samples.size() > 0);
            DetectorSamples again; // what was read can be written, and is the same
            fuzz::require(codec.decode(
                std::vector<std::uint8_t>{codec.encode(samples).begin(), codec.encode(samples).end()}, again));
            fuzz::require(again.time == samples.time);
        }
    } else if ((kind & 3) == 1) {
        DetectorSamples samples;
        if (SampleCodec{}.decode(bytes, samples))
            fuzz::require(isWhole(samples));
    } else {
        BinSeries cells;
        if (CellCodec{}.decode(bytes, cells)) {
            for (const auto &column : cells.moments)
                fuzz::require(column.empty() || column.size() == cells.bin.size());
            fuzz::require(cells.count.size() == cells.bin.size() && cells.flags.size() == cells.bin.size());
        }
    }
    return 0;
}
