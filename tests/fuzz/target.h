// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <span>
#include <utility>

/// What libFuzzer calls, and our own driver where libFuzzer is not there. Always 0.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

namespace cbpm::fuzz {

/// What a target promises; broken, it ends the run as a crash does.
inline void require(bool promise)
{
    if (!promise)
        std::abort();
}

/// Takes an input apart from its front; at its end everything is zero or empty.
class Input
{
public:
    Input(const std::uint8_t *data, std::size_t size) : m_rest{data, size} {}

    bool isEmpty() const { return m_rest.empty(); }

    std::uint8_t byte()
    {
        if (m_rest.empty())
            return 0;
        const std::uint8_t first = m_rest.front();
        m_rest = m_rest.subspan(1);
        return first;
    }

    /// A length of two bytes, and so many bytes.
    std::span<const std::uint8_t> piece()
    {
        const std::size_t high = byte();
        const std::size_t low = byte(); // before the rest is measured: arguments have no order
        const std::size_t length = std::min(high << 8 | low, m_rest.size());
        const auto taken = m_rest.first(length);
        m_rest = m_rest.subspan(length);
        return taken;
    }

    std::span<const std::uint8_t> rest() { return std::exchange(m_rest, {}); }

private:
    std::span<const std::uint8_t> m_rest;
};

} // namespace cbpm::fuzz
