// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/types/bytebuffer.h"
#include "core/types/samplebatch.h"

#include <memory>

struct ZSTD_CCtx_s;
struct ZSTD_DCtx_s;

namespace cbpm {

/// Most samples a block may claim: a hostile file gets no more memory than that.
inline constexpr std::uint32_t longestBlock = 1 << 20;

/// Time and four buttons of one detector to bytes and back, without loss: every double keeps its bits.
/// Times are stored as deviations from the 10 Hz step; whole numbers as zigzag differences, other values as xor with
/// the one before; both split in byte planes, then zstd with its checksum of the content. One object per thread.
class BlockCodec
{
public:
    BlockCodec();
    ~BlockCodec();
    BlockCodec(BlockCodec &&) noexcept;
    BlockCodec &operator=(BlockCodec &&) noexcept;

    /// Valid until the next call. `samples` holds 1 to longestBlock samples.
    std::span<const std::uint8_t> encode(const DetectorSamples &samples);

    /// Fills time and button of `samples` (buffers reused); false where the bytes are damaged.
    bool decode(std::span<const std::uint8_t> payload, DetectorSamples &samples);

    /// Undoes zstd alone and throws the bytes away: the yardstick of decode(). False where damaged.
    bool decompress(std::span<const std::uint8_t> payload);

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
