// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/postgres/connection.h"

#include <string_view>

namespace cbpm {

/// The rows of one COPY … TO STDOUT (FORMAT binary) that was sent: few of them, and large.
class CopyTuples
{
public:
    explicit CopyTuples(Connection &connection) : m_connection{connection} {}

    /// Fields of the next row, until the next call; empty at the end. Neither NULL nor damaged rows: BadData.
    Result<std::span<const std::string_view>> next(const CancelToken &cancel);

    std::uint64_t bytes() const { return m_bytes; } ///< received so far

private:
    Result<std::span<const std::string_view>> split(std::string_view message);

    Connection &m_connection;
    PgMemory m_message;
    std::vector<std::string_view> m_fields;
    std::uint64_t m_bytes = 0;
    bool m_trailer = false;
};

} // namespace cbpm
