// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>
#include <QTemporaryDir>

#include <cmath>
#include <functional>
#include <limits>
#include <optional>
#include <utility>
#include <vector>

namespace cbpm::bench {

/// One line of the table: what was measured beside its yardstick of the same run.
struct Row
{
    QString name;
    double figure = 0.0;
    QString unit;
    double yardstick = std::numeric_limits<double>::quiet_NaN(); ///< NaN: the bound is on the figure itself
    QString yardstickName;
    double bound = std::numeric_limits<double>::quiet_NaN();
    bool atLeast = false; ///< the bound is a lower one

    double ratio() const { return figure / yardstick; }
    double judged() const;
    std::optional<bool> holds() const; ///< nullopt: no bound
};

/// Where benchmarks find programs and leave files.
struct Context
{
    QString programs; ///< folder of cbpm3 and cbpm3-monitor
    QTemporaryDir folder;
};

/// Thrown by a benchmark that cannot run; its text is printed in place of its rows.
struct Skipped
{
    QString why;
};

struct Benchmark
{
    QString name;
    std::function<std::vector<Row>(Context &)> run;
    bool onlyByName = false; ///< takes minutes: runs where --only names it
};

std::vector<Benchmark> archiveBenchmarks();
std::vector<Benchmark> clientBenchmarks();
std::vector<Benchmark> dayBenchmarks();
std::vector<Benchmark> deskBenchmarks();
std::vector<Benchmark> exportBenchmarks();
std::vector<Benchmark> fetchBenchmarks();
std::vector<Benchmark> frameBenchmarks();
std::vector<Benchmark> kernelBenchmarks();
std::vector<Benchmark> liveHourBenchmarks();
std::vector<Benchmark> monthBenchmarks();
std::vector<Benchmark> shardBenchmarks();
std::vector<Benchmark> soakBenchmarks();
std::vector<Benchmark> startBenchmarks();
std::vector<Benchmark> tileBenchmarks();
std::vector<Benchmark> windowBenchmarks();

/// Middle value; the list must not be empty.
double median(std::vector<double> values);

/// Of this program; throws Skipped where the system does not tell.
double residentMegabytes();

/// What this program has in use of its heap, the large pieces that stand apart included.
double heapMegabytes();

/// Least squares of y against x, from pairs (x, y).
double slope(const std::vector<std::pair<double, double>> &points);

/// Of `runs` runs.
double medianOf(int runs, const std::function<double()> &measured);

/// What a program wrote as JSON; empty where it did not.
QJsonObject jsonOf(const QString &path);

/// Seconds that `work` takes.
double timed(const std::function<void()> &work);

/// Deletes the tile cache of the benchmark.
void forgetTiles();

/// What a finished program took; throws Skipped when it failed.
struct Ran
{
    double seconds = 0.0;
    QByteArray output;
};
Ran runProgram(const QString &program, const QStringList &arguments);

} // namespace cbpm::bench
