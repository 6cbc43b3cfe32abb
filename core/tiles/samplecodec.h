// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/archive/blockcodec.h"

namespace cbpm {

/// Samples as they came, with what their rows said on arrival (duplicate, late), to bytes and back. One per thread.
class SampleCodec
{
public:
    /// Valid until the next call.
    std::span<const std::uint8_t> encode(const DetectorSamples &samples);
    /// Fills time, button and arrival; false where the bytes are damaged.
    bool decode(std::span<const std::uint8_t> payload, DetectorSamples &samples);

private:
    BlockCodec m_block;
    Bytes m_bytes;
};

} // namespace cbpm
