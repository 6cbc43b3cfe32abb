// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/types/time.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace cbpm {

/// Text of a file being made: C locale, numbers in the shortest form that reads back to the same double.
class TextBuffer
{
public:
    void text(std::string_view value) { m_text.append(value); }
    void character(char value) { m_text.push_back(value); }
    void integer(std::uint64_t value);
    /// Empty for NaN.
    void number(double value);
    /// 2020-11-20T00:00:00.000000Z
    void time(TimePoint value);

    std::string_view view() const { return m_text; }
    std::size_t size() const { return m_text.size(); }
    void clear() { m_text.clear(); }

private:
    std::string m_text;
    std::int64_t m_day = INT64_MIN; ///< whose date is in m_date: dates change rarely
    std::string m_date;
};

} // namespace cbpm
