// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/arguments/sourcearguments.h"
#include "app/arguments/values.h"
#include "app/cli/commands.h"
#include "app/cli/fetchoptions.h"
#include "app/cli/fetchreport.h"
#include "app/cli/terminal.h"
#include "core/bins/ladder.h"
#include "core/export/exporter.h"
#include "core/export/fetchsummary.h"
#include "core/query/autointerval.h"
#include "core/query/loadcost.h"
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
          m_tiles{std::move(tiles), info.identity},
          m_order{orderOf(m_options, std::move(info), range, std::move(rows))}, m_report{m_source->table(),
                                                                                         m_order.rows}
    {
        m_clock.start();
        m_summary.path = m_order.origin.path;
        m_summary.server = m_order.origin.server;
    }

    Result<void> run()
    {
        auto done = write();
        if (done) {
            m_report.noteMissing();
            noteRows(m_summary.counts, m_summary.triggers);
        }
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
    static ExportOrder orderOf(const FetchOptions &options, SourceInfo info, const TimeRange &range,
                               std::vector<int> rows)
    {
        ExportOrder order{options.format, options.output, range, std::move(rows)};
        if (!options.raw)
            order.interval = options.interval.value_or(autoInterval(range, automaticBins));
        order.method = options.method;
        order.readers = options.connections;
        order.origin = std::move(info);
        order.retry = notedRetries();
        return order;
    }

    double seconds() const { return static_cast<double>(m_clock.nsecsElapsed()) * 1e-9; }

    Result<void> write()
    {
        ExportOutcome outcome;
        const ExportWatch watch{[this](const ExportProgress &progress) { progressed(progress); },
                                [this](int row, const std::string &location) { m_report.saw(row, location); }};
        auto done = runExport(*m_source, m_tiles, m_order, watch, interruptToken(), outcome);
        m_summary.counts = outcome.counts;
        m_summary.triggers = outcome.triggers;
        m_summary.bins = outcome.bins;
        m_summary.connections = outcome.readers;
        if (done && m_order.interval && outcome.counts.rows > 0 && outcome.counts.fromTiles == outcome.counts.rows)
            m_summary.path = u"tiles"_s;
        return done;
    }

    void progressed(const ExportProgress &progress)
    {
        if (m_summary.firstResult_s == 0.0 && progress.counts.rows > 0)
            m_summary.firstResult_s = seconds();
        const auto done = (progress.until - m_order.range.begin()).count();
        m_progress.show(static_cast<double>(done) / static_cast<double>(m_order.range.duration().count()),
                        progress.counts.rows);
    }

    const FetchOptions m_options;
    const SampleSourcePtr m_source;
    const TileAccess m_tiles;
    const ExportOrder m_order;
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

void noteCost(const SourceInfo &info, const TimeRange &range, double share)
{
    const double rows = rowsToRead(info, range, share);
    const double minutes = rows / usualRowsPerSecond / 60.0;
    if (minutes * 60.0 > longLoad_s)
        note(u"up to %1 million rows are to be read, some %2 min; a narrower range, fewer detectors or prepared data "
             u"are "
             "quicker"_s.arg(rows / 1e6, 0, 'f', 0)
                 .arg(minutes, 0, 'f', 0));
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
    const int detectors = (*source)->table()->size();
    noteCost(*info, *range, rows->empty() ? 1.0 : static_cast<double>(rows->size()) / std::max(1, detectors));
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
