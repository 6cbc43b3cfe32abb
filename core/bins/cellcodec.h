// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/bins/binseries.h"
#include "core/types/bytebuffer.h"

#include <memory>
#include <span>

struct ZSTD_CCtx_s;
struct ZSTD_DCtx_s;

namespace cbpm {

/// Bins of one detector to bytes and back, to the bit, with a checksum of the content. One object per thread.
class CellCodec
{
public:
    CellCodec();
    ~CellCodec();

    /// Valid until the next call.
    std::span<const std::uint8_t> encode(const BinSeries &cells);
    /// Adds what was encoded behind the bins that `cells` has: everything but location and row, with room for `room`
    /// bins in all. False, and `cells` as it was, where the bytes are damaged or do not continue them.
    bool decode(std::span<const std::uint8_t> payload, BinSeries &cells, std::size_t room = 0);

private:
    struct FreeCompressor
    {
        void operator()(ZSTD_CCtx_s *context) const noexcept;
    };
    struct FreeDecompressor
    {
        void operator()(ZSTD_DCtx_s *context) const noexcept;
    };

    std::unique_ptr<ZSTD_CCtx_s, FreeCompressor> m_compressor;
    std::unique_ptr<ZSTD_DCtx_s, FreeDecompressor> m_decompressor;
    Bytes m_plain;
    Bytes m_packed;
};

} // namespace cbpm
