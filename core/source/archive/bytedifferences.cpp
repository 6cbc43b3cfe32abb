// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/archive/bytedifferences.h"

#include "core/types/targetclones.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace cbpm {
namespace {

/// Worked on at once: they stay in the first cache, and loops over them become vectors.
constexpr std::size_t chunk = 256;
constexpr std::size_t lanes = 8;
using Lanes = std::uint32_t __attribute__((vector_size(lanes * sizeof(std::uint32_t))));
using Words = std::array<std::uint32_t, chunk>;

/// Differences [at, at + count) of n.
template<int planes>
CBPM_INLINE void read(const std::uint8_t *bytes, std::size_t n, std::size_t at, std::size_t count, Words &words)
{
    for (std::size_t i = 0; i < count; ++i) {
        std::uint32_t word = 0;
        for (int plane = 0; plane < planes; ++plane)
            word |= std::uint32_t{bytes[static_cast<std::size_t>(plane) * n + at + i]} << (8 * plane);
        words[i] = (word >> 1) ^ (~(word & 1) + 1);
    }
}

CBPM_INLINE void readChunk(const ByteDifferences &from, std::size_t n, std::size_t at, std::size_t count, Words &words)
{
    switch (from.planes) {
    case 0: return read<0>(from.bytes, n, at, count, words);
    case 1: return read<1>(from.bytes, n, at, count, words);
    case 2: return read<2>(from.bytes, n, at, count, words);
    case 3: return read<3>(from.bytes, n, at, count, words);
    default: return read<4>(from.bytes, n, at, count, words);
    }
}

/// Running sums of the first `count` words in place, after `before`; the last one in every lane.
CBPM_INLINE Lanes sum(Words &words, std::size_t count, Lanes before)
{
    std::fill(words.begin() + static_cast<std::ptrdiff_t>(count),
              words.begin() + static_cast<std::ptrdiff_t>((count + lanes - 1) / lanes * lanes), 0);
    constexpr Lanes none{};
    for (std::size_t i = 0; i < count; i += lanes) {
        Lanes v;
        std::memcpy(&v, words.data() + i, sizeof v);
        v += __builtin_shufflevector(none, v, 0, 8, 9, 10, 11, 12, 13, 14);
        v += __builtin_shufflevector(none, v, 0, 0, 8, 9, 10, 11, 12, 13);
        v += __builtin_shufflevector(none, v, 0, 0, 0, 0, 8, 9, 10, 11);
        v += before;
        std::memcpy(words.data() + i, &v, sizeof v);
        before = __builtin_shufflevector(v, v, 7, 7, 7, 7, 7, 7, 7, 7);
    }
    return before;
}

CBPM_CLONES void sumWords(const ByteDifferences &from, std::uint32_t first, double *__restrict values, std::size_t n)
{
    Words words;
    Lanes before = Lanes{} + first;
    for (std::size_t at = 0; at < n; at += chunk) {
        const std::size_t count = std::min(chunk, n - at);
        readChunk(from, n, at, count, words);
        before = sum(words, count, before);
        for (std::size_t i = 0; i < count; ++i)
            values[at + i] = static_cast<std::int32_t>(words[i]);
    }
}

CBPM_CLONES void sumSteps(const ByteDifferences &from, std::int64_t first, std::int64_t step,
                          std::int64_t *__restrict values, std::size_t n)
{
    Words words;
    for (std::size_t at = 0; at < n; at += chunk) {
        const std::size_t count = std::min(chunk, n - at);
        readChunk(from, n, at, count, words);
        for (std::size_t i = 0; i < count; ++i)
            values[at + i] = first += step + static_cast<std::int32_t>(words[i]);
    }
}

} // namespace

void sumDifferences(const ByteDifferences &differences, std::int32_t first, std::span<double> values)
{
    sumWords(differences, static_cast<std::uint32_t>(first), values.data(), values.size());
}

void sumDifferences(const ByteDifferences &differences, std::int64_t first, std::int64_t step,
                    std::span<std::int64_t> values)
{
    sumSteps(differences, first, step, values.data(), values.size());
}

} // namespace cbpm
