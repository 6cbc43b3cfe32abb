// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <type_traits>
#include <vector>

namespace cbpm {

using Bytes = std::vector<std::uint8_t>;

/// Appends values as they lie in memory; archives are little-endian, like every machine they run on.
template<class T>
void put(Bytes &to, T value)
{
    static_assert(std::is_trivially_copyable_v<T>);
    const std::size_t at = to.size();
    to.resize(at + sizeof value);
    std::memcpy(to.data() + at, &value, sizeof value);
}

/// Reads from bytes that nobody vouches for: past the end it fails, and stays failed.
class ByteReader
{
public:
    explicit ByteReader(std::span<const std::uint8_t> bytes) : m_bytes{bytes} {}

    template<class T>
    T take()
    {
        T value{};
        if (const std::uint8_t *const at = take(sizeof value))
            std::memcpy(&value, at, sizeof value);
        return value;
    }

    /// `size` bytes; nullptr where there are fewer.
    const std::uint8_t *take(std::size_t size)
    {
        if (size > m_bytes.size() - m_at) {
            m_failed = true;
            m_at = m_bytes.size();
            return nullptr;
        }
        const std::uint8_t *const at = m_bytes.data() + m_at;
        m_at += size;
        return at;
    }

    bool failed() const { return m_failed; }
    bool atEnd() const { return m_at == m_bytes.size(); }

private:
    std::span<const std::uint8_t> m_bytes;
    std::size_t m_at = 0;
    bool m_failed = false;
};

} // namespace cbpm
