// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/postgres/postgreslimits.h"
#include "core/source/postgres/tablemapping.h"
#include "core/source/samplesource.h"

namespace cbpm {

/// A table on a PostgreSQL server, read by COPY in slices of time, inside a read-only transaction.
class PostgresSource : public SampleSource
{
public:
    PostgresSource(QString conninfo, TableMapping mapping, DetectorTablePtr table, PostgresLimits limits = {});

    Result<SourceInfo> info(const CancelToken &cancel) const override;
    Result<std::unique_ptr<SampleReader>> open(const std::vector<int> &rows, const CancelToken &cancel) const override;
    int usefulReaders() const override { return 1; }
    DetectorTablePtr table() const override { return m_table; }
    SampleSourcePtr withTable(DetectorTablePtr table) const override
    {
        return std::make_shared<PostgresSource>(m_conninfo, m_mapping, std::move(table), m_limits);
    }

private:
    QString m_conninfo;
    TableMapping m_mapping;
    DetectorTablePtr m_table;
    PostgresLimits m_limits;
};

} // namespace cbpm
