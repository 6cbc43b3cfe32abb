// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/bench.h"

#include "core/query/binload.h"
#include "core/source/archive/archivefile.h"
#include "core/source/archive/archivesource.h"
#include "core/source/archive/blockcodec.h"
#include "core/source/simulated/demoarchive.h"

#include <QFileInfo>
#include <QSqlQuery>
#include <QThread>
#include <QThreadPool>
#include <QtConcurrent>

#include <atomic>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace cbpm::bench {
namespace {

constexpr int runs = 3;

/// Reads every block of some slots and undoes its packing: zstd alone, or all the way to columns; throws it away.
void readBlocks(const QString &path, std::atomic<std::int64_t> &nextSlot, std::int64_t lastSlot, bool toColumns)
{
    const auto file = ArchiveFile::open(path);
    BlockCodec codec;
    DetectorSamples samples;
    QSqlQuery query{file.value()->database()};
    query.setForwardOnly(true);
    query.prepare(u"SELECT payload FROM blocks WHERE slot = ? ORDER BY detector"_s);
    for (std::int64_t slot = nextSlot++; slot <= lastSlot; slot = nextSlot++) {
        query.bindValue(0, static_cast<qint64>(slot));
        query.exec();
        while (query.next()) {
            const QByteArray payload = query.value(0).toByteArray();
            const std::span bytes{reinterpret_cast<const std::uint8_t *>(payload.constData()),
                                  static_cast<std::size_t>(payload.size())};
            if (!(toColumns ? codec.decode(bytes, samples) : codec.decompress(bytes)))
                throw Skipped{u"a block of the demo is damaged"_s};
        }
    }
}

double decompressAll(const SimulationOrder &order, bool toColumns)
{
    return timed([&] {
        std::atomic<std::int64_t> next = archiveformat::slotOf(unixMicroseconds(order.range.begin()));
        const std::int64_t last = archiveformat::slotOf(unixMicroseconds(order.range.end()) - 1);
        QThreadPool pool;
        for (int k = 0; k < QThread::idealThreadCount(); ++k)
            std::ignore = QtConcurrent::run(&pool, [&] { readBlocks(order.path, next, last, toColumns); });
        pool.waitForDone();
    });
}

double binAll(const SimulationOrder &order)
{
    const auto source = openArchive(order.path);
    const LoadRequest request{order.range, *Interval::of(1min), {}, {}, 0};
    return timed([&] {
        const auto loaded = loadBins(**source, request, [](const BinBatchPtr &) { return true; }, {});
        if (!loaded)
            throw Skipped{loaded.error().sentence()};
    });
}

std::vector<Row> demoDay(Context &context)
{
    const SimulationOrder order = demoOrder(context.folder.filePath(u"demo.cbpm3"_s));
    std::uint64_t samples = 0;
    const double written = timed([&] {
        const auto made = writeSimulatedArchive(order, [](double) {}, {});
        if (!made)
            throw Skipped{made.error().sentence()};
        samples = *made;
    });
    std::vector<double> plain, columns, bins;
    for (int k = 0; k < runs; ++k) {
        plain.push_back(decompressAll(order, false));
        columns.push_back(decompressAll(order, true));
        bins.push_back(binAll(order));
    }
    const double none = std::nan("");
    const double millions = static_cast<double>(samples) / 1e6;
    return {
        {u"archive: demo day simulated and written"_s, written, u"s"_s, none, {}, 30.0},
        {u"archive: size of the demo day"_s,
         static_cast<double>(QFileInfo{order.path}.size()) / 1e6,
         u"MB"_s,
         none,
         {},
         300.0},
        {u"archive: samples of the demo day"_s, millions, u"M"_s, none, {}, none},
        {u"archive: day to 1 min bins, all samples"_s, median(bins), u"s"_s, none, {}, 2.0},
        {u"archive: day to bins / decompressing to samples"_s, median(bins), u"s"_s, median(columns),
         u"blocks to columns"_s, 2.0},
        {u"archive: day to bins / undoing zstd alone"_s, median(bins), u"s"_s, median(plain), u"zstd alone"_s, none},
        {u"archive: rate"_s, millions / median(bins), u"M samples/s"_s, none, {}, none},
    };
}

} // namespace

std::vector<Benchmark> archiveBenchmarks()
{
    return {{u"archive"_s, demoDay, false}};
}

} // namespace cbpm::bench
