// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/arguments/sourcearguments.h"
#include "app/arguments/values.h"
#include "app/cli/commands.h"
#include "app/cli/fetchoptions.h"
#include "app/cli/fetchreport.h"
#include "app/cli/terminal.h"
#include "core/bins/ladder.h"
#include "core/export/archivesave.h"
#include "core/export/bincsv.h"
#include "core/export/binhdf.h"
#include "core/export/fetchsummary.h"
#include "core/export/samplecsv.h"
#include "core/export/samplehdf.h"
#include "core/query/autointerval.h"
#include "core/query/sampleload.h"
#include "core/query/slicebinner.h"
#include "core/query/tiledload.h"
#include "core/tiles/cachedsource.h"
#include "core/types/timetext.h"

using namespace Qt::StringLiterals;

namespace cbpm {
namespace {

/// Bins of an automatic interval: a picture 1600 pixels wide.
constexpr int automaticBins = 1600;

RetryPolicy notedRetries()
{
    RetryPolicy policy;
    policy.notice = [](const Error &error, std::chrono::milliseconds wait) {
        note(u"%1; trying again in %2 s"_s.arg(error.what).arg(static_cast<double>(wait.count()) / 1e3, 0, 'f', 1));
    };
    return policy;
}

/// One fetch from a source to a file.
class Fetch
{
public:
    Fetch(FetchOptions options, SampleSourcePtr source, SourceInfo info, TileStorePtr tiles, TimeRange range,
          std::vector<int> rows)
        : m_options{std::move(options)}, m_source{m_options.usesTiles ? cachedSource(std::move(source), info, tiles)
                                                                      : std::move(source)},
          m_info{std::move(info)}, m_tiles{std::move(tiles), m_info.identity}, m_range{range}, m_rows{std::move(rows)},
          m_report{m_source->table(), m_rows}
    {
        m_clock.start();
        m_summary.path = m_info.path;
        m_summary.server = m_info.server;
        m_summary.connections = 1;
    }

    Result<void> run()
    {
        auto done = write();
        if (done)
            m_report.noteMissing();
        if (done && m_summary.counts.resumptions > 0)
            note(u"the connection was lost %1 times: what came after is of a later state of the data"_s.arg(
                m_summary.counts.resumptions));
        m_summary.partial = !done;
        m_summary.elapsed_s = seconds();
        if (m_options.summaryPath.isEmpty())
            return done;
        const auto summarised = writeFetchSummary(m_summary, m_options.summaryPath);
        return done ? summarised : done;
    }

private:
    double seconds() const { return static_cast<double>(m_clock.nsecsElapsed()) * 1e-9; }

    void progressed(TimePoint until, std::uint64_t rows)
    {
        if (m_summary.firstResult_s == 0.0 && rows > 0)
            m_summary.firstResult_s = seconds();
        const auto done = (until - m_range.begin()).count();
        m_progress.show(static_cast<double>(done) / static_cast<double>(m_range.duration().count()), rows);
    }

    /// Loads, giving each slice to `write`; an error of either ends it.
    template<class Batch, class Load, class Write>
    Result<void> pump(const Load &load, const Write &write)
    {
        Result<void> written;
        const auto loaded = load([&](const Batch &batch) {
            written = write(*batch);
            return written.has_value();
        });
        if (!written)
            return written;
        return loaded ? Result<void>{} : Result<void>{loaded.error()};
    }

    Result<void> write()
    {
        switch (m_options.format) {
        case FetchOptions::Format::Archive:
            return toArchive();
        case FetchOptions::Format::Hdf5:
            return toHdf();
        case FetchOptions::Format::Csv:
            break;
        }
        return toCsv();
    }

    LoadRequest request() const
    {
        return {m_range, m_options.interval.value_or(autoInterval(m_range, automaticBins)), m_rows, m_options.method,
                m_options.connections, filedQuantities, m_retry};
    }

    Result<void> toCsv()
    {
        OutputFile file{m_options.output};
        if (const auto opened = file.open(); !opened)
            return opened;
        const auto done = m_options.raw ? loadRaw(SampleCsv{file, *m_source->table(), m_options.method})
                                        : loadBinned(BinCsv{file, request().interval});
        return done ? file.commit() : done;
    }

    Result<void> toHdf()
    {
        const ExportOrigin origin{m_info, m_range, m_source->table(), m_options.method};
        if (m_options.raw) {
            const auto file = SampleHdf::create(m_options.output, origin);
            const auto done = file ? loadRaw(**file) : Result<void>{file.error()};
            return done ? file.value()->commit() : done;
        }
        const auto file = BinHdf::create(m_options.output, origin, request().interval, m_rows);
        const auto done = file ? loadBinned(**file) : Result<void>{file.error()};
        return done ? file.value()->commit() : done;
    }

    template<class Writer>
    Result<void> loadBinned(Writer &&writer)
    {
        const LoadRequest wanted = request();
        m_summary.connections = wanted.readers > 0 ? wanted.readers : m_source->usefulReaders();
        const auto done = pump<BinBatchPtr>(
            [&](const BinSink &sink) { return loadTiled(*m_source, m_tiles, wanted, sink, interruptToken()); },
            [&](const BinBatch &batch) {
                for (const BinSeries &series : batch.series)
                    m_report.saw(series.row, series.location);
                m_summary.counts += batch.counts;
                progressed(batch.range.end(), m_summary.counts.rows);
                return writer.add(batch);
            });
        if (!done)
            return done;
        const auto finished = writer.finish();
        m_summary.bins = writer.bins();
        if (m_summary.counts.rows > 0 && m_summary.counts.fromTiles == m_summary.counts.rows)
            m_summary.path = u"tiles"_s;
        return finished;
    }

    Result<void> toArchive()
    {
        const ArchiveOrder order{m_options.output, m_range, m_rows, m_info, m_retry};
        const auto saved = saveArchive(
            *m_source, order,
            [&](const SampleBatch &batch) {
                for (const DetectorSamples &samples : batch.detectors)
                    m_report.saw(samples.row, samples.location);
                m_summary.counts += countSamples(batch);
                progressed(batch.range.end(), m_summary.counts.rows);
            },
            interruptToken());
        return saved ? Result<void>{} : Result<void>{saved.error()};
    }

    template<class Writer>
    Result<void> loadRaw(Writer &&writer)
    {
        const auto done = pump<SampleBatchPtr>(
            [&](const SampleSink &sink) {
                return loadSamples(*m_source, m_range, m_rows, sink, interruptToken(), m_retry);
            },
            [&](const SampleBatch &batch) {
                for (const DetectorSamples &samples : batch.detectors)
                    m_report.saw(samples.row, samples.location);
                auto written = writer.add(batch);
                m_summary.counts = writer.counts();
                progressed(batch.range.end(), m_summary.counts.rows);
                return written;
            });
        return done ? writer.finish() : done;
    }

    /// An archive is not positioned on the way; validity is counted all the same.
    LoadCounts countSamples(const SampleBatch &batch)
    {
        LoadCounts counts = rowCounts(batch);
        for (const DetectorSamples &samples : batch.detectors) {
            m_ring.apply(samples, m_positions);
            counts += countsOf(m_positions);
        }
        return counts;
    }

    const FetchOptions m_options;
    const SampleSourcePtr m_source;
    const SourceInfo m_info;
    const TileAccess m_tiles;
    const TimeRange m_range;
    const std::vector<int> m_rows;
    const RetryPolicy m_retry = notedRetries();
    const RingMap m_ring{*m_source->table(), m_options.method};
    PositionColumns m_positions;
    FetchReport m_report;
    FetchSummary m_summary;
    ProgressLine m_progress;
    QElapsedTimer m_clock;
};

/// Whether the cells of rollups serve what is asked for.
Result<void> checkRollup(const FetchOptions &options, const SampleSource &source, const TimeRange &range,
                         const std::vector<int> &rows)
{
    const auto interval = options.interval.value_or(autoInterval(range, automaticBins));
    const auto level = levelFor(interval);
    const auto cells =
        options.raw ? Result{std::unique_ptr<CellReader>{}} : source.openCells(rows, options.method, interruptToken());
    if (!cells)
        return cells.error();
    if (level && *cells && (*cells)->covered(cellWidth(*level)))
        return {};
    return Error{
        Error::Kind::NotFound, u"--path rollup: there are no cells of this interval and method"_s,
        u"ask for --interval 10s, 1min, 10min, 1h or a multiple, with --method linear, or write --path auto"_s};
}

Result<void> checkPath(const FetchOptions &options, const SourceInfo &info)
{
    if (options.path == "auto"_L1 || options.path == info.path)
        return {};
    return Error{Error::Kind::NotFound, u"--path %1: %2 offers %3 only"_s.arg(options.path, info.name, info.path),
                 u"write --path auto"_s};
}

/// What was loaded before; a way that is named goes around it, but cells need a place to be put together.
TileStorePtr tilesFor(const FetchOptions &options)
{
    if (options.usesTiles)
        return openTiles();
    return options.source.path == ReadPath::Rollup ? std::make_shared<TileStore>(TileStore::Options{}) : nullptr;
}

Result<void> fetch(const FetchOptions &options)
{
    ProgressLine progress;
    const auto source = openSource(
        options.source, [&](double share) { progress.show(share, 0); }, interruptToken());
    if (!source)
        return source.error();
    const auto rows = parseDetectors(options.detectors, *source.value()->table());
    if (!rows)
        return rows.error();
    const auto range = parseRange(options.from, options.to, systemNow());
    if (!range)
        return Error{Error::Kind::Usage, u"--from/--to: "_s + range.error().what, range.error().hint};
    const auto info = source.value()->info(interruptToken());
    if (!info)
        return info.error();
    if (const auto path = checkPath(options, *info); !path)
        return path;
    if (options.path == "rollup"_L1) {
        if (const auto served = checkRollup(options, **source, *range, *rows); !served)
            return served;
    }
    return Fetch{options, *source, *info, tilesFor(options), *range, *rows}.run();
}

} // namespace

int runFetch(const QStringList &arguments)
{
    const auto options = parseFetchOptions(arguments);
    if (!options)
        return report(options.error());
    const auto done = fetch(*options);
    return done ? Done : report(done.error());
}

} // namespace cbpm
