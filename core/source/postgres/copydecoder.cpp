// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/postgres/copydecoder.h"

#include <QtEndian>

#include <bit>
#include <cmath>
#include <cstring>
#include <limits>

using namespace Qt::StringLiterals;

namespace cbpm {
namespace {

constexpr char signature[] = "PGCOPY\n\377\r\n"; // and the zero that ends it: 11 bytes
constexpr int fieldCount = 6;
constexpr int longestDetector = 63; ///< a name; longer text is no detector
constexpr std::int64_t microsecondsTo2000 = 946'684'800'000'000;

std::int32_t int32At(const char *bytes)
{
    return qFromBigEndian<std::int32_t>(bytes);
}

double float8At(const char *bytes)
{
    return std::bit_cast<double>(qFromBigEndian<std::uint64_t>(bytes));
}

} // namespace

CopyDecoder::Step CopyDecoder::damaged(std::size_t at, const char *what)
{
    m_problem = u"%1 at byte %2 of the COPY stream"_s.arg(QString::fromLatin1(what)).arg(m_offset + at);
    return Step::Damaged;
}

bool CopyDecoder::skipHeader(std::span<const char> message, std::size_t &at)
{
    if (message.size() < sizeof signature + 8 || std::memcmp(message.data(), signature, sizeof signature) != 0)
        return false;
    const std::int32_t flags = int32At(message.data() + sizeof signature);
    const std::int32_t extension = int32At(message.data() + sizeof signature + 4);
    at = sizeof signature + 8;
    if (flags != 0 || extension < 0 || static_cast<std::size_t>(extension) > message.size() - at)
        return false;
    at += static_cast<std::size_t>(extension);
    m_header = true;
    return true;
}

bool CopyDecoder::readTime(const char *field, int length, CopiedRow &row) const
{
    if (length != 8)
        return false;
    if (m_form.time == WireForm::Time::Seconds) {
        const double seconds = float8At(field);
        row.hasTime = std::abs(seconds) < 9e12; // false for NaN
        row.time = row.hasTime ? std::llround(seconds * 1e6) : 0;
        return true;
    }
    const auto since2000 = qFromBigEndian<std::int64_t>(field);
    // The two ends stand for -infinity and infinity.
    row.hasTime = since2000 != std::numeric_limits<std::int64_t>::min()
                  && since2000 <= std::numeric_limits<std::int64_t>::max() - microsecondsTo2000;
    row.time = row.hasTime ? since2000 + microsecondsTo2000 : 0;
    return true;
}

CopyDecoder::Step CopyDecoder::decode(std::span<const char> message, CopiedRow &row)
{
    std::size_t at = 0;
    if (!m_header && !skipHeader(message, at))
        return damaged(0, "no COPY signature");
    const std::size_t size = message.size();
    if (at == size) {
        m_offset += size;
        return Step::Nothing;
    }
    if (size - at < 2)
        return damaged(at, "truncated row");
    const auto fields = qFromBigEndian<std::int16_t>(message.data() + at);
    at += 2;
    if (fields == -1) {
        m_trailer = true;
        m_offset += size;
        return Step::Nothing;
    }
    if (fields != fieldCount || m_trailer)
        return damaged(at, "unexpected number of fields");
    for (int field = 0; field < fieldCount; ++field) {
        if (size - at < 4)
            return damaged(at, "truncated field");
        const std::int32_t length = int32At(message.data() + at);
        at += 4;
        const bool null = length == -1;
        if (!null && (length < 0 || static_cast<std::size_t>(length) > size - at))
            return damaged(at, "impossible field length");
        const char *const bytes = message.data() + at;
        if (field == 0) {
            row.hasTime = false;
            if (!null && !readTime(bytes, length, row))
                return damaged(at, "time of unexpected length");
        } else if (field == 1) {
            row.hasDetector = !null;
            if (m_form.detector == WireForm::Detector::Text) {
                if (!null && length > longestDetector)
                    return damaged(at, "detector name longer than 63 bytes");
                row.detector = null ? std::string_view{} : std::string_view{bytes, static_cast<std::size_t>(length)};
            } else if (!null) {
                if (length != 8)
                    return damaged(at, "detector id of unexpected length");
                row.id = qFromBigEndian<std::int64_t>(bytes);
            }
        } else {
            const auto button = static_cast<std::size_t>(field - 2);
            const bool integer = m_form.button[button] == WireForm::Number::Int4;
            if (null)
                row.button[button] = std::numeric_limits<double>::quiet_NaN();
            else if (length != (integer ? 4 : 8))
                return damaged(at, "button of unexpected length");
            else
                row.button[button] = integer ? int32At(bytes) : float8At(bytes);
        }
        at += null ? 0 : static_cast<std::size_t>(length);
    }
    if (at != size)
        return damaged(at, "bytes after the last field");
    m_offset += size;
    return Step::Row;
}

} // namespace cbpm
