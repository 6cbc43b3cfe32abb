// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/postgres/postgreswriter.h"

#include "core/source/postgres/rowlayout.h"
#include "core/types/timetext.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace cbpm {
namespace {

struct RowPlace
{
    std::int64_t time;
    const DetectorSamples *samples;
    std::size_t index;
};

std::vector<RowPlace> rowsInOrder(const SampleBatch &batch)
{
    std::vector<RowPlace> rows;
    for (const DetectorSamples &samples : batch.detectors) {
        for (std::size_t i = 0; i < samples.size(); ++i)
            rows.push_back({samples.time[i], &samples, i});
    }
    std::stable_sort(rows.begin(), rows.end(), [](const RowPlace &a, const RowPlace &b) { return a.time < b.time; });
    return rows;
}

QByteArray textOf(double value)
{
    if (std::isnan(value))
        return QByteArrayLiteral("\\N");
    return value == std::nearbyint(value) ? QByteArray::number(static_cast<qint64>(value)) : QByteArray::number(value, 'g', 17);
}

} // namespace

PostgresWriter::PostgresWriter(Connection connection, QByteArray copy) : m_connection{std::move(connection)}, m_copy{std::move(copy)} {}

Result<PostgresWriter> PostgresWriter::open(const QString &conninfo, const TableMapping &mapping, bool create, const CancelToken &cancel)
{
    auto connection = Connection::open(conninfo, {}, cancel);
    if (!connection)
        return connection.error();
    const QByteArray table = quotedTable(*connection, mapping.table);
    QByteArrayList columns;
    for (const QString &name : {mapping.time, mapping.detector, mapping.topIn, mapping.topOut, mapping.botIn, mapping.botOut})
        columns << connection->identifier(name);
    if (create) {
        const QByteArray sql = "BEGIN; CREATE TABLE " + table + " (" + columns[0] + " timestamptz NOT NULL, " + columns[1] + " text NOT NULL, "
                               + columns[2] + " int4, " + columns[3] + " int4, " + columns[4] + " int4, " + columns[5]
                               + " int4); CREATE INDEX ON " + table + " (" + columns[0] + "); COMMIT";
        if (auto made = connection->run(sql, cancel); !made)
            return made.error();
    }
    return PostgresWriter{std::move(*connection), "COPY " + table + " (" + columns.join(", ") + ") FROM STDIN"};
}

Result<void> PostgresWriter::append(const SampleBatch &batch, const CancelToken &cancel)
{
    QByteArray text;
    std::vector<QByteArray> chunks;
    for (const RowPlace &row : rowsInOrder(batch)) {
        text += isoText(timePoint(row.time)).toLatin1() + '\t' + QByteArray::fromStdString(row.samples->location);
        for (const Button button : {Button::TopInner, Button::TopOuter, Button::BottomInner, Button::BottomOuter})
            text += '\t' + textOf(row.samples->button[static_cast<std::size_t>(button)][row.index]);
        text += '\n';
        if (text.size() > 1 << 18)
            chunks.push_back(std::exchange(text, {}));
    }
    chunks.push_back(text);
    return m_connection.copyIn(m_copy, chunks, cancel);
}

} // namespace cbpm
