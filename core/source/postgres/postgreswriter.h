// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detectors/detectortable.h"
#include "core/source/postgres/copyencoder.h"
#include "core/source/postgres/postgreslimits.h"
#include "core/source/postgres/tablemapping.h"

namespace cbpm {

/// Adds samples to a table by COPY … FROM STDIN (FORMAT binary). Used by one thread.
class PostgresWriter
{
public:
    enum class Table {
        Existing, ///< it is there; its types are learned
        Create,   ///< makes table and index on time; one of that name must not exist
    };

    /// A created table has timestamptz, text and four int4. Errors: those of a connection; BadData names a column of a
    /// type that cannot be written.
    static Result<PostgresWriter> open(const QString &conninfo, const TableMapping &mapping,
                                       const DetectorTablePtr &table, Table what, const Deadlines &deadlines,
                                       const CancelToken &cancel);

    /// The whole batch or, with an error, nothing of it: rows go trigger by trigger, as the ring's own programs write.
    Result<void> write(const SampleBatch &batch, const CancelToken &cancel);

    std::uint64_t rows() const { return m_rows; } ///< written so far

private:
    PostgresWriter(Connection connection, DetectorTablePtr table)
        : m_connection{std::move(connection)}, m_table{std::move(table)}
    {
    }

    Result<void> create(const TableMapping &mapping, const CancelToken &cancel);
    Result<void> learn(const TableMapping &mapping, const CancelToken &cancel);
    Result<void> send(const SampleBatch &batch, const CancelToken &cancel);

    Connection m_connection;
    DetectorTablePtr m_table;
    WriteLayout m_layout;
    QByteArray m_copy; ///< the statement
    std::uint64_t m_rows = 0;
};

} // namespace cbpm
