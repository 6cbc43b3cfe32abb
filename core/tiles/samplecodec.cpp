// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tiles/samplecodec.h"

namespace cbpm {

std::span<const std::uint8_t> SampleCodec::encode(const DetectorSamples &samples)
{
    const auto block = m_block.encode(samples);
    m_bytes.clear();
    put(m_bytes, static_cast<std::uint32_t>(block.size()));
    m_bytes.insert(m_bytes.end(), block.begin(), block.end());
    for (const std::uint16_t arrival : samples.arrival)
        put(m_bytes, arrival);
    return m_bytes;
}

bool SampleCodec::decode(std::span<const std::uint8_t> payload, DetectorSamples &samples)
{
    ByteReader reader{payload};
    const auto size = reader.take<std::uint32_t>();
    const std::uint8_t *const block = reader.take(size);
    if (!block || !m_block.decode({block, size}, samples))
        return false;
    if (reader.atEnd())
        return true;
    samples.arrival.resize(samples.size());
    for (std::uint16_t &arrival : samples.arrival)
        arrival = reader.take<std::uint16_t>();
    return !reader.failed() && reader.atEnd();
}

} // namespace cbpm
