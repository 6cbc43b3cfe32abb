// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/postgres/postgressource.h"

#include "core/source/postgres/blockreader.h"
#include "core/source/postgres/opensession.h"
#include "core/source/postgres/postgresannouncer.h"
#include "core/source/postgres/rollupreader.h"
#include "core/source/postgres/rowlayout.h"
#include "core/source/postgres/serverstate.h"
#include "core/source/postgres/tableextent.h"
#include "core/source/postgres/tableidentity.h"
#include "core/types/coretexts.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace cbpm {
namespace {

/// What a busy server takes to begin a session and to find its first rows; and the longest that a load stands back for
/// others that begin.
constexpr std::chrono::milliseconds timeToBegin{20};
constexpr std::chrono::milliseconds longestWay{1'000};

/// Rows per second of data over the last ten seconds.
Result<double> rowRate(Connection &connection, const RowLayout &layout, const TimeRange &extent,
                       const CancelToken &cancel)
{
    constexpr Duration stretch = std::chrono::seconds{10};
    const auto end = *TimeRange::between(extent.end() - stretch, extent.end());
    const auto result =
        connection.runForRow("SELECT count(*) FROM " + layout.table + " WHERE " + layout.timeCondition(end), cancel);
    if (!result)
        return result.error();
    return QByteArray{PQgetvalue(result->get(), 0, 0)}.toDouble() / 10.0;
}

std::unique_ptr<SampleReader> readerOn(const SharedConnection &connection, const RowLayout &layout,
                                       const PreparedData &prepared, const DetectorTablePtr &table,
                                       const std::vector<int> &rows, const PostgresLimits &limits)
{
    auto reader = std::make_unique<PostgresReader>(connection, layout, table, rows, limits);
    if (!prepared.blocks)
        return reader;
    return std::make_unique<BlockReader>(std::move(reader), *prepared.blocks, layout, table, rows);
}

/// Sessions of programs like this one that read at this moment, `connection` among them. Any role may know: it is
/// neither their query nor their state. 0: the server does not tell, and the transaction goes on all the same.
int readersThere(Connection &connection, const CancelToken &cancel)
{
    const auto count = connection.runForRow(
        "SAVEPOINT cbpm3_look; SELECT pg_stat_clear_snapshot(); SELECT count(*) FROM pg_stat_get_activity(NULL) WHERE "
        "application_name LIKE 'cbpm3%' AND backend_xmin IS NOT NULL",
        cancel);
    std::ignore = connection.run(count ? "RELEASE SAVEPOINT cbpm3_look"
                                       : "ROLLBACK TO SAVEPOINT cbpm3_look; RELEASE "
                                         "SAVEPOINT cbpm3_look",
                                 cancel);
    return count ? QByteArray{PQgetvalue(count->get(), 0, 0)}.toInt() : 0;
}

/// Whether SQL can have made cells of this table by `method`: difference over sum, one set of constants for all time.
bool canBeRolledUp(const DetectorTable &table, std::optional<PositionMethod> method)
{
    if (method && *method != PositionMethod::Linear)
        return false;
    for (int row = 0; row < table.size(); ++row) {
        if (table.epochs(row).size() > 1)
            return false;
    }
    return true;
}

} // namespace

PostgresSource::PostgresSource(QString conninfo, TableMapping mapping, DetectorTablePtr table, PostgresLimits limits,
                               ReadPath path)
    : m_conninfo{std::move(conninfo)}, m_mapping{std::move(mapping)}, m_table{std::move(table)}, m_limits{limits},
      m_path{path}
{
}

Result<SourceInfo> PostgresSource::info(const CancelToken &cancel) const
{
    PostgresLimits limits = m_limits;
    limits.turn = std::min(limits.turn, limits.askTurn);
    auto connection = openSession(m_conninfo, limits, cancel);
    if (!connection)
        return connection.error();
    const auto state = ServerState::ask(*connection, cancel);
    if (!state)
        return state.error();
    if (const auto begun = beginReading(*connection, m_limits, cancel); !begun)
        return begun.error();
    const auto layout = RowLayout::learn(*connection, m_mapping, cancel);
    if (!layout)
        return layout.error();
    const auto extent = TableExtent::ask(*connection, *layout, cancel);
    if (!extent)
        return extent.error();
    SourceInfo info;
    info.name = u"%1, table %2"_s.arg(connection->where(), m_mapping.table);
    info.server = state->text();
    info.clock = extent->clock;
    info.extent = extent->range;
    info.astray = extent->astray;
    const auto prepared = findPrepared(*connection, *layout, cancel);
    if (!prepared)
        return prepared.error();
    info.path = m_path == ReadPath::Rollup ? u"rollup"_s : prepared->blocks ? u"blocks"_s : u"rows"_s;
    auto identity = tableIdentity(*connection, m_mapping, *layout, cancel);
    if (!identity)
        return identity.error();
    info.identity = std::move(*identity);
    if (info.extent) {
        const auto rate = rowRate(*connection, *layout, *info.extent, cancel);
        if (!rate)
            return rate.error();
        info.rowsPerSecond = *rate;
    }
    keep(*connection, cancel);
    return info;
}

Result<SharedConnection> PostgresSource::connect(const CancelToken &cancel) const
{
    if (auto spare = m_spare->take(); spare && beginReading(*spare, m_limits, cancel))
        return std::make_shared<Connection>(std::move(*spare));
    auto connection = openSession(m_conninfo, m_limits, cancel);
    if (!connection)
        return connection.error();
    if (const auto begun = beginReading(*connection, m_limits, cancel); !begun)
        return begun.error();
    return std::make_shared<Connection>(std::move(*connection));
}

/// Who asked over it reads next, where the limits say so; it is not to be used any more.
void PostgresSource::keep(Connection &connection, const CancelToken &cancel) const
{
    if (m_limits.keepsSession && endReading(connection, cancel))
        m_spare->put(std::move(connection));
}

/// What a session must know of one that it joins.
struct PostgresSource::Joined
{
    SessionAddress address; ///< with its server: a standby beside another one sees another moment
    QByteArray snapshot;    ///< empty: none is to be had
    TimePoint seenTo;
    ProgramSessions::Place place; ///< for the one that joins
};

/// A session that sees what `first` sees, or where that cannot be a moment of its own.
Result<SharedConnection> PostgresSource::join(const Joined &first, const CancelToken &cancel) const
{
    auto connection = Connection::open(first.address, cancel);
    if (!connection)
        return connection.error();
    connection->hold(first.place);
    connection->shareMachine();
    const auto silence = connection->setSilence(m_limits.beside); // a pooler has none for it, as long as others read
    auto begun = beginReading(*connection, m_limits, cancel, first.snapshot);
    const bool isShared = begun && !first.snapshot.isEmpty();
    const bool isForeign =
        !begun && !first.snapshot.isEmpty() && begun.error().kind == Error::Kind::Query; // a proxy between
    if (isForeign) {
        begun = endReading(*connection, cancel);
        if (begun)
            begun = beginReading(*connection, m_limits, cancel);
    }
    if (!begun)
        return begun.error();
    connection->setSilence(silence);
    if (isShared)
        connection->setSeenTo(first.seenTo);
    return std::make_shared<Connection>(std::move(*connection));
}

/// What of it this path may use.
Result<PreparedData> PostgresSource::findPrepared(Connection &connection, const RowLayout &layout,
                                                  const CancelToken &cancel) const
{
    if (m_path == ReadPath::Rows)
        return PreparedData{};
    auto data = PreparedData::find(connection, layout, cancel);
    if (!data)
        return data;
    if (data->blocks && !BlockReader::canRead(*data->blocks, layout, *m_table))
        data->blocks.reset();
    if (data->rollup && data->rollup->version != m_table->version())
        data->rollup.reset();
    if (m_path == ReadPath::Blocks)
        data->rollup.reset();
    const bool missing = (m_path == ReadPath::Blocks && !data->blocks) || (m_path == ReadPath::Rollup && !data->rollup);
    if (missing)
        return Error{Error::Kind::NotFound,
                     CoreTexts::tr("%1: no %2 of these columns%3 are prepared beside table \"%4\"")
                         .arg(connection.where(), m_path == ReadPath::Blocks ? u"blocks"_s : u"rollups"_s,
                              m_path == ReadPath::Blocks ? QString{} : CoreTexts::tr(" and constants"),
                              m_mapping.table),
                     CoreTexts::tr("have its owner run cbpm3 prepare, or leave --path out")};
    return data;
}

Result<std::unique_ptr<SampleReader>> PostgresSource::openOn(const SharedConnection &connection,
                                                             const std::vector<int> &rows,
                                                             const CancelToken &cancel) const
{
    auto layout = RowLayout::learn(*connection, m_mapping, cancel);
    if (!layout)
        return layout.error();
    const auto prepared = findPrepared(*connection, *layout, cancel);
    if (!prepared)
        return prepared.error();
    return readerOn(connection, *layout, *prepared, m_table, rows, m_limits);
}

Result<std::unique_ptr<SampleReader>> PostgresSource::open(const std::vector<int> &rows,
                                                           const CancelToken &cancel) const
{
    const auto connection = connect(cancel);
    if (!connection)
        return connection.error();
    return openOn(*connection, rows, cancel);
}

Result<ReaderOpening> PostgresSource::openingBeside(SampleReader &first, const std::vector<int> &rows,
                                                    const CancelToken &cancel) const
{
    auto *const reader = dynamic_cast<ServerReader *>(&first);
    if (!reader)
        return SampleSource::openingBeside(first, rows, cancel);
    Connection &session = *reader->connection();
    // Beyond a few, more sessions only make everybody's first result late.
    if (const int there = readersThere(session, cancel); there > m_limits.crowd) {
        reader->giveWay(std::min(there * timeToBegin, longestWay));
        return Error{Error::Kind::Timeout, CoreTexts::tr("%1: others read there, too").arg(session.where()), {}};
    }
    ProgramSessions *const sessions = m_limits.sessions.get();
    auto place = sessions ? sessions->tryTake() : nullptr;
    if (sessions && !place)
        return Error{Error::Kind::Timeout, CoreTexts::tr("this program has all the sessions that it may have"), {}};
    const auto snapshot = exportSnapshot(session, cancel);
    session.shareMachine();
    const Joined joined{session.address(), snapshot ? *snapshot : QByteArray{}, session.seenTo(), std::move(place)};
    return ReaderOpening{[this, joined, rows](const CancelToken &until) -> Result<std::unique_ptr<SampleReader>> {
        const auto connection = join(joined, until);
        if (!connection)
            return connection.error();
        return openOn(*connection, rows, until);
    }};
}

Result<std::unique_ptr<CellReader>> PostgresSource::openCells(const std::vector<int> &rows,
                                                              std::optional<PositionMethod> method,
                                                              const CancelToken &cancel) const
{
    if (m_path == ReadPath::Rows || m_path == ReadPath::Blocks || !canBeRolledUp(*m_table, method))
        return std::unique_ptr<CellReader>{};
    const auto connection = connect(cancel);
    if (!connection)
        return connection.error();
    const auto layout = RowLayout::learn(**connection, m_mapping, cancel);
    if (!layout)
        return layout.error();
    const auto prepared = findPrepared(**connection, *layout, cancel);
    if (!prepared)
        return prepared.error();
    if (!prepared->rollup) {
        keep(**connection, cancel);
        return std::unique_ptr<CellReader>{};
    }
    const auto openSamples = [connection = *connection, layout = *layout, prepared = *prepared, table = m_table,
                              limits = m_limits](const std::vector<int> &of) {
        return Result{readerOn(connection, layout, prepared, table, of, limits)};
    };
    return std::unique_ptr<CellReader>{std::make_unique<RollupReader>(*connection, *layout, *prepared->rollup, m_table,
                                                                      rows, method, m_limits, openSamples)};
}

Result<std::unique_ptr<Announcer>> PostgresSource::announcer(const CancelToken &cancel) const
{
    auto session = openFurtherSession(m_conninfo, m_limits, cancel);
    if (!session)
        return session.error();
    if (!*session)
        return std::unique_ptr<Announcer>{}; // loads come first
    auto &connection = *session;
    const auto announced = isAnnounced(*connection, m_mapping, cancel);
    if (!announced)
        return announced.error();
    return *announced ? PostgresAnnouncer::listen(std::move(*connection), cancel)
                      : Result<std::unique_ptr<Announcer>>{std::unique_ptr<Announcer>{}};
}

} // namespace cbpm
