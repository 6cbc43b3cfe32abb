// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bins/cellcodec.h"

#include <zstd.h>

#include <algorithm>
#include <bit>
#include <limits>

namespace cbpm {
namespace {

constexpr std::uint32_t formatVersion = 1;
/// Cells of one detector that a payload may claim.
constexpr std::uint32_t mostCells = 1 << 16;
/// Means and deviations are noise, which nothing compresses: speed counts more than the last byte.
constexpr int compressionLevel = -5;

template<class T>
void putColumn(Bytes &to, const std::vector<T> &column)
{
    static_assert(std::is_trivially_copyable_v<T>);
    const std::size_t at = to.size();
    to.resize(at + column.size() * sizeof(T));
    if (!column.empty())
        std::memcpy(to.data() + at, column.data(), column.size() * sizeof(T));
}

/// Adds the next `n` values.
template<class T>
void takeColumn(ByteReader &from, std::vector<T> &column, std::size_t n, std::size_t room)
{
    const std::uint8_t *const at = from.take(n * sizeof(T));
    if (!at || n == 0)
        return;
    const std::size_t before = column.size();
    column.reserve(std::max(room, before + n));
    column.resize(before + n);
    std::memcpy(column.data() + before, at, n * sizeof(T));
}

QuantitySet heldIn(const BinSeries &cells)
{
    QuantitySet held = 0;
    for (std::size_t k = 0; k < cells.moments.size(); ++k)
        held = static_cast<QuantitySet>(held | (cells.moments[k].empty() ? 0U : 1U << k));
    return held;
}

/// Whether `n` bin numbers at `bytes` ascend, from beyond `last`.
bool ascend(const std::uint8_t *bytes, std::size_t n, std::int64_t last)
{
    for (std::size_t k = 0; k < n; ++k) {
        std::int64_t bin;
        std::memcpy(&bin, bytes + k * sizeof bin, sizeof bin);
        if (bin <= last)
            return false;
        last = bin;
    }
    return true;
}

} // namespace

void CellCodec::FreeCompressor::operator()(ZSTD_CCtx_s *context) const noexcept
{
    ZSTD_freeCCtx(context);
}

void CellCodec::FreeDecompressor::operator()(ZSTD_DCtx_s *context) const noexcept
{
    ZSTD_freeDCtx(context);
}

CellCodec::CellCodec() : m_compressor{ZSTD_createCCtx()}, m_decompressor{ZSTD_createDCtx()}
{
    ZSTD_CCtx_setParameter(m_compressor.get(), ZSTD_c_compressionLevel, compressionLevel);
    ZSTD_CCtx_setParameter(m_compressor.get(), ZSTD_c_checksumFlag, 1);
}

CellCodec::~CellCodec() = default;

std::span<const std::uint8_t> CellCodec::encode(const BinSeries &cells)
{
    m_plain.clear();
    put(m_plain, formatVersion);
    put(m_plain, static_cast<std::uint32_t>(cells.size()));
    put(m_plain, static_cast<std::uint32_t>(cells.tallies.size()));
    put(m_plain, static_cast<std::uint32_t>(heldIn(cells)));
    putColumn(m_plain, cells.bin);
    putColumn(m_plain, cells.count);
    putColumn(m_plain, cells.invalid);
    putColumn(m_plain, cells.flags);
    putColumn(m_plain, cells.tallies);
    for (const std::vector<Moments> &column : cells.moments)
        putColumn(m_plain, column);
    m_packed.resize(ZSTD_compressBound(m_plain.size()));
    const std::size_t size =
        ZSTD_compress2(m_compressor.get(), m_packed.data(), m_packed.size(), m_plain.data(), m_plain.size());
    return {m_packed.data(), ZSTD_isError(size) ? 0 : size};
}

bool CellCodec::decode(std::span<const std::uint8_t> payload, BinSeries &cells, std::size_t room)
{
    constexpr std::size_t headSize = 4 * sizeof(std::uint32_t);
    constexpr std::size_t cellSize = sizeof(std::int64_t) + 2 * sizeof(std::uint32_t) + sizeof(std::uint16_t);
    constexpr std::size_t mostBytes =
        headSize + mostCells * (cellSize + sizeof(FlagTally) + quantityCount * sizeof(Moments));
    const auto claimed = ZSTD_getFrameContentSize(payload.data(), payload.size());
    if (claimed > mostBytes) // also what ZSTD answers where it cannot tell
        return false;
    m_plain.resize(claimed);
    const std::size_t size =
        ZSTD_decompressDCtx(m_decompressor.get(), m_plain.data(), m_plain.size(), payload.data(), payload.size());
    if (ZSTD_isError(size) || size != claimed)
        return false;
    ByteReader reader{m_plain};
    if (reader.take<std::uint32_t>() != formatVersion)
        return false;
    const auto n = reader.take<std::uint32_t>();
    const auto tallies = reader.take<std::uint32_t>();
    const auto held = reader.take<std::uint32_t>();
    if (reader.failed() || n > mostCells || tallies > n || held > allQuantities)
        return false;
    const auto columns = static_cast<std::size_t>(std::popcount(held));
    if (m_plain.size() != headSize + n * (cellSize + columns * sizeof(Moments)) + tallies * sizeof(FlagTally))
        return false;
    constexpr auto first = std::numeric_limits<std::int64_t>::min();
    if (!ascend(m_plain.data() + headSize, n, cells.bin.empty() ? first : cells.bin.back())
        || (!cells.bin.empty() && held != heldIn(cells)))
        return false;
    room = std::max(room, std::size_t{n});
    takeColumn(reader, cells.bin, n, room);
    takeColumn(reader, cells.count, n, room);
    takeColumn(reader, cells.invalid, n, room);
    takeColumn(reader, cells.flags, n, room);
    takeColumn(reader, cells.tallies, tallies, 0);
    for (std::size_t k = 0; k < cells.moments.size(); ++k) {
        if (contains(static_cast<QuantitySet>(held), k))
            takeColumn(reader, cells.moments[k], n, room);
    }
    return true;
}

} // namespace cbpm
