// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/textbuffer.h"

#include <charconv>
#include <chrono>
#include <cmath>

namespace cbpm {
namespace {

void appendPadded(std::string &text, std::int64_t value, int digits)
{
    char padded[8];
    for (int i = digits - 1; i >= 0; --i, value /= 10)
        padded[i] = static_cast<char>('0' + value % 10);
    text.append(padded, static_cast<std::size_t>(digits));
}

} // namespace

void TextBuffer::integer(std::uint64_t value)
{
    char digits[24];
    m_text.append(digits, std::to_chars(digits, digits + sizeof digits, value).ptr);
}

void TextBuffer::number(double value)
{
    if (std::isnan(value))
        return;
    char digits[32];
    m_text.append(digits, std::to_chars(digits, digits + sizeof digits, value).ptr);
}

void TextBuffer::time(TimePoint value)
{
    const auto day = std::chrono::floor<std::chrono::days>(value);
    if (day.time_since_epoch().count() != m_day) {
        const std::chrono::year_month_day date{day};
        m_day = day.time_since_epoch().count();
        m_date.clear();
        appendPadded(m_date, int{date.year()}, 4);
        m_date.push_back('-');
        appendPadded(m_date, static_cast<unsigned>(date.month()), 2);
        m_date.push_back('-');
        appendPadded(m_date, static_cast<unsigned>(date.day()), 2);
        m_date.push_back('T');
    }
    const std::chrono::hh_mm_ss clock{value - day};
    m_text.append(m_date);
    appendPadded(m_text, clock.hours().count(), 2);
    m_text.push_back(':');
    appendPadded(m_text, clock.minutes().count(), 2);
    m_text.push_back(':');
    appendPadded(m_text, clock.seconds().count(), 2);
    m_text.push_back('.');
    appendPadded(m_text, clock.subseconds().count(), 6);
    m_text.push_back('Z');
}

} // namespace cbpm
