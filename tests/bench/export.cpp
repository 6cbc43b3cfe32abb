// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/bench.h"

#include "core/export/exporter.h"
#include "core/query/binload.h"
#include "core/source/archive/archivesource.h"
#include "core/source/simulated/demoarchive.h"
#include "core/types/timetext.h"

#include <QFileInfo>

#include <ctime>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace cbpm::bench {
namespace {

constexpr int runs = 3;

/// What `work` takes of the clock and of all processors.
struct Cost
{
    double seconds;
    double processor_s;
};

Cost costOf(const std::function<void()> &work)
{
    const std::clock_t before = std::clock();
    const double seconds = timed(work);
    return {seconds, static_cast<double>(std::clock() - before) / CLOCKS_PER_SEC};
}

double peakOf(Context &context, const SimulationOrder &order, Duration length)
{
    const QString summary = context.folder.filePath(u"export.json"_s);
    const TimePoint begin = order.range.begin();
    runProgram(context.programs + u"/cbpm3"_s,
               {u"fetch"_s, u"--source"_s, order.path, u"--no-cache"_s, u"--from"_s, isoText(begin), u"--to"_s,
                isoText(begin + length), u"--interval"_s, u"1s"_s, u"--format"_s, u"hdf5"_s, u"--output"_s,
                context.folder.filePath(u"export.h5"_s), u"--summary"_s, summary});
    return jsonOf(summary)[u"peak_rss_bytes"_s].toDouble() / 1e6;
}

std::vector<Row> dayToHdf(Context &context)
{
    const SimulationOrder order = demoOrder(context.folder.filePath(u"export.cbpm3"_s));
    if (const auto made = writeSimulatedArchive(order, [](double) {}, {}); !made)
        throw Skipped{made.error().sentence()};
    const auto source = openArchive(order.path);
    ExportOrder hdf{ExportFormat::Hdf5, context.folder.filePath(u"export.h5"_s), order.range};
    hdf.interval = *Interval::of(1s);
    hdf.origin = *source.value()->info({});
    std::vector<double> load, loadProcessor, write, writeProcessor;
    for (int k = 0; k < runs; ++k) {
        const Cost loaded = costOf([&] {
            const auto done =
                loadBins(**source, {order.range, *hdf.interval, {}, {}}, [](BinBatchPtr) { return true; }, {});
            if (!done)
                throw Skipped{done.error().sentence()};
        });
        const Cost written = costOf([&] {
            ExportOutcome outcome;
            if (const auto done = runExport(**source, {}, hdf, {}, {}, outcome); !done)
                throw Skipped{done.error().sentence()};
        });
        load.push_back(loaded.seconds);
        loadProcessor.push_back(loaded.processor_s);
        write.push_back(written.seconds);
        writeProcessor.push_back(written.processor_s);
    }
    const double size = static_cast<double>(QFileInfo{hdf.path}.size()) / 1e6;
    const double whole = peakOf(context, order, order.range.duration());
    const double tenth = peakOf(context, order, order.range.duration() / 10);
    return {
        {u"export: day at 1 s to HDF5 / load of the same bins"_s, median(write), u"s"_s, median(load), u"load"_s, 2.0},
        {u"export: the same, processor time"_s, median(writeProcessor), u"s"_s, median(loadProcessor), u"load"_s, 2.0},
        {u"export: size of that file"_s, size, u"MB"_s, std::nan(""), {}, std::nan("")},
        {u"export: peak memory, day / 2.4 h"_s, whole, u"MB"_s, tenth, u"2.4 h"_s, 1.1},
    };
}

} // namespace

std::vector<Benchmark> exportBenchmarks()
{
    return {{u"export"_s, dayToHdf, false}};
}

} // namespace cbpm::bench
