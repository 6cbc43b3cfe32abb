// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/postgres/preparation.h"

#include "core/position/positions.h"
#include "core/source/postgres/preparedlayout.h"
#include "core/types/coretexts.h"
#include "core/types/outcome.h"
#include "core/types/timetext.h"

#include <QFile>

void initPreparationResources()
{
    Q_INIT_RESOURCE(preparation);
}

using namespace Qt::StringLiterals;

namespace cbpm {
namespace {

/// A slot of a busy table on a slow server; a cancel is heard all the same.
constexpr Deadlines patient{std::chrono::seconds{5}, std::chrono::hours{1}};

QByteArray number(double value)
{
    return '\'' + QByteArray::number(value, 'g', 17) + "'::float8";
}

QByteArray array(const std::array<double, buttonCount> &values)
{
    QByteArrayList texts;
    for (const double value : values)
        texts << number(value);
    return "ARRAY[" + texts.join(", ") + ']';
}

/// One session that prepares one table.
class Preparation
{
public:
    static Result<Preparation> open(const QString &conninfo, const TableMapping &mapping, const CancelToken &cancel)
    {
        auto connection = Connection::open(conninfo, patient, cancel);
        if (!connection)
            return connection.error();
        Preparation made{std::move(*connection)};
        const auto layout = RowLayout::learn(made.m_connection, mapping, cancel);
        if (!layout)
            return layout.error();
        made.m_rows = *layout;
        const auto prepared = PreparedLayout::of(made.m_connection, *layout, cancel);
        if (!prepared)
            return prepared.error();
        if (!*prepared)
            return Error{Error::Kind::Usage,
                         CoreTexts::tr("%1: \"%2\" is no table").arg(made.m_connection.where(), mapping.table),
                         CoreTexts::tr("prepare the table that the rows are in")};
        made.m_layout = **prepared;
        const auto installed = made.install(cancel);
        return installed ? Result<Preparation>{std::move(made)} : Result<Preparation>{installed.error()};
    }

    Result<void> begin(const QByteArray &kind, const DetectorTable &table, const PrepareOrder &order,
                       const CancelToken &cancel)
    {
        const bool rollup = kind == "rollup";
        QByteArray sql = "BEGIN; SELECT cbpm3_prepare_begin(" + source() + ", '" + kind + "', "
                         + m_connection.literal(QString::fromUtf8(m_layout.mapping)) + "::jsonb, "
                         + m_connection.literal(rollup ? table.version() : QString{}) + ", " + instant(order.from)
                         + "); ";
        if (rollup)
            sql += constants(table);
        return run(sql + "COMMIT", cancel);
    }

    /// Slots of one kind to go through.
    Result<QByteArrayList> due(const QByteArray &kind, const PrepareOrder &order, const CancelToken &cancel)
    {
        const auto found = ask("SELECT cbpm3_prepare_due(" + source() + ", '" + kind + "', " + instant(order.from)
                                   + ", " + instant(order.to) + ')',
                               cancel);
        if (!found)
            return found.error();
        QByteArrayList begins;
        for (int k = 0; k < PQntuples(found->get()); ++k)
            begins << PQgetvalue(found->get(), k, 0);
        return begins;
    }

    Result<std::uint64_t> prepareSlot(const QByteArray &kind, const QByteArray &begin, const CancelToken &cancel)
    {
        const auto done = ask("SELECT cbpm3_prepare_slot(" + source() + ", '" + kind + "', '" + begin + "')", cancel);
        return done ? Result<std::uint64_t>{QByteArray{PQgetvalue(done->get(), 0, 0)}.toULongLong()}
                    : Result<std::uint64_t>{done.error()};
    }

    Result<void> drop(const QByteArray &kind, const CancelToken &cancel)
    {
        return run("SELECT cbpm3_prepare_drop(" + source() + ", " + kind + ')', cancel);
    }

private:
    explicit Preparation(Connection connection) : m_connection{std::move(connection)} {}

    /// The functions, in the schema of the table. One session at a time: they cannot be replaced by two at once.
    Result<void> install(const CancelToken &cancel)
    {
        initPreparationResources();
        QFile file{u":/prepare.sql"_s};
        const bool opened = file.open(QIODevice::ReadOnly);
        Q_ASSERT(opened);
        const QByteArray schema = m_connection.identifier(m_layout.schema);
        return run("SET search_path = " + schema
                       + "; SET client_min_messages = warning; BEGIN; "
                         "SELECT pg_advisory_xact_lock(hashtext('cbpm3 prepare')); "
                       + (opened ? file.readAll() : QByteArray{}) + "; COMMIT",
                   cancel);
    }

    Result<PgResult> ask(const QByteArray &sql, const CancelToken &cancel)
    {
        auto result = m_connection.run(sql, cancel);
        if (!result && result.error().kind == Error::Kind::Permission)
            return Error{
                Error::Kind::Permission, result.error().what,
                CoreTexts::tr("prepare as the owner of the table, who may create tables and functions in its schema")};
        return result;
    }

    Result<void> run(const QByteArray &sql, const CancelToken &cancel)
    {
        const auto result = ask(sql, cancel);
        return outcomeOf(result);
    }

    QByteArray source() const
    {
        return m_connection.literal(QString::fromUtf8(m_layout.beside(m_connection, {}))) + "::regclass";
    }

    static QByteArray instant(const std::optional<TimePoint> &time)
    {
        return time ? "TIMESTAMPTZ '" + isoText(*time).toLatin1() + '\'' : QByteArray{"NULL"};
    }

    /// Constants of the detectors whose positions SQL can compute, under each name that rows may have for them. The
    /// others' cells are left to the client.
    QByteArray constants(const DetectorTable &table) const
    {
        QByteArrayList lines;
        for (int row = 0; row < table.size(); ++row) {
            const auto plain = PositionMap{table.at(row)}.plainConstants();
            if (!plain || table.epochs(row).size() != 1)
                continue;
            const Thresholds &limits = plain->limits;
            for (const QString &name : m_rows.spellings(table.at(row))) {
                const bool isId = m_rows.detector == RowLayout::Detector::Id;
                if ((isId ? table.findId(name.toInt()) : table.find(name.toStdString())) != row)
                    continue;
                QByteArrayList values{m_connection.literal(name), array(plain->pedestal), array(plain->perGain)};
                for (const double value : {plain->kx, plain->ky, plain->cQ, limits.noSignal, limits.low, limits.high,
                                           limits.saturated, limits.sumMin, limits.residual})
                    values << number(value);
                lines << '(' + values.join(", ") + ')';
            }
        }
        const QByteArray name = m_layout.beside(m_connection, u"_constants"_s);
        const QByteArray insert =
            lines.isEmpty() ? QByteArray{} : "INSERT INTO " + name + " VALUES " + lines.join(", ") + "; ";
        return "DELETE FROM " + name + "; " + insert;
    }

    Connection m_connection;
    RowLayout m_rows;
    PreparedLayout m_layout;
};

QByteArrayList kindsOf(const PrepareOrder &order)
{
    QByteArrayList kinds;
    if (order.blocks)
        kinds << "blocks";
    if (order.rollups)
        kinds << "rollup";
    return kinds;
}

} // namespace

Result<std::uint64_t> prepare(const QString &conninfo, const TableMapping &mapping, const DetectorTable &table,
                              const PrepareOrder &order, const PrepareProgress &progress, const CancelToken &cancel)
{
    auto preparation = Preparation::open(conninfo, mapping, cancel);
    if (!preparation)
        return preparation.error();
    std::vector<std::pair<QByteArray, QByteArray>> steps; // kind, begin
    for (const QByteArray &kind : kindsOf(order)) {
        if (const auto begun = preparation->begin(kind, table, order, cancel); !begun)
            return begun.error();
        const auto due = preparation->due(kind, order, cancel);
        if (!due)
            return due.error();
        for (const QByteArray &begin : *due)
            steps.emplace_back(kind, begin);
    }
    std::uint64_t rows = 0;
    for (std::size_t k = 0; k < steps.size(); ++k) {
        if (cancel.isCancelled())
            return Error{Error::Kind::Cancelled, {}, {}};
        const auto done = preparation->prepareSlot(steps[k].first, steps[k].second, cancel);
        if (!done)
            return done.error();
        rows += *done;
        progress(static_cast<double>(k + 1) / static_cast<double>(steps.size()), rows);
    }
    return rows;
}

Result<void> dropPrepared(const QString &conninfo, const TableMapping &mapping, const PrepareOrder &order,
                          const CancelToken &cancel)
{
    auto preparation = Preparation::open(conninfo, mapping, cancel);
    if (!preparation)
        return preparation.error();
    if (order.blocks && order.rollups)
        return preparation->drop("NULL", cancel);
    return preparation->drop(order.blocks ? "'blocks'" : "'rollup'", cancel);
}

} // namespace cbpm
