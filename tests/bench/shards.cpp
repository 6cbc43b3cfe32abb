// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/bench.h"
#include "tests/bench/rowtable.h"

using namespace Qt::StringLiterals;

namespace cbpm::bench {
namespace {

constexpr int runs = 3;
constexpr int triggers = 86'400;

/// The server that viewers ask, with a partition for each half on a server of its own.
std::unique_ptr<test::TestCluster> inFrontOf(const test::TestCluster &earlier, const test::TestCluster &later)
{
    QString why;
    auto front = test::TestCluster::start(why);
    if (!front)
        throw Skipped{why};
    const QString cut = u"'2026-03-02 01:12Z'"_s;
    const auto attach = [&](const QString &name, const test::TestCluster &shard, const QString &from,
                            const QString &to) {
        const QString failed =
            front->runScript(QStringLiteral(CBPM_BENCH_DIR "/../../packaging/sql/shards.sql"),
                             {u"server="_s + name, u"host="_s + shard.socketFolder(), u"port=%1"_s.arg(shard.port()),
                              u"dbname=postgres"_s, u"user=postgres"_s, u"from="_s + from, u"to="_s + to});
        if (!failed.isEmpty())
            throw Skipped{failed};
    };
    attach(u"earlier"_s, earlier, u"MINVALUE"_s, cut);
    attach(u"later"_s, later, cut, u"MAXVALUE"_s);
    return front;
}

double fetched(const Context &context, const QString &conninfo, int connections)
{
    return runProgram(context.programs + u"/cbpm3"_s,
                      {u"fetch"_s, u"--source"_s, conninfo, u"--from"_s, u"2026-03-02"_s, u"--to"_s, u"2026-03-04"_s,
                       u"--interval"_s, u"1min"_s, u"--no-cache"_s, u"--connections"_s, QString::number(connections),
                       u"--output"_s, context.folder.filePath(u"bins.csv"_s)})
        .seconds;
}

std::vector<Row> shardsAgainstDrain(Context &context)
{
    const auto whole = clusterWith(triggers);
    const auto earlier = clusterWith(triggers / 2);
    const auto later = clusterWith(triggers, triggers / 2);
    const auto front = inFrontOf(*earlier, *later);
    std::vector<double> drains;
    std::vector<double> one;
    std::vector<double> two;
    drain(whole->conninfo()); // warm
    fetched(context, front->conninfo(), 1);
    for (int k = 0; k < runs; ++k) {
        drains.push_back(drain(whole->conninfo()));
        one.push_back(fetched(context, front->conninfo(), 1));
        two.push_back(fetched(context, front->conninfo(), 2));
    }
    const double none = std::nan("");
    return {{u"shards: 8.64 M rows of two shards to 1 min bins"_s, median(one), u"s"_s, median(drains),
             u"bare COPY of one server"_s, none},
            {u"shards: the same over two connections"_s, median(two), u"s"_s, median(drains),
             u"bare COPY of one server"_s, none}};
}

} // namespace

std::vector<Benchmark> shardBenchmarks()
{
    return {{u"shards"_s, shardsAgainstDrain, true}};
}

} // namespace cbpm::bench
