// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/archive/blockcodec.h"

#include "core/source/archive/bytedifferences.h"

#include <zstd.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <optional>

namespace cbpm {
namespace {

constexpr int level = 1;               // higher ones gain nothing on this data
constexpr std::int64_t step = 100'000; // µs between triggers

enum class Form : std::uint8_t { Regular, Words32, Words64, Whole };

std::uint32_t zigzag(std::int32_t value)
{
    return (static_cast<std::uint32_t>(value) << 1) ^ static_cast<std::uint32_t>(value >> 31);
}

/// Words [n] as `planes` planes of bytes, lowest first.
template<class Word>
void putPlanes(Bytes &to, const std::vector<Word> &words, int planes)
{
    const std::size_t n = words.size();
    std::size_t at = to.size();
    to.resize(at + n * static_cast<std::size_t>(planes));
    for (int plane = 0; plane < planes; ++plane, at += n) {
        for (std::size_t i = 0; i < n; ++i)
            to[at + i] = static_cast<std::uint8_t>(words[i] >> (8 * plane));
    }
}

int planesOf(std::uint32_t largest)
{
    return (std::bit_width(largest) + 7) / 8;
}

void putTimes(Bytes &to, const std::vector<std::int64_t> &time)
{
    std::vector<std::uint64_t> wide;
    std::vector<std::uint32_t> narrow;
    std::uint32_t largest = 0;
    bool fits = true;
    for (std::size_t i = 1; i < time.size(); ++i) {
        const std::int64_t deviation = time[i] - time[i - 1] - step;
        wide.push_back(static_cast<std::uint64_t>(deviation));
        fits = fits && deviation >= std::numeric_limits<std::int32_t>::min()
               && deviation <= std::numeric_limits<std::int32_t>::max();
        narrow.push_back(zigzag(static_cast<std::int32_t>(deviation)));
        largest = std::max(largest, narrow.back());
    }
    const Form form = !fits ? Form::Words64 : largest == 0 ? Form::Regular : Form::Words32;
    put(to, form);
    put(to, time.front());
    if (form == Form::Words32) {
        put(to, static_cast<std::uint8_t>(planesOf(largest)));
        putPlanes(to, narrow, planesOf(largest));
    } else if (form == Form::Words64) {
        putPlanes(to, wide, 8);
    }
}

bool isWhole(double value)
{
    return value >= -1e9 && value <= 1e9 && value == std::nearbyint(value) && !(value == 0.0 && std::signbit(value));
}

void putButton(Bytes &to, const std::vector<double> &values)
{
    const bool whole = std::all_of(values.begin(), values.end(), isWhole);
    const bool single = std::all_of(values.begin(), values.end(), [](double value) {
        return std::bit_cast<std::uint64_t>(static_cast<double>(static_cast<float>(value)))
               == std::bit_cast<std::uint64_t>(value);
    });
    if (whole) {
        std::vector<std::uint32_t> words;
        std::uint32_t largest = 0;
        std::int32_t last = static_cast<std::int32_t>(values.front());
        put(to, Form::Whole);
        put(to, last);
        for (const double value : values) {
            const auto now = static_cast<std::int32_t>(value);
            words.push_back(
                zigzag(static_cast<std::int32_t>(static_cast<std::uint32_t>(now) - static_cast<std::uint32_t>(last))));
            largest = std::max(largest, words.back());
            last = now;
        }
        put(to, static_cast<std::uint8_t>(planesOf(largest)));
        putPlanes(to, words, planesOf(largest));
    } else if (single) {
        std::vector<std::uint32_t> words;
        std::uint32_t last = 0;
        for (const double value : values) {
            const auto now = std::bit_cast<std::uint32_t>(static_cast<float>(value));
            words.push_back(now ^ last);
            last = now;
        }
        put(to, Form::Words32);
        putPlanes(to, words, 4);
    } else {
        std::vector<std::uint64_t> words;
        std::uint64_t last = 0;
        for (const double value : values) {
            const auto now = std::bit_cast<std::uint64_t>(value);
            words.push_back(now ^ last);
            last = now;
        }
        put(to, Form::Words64);
        putPlanes(to, words, 8);
    }
}

/// Word i of n from its planes, as many as it has bytes.
template<class Word>
Word wordOf(const std::uint8_t *planes, std::size_t n, std::size_t i)
{
    Word word = 0;
    for (std::size_t plane = 0; plane < sizeof(Word); ++plane)
        word |= static_cast<Word>(planes[plane * n + i]) << (8 * plane);
    return word;
}

/// `n` differences; nullopt where fewer are there.
std::optional<ByteDifferences> takeDifferences(ByteReader &from, std::size_t n)
{
    const int planes = from.take<std::uint8_t>();
    const std::uint8_t *const bytes = planes <= 4 ? from.take(n * static_cast<std::size_t>(planes)) : nullptr;
    return bytes ? std::optional{ByteDifferences{bytes, planes}} : std::nullopt;
}

/// Whether a time or a step of it is far from where sums of two of them end. (Without abs: the lowest has none.)
bool isBounded(std::int64_t us)
{
    constexpr std::int64_t limit = std::numeric_limits<std::int64_t>::max() / 4;
    return -limit <= us && us <= limit;
}

bool readTimes(ByteReader &from, std::size_t n, std::vector<std::int64_t> &time)
{
    const Form form = from.take<Form>();
    std::int64_t last = from.take<std::int64_t>();
    if (from.failed() || !isBounded(last))
        return false;
    time.resize(n);
    time[0] = last;
    if (form == Form::Regular) {
        for (std::size_t i = 1; i < n; ++i)
            time[i] = last + static_cast<std::int64_t>(i) * step;
        return true;
    }
    if (form == Form::Words32) {
        const auto deviations = takeDifferences(from, n - 1);
        if (!deviations)
            return false;
        sumDifferences(*deviations, last, step, std::span{time}.subspan(1));
        return std::is_sorted(time.begin(), time.end());
    }
    const std::uint8_t *const bytes = form == Form::Words64 ? from.take((n - 1) * 8) : nullptr;
    if (!bytes)
        return false;
    for (std::size_t i = 1; i < n; ++i) {
        const auto deviation = static_cast<std::int64_t>(wordOf<std::uint64_t>(bytes, n - 1, i - 1));
        if (!isBounded(deviation))
            return false;
        time[i] = last += step + deviation;
        if (time[i] <= time[i - 1] || !isBounded(last))
            return false;
    }
    return true;
}

bool readButton(ByteReader &from, std::size_t n, std::vector<double> &values)
{
    values.resize(n);
    switch (from.take<Form>()) {
    case Form::Whole: {
        const auto first = from.take<std::int32_t>();
        const auto differences = takeDifferences(from, n);
        if (!differences)
            return false;
        sumDifferences(*differences, first, values);
        return true;
    }
    case Form::Words32: {
        const std::uint8_t *const bytes = from.take(n * 4);
        if (!bytes)
            return false;
        std::uint32_t last = 0;
        for (std::size_t i = 0; i < n; ++i)
            values[i] = static_cast<double>(std::bit_cast<float>(last ^= wordOf<std::uint32_t>(bytes, n, i)));
        return true;
    }
    case Form::Words64: {
        const std::uint8_t *const bytes = from.take(n * 8);
        if (!bytes)
            return false;
        std::uint64_t last = 0;
        for (std::size_t i = 0; i < n; ++i)
            values[i] = std::bit_cast<double>(last ^= wordOf<std::uint64_t>(bytes, n, i));
        return true;
    }
    default:
        return false;
    }
}

} // namespace

void BlockCodec::FreeCompressor::operator()(ZSTD_CCtx_s *context) const noexcept
{
    ZSTD_freeCCtx(context);
}

void BlockCodec::FreeDecompressor::operator()(ZSTD_DCtx_s *context) const noexcept
{
    ZSTD_freeDCtx(context);
}

BlockCodec::BlockCodec() : m_compressor{ZSTD_createCCtx()}, m_decompressor{ZSTD_createDCtx()}
{
    ZSTD_CCtx_setParameter(m_compressor.get(), ZSTD_c_compressionLevel, level);
    ZSTD_CCtx_setParameter(m_compressor.get(), ZSTD_c_checksumFlag, 1);
}

BlockCodec::~BlockCodec() = default;
BlockCodec::BlockCodec(BlockCodec &&) noexcept = default;
BlockCodec &BlockCodec::operator=(BlockCodec &&) noexcept = default;

std::span<const std::uint8_t> BlockCodec::encode(const DetectorSamples &samples)
{
    m_plain.clear();
    put(m_plain, static_cast<std::uint32_t>(samples.size()));
    putTimes(m_plain, samples.time);
    for (const std::vector<double> &button : samples.button)
        putButton(m_plain, button);
    m_packed.resize(ZSTD_compressBound(m_plain.size()));
    const std::size_t size =
        ZSTD_compress2(m_compressor.get(), m_packed.data(), m_packed.size(), m_plain.data(), m_plain.size());
    return {m_packed.data(), size};
}

bool BlockCodec::decompress(std::span<const std::uint8_t> payload)
{
    const unsigned long long size = ZSTD_getFrameContentSize(payload.data(), payload.size());
    constexpr unsigned long long largest = 5ULL * 8 * longestBlock + 1024;
    if (size == ZSTD_CONTENTSIZE_ERROR || size == ZSTD_CONTENTSIZE_UNKNOWN || size > largest)
        return false;
    m_plain.resize(static_cast<std::size_t>(size));
    return ZSTD_decompressDCtx(m_decompressor.get(), m_plain.data(), m_plain.size(), payload.data(), payload.size())
           == m_plain.size();
}

bool BlockCodec::decode(std::span<const std::uint8_t> payload, DetectorSamples &samples)
{
    if (!decompress(payload))
        return false;
    ByteReader reader{m_plain};
    const auto count = reader.take<std::uint32_t>();
    if (count == 0 || count > longestBlock || !readTimes(reader, count, samples.time))
        return false;
    for (std::vector<double> &button : samples.button) {
        if (!readButton(reader, count, button))
            return false;
    }
    samples.arrival.clear();
    return reader.atEnd();
}

} // namespace cbpm
