// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <utility>
#include <variant>

namespace cbpm {

/// What went wrong, as a value: callers decide by `kind`, never by text.
struct Error
{
    enum class Kind {
        Cancelled,      ///< asked for; never shown
        Usage,          ///< an argument cannot be meant
        NotFound,       ///< file, table, column, detector or page does not exist
        Connection,     ///< server unreachable or link lost (SQLSTATE class 08, 57P0x, 53300)
        Authentication, ///< password or role refused (class 28): never retried by itself
        Permission,     ///< right missing on an object or a folder
        Timeout,        ///< an own or the server's deadline passed
        Query,          ///< the server refused the statement
        BadData,        ///< damaged, foreign or impossible content
        NewerFormat,    ///< written by a later version
        Storage,        ///< disk full, not writable
    };

    Kind kind = Kind::BadData;
    QString what; ///< one clause by CoreTexts: what and where, e.g. "table \"cbpm3\" does not exist on host x"
    QString hint; ///< what to do, e.g. "name the table with --table"; may be empty

    /// Whether the same may go well the next time. A load tries again by itself what bears it once or often; a view that
    /// asks anew all the time, also what may go well later only. `Backoff` decides for both.
    enum class Again { Never, Later, Once, Often };
    Again again = Again::Never;

    /// "what; hint": the one line a terminal gets.
    /// Names in it may come from anywhere: what moves a cursor, breaks a line or turns the writing is shown as a space.
    QString sentence() const
    {
        QString line = hint.isEmpty() ? what : what + QStringLiteral("; ") + hint;
        for (QChar &c : line) {
            const auto category = c.category();
            if (category == QChar::Other_Control || category == QChar::Other_Format
                || category == QChar::Separator_Line || category == QChar::Separator_Paragraph)
                c = QLatin1Char{' '};
        }
        return line;
    }
};

/// Value or Error, with the names of std::expected.
template<class T>
class [[nodiscard]] Result
{
public:
    Result(T value) : m_state{std::in_place_index<0>, std::move(value)} {}
    Result(Error error) : m_state{std::in_place_index<1>, std::move(error)} {}

    bool has_value() const noexcept { return m_state.index() == 0; }
    explicit operator bool() const noexcept { return has_value(); }

    T &value() & { return std::get<0>(m_state); }
    const T &value() const & { return std::get<0>(m_state); }
    T &&value() && { return std::get<0>(std::move(m_state)); }
    T *operator->() { return &value(); }
    const T *operator->() const { return &value(); }
    T &operator*() & { return value(); }
    const T &operator*() const & { return value(); }

    const Error &error() const { return std::get<1>(m_state); }

private:
    std::variant<T, Error> m_state;
};

/// Success without a value, or Error.
template<>
class [[nodiscard]] Result<void>
{
public:
    Result() = default;
    Result(Error error) : m_state{std::move(error)} {}

    bool has_value() const noexcept { return m_state.index() == 0; }
    explicit operator bool() const noexcept { return has_value(); }
    const Error &error() const { return std::get<1>(m_state); }

private:
    std::variant<std::monostate, Error> m_state;
};

} // namespace cbpm
