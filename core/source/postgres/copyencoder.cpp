// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/postgres/copyencoder.h"

#include "core/source/postgres/pgtime.h"

#include <QtEndian>

#include <bit>
#include <cmath>
#include <limits>

namespace cbpm {
namespace {

constexpr std::int16_t fieldCount = 6;
constexpr std::int32_t null = -1;

} // namespace

template<class T>
void CopyEncoder::append(T value)
{
    const T big = qToBigEndian(value);
    m_bytes.append(reinterpret_cast<const char *>(&big), sizeof big);
}

template<class T>
void CopyEncoder::appendField(T value)
{
    append(static_cast<std::int32_t>(sizeof value));
    append(value);
}

template<class T>
void CopyEncoder::appendWhole(double value)
{
    const double rounded = std::nearbyint(value);
    // 2^digits is exact as a double, the largest integer is not; false for NaN, too.
    const double limit = std::ldexp(1.0, std::numeric_limits<T>::digits);
    if (rounded >= -limit && rounded < limit)
        appendField(static_cast<T>(rounded));
    else
        append(null);
}

CopyEncoder::CopyEncoder(const WriteLayout &layout) : m_layout{layout}
{
    m_bytes.append("PGCOPY\n\377\r\n", 11); // with its zero
    append(std::int32_t{0});                // flags
    append(std::int32_t{0});                // extension
}

void CopyEncoder::addRow(const DetectorSamples &samples, std::size_t index, int id)
{
    append(fieldCount);
    if (m_layout.time == WriteLayout::Time::Microseconds)
        appendField(samples.time[index] - microsecondsTo2000);
    else
        appendField(std::bit_cast<std::uint64_t>(static_cast<double>(samples.time[index]) / 1e6));
    appendDetector(samples.location, id);
    for (std::size_t k = 0; k < buttonCount; ++k)
        appendButton(m_layout.button[k], samples.button[k][index]);
}

void CopyEncoder::addTrailer()
{
    append(std::int16_t{-1});
}

void CopyEncoder::appendDetector(const std::string &location, int id)
{
    switch (m_layout.detector) {
    case WriteLayout::Detector::Text:
        append(static_cast<std::int32_t>(location.size()));
        m_bytes.append(location.data(), static_cast<qsizetype>(location.size()));
        return;
    case WriteLayout::Detector::Int2:
        return appendWhole<std::int16_t>(id);
    case WriteLayout::Detector::Int4:
        return appendWhole<std::int32_t>(id);
    case WriteLayout::Detector::Int8:
        return appendWhole<std::int64_t>(id);
    }
}

void CopyEncoder::appendButton(WriteLayout::Number type, double value)
{
    switch (type) {
    case WriteLayout::Number::Int2:
        return appendWhole<std::int16_t>(value);
    case WriteLayout::Number::Int4:
        return appendWhole<std::int32_t>(value);
    case WriteLayout::Number::Int8:
        return appendWhole<std::int64_t>(value);
    case WriteLayout::Number::Float4:
        return appendField(std::bit_cast<std::uint32_t>(static_cast<float>(value)));
    case WriteLayout::Number::Float8:
        return appendField(std::bit_cast<std::uint64_t>(value));
    }
}

} // namespace cbpm
