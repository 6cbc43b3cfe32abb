// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/postgres/wireform.h"
#include "core/types/samplebatch.h"

#include <QString>

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

namespace cbpm {

/// One row as it came.
struct CopiedRow
{
    std::int64_t time = 0;                    ///< µs since 1970
    bool hasTime = false;                     ///< false for NULL, infinity and NaN
    std::string_view detector;                ///< text; into the message
    std::int64_t id = 0;                      ///< where the detector is a number
    bool hasDetector = false;                 ///< false for NULL
    std::array<double, buttonCount> button{}; ///< NaN where NULL
};

/// Reads the messages of COPY … TO STDOUT (FORMAT binary), PostgreSQL's protocol: big-endian, signature first,
/// trailer last. Touches no byte outside the message it is given.
class CopyDecoder
{
public:
    /// Unclear: a row whose buttons this form may not tell; as lseg it is a Row.
    enum class Step { Row, Unclear, Nothing, Damaged };

    explicit CopyDecoder(const WireForm &form);

    /// One message; `row` is filled for Step::Row. The header may come alone or glued to the first row.
    Step decode(std::span<const char> message, CopiedRow &row);

    /// What was wrong, with the byte offset in the stream.
    const QString &problem() const { return m_problem; }
    std::uint64_t offset() const { return m_offset; }
    bool sawTrailer() const { return m_trailer; }

private:
    struct Field
    {
        const char *bytes;
        std::int32_t length; ///< -1: NULL

        bool isNull() const { return length == -1; }
    };

    Step damaged(std::size_t where, const char *what);
    bool skipHeader(std::span<const char> message, std::size_t &begin);
    bool isTrailer(std::span<const char> bytes);

    bool setButtons(CopiedRow &row, const char *bytes) const;

    /// The row that nearly all are: timestamptz, text, buttons, no NULL; only the name's length is not known
    /// beforehand. False: look at it field by field.
    bool decodeUsual(std::span<const char> bytes, CopiedRow &row) const;
    Step decodeFields(std::span<const char> bytes, std::size_t begin, CopiedRow &row);

    // What is wrong with a field; nullptr: nothing.
    const char *readTime(const Field &field, CopiedRow &row) const;
    const char *readDetector(const Field &field, CopiedRow &row) const;
    const char *readButtons(const Field &field, CopiedRow &row);

    WireForm m_form;
    std::size_t m_buttonsSize;
    bool m_isClear = true;      ///< what readButtons() read last
    bool m_usual = false;       ///< whether the form is that of decodeUsual()
    std::uint64_t m_offset = 0; ///< of the message in the stream
    bool m_header = false;
    bool m_trailer = false;
    QString m_problem;
};

} // namespace cbpm
