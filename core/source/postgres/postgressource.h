// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/postgres/postgresreader.h"
#include "core/source/postgres/prepareddata.h"
#include "core/source/postgres/readpath.h"
#include "core/source/postgres/sparesession.h"
#include "core/source/postgres/tablemapping.h"
#include "core/source/samplesource.h"

namespace cbpm {

/// A table on a PostgreSQL server, read by COPY in slices of time, inside a read-only transaction. Where blocks or
/// cells were prepared beside it (see packaging/sql) they are read instead, as far as they reach.
class PostgresSource : public SampleSource
{
public:
    PostgresSource(QString conninfo, TableMapping mapping, DetectorTablePtr table, PostgresLimits limits = {},
                   ReadPath path = ReadPath::Auto);

    Result<SourceInfo> info(const CancelToken &cancel) const override;
    Result<std::unique_ptr<SampleReader>> open(const std::vector<int> &rows, const CancelToken &cancel) const override;
    /// Where the server lets two sessions share a snapshot (a standby does, too), both see the same rows. Where it does
    /// not (a proxy between), the reader sees its own moment: rows written meanwhile are then in one and not in the
    /// other, as with any two loads. Where no session is to be had within a moment there is none: Error::Timeout. Rows
    /// of foreign tables are always of a moment of each session's own.
    Result<ReaderOpening> openingBeside(SampleReader &first, const std::vector<int> &rows,
                                        const CancelToken &cancel) const override;
    Result<std::unique_ptr<CellReader>> openCells(const std::vector<int> &rows, std::optional<PositionMethod> method,
                                                  const CancelToken &cancel) const override;
    /// Where the table has the trigger of announce.sql, and one more session is to be had at once.
    Result<std::unique_ptr<Announcer>> announcer(const CancelToken &cancel) const override;
    /// Two backends, and the client still keeps up with both.
    int usefulReaders() const override { return 2; }
    DetectorTablePtr table() const override { return m_table; }
    SampleSourcePtr withTable(DetectorTablePtr table) const override
    {
        auto source = std::make_shared<PostgresSource>(*this);
        source->m_table = std::move(table);
        return source;
    }

    /// A reader over a session that is open already, inside its transaction.
    Result<std::unique_ptr<SampleReader>> openOn(const SharedConnection &connection, const std::vector<int> &rows,
                                                 const CancelToken &cancel) const;

private:
    Result<SharedConnection> connect(const CancelToken &cancel) const;
    void keep(Connection &connection, const CancelToken &cancel) const;
    struct Joined;
    Result<SharedConnection> join(const Joined &first, const CancelToken &cancel) const;
    Result<PreparedData> findPrepared(Connection &connection, const RowLayout &layout, const CancelToken &cancel) const;

    QString m_conninfo;
    TableMapping m_mapping;
    DetectorTablePtr m_table;
    PostgresLimits m_limits;
    ReadPath m_path;
    std::shared_ptr<SpareSession> m_spare = std::make_shared<SpareSession>(); ///< also of the same data read otherwise
};

} // namespace cbpm
