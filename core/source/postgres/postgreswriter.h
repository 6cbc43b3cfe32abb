// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/postgres/connection.h"
#include "core/source/postgres/tablemapping.h"
#include "core/types/samplebatch.h"

namespace cbpm {

/// Fills a row table, for simulated data and tests; the viewer itself never writes.
class PostgresWriter
{
public:
    /// `create` makes table (timestamptz, text, four int4) and index first; it must not be there.
    static Result<PostgresWriter> open(const QString &conninfo, const TableMapping &mapping, bool create, const CancelToken &cancel);

    /// One transaction per batch, rows in time order.
    Result<void> append(const SampleBatch &batch, const CancelToken &cancel);

private:
    PostgresWriter(Connection connection, QByteArray copy);

    Connection m_connection;
    QByteArray m_copy;
};

} // namespace cbpm
