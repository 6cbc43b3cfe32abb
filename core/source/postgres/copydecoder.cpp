// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/postgres/copydecoder.h"

#include "core/source/postgres/pgtime.h"

#include <QtEndian>

#include <bit>
#include <cmath>
#include <cstdlib>
#include <cstring>
#include <limits>

using namespace Qt::StringLiterals;

namespace cbpm {
namespace {

constexpr char signature[] = "PGCOPY\n\377\r\n"; // and the zero that ends it: 11 bytes
constexpr int fieldCount = 3;
constexpr std::size_t lsegSize = buttonCount * sizeof(double);
constexpr std::size_t intervalSize = 16;
constexpr std::size_t longestDetector = 63; ///< a name; longer text is no detector

template<class T>
T at(const char *bytes)
{
    return qFromBigEndian<T>(bytes);
}

double float8At(const char *bytes)
{
    return std::bit_cast<double>(at<std::uint64_t>(bytes));
}

void setTime(CopiedRow &row, std::int64_t since2000)
{
    // The two ends stand for -infinity and infinity.
    row.hasTime = since2000 != std::numeric_limits<std::int64_t>::min()
                  && since2000 <= std::numeric_limits<std::int64_t>::max() - microsecondsTo2000;
    row.time = row.hasTime ? since2000 + microsecondsTo2000 : 0;
}

void setSeconds(CopiedRow &row, double seconds)
{
    row.hasTime = std::abs(seconds) < 9e12; // false for NaN
    row.time = row.hasTime ? std::llround(seconds * 1e6) : 0;
}

void setFromLseg(CopiedRow &row, const char *bytes)
{
    for (std::size_t k = 0; k < buttonCount; ++k)
        row.button[k] = float8At(bytes + k * sizeof(double));
}

/// Whether it is clear what was meant: the int4 in the µs may be longer than half an hour, which looks like a short one
/// before or after another hour.
bool setFromInterval(CopiedRow &row, const char *bytes)
{
    constexpr std::int64_t hour = 3'600'000'000;
    constexpr std::int64_t clear = hour - (std::int64_t{1} << 31) - 1;
    const auto time = at<std::int64_t>(bytes);
    std::int64_t hours = time / hour;
    std::int64_t rest = time % hour;
    if (std::abs(rest) > hour / 2) { // nearer to the next one
        hours += rest < 0 ? -1 : 1;
        rest += rest < 0 ? hour : -hour;
    }
    row.button = {static_cast<double>(at<std::int32_t>(bytes + 12)), static_cast<double>(at<std::int32_t>(bytes + 8)),
                  static_cast<double>(hours), static_cast<double>(rest)};
    return -clear <= rest && rest <= clear;
}

} // namespace

CopyDecoder::CopyDecoder(const WireForm &form)
    : m_form{form}, m_buttonsSize{form.buttons == WireForm::Buttons::Interval ? intervalSize : lsegSize},
      m_usual{form.time == WireForm::Time::Timestamptz && form.detector == WireForm::Detector::Text}
{
}

/// Whether it is clear what they are.
bool CopyDecoder::setButtons(CopiedRow &row, const char *bytes) const
{
    if (m_form.buttons == WireForm::Buttons::Interval)
        return setFromInterval(row, bytes);
    setFromLseg(row, bytes);
    return true;
}

CopyDecoder::Step CopyDecoder::damaged(std::size_t where, const char *what)
{
    m_problem = u"%1 at byte %2 of the COPY stream"_s.arg(QString::fromLatin1(what)).arg(m_offset + where);
    return Step::Damaged;
}

CopyDecoder::Step CopyDecoder::decode(std::span<const char> message, CopiedRow &row)
{
    std::size_t begin = 0;
    if (!m_header && !skipHeader(message, begin))
        return damaged(0, "no COPY signature");
    const auto rest = message.subspan(begin);
    Step step = Step::Nothing;
    if (rest.empty() || isTrailer(rest))
        step = Step::Nothing;
    else if (m_trailer)
        return damaged(begin, "bytes after the end");
    else
        step = decodeUsual(rest, row) ? Step::Row : decodeFields(rest, begin, row);
    if (step != Step::Damaged)
        m_offset += message.size();
    return step;
}

bool CopyDecoder::skipHeader(std::span<const char> message, std::size_t &begin)
{
    constexpr std::size_t fixed = sizeof signature + 8;
    if (message.size() < fixed || std::memcmp(message.data(), signature, sizeof signature) != 0)
        return false;
    const auto flags = at<std::int32_t>(message.data() + sizeof signature);
    const auto extension = at<std::int32_t>(message.data() + sizeof signature + 4);
    if (flags != 0 || extension < 0 || static_cast<std::size_t>(extension) > message.size() - fixed)
        return false;
    begin = fixed + static_cast<std::size_t>(extension);
    m_header = true;
    return true;
}

bool CopyDecoder::isTrailer(std::span<const char> bytes)
{
    if (bytes.size() != 2 || at<std::int16_t>(bytes.data()) != -1)
        return false;
    m_trailer = true;
    return true;
}

bool CopyDecoder::decodeUsual(std::span<const char> bytes, CopiedRow &row) const
{
    constexpr std::size_t nameAt = 2 + 4 + 8 + 4; // field count; length and time; length of the name
    const std::size_t unnamed = nameAt + 4 + m_buttonsSize;
    if (!m_usual || bytes.size() < unnamed || bytes.size() > unnamed + longestDetector)
        return false;
    const std::size_t nameSize = bytes.size() - unnamed;
    const char *const data = bytes.data();
    const char *const buttons = data + nameAt + nameSize;
    const bool expected = at<std::int16_t>(data) == fieldCount && at<std::int32_t>(data + 2) == 8
                          && at<std::uint32_t>(data + nameAt - 4) == nameSize
                          && at<std::uint32_t>(buttons) == m_buttonsSize;
    const bool isClear = setButtons(row, buttons + 4);
    setTime(row, at<std::int64_t>(data + 6));
    row.detector = {data + nameAt, nameSize};
    row.hasDetector = true;
    return expected && isClear;
}

CopyDecoder::Step CopyDecoder::decodeFields(std::span<const char> bytes, std::size_t begin, CopiedRow &row)
{
    if (bytes.size() < 2)
        return damaged(begin, "truncated row");
    if (at<std::int16_t>(bytes.data()) != fieldCount)
        return damaged(begin, "unexpected number of fields");
    std::size_t next = 2;
    for (int index = 0; index < fieldCount; ++index) {
        if (bytes.size() - next < 4)
            return damaged(begin + next, "truncated field");
        Field field{bytes.data() + next + 4, at<std::int32_t>(bytes.data() + next)};
        next += 4;
        if (field.length < -1 || (field.length > 0 && static_cast<std::size_t>(field.length) > bytes.size() - next))
            return damaged(begin + next, "impossible field length");
        const char *const problem = index == 0   ? readTime(field, row)
                                    : index == 1 ? readDetector(field, row)
                                                 : readButtons(field, row);
        if (problem)
            return damaged(begin + next, problem);
        next += field.isNull() ? 0 : static_cast<std::size_t>(field.length);
    }
    if (next < bytes.size())
        return damaged(begin + next, "bytes after the last field");
    return m_isClear ? Step::Row : Step::Unclear;
}

const char *CopyDecoder::readTime(const Field &field, CopiedRow &row) const
{
    row.hasTime = false;
    if (field.isNull())
        return nullptr;
    if (field.length != 8)
        return "time of unexpected length";
    if (m_form.time == WireForm::Time::Seconds)
        setSeconds(row, float8At(field.bytes));
    else
        setTime(row, at<std::int64_t>(field.bytes));
    return nullptr;
}

const char *CopyDecoder::readDetector(const Field &field, CopiedRow &row) const
{
    row.hasDetector = !field.isNull();
    row.detector = {};
    if (field.isNull())
        return nullptr;
    if (m_form.detector == WireForm::Detector::Id) {
        if (field.length != 8)
            return "detector id of unexpected length";
        row.id = at<std::int64_t>(field.bytes);
        return nullptr;
    }
    if (static_cast<std::size_t>(field.length) > longestDetector)
        return "detector name longer than 63 bytes";
    row.detector = {field.bytes, static_cast<std::size_t>(field.length)};
    return nullptr;
}

const char *CopyDecoder::readButtons(const Field &field, CopiedRow &row)
{
    if (field.isNull()) {
        row.button.fill(std::numeric_limits<double>::quiet_NaN());
        m_isClear = m_form.buttons == WireForm::Buttons::Lseg;
        return nullptr;
    }
    if (static_cast<std::size_t>(field.length) != m_buttonsSize)
        return "buttons of unexpected length";
    m_isClear = setButtons(row, field.bytes);
    return nullptr;
}

} // namespace cbpm
