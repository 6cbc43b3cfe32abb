// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/types/samplebatch.h"

#include <QByteArray>

#include <array>

namespace cbpm {

/// How the columns of a table that is written to want their values.
struct WriteLayout
{
    enum class Time { Microseconds, Float8 }; ///< timestamptz or timestamp in UTC; seconds since 1970
    enum class Detector { Text, Int2, Int4, Int8 };
    enum class Number { Int2, Int4, Int8, Float4, Float8 };

    Time time = Time::Microseconds;
    Detector detector = Detector::Text;
    std::array<Number, buttonCount> button{Number::Int4, Number::Int4, Number::Int4, Number::Int4}; ///< by Button
};

/// Writes the stream of COPY … FROM STDIN (FORMAT binary): columns time, detector, TI, BI, BO, TO.
class CopyEncoder
{
public:
    /// Begins with the header.
    explicit CopyEncoder(const WriteLayout &layout);

    /// One row; `id` counts only where the detector column is a number. What an integer column cannot hold, NaN among
    /// it, becomes NULL; fractions are rounded.
    void addRow(const DetectorSamples &samples, std::size_t index, int id);
    void addTrailer();

    /// What was written since the last call.
    const QByteArray &bytes() const { return m_bytes; }
    void clear() { m_bytes.resize(0); }

private:
    template<class T>
    void append(T value);
    template<class T>
    void appendField(T value);
    template<class T>
    void appendWhole(double value);
    void appendButton(WriteLayout::Number type, double value);
    void appendDetector(const std::string &location, int id);

    WriteLayout m_layout;
    QByteArray m_bytes;
};

} // namespace cbpm
