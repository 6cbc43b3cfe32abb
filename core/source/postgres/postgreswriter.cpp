// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/postgres/postgreswriter.h"

#include "core/source/postgres/pgtypes.h"
#include "core/source/postgres/rowlayout.h"
#include "core/types/coretexts.h"
#include "core/types/outcome.h"

#include <QByteArrayList>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace cbpm {
namespace {

constexpr qsizetype bytesPerMessage = 64 * 1024;

/// In the order of CopyEncoder.
std::array<QString, 6> columnsOf(const TableMapping &mapping)
{
    return {mapping.time, mapping.detector, mapping.topIn, mapping.botIn, mapping.botOut, mapping.topOut};
}

std::optional<WriteLayout::Time> timeForm(Oid type, const TableMapping &mapping)
{
    const bool utc = mapping.serverTimezone == QTimeZone::utc() || mapping.serverTimezone.id() == "UTC";
    if (type == pgtype::timestamptz || (type == pgtype::timestamp && utc))
        return WriteLayout::Time::Microseconds;
    return type == pgtype::float8 ? std::optional{WriteLayout::Time::Float8} : std::nullopt;
}

std::optional<WriteLayout::Detector> detectorForm(Oid type)
{
    using Form = WriteLayout::Detector;
    if (pgtype::isText(type))
        return Form::Text;
    if (!pgtype::isInteger(type))
        return std::nullopt;
    return type == pgtype::int2 ? Form::Int2 : type == pgtype::int4 ? Form::Int4 : Form::Int8;
}

std::optional<WriteLayout::Number> numberForm(Oid type)
{
    using Form = WriteLayout::Number;
    switch (type) {
    case pgtype::int2:
        return Form::Int2;
    case pgtype::int4:
        return Form::Int4;
    case pgtype::int8:
        return Form::Int8;
    case pgtype::float4:
        return Form::Float4;
    case pgtype::float8:
        return Form::Float8;
    default:
        return std::nullopt;
    }
}

Error notWritable(const Connection &connection, const TableMapping &mapping, const QString &column,
                  const QString &wanted)
{
    return Error{Error::Kind::BadData,
                 CoreTexts::tr("%1: column \"%2\" of table \"%3\" has a type that cannot be written to")
                     .arg(connection.where(), column, mapping.table),
                 CoreTexts::tr("it must be %1").arg(wanted)};
}

struct Place
{
    std::int64_t time;
    std::size_t detector;
    std::size_t index;
};

/// Every sample of the batch by time, at equal times in the batch's order of detectors.
std::vector<Place> triggerByTrigger(const SampleBatch &batch)
{
    std::vector<Place> places;
    for (std::size_t d = 0; d < batch.detectors.size(); ++d) {
        for (std::size_t i = 0; i < batch.detectors[d].size(); ++i)
            places.push_back({batch.detectors[d].time[i], d, i});
    }
    std::stable_sort(places.begin(), places.end(), [](const Place &a, const Place &b) { return a.time < b.time; });
    return places;
}

} // namespace

Result<PostgresWriter> PostgresWriter::open(const QString &conninfo, const TableMapping &mapping,
                                            const DetectorTablePtr &table, Table what, const Deadlines &deadlines,
                                            const CancelToken &cancel)
{
    auto connection = Connection::open(conninfo, deadlines, cancel);
    if (!connection)
        return connection.error();
    PostgresWriter writer{std::move(*connection), table};
    if (what == Table::Create) {
        if (const auto created = writer.create(mapping, cancel); !created)
            return created.error();
    }
    if (const auto learned = writer.learn(mapping, cancel); !learned)
        return learned.error();
    return writer;
}

Result<void> PostgresWriter::create(const TableMapping &mapping, const CancelToken &cancel)
{
    constexpr std::array types{"timestamptz NOT NULL", "text NOT NULL", "int4", "int4", "int4", "int4"};
    const std::array<QString, 6> names{mapping.time,   mapping.detector, mapping.topIn,
                                       mapping.topOut, mapping.botIn,    mapping.botOut};
    QByteArrayList columns;
    for (std::size_t k = 0; k < names.size(); ++k)
        columns << m_connection.identifier(names[k]) + ' ' + types[k];
    const QByteArray name = RowLayout::quotedTable(m_connection, mapping.table);
    const auto created =
        m_connection.run("BEGIN; CREATE TABLE " + name + " (" + columns.join(", ") + "); CREATE INDEX ON " + name + " ("
                             + m_connection.identifier(mapping.time) + "); COMMIT",
                         cancel);
    return outcomeOf(created);
}

Result<void> PostgresWriter::learn(const TableMapping &mapping, const CancelToken &cancel)
{
    const auto names = columnsOf(mapping);
    QByteArrayList columns;
    for (const QString &name : names)
        columns << m_connection.identifier(name);
    const QByteArray table = RowLayout::quotedTable(m_connection, mapping.table);
    const auto types = m_connection.describe("SELECT " + columns.join(", ") + " FROM " + table + " LIMIT 0",
                                             static_cast<int>(columns.size()), cancel);
    if (!types)
        return types.error();
    const auto time = timeForm((*types)[0], mapping);
    if (!time)
        return notWritable(m_connection, mapping, mapping.time,
                           CoreTexts::tr("timestamptz, timestamp in UTC, or float8 seconds"));
    const auto detector = detectorForm((*types)[1]);
    if (!detector)
        return notWritable(m_connection, mapping, mapping.detector, CoreTexts::tr("text or an integer"));
    m_layout.time = *time;
    m_layout.detector = *detector;
    for (std::size_t k = 0; k < buttonCount; ++k) {
        const auto button = numberForm((*types)[k + 2]);
        if (!button)
            return notWritable(m_connection, mapping, names[k + 2],
                               CoreTexts::tr("int2, int4, int8, float4 or float8"));
        m_layout.button[k] = *button;
    }
    m_copy = "COPY " + table + " (" + columns.join(", ") + ") FROM STDIN (FORMAT binary)";
    return {};
}

Result<void> PostgresWriter::write(const SampleBatch &batch, const CancelToken &cancel)
{
    if (const auto begun = m_connection.beginCopyIn(m_copy, cancel); !begun)
        return begun;
    return send(batch, cancel);
}

Result<void> PostgresWriter::send(const SampleBatch &batch, const CancelToken &cancel)
{
    std::vector<int> ids;
    for (const DetectorSamples &samples : batch.detectors)
        ids.push_back(samples.row == unknownDetector ? 0 : m_table->at(samples.row).id);
    CopyEncoder encoder{m_layout};
    const auto places = triggerByTrigger(batch);
    for (const Place &place : places) {
        encoder.addRow(batch.detectors[place.detector], place.index, ids[place.detector]);
        if (encoder.bytes().size() < bytesPerMessage)
            continue;
        if (const auto sent = m_connection.putCopyData(encoder.bytes(), cancel); !sent)
            return sent;
        encoder.clear();
    }
    encoder.addTrailer();
    if (const auto sent = m_connection.putCopyData(encoder.bytes(), cancel); !sent)
        return sent;
    if (const auto ended = m_connection.endCopyIn(cancel); !ended)
        return ended;
    m_rows += places.size();
    return {};
}

} // namespace cbpm
