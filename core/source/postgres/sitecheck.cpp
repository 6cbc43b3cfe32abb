// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/postgres/sitecheck.h"

#include "core/source/postgres/postgresreader.h"
#include "core/source/postgres/rowlayout.h"
#include "core/types/timetext.h"

#include <QElapsedTimer>

#include <set>

using namespace Qt::StringLiterals;

namespace cbpm {
namespace {

using Level = Finding::Level;

/// The steps share what they learn; each adds its findings.
class SiteCheck
{
public:
    SiteCheck(Connection &connection, const TableMapping &mapping, const DetectorTablePtr &table, const CancelToken &cancel)
        : m_connection{connection}, m_mapping{mapping}, m_table{table}, m_cancel{cancel}
    {
    }

    std::vector<Finding> run(const PostgresSource &source)
    {
        server();
        if (columns()) {
            indexes();
            if (samples(source))
                read(source);
            paths();
        }
        return std::move(m_findings);
    }

private:
    void add(Level level, const QString &topic, const QString &text, const QString &hint = {})
    {
        m_findings.push_back({level, topic, text, hint});
    }

    void fail(const QString &topic, const Error &error) { add(Level::Failure, topic, error.what, error.hint); }

    QByteArray scalar(const QByteArray &sql)
    {
        const auto result = m_connection.run(sql, m_cancel);
        return result && PQntuples(result->get()) > 0 ? QByteArray{PQgetvalue(result->get(), 0, 0)} : QByteArray{};
    }

    void server()
    {
        const char *const version = PQparameterStatus(m_connection.handle(), "server_version");
        add(Level::Good, u"reachable"_s, m_connection.where());
        const bool old = m_connection.serverVersion() < 120'000;
        add(old ? Level::Warning : Level::Good, u"server"_s, u"PostgreSQL %1"_s.arg(QString::fromUtf8(version ? version : "?")),
            old ? u"versions before 12 are not tested"_s : QString{});
        const char *const host = PQhost(m_connection.handle());
        const bool local = host && host[0] == '/';
        if (m_connection.isEncrypted())
            add(Level::Good, u"TLS"_s, u"encrypted"_s);
        else
            add(local ? Level::Good : Level::Warning, u"TLS"_s, local ? u"not needed on a local socket"_s : u"not encrypted"_s,
                local ? QString{} : u"ask for sslmode=verify-full"_s);
        const bool standby = scalar("SELECT pg_is_in_recovery()") == "t";
        if (standby)
            add(Level::Good, u"role"_s, u"standby, %1 s behind"_s.arg(QString::fromLatin1(
                scalar("SELECT coalesce(round(extract(epoch FROM now() - pg_last_xact_replay_timestamp())::numeric, 1), 0)"))));
    }

    bool columns()
    {
        auto layout = RowLayout::learn(m_connection, m_mapping, m_cancel);
        if (!layout) {
            fail(u"table and columns"_s, layout.error());
            return false;
        }
        m_layout = std::move(*layout);
        add(Level::Good, u"table and columns"_s, u"%1: time as %2, detector as %3"_s.arg(
                m_mapping.table, m_layout.time == RowLayout::Time::Seconds ? u"seconds"_s : m_layout.localZone.isEmpty() ? u"timestamptz"_s
                                     : u"timestamp in "_s + QString::fromUtf8(m_mapping.serverTimezone.id()),
                m_layout.detector == RowLayout::Detector::Text ? u"text"_s : u"id"_s));
        const auto allowed = m_connection.run("SELECT 1 FROM " + m_layout.table + " LIMIT 1", m_cancel);
        if (!allowed) {
            fail(u"rights"_s, allowed.error());
            return false;
        }
        add(Level::Good, u"rights"_s, u"SELECT is granted"_s);
        return true;
    }

    bool leadsAnIndex(const QString &column)
    {
        return scalar("SELECT count(*) FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0] "
                      "WHERE i.indrelid = " + m_connection.literal(QString::fromUtf8(m_layout.table)) + "::regclass AND a.attname = "
                      + m_connection.literal(column)).toInt() > 0;
    }

    void indexes()
    {
        const bool time = leadsAnIndex(m_mapping.time);
        add(time ? Level::Good : Level::Warning, u"index on time"_s, time ? u"there"_s : u"missing: every slice reads the whole table"_s,
            time ? QString{} : u"CREATE INDEX ON %1 (%2)"_s.arg(m_mapping.table, m_mapping.time));
        const bool detector = leadsAnIndex(m_mapping.detector);
        add(Level::Good, u"index on detector"_s, detector ? u"there"_s : u"none: one detector costs as much reading as the whole ring"_s);
    }

    bool samples(const PostgresSource &source)
    {
        const auto info = source.info(m_cancel);
        if (!info) {
            fail(u"samples"_s, info.error());
            return false;
        }
        if (!info->extent) {
            add(Level::Warning, u"samples"_s, u"the table is empty"_s, u"check that the logger writes into this table"_s);
            return false;
        }
        m_extent = *info->extent;
        add(Level::Good, u"first sample"_s, isoText(m_extent->begin()));
        add(Level::Good, u"last sample"_s, isoText(m_extent->end() - Duration{1}));
        add(Level::Good, u"logged"_s, u"%1 rows/s over the last 10 s"_s.arg(info->rowsPerSecond, 0, 'f', 1));
        return true;
    }

    /// The last ten minutes as a fetch reads them: rate, detectors, gaps.
    void read(const PostgresSource &source)
    {
        constexpr Duration stretch = std::chrono::minutes{10};
        const auto range = *TimeRange::between(std::max(m_extent->begin(), m_extent->end() - stretch), m_extent->end());
        QElapsedTimer clock;
        clock.start();
        const auto reader = source.open({}, m_cancel);
        if (!reader)
            return fail(u"fetch"_s, reader.error());
        if (const auto started = reader.value()->start(range); !started)
            return fail(u"fetch"_s, started.error());
        std::uint64_t rows = 0;
        std::uint64_t gaps = 0;
        std::set<int> seen;
        std::set<std::string> unknown;
        for (;;) {
            const auto batch = reader.value()->next(m_cancel);
            if (!batch)
                return fail(u"fetch"_s, batch.error());
            if (!*batch)
                break;
            rows += (*batch)->rows;
            for (const DetectorSamples &samples : (*batch)->detectors) {
                if (samples.row == unknownDetector)
                    unknown.insert(samples.location);
                else
                    seen.insert(samples.row);
                for (std::size_t i = 1; i < samples.size(); ++i)
                    gaps += samples.time[i] - samples.time[i - 1] > 2 * triggerSpacing.count();
            }
        }
        const double seconds = std::max(1e-6, static_cast<double>(clock.nsecsElapsed()) * 1e-9);
        add(Level::Good, u"measured"_s, u"%1 rows/s (%2 rows in %3 s)"_s.arg(static_cast<double>(rows) / seconds, 0, 'f', 0).arg(rows).arg(seconds, 0, 'f', 2));
        detectors(seen, unknown);
        add(gaps == 0 ? Level::Good : Level::Warning, u"gaps"_s, u"%1 longer than 0.2 s in the last 10 min, all detectors together"_s.arg(gaps));
    }

    void detectors(const std::set<int> &seen, const std::set<std::string> &unknown)
    {
        add(Level::Good, u"detectors"_s, u"%1 of the table's %2 send"_s.arg(seen.size()).arg(m_table->size()));
        if (!unknown.empty()) {
            QStringList names;
            for (const std::string &name : unknown)
                names << QString::fromStdString(name);
            add(Level::Warning, u"unknown detectors"_s, names.join(u", "_s), u"give their constants with --detector-table"_s);
        }
    }

    void paths()
    {
        const auto snapshot = scalar("SELECT pg_export_snapshot()");
        add(Level::Good, u"fetch paths"_s, snapshot.isEmpty() ? u"rows by binary COPY"_s : u"rows by binary COPY; snapshots can be shared"_s);
    }

    Connection &m_connection;
    const TableMapping &m_mapping;
    const DetectorTablePtr &m_table;
    const CancelToken &m_cancel;
    RowLayout m_layout;
    std::optional<TimeRange> m_extent;
    std::vector<Finding> m_findings;
};

} // namespace

std::vector<Finding> checkSite(const QString &conninfo, const TableMapping &mapping, const DetectorTablePtr &table,
                               const CancelToken &cancel)
{
    auto connection = Connection::open(conninfo, {}, cancel);
    if (!connection)
        return {{Level::Failure, u"reachable"_s, connection.error().what, connection.error().hint}};
    return SiteCheck{*connection, mapping, table, cancel}.run(PostgresSource{conninfo, mapping, table});
}

} // namespace cbpm
