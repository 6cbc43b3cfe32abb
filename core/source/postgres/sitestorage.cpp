// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/postgres/sitestorage.h"

#include "core/types/coretexts.h"

using namespace Qt::StringLiterals;

namespace cbpm {
namespace {

using State = Finding::State;

void checkPartitions(SiteProbe &probe, const TableMapping &mapping, const QByteArray &oid)
{
    const auto row = probe.askOne(
        u"partitions"_s, "SELECT pg_get_partkeydef(partrelid), (SELECT count(*) FROM pg_partition_tree(partrelid) "
                         "WHERE isleaf), partstrat, (SELECT attname FROM pg_attribute WHERE attrelid = partrelid AND "
                         "attnum = partattrs[0]) FROM pg_partitioned_table WHERE partrelid = "
                             + oid);
    if (!row)
        return;
    const QString text = u"%1, %2"_s.arg(row->text(1), row->text(0));
    if (row->text(1) == "0"_L1)
        probe.add(u"partitions"_s, State::Warn, CoreTexts::tr("none, %1: no row can be stored").arg(row->text(0)),
                  CoreTexts::tr("its owner makes them; see packaging/sql/partition.sql"));
    else if (row->text(2) == "r"_L1 && row->text(3) == mapping.time)
        probe.add(u"partitions"_s, State::Ok, text + CoreTexts::tr(": a fetch reads those of its range"));
    else
        probe.add(u"partitions"_s, State::Ok, text + CoreTexts::tr(": each slice of time reads them all"));
}

/// What of the table lies on other servers.
void checkShards(SiteProbe &probe, const QByteArray &oid)
{
    constexpr int fewRows = 1000;
    const auto option = [](const char *name) {
        const auto of = [&](const char *options) {
            return QByteArray{"(SELECT option_value FROM pg_options_to_table("} + options + ") WHERE option_name = '"
                   + name + "')";
        };
        return of("f.ftoptions") + ", " + of("s.srvoptions");
    };
    const auto row = probe.askOne(
        u"shards"_s,
        "SELECT count(*), string_agg(DISTINCT s.srvname, ', '), min(coalesce(" + option("fetch_size")
            + ", '100')::int4) FILTER (WHERE w.fdwname = 'postgres_fdw'), bool_or(w.fdwname = 'postgres_fdw' "
              "AND c.relispartition AND c.reltuples < 0 AND coalesce("
            + option("use_remote_estimate")
            + ", 'false') <> 'true') FROM pg_foreign_table f JOIN pg_class c ON c.oid = f.ftrelid "
              "JOIN pg_foreign_server s ON s.oid = f.ftserver JOIN pg_foreign_data_wrapper w ON w.oid = s.srvfdw "
              "WHERE f.ftrelid = "
            + oid + " OR f.ftrelid IN (SELECT relid FROM pg_partition_tree(" + oid + "))");
    if (!row || row->text(0) == "0"_L1)
        return;
    const QString text =
        CoreTexts::tr("%1 on %2, read through this server, each as of its own moment").arg(row->text(0), row->text(1));
    const int fetchSize = row->text(2).toInt();
    if (row->text(3) == "t"_L1)
        probe.add(u"shards"_s, State::Warn,
                  text + CoreTexts::tr("; the planner knows nothing of them, and reads all rows for the last"),
                  CoreTexts::tr("ask the owner for ALTER SERVER … OPTIONS (ADD use_remote_estimate 'true')"));
    else if (!row->isNull(2) && fetchSize < fewRows)
        probe.add(u"shards"_s, State::Warn, text + CoreTexts::tr(", %1 rows at a time").arg(fetchSize),
                  CoreTexts::tr("ask the owner for ALTER SERVER … OPTIONS (ADD fetch_size '50000')"));
    else
        probe.add(u"shards"_s, State::Ok, text);
}

/// Extensions that keep a table in pieces of their own behind its name.
void checkExtensions(SiteProbe &probe, const QByteArray &oid)
{
    const auto found = probe.ask(u"extensions"_s, "SELECT extname, extversion, to_regclass('pg_dist_partition') IS NOT "
                                                  "NULL FROM pg_extension WHERE extname IN ('timescaledb', 'citus')");
    for (const ProbedRow &extension : found) {
        const QString name = extension.text(0) + u' ' + extension.text(1);
        if (extension.text(0) == "timescaledb"_L1) {
            const auto chunks = probe.askOne(
                u"extensions"_s, "SELECT count(*) FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid JOIN "
                                 "pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = '_timescaledb_internal' "
                                 "AND i.inhparent = "
                                     + oid);
            if (chunks && chunks->text(0) != "0"_L1)
                probe.add(u"extensions"_s, State::Ok,
                          CoreTexts::tr("%1, %2 chunks: read as one table; continuous aggregates are not looked for")
                              .arg(name, chunks->text(0)));
        } else if (extension.text(2) == "t"_L1) {
            const auto kind =
                probe.askOne(u"extensions"_s, "SELECT count(*) FROM pg_dist_partition WHERE logicalrelid = " + oid);
            if (kind && kind->text(0) != "0"_L1)
                probe.add(u"extensions"_s, State::Ok,
                          CoreTexts::tr("%1, distributed: read through this server, each node as of its own moment")
                              .arg(name));
        }
    }
}

} // namespace

void checkStorage(SiteProbe &probe, const TableMapping &mapping, const QByteArray &oid)
{
    checkPartitions(probe, mapping, oid);
    checkShards(probe, oid);
    checkExtensions(probe, oid);
}

} // namespace cbpm
