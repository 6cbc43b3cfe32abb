// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/exporter.h"

#include "core/export/archivesave.h"
#include "core/export/bincsv.h"
#include "core/export/binhdf.h"
#include "core/export/provenance.h"
#include "core/export/samplecsv.h"
#include "core/export/samplehdf.h"
#include "core/query/sampleload.h"
#include "core/query/slicebinner.h"
#include "core/types/outcome.h"

#include <QJsonDocument>

namespace cbpm {
namespace {

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
    return outcomeOf(loaded);
}

/// One export on its way.
class Export
{
public:
    Export(const SampleSource &source, const TileAccess &tiles, const ExportOrder &order, const ExportWatch &watch,
           const CancelToken &cancel, ExportOutcome &outcome)
        : m_source{source}, m_tiles{tiles}, m_order{order}, m_watch{watch}, m_cancel{cancel}, m_outcome{outcome}
    {
    }

    Result<void> run()
    {
        switch (m_order.format) {
        case ExportFormat::Archive:
            return toArchive();
        case ExportFormat::Hdf5:
            return toHdf(HdfFile::Dialect::Plain);
        case ExportFormat::Matlab:
            return toHdf(HdfFile::Dialect::Matlab);
        case ExportFormat::Csv:
            break;
        }
        return toCsv();
    }

private:
    Result<void> toCsv()
    {
        OutputFile file{m_order.path};
        if (const auto opened = file.open(); !opened)
            return opened;
        const auto done = m_order.interval ? loadBinned(BinCsv{file, *m_order.interval})
                                           : loadRaw(SampleCsv{file, *m_source.table(), m_order.method});
        if (!done || !m_order.tellsOrigin)
            return done ? file.commit() : done;
        const auto told = tellOrigin();
        return told ? file.commit() : told;
    }

    ExportOrigin origin() const { return {m_order.origin, m_order.range, m_source.table(), m_order.method}; }

    Result<void> tellOrigin() const
    {
        return writeFile(m_order.path + QStringLiteral(".json"),
                         QJsonDocument{provenanceJson(origin(), m_order.interval)}.toJson());
    }

    Result<void> toHdf(HdfFile::Dialect dialect)
    {
        if (!m_order.interval) {
            const auto file = SampleHdf::create(m_order.path, origin(), dialect);
            const auto done = file ? loadRaw(**file) : Result<void>{file.error()};
            return done ? file.value()->commit() : done;
        }
        const auto file = BinHdf::create(m_order.path, origin(), *m_order.interval, m_order.rows, dialect);
        const auto done = file ? loadBinned(**file) : Result<void>{file.error()};
        return done ? file.value()->commit() : done;
    }

    Result<void> toArchive()
    {
        const RingMap ring{*m_source.table(), m_order.method};
        const ArchiveOrder order{m_order.path, m_order.range, m_order.rows, m_order.origin, m_order.retry,
                                 m_order.attachments};
        const auto saved = saveArchive(
            m_source, order,
            [&](const SampleBatch &batch) {
                see(batch);
                m_outcome.counts += countSamples(batch, ring);
                progressed(batch.range.end());
            },
            m_cancel);
        return outcomeOf(saved);
    }

    template<class Writer>
    Result<void> loadBinned(Writer &&writer)
    {
        const LoadRequest wanted{m_order.range,  *m_order.interval, m_order.rows, m_order.method,
                                 m_order.readers, filedQuantities,  m_order.retry};
        m_outcome.readers = wanted.readers > 0 ? wanted.readers : m_source.usefulReaders();
        const auto done = pump<BinBatchPtr>(
            [&](const BinSink &sink) { return loadTiled(m_source, m_tiles, wanted, sink, m_cancel); },
            [&](const BinBatch &batch) {
                for (const BinSeries &series : batch.series)
                    m_watch.saw(series.row, series.location);
                auto written = writer.add(batch);
                m_outcome.counts += batch.counts;
                m_outcome.triggers += triggersOf(batch);
                progressed(batch.range.end());
                return written;
            });
        if (!done)
            return done;
        const auto finished = writer.finish();
        m_outcome.bins = writer.bins();
        return finished;
    }

    template<class Writer>
    Result<void> loadRaw(Writer &&writer)
    {
        const auto done = pump<SampleBatchPtr>(
            [&](const SampleSink &sink) {
                return loadSamples(m_source, m_order.range, m_order.rows, sink, m_cancel, m_order.retry);
            },
            [&](const SampleBatch &batch) {
                see(batch);
                auto written = writer.add(batch);
                m_outcome.counts = writer.counts();
                progressed(batch.range.end());
                return written;
            });
        return done ? writer.finish() : done;
    }

    void see(const SampleBatch &batch)
    {
        for (const DetectorSamples &samples : batch.detectors)
            m_watch.saw(samples.row, samples.location);
        m_tally.add(batch);
        m_outcome.triggers = m_tally.count();
    }

    TriggerCount triggersOf(const BinBatch &batch) const
    {
        std::vector<const BinSeries *> series;
        for (const BinSeries &one : batch.series)
            series.push_back(&one);
        return countTriggers(series, *m_order.interval, batch.range);
    }

    void progressed(TimePoint until) { m_watch.progressed({until, m_outcome.counts}); }

    /// An archive is not positioned on the way; validity is counted all the same.
    LoadCounts countSamples(const SampleBatch &batch, const RingMap &ring)
    {
        LoadCounts counts = rowCounts(batch);
        for (const DetectorSamples &samples : batch.detectors) {
            ring.apply(samples, m_positions);
            counts += countsOf(m_positions);
        }
        return counts;
    }

    const SampleSource &m_source;
    const TileAccess &m_tiles;
    const ExportOrder &m_order;
    const ExportWatch &m_watch;
    const CancelToken &m_cancel;
    ExportOutcome &m_outcome;
    PositionColumns m_positions;
    TriggerTally m_tally;
};

} // namespace

Result<void> runExport(const SampleSource &source, const TileAccess &tiles, const ExportOrder &order,
                       const ExportWatch &watch, const CancelToken &cancel, ExportOutcome &outcome)
{
    return Export{source, tiles, order, watch, cancel, outcome}.run();
}

} // namespace cbpm
