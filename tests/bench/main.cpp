// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/types/heap.h"
#include "tests/bench/bench.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTextStream>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace cbpm::bench;

namespace {

QString number(double value)
{
    return std::isnan(value) ? u"-"_s : QString::number(value, 'g', 4);
}

QString verdict(const Row &row)
{
    const auto holds = row.holds();
    return !holds ? u""_s : *holds ? u"holds"_s : u"MISSED"_s;
}

void print(QTextStream &out, const Row &row)
{
    out << row.name.leftJustified(46) << number(row.figure).rightJustified(10) << ' ' << row.unit.leftJustified(12)
        << number(row.yardstick).rightJustified(10) << ' ' << row.yardstickName.leftJustified(26)
        << number(row.ratio()).rightJustified(8) << (row.atLeast ? "  >= " : "  <= ")
        << number(row.bound).leftJustified(8) << verdict(row) << Qt::endl;
}

QJsonObject json(const Row &row)
{
    const auto value = [](double v) { return std::isnan(v) ? QJsonValue{} : QJsonValue{v}; };
    const auto holds = row.holds();
    return {{u"name"_s, row.name},
            {u"figure"_s, value(row.figure)},
            {u"unit"_s, row.unit},
            {u"yardstick"_s, value(row.yardstick)},
            {u"ratio"_s, value(row.ratio())},
            {u"bound"_s, value(row.bound)},
            {u"holds"_s, holds ? QJsonValue{*holds} : QJsonValue{}}};
}

std::vector<Benchmark> all()
{
    std::vector<Benchmark> benchmarks;
    for (const auto &group :
         {kernelBenchmarks(), archiveBenchmarks(), fetchBenchmarks(), frameBenchmarks(), exportBenchmarks(),
          shardBenchmarks(), tileBenchmarks(), windowBenchmarks(), dayBenchmarks(), monthBenchmarks(), deskBenchmarks(),
          liveHourBenchmarks(), clientBenchmarks(), startBenchmarks(), soakBenchmarks()})
        benchmarks.insert(benchmarks.end(), group.begin(), group.end());
    return benchmarks;
}

} // namespace

int main(int argc, char *argv[])
{
    cbpm::setUpHeap(); // as both programs do
    QApplication application{argc, argv};
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOptions({
        {u"json"_s, u"Also write the table as a JSON list."_s, u"FILE"_s},
        {u"only"_s, u"Run this benchmark alone."_s, u"NAME"_s},
        {u"list"_s, u"Print the names."_s},
    });
    parser.process(application);

    Context context{QCoreApplication::applicationDirPath(), {}};
    // No figure depends on what an earlier run left, and none leaves anything.
    for (const char *folder : {"XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"})
        qputenv(folder, QFile::encodeName(context.folder.path()));
    QTextStream out{stdout};
    QJsonArray rows;
    bool ran = false;
    for (const Benchmark &benchmark : all()) {
        if (parser.isSet(u"list"_s)) {
            out << benchmark.name << Qt::endl;
            ran = true;
            continue;
        }
        if (parser.isSet(u"only"_s) ? parser.value(u"only"_s) != benchmark.name : benchmark.onlyByName)
            continue;
        ran = true;
        try {
            for (const Row &row : benchmark.run(context)) {
                print(out, row);
                rows.append(json(row));
            }
        } catch (const Skipped &skipped) {
            out << benchmark.name << ": not measured, " << skipped.why << Qt::endl;
        }
    }
    if (!ran) {
        QTextStream{stderr} << "no benchmark is named " << parser.value(u"only"_s) << "; see --list" << Qt::endl;
        return 2;
    }
    if (parser.isSet(u"json"_s)) {
        QFile file{parser.value(u"json"_s)};
        if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument{rows}.toJson()) < 0) {
            QTextStream{stderr} << file.fileName() << " cannot be written: " << file.errorString() << Qt::endl;
            return 1;
        }
    }
    return 0;
}
