// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/arguments/sourcearguments.h"
#include "app/arguments/values.h"
#include "app/cli/commands.h"
#include "app/cli/parsearguments.h"
#include "app/cli/terminal.h"
#include "core/query/archivecells.h"
#include "core/query/sampleload.h"
#include "core/source/archive/archivewriter.h"
#include "core/source/postgres/postgreswriter.h"
#include "core/source/simulated/demoarchive.h"
#include "core/source/simulated/simulatedsource.h"
#include "core/types/timetext.h"

#include <QCommandLineParser>
#include <QFile>
#include <QTextStream>
#include <QThread>

using namespace Qt::StringLiterals;

namespace cbpm {
namespace {

struct SimulateOptions
{
    SourceOptions target;
    SimulationOrder order;
    int thinning = 1; ///< every n-th trigger: 10 Hz over the rate
    bool live = false;
    bool create = false;
};

Result<SimulateOptions> parse(const QStringList &arguments)
{
    QCommandLineParser parser;
    addSourceOptions(parser);
    parser.addOptions({
        {u"into"_s, u"Archive to make, or PostgreSQL connection string."_s, u"DEST"_s},
        {u"from"_s, u"Begin: ISO 8601, now, -1h."_s, u"T"_s},
        {u"duration"_s, u"Length, as in 90s, 30min, 2h, 1d."_s, u"D"_s},
        {u"bpms"_s, u"Detectors, as in 12W,13W, or all."_s, u"LIST"_s, u"all"_s},
        {u"rate"_s, u"Triggers per second: 10, 5, 2 or 1."_s, u"HZ"_s, u"10"_s},
        {u"seed"_s, u"The same seed gives the same data."_s, u"N"_s, u"1"_s},
        {u"live"_s, u"Append in real time until stopped."_s},
        {u"create"_s, u"Make table and index first."_s},
    });
    if (const auto parsed = parseArguments(parser, u"simulate"_s, arguments, {u"into"_s, u"from"_s, u"duration"_s});
        !parsed)
        return parsed.error();
    const auto target = readSource(parser.value(u"into"_s));
    if (!target)
        return Error{Error::Kind::Usage, u"--into: "_s + target.error().what, target.error().hint};
    if (target->kind == SourceAddress::Kind::Demo)
        return Error{Error::Kind::Usage, u"--into: the demo makes itself"_s, u"name a file or a server"_s};
    auto source = sourceOptions(parser);
    if (!source)
        return source.error();
    source->address = *target;
    const auto from = parseTime(parser.value(u"from"_s), systemNow());
    if (!from)
        return Error{Error::Kind::Usage, u"--from: "_s + from.error().what, from.error().hint};
    const auto duration = parseDuration(u"--duration"_s, parser.value(u"duration"_s));
    if (!duration)
        return duration.error();
    const auto rate = parsePositiveInt(u"--rate"_s, parser.value(u"rate"_s));
    if (!rate || 10 % *rate != 0)
        return Error{Error::Kind::Usage,
                     u"--rate: \"%1\" does not divide the ring's 10 Hz"_s.arg(parser.value(u"rate"_s)),
                     u"choose 10, 5, 2 or 1"_s};
    DetectorTablePtr table = builtinDetectorTable();
    if (!source->detectorTablePath.isEmpty()) {
        const auto read = readDetectorTable(source->detectorTablePath);
        if (!read)
            return read.error();
        table = *read;
    }
    const auto rows = parseDetectors(parser.value(u"bpms"_s), *table);
    if (!rows)
        return rows.error();
    bool number = false;
    const quint64 seed = parser.value(u"seed"_s).toULongLong(&number);
    if (!number)
        return Error{Error::Kind::Usage, u"--seed: \"%1\" is not a whole number"_s.arg(parser.value(u"seed"_s)), {}};
    return SimulateOptions{*source,
                           {target->target, *TimeRange::between(*from, *from + *duration), seed, *rows, table},
                           10 / *rate,
                           parser.isSet(u"live"_s),
                           parser.isSet(u"create"_s)};
}

/// Leaves every n-th trigger.
SampleBatch thinned(const SampleBatch &batch, int n)
{
    SampleBatch thin{batch.range, {}, 0, 0, 0, 0};
    for (const DetectorSamples &samples : batch.detectors) {
        DetectorSamples kept{samples.location, samples.row, {}, {}, {}};
        for (std::size_t i = 0; i < samples.size(); ++i) {
            if ((samples.time[i] / triggerSpacing.count()) % n != 0)
                continue;
            kept.time.push_back(samples.time[i]);
            for (std::size_t k = 0; k < buttonCount; ++k)
                kept.button[k].push_back(samples.button[k][i]);
        }
        thin.rows += kept.size();
        thin.detectors.push_back(std::move(kept));
    }
    return thin;
}

/// Where simulated batches go: a table, or an archive.
class Destination
{
public:
    Result<void> open(const SimulateOptions &options)
    {
        if (options.target.address.kind == SourceAddress::Kind::Postgres) {
            const auto table = options.create ? PostgresWriter::Table::Create : PostgresWriter::Table::Existing;
            auto writer = PostgresWriter::open(options.order.path, options.target.mapping, options.order.table, table,
                                               {}, interruptToken());
            if (!writer)
                return writer.error();
            m_table = std::make_unique<PostgresWriter>(std::move(*writer));
            return {};
        }
        const QString &path = options.order.path;
        const Provenance provenance{u"simulated ring, seed %1"_s.arg(options.order.seed), {}, options.order.range};
        if (!(options.live && QFile::exists(path))) {
            auto created = ArchiveWriter::create(path, provenance, options.order.table);
            if (!created)
                return created.error();
            m_archive = std::move(*created);
            if (!options.live)
                return {};
            if (auto committed = m_archive->commit(); !committed) // others may watch it grow from now on
                return committed;
        }
        auto extended = ArchiveWriter::extend(path);
        if (!extended)
            return extended.error();
        m_archive = std::move(*extended);
        return {};
    }

    Result<void> append(const SampleBatch &batch)
    {
        return m_table ? m_table->write(batch, interruptToken()) : m_archive->append(batch);
    }

    Result<void> flush() { return m_table ? Result<void>{} : m_archive->flush(); }
    Result<void> finish() { return m_table ? Result<void>{} : m_archive->commit(); }

private:
    std::unique_ptr<PostgresWriter> m_table;
    std::unique_ptr<ArchiveWriter> m_archive;
};

Result<std::uint64_t> simulateRange(const SimulateOptions &options)
{
    Destination destination;
    if (const auto opened = destination.open(options); !opened)
        return opened.error();
    const SimulatedSource source{options.order.table, options.order.seed};
    ProgressLine progress;
    std::uint64_t samples = 0;
    Result<void> written;
    const auto loaded = loadSamples(
        source, options.order.range, options.order.rows,
        [&](const SampleBatchPtr &batch) {
            const SampleBatch thin = thinned(*batch, options.thinning);
            samples += thin.rows;
            written = destination.append(thin);
            const auto done = (batch->range.end() - options.order.range.begin()).count();
            progress.show(static_cast<double>(done) / static_cast<double>(options.order.range.duration().count()),
                          samples);
            return written.has_value();
        },
        interruptToken());
    if (!written)
        return written.error();
    if (!loaded)
        return loaded.error();
    if (const auto finished = destination.finish(); !finished)
        return finished.error();
    return samples;
}

/// Second by second as time goes on, until stopped or the duration is over.
Result<std::uint64_t> simulateLive(const SimulateOptions &options)
{
    Destination destination;
    if (const auto opened = destination.open(options); !opened)
        return opened.error();
    const SimulatedSource source{options.order.table, options.order.seed};
    const auto reader = source.open(options.order.rows, interruptToken());
    if (!reader)
        return reader.error();
    std::uint64_t samples = 0;
    TimePoint written = options.order.range.begin();
    while (written < options.order.range.end() && !interruptToken().isCancelled()) {
        const auto due =
            TimeRange::between(written, std::min(TimePoint{std::chrono::floor<std::chrono::seconds>(systemNow())},
                                                 options.order.range.end()));
        if (!due) {
            QThread::msleep(50);
            continue;
        }
        if (const auto started = reader.value()->start(*due); !started)
            return started.error();
        for (;;) {
            const auto batch = reader.value()->next(interruptToken());
            if (!batch)
                return batch.error();
            if (!*batch)
                break;
            const SampleBatch thin = thinned(**batch, options.thinning);
            samples += thin.rows;
            if (const auto appended = destination.append(thin); !appended)
                return appended.error();
        }
        if (const auto flushed = destination.flush(); !flushed)
            return flushed.error();
        written = due->end();
    }
    return samples;
}

Result<std::uint64_t> simulate(const SimulateOptions &options)
{
    if (options.live)
        return simulateLive(options);
    if (options.target.address.kind == SourceAddress::Kind::Archive && options.thinning == 1) {
        ProgressLine progress;
        return writeSimulatedArchive(
            options.order, [&](double share) { progress.show(share, 0); }, interruptToken());
    }
    return simulateRange(options);
}

} // namespace

int runSimulate(const QStringList &arguments)
{
    const auto options = parse(arguments);
    if (!options)
        return report(options.error());
    const auto samples = simulate(*options);
    if (!samples)
        return report(samples.error());
    if (options->target.address.kind == SourceAddress::Kind::Archive && !options->live) {
        if (const auto added = addArchiveCells(options->order.path, interruptToken()); !added)
            return report(added.error());
    }
    QTextStream{stdout} << *samples << " samples written to "
                        << (options->target.address.kind == SourceAddress::Kind::Postgres
                                ? options->target.mapping.table
                                : options->order.path)
                        << Qt::endl;
    return Done;
}

} // namespace cbpm
