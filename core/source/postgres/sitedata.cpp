// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/postgres/sitedata.h"

#include "core/source/postgres/blockreader.h"
#include "core/source/postgres/copytuples.h"
#include "core/source/postgres/postgressource.h"
#include "core/source/postgres/readtransaction.h"
#include "core/types/coretexts.h"
#include "core/types/timetext.h"

#include <QElapsedTimer>

using namespace Qt::StringLiterals;

namespace cbpm {
namespace {

using State = Finding::State;

/// How much of the newest data is looked at.
constexpr Duration detectorStretch = std::chrono::minutes{10};
constexpr Duration gapStretch = std::chrono::hours{24};
constexpr Duration gapSlot = std::chrono::minutes{10};
constexpr std::uint64_t trialRows = 300'000;

/// The newest `length` of the data, or all there is.
TimeRange newest(const TimeRange &extent, Duration length)
{
    return *TimeRange::between(std::max(extent.begin(), extent.end() - length), extent.end());
}

std::optional<TimeRange> checkExtent(SiteProbe &probe)
{
    const auto extent = probe.askExtent(u"samples"_s);
    if (!extent)
        return std::nullopt;
    if (!extent->range) {
        probe.add(u"samples"_s, State::Warn, CoreTexts::tr("the table is empty, or no row of it has a time"));
        return std::nullopt;
    }
    const TimePoint last = extent->astray.value_or(extent->range->end() - Duration{1});
    const QString text = CoreTexts::tr("first %1, last %2").arg(isoText(extent->range->begin()), isoText(last));
    if (extent->astray && extent->range->end() < last)
        probe.add(u"samples"_s, State::Warn, text,
                  CoreTexts::tr("rows after %1 are in the future, and no range that is offered goes there: check clocks "
                                "and --server-timezone")
                      .arg(isoText(extent->range->end())));
    else if (last > extent->clock + std::chrono::hours{24 * 365} && probe.layout().time == RowLayout::Time::Seconds)
        probe.add(
            u"samples"_s, State::Warn, text,
            CoreTexts::tr("the last one is in the far future: are the numbers seconds since 1970, or milliseconds?"));
    else if (last > extent->clock + std::chrono::minutes{5})
        probe.add(u"samples"_s, State::Warn, text,
                  CoreTexts::tr("the last one is in the future: check clocks and --server-timezone"));
    else
        probe.add(u"samples"_s, State::Ok, text);
    return extent->range;
}

QString shortList(const QStringList &names)
{
    constexpr qsizetype shown = 8;
    return names.mid(0, shown).join(u", "_s) + (names.size() > shown ? u", …"_s : QString{});
}

void checkDetectors(SiteProbe &probe, const TimeRange &extent, const DetectorTable &table)
{
    const RowLayout &layout = probe.layout();
    const auto rows =
        probe.ask(u"detectors"_s, "SELECT DISTINCT " + layout.detectorColumn + "::text FROM " + layout.table + " WHERE "
                                      + layout.timeCondition(newest(extent, detectorStretch)));
    std::vector<bool> seen(static_cast<std::size_t>(table.size()), false);
    QStringList unknown;
    for (const ProbedRow &row : rows) {
        const bool id = layout.detector == RowLayout::Detector::Id;
        const int at = id ? table.findId(row.text(0).toInt()) : table.find(row.text(0).toStdString());
        if (at == unknownDetector)
            unknown << (row.isNull(0) ? u"NULL"_s : row.text(0));
        else
            seen[static_cast<std::size_t>(at)] = true;
    }
    QStringList missing;
    for (int row = 0; row < table.size(); ++row) {
        if (!seen[static_cast<std::size_t>(row)])
            missing << QString::fromStdString(table.at(row).location);
    }
    QString text =
        CoreTexts::tr("%1 of %2 seen in the newest 10 minutes").arg(table.size() - missing.size()).arg(table.size());
    if (!missing.isEmpty())
        text += CoreTexts::tr("; without data: %1").arg(shortList(missing));
    if (!unknown.isEmpty())
        text += CoreTexts::tr("; not in the detector table: %1").arg(shortList(unknown));
    const QString hint =
        unknown.isEmpty() ? QString{} : CoreTexts::tr("give a table that has them with --detector-table");
    probe.add(u"detectors"_s, missing.isEmpty() && unknown.isEmpty() ? State::Ok : State::Warn, text, hint);
}

/// One EXISTS per slot: each is a look into the index.
QByteArray slotQuestion(const RowLayout &layout, const std::vector<TimeRange> &stretches)
{
    QByteArrayList parts;
    for (std::size_t k = 0; k < stretches.size(); ++k)
        parts << "SELECT " + QByteArray::number(static_cast<qulonglong>(k)) + " WHERE NOT EXISTS (SELECT FROM "
                     + layout.table + " WHERE " + layout.timeCondition(stretches[k]) + ')';
    return parts.join(" UNION ALL ");
}

void checkGaps(SiteProbe &probe, const TimeRange &extent)
{
    if (!probe.isTimeIndexed()) {
        probe.add(u"gaps"_s, State::Warn,
                  CoreTexts::tr("not looked for: without an index on time that reads the whole table"));
        return;
    }
    const TimeRange looked = newest(extent, gapStretch);
    std::vector<TimeRange> stretches;
    for (TimePoint begin = looked.begin(); begin < looked.end(); begin += gapSlot)
        stretches.push_back(*TimeRange::between(begin, std::min(begin + gapSlot, looked.end())));
    const auto empty = probe.ask(u"gaps"_s, slotQuestion(probe.layout(), stretches));
    const QString where =
        CoreTexts::tr("the newest %1 h").arg(static_cast<double>(looked.duration().count()) / 3.6e9, 0, 'g', 3);
    if (empty.empty())
        probe.add(u"gaps"_s, State::Ok, CoreTexts::tr("no 10 minutes without a sample in %1").arg(where));
    else
        probe.add(u"gaps"_s, State::Warn,
                  CoreTexts::tr("%1 times 10 minutes without a sample in %2, the first at %3")
                      .arg(empty.size())
                      .arg(where)
                      .arg(isoText(stretches[empty.front().text(0).toULongLong()].begin())));
}

struct Trial
{
    std::uint64_t rows = 0;
    std::uint64_t bytes = 0;
    double seconds = 0.0;

    double rowsPerSecond() const { return static_cast<double>(rows) / seconds; }
};

Result<Trial> readRows(const PostgresSource &source, const SharedConnection &session, const TimeRange &range,
                       const CancelToken &cancel)
{
    const auto reader = source.openOn(session, {}, cancel);
    if (!reader)
        return reader.error();
    if (const auto started = reader.value()->start(range); !started)
        return started.error();
    Trial trial;
    while (trial.rows < trialRows) {
        const auto batch = reader.value()->next(cancel);
        if (!batch)
            return batch.error();
        if (!batch.value())
            break;
        trial.rows += (*batch)->rows;
        trial.bytes += (*batch)->bytes;
    }
    return trial;
}

Result<Trial> readTrial(SiteProbe &probe, const PostgresSource &source, const TimeRange &range)
{
    if (const auto begun = beginReading(*probe.session(), probe.limits(), probe.cancel()); !begun)
        return begun.error();
    auto trial = readRows(source, probe.session(), range, probe.cancel());
    const auto ended = endReading(*probe.session(), probe.cancel());
    return trial && !ended ? Result<Trial>{ended.error()} : trial;
}

/// Ten minutes of one detector at 10 Hz; the usual size of their block.
constexpr int blockSamples = 6'000;
constexpr int blockBytes = 27'000;

/// Bytes per second that this server sends in values as large as blocks, over this link.
Result<double> blockRate(const SiteProbe &probe)
{
    constexpr int blocks = 1'000;
    Connection &connection = *probe.session();
    QElapsedTimer clock;
    clock.start();
    const auto sent = connection.sendCopy(
        u"COPY (SELECT decode(repeat('5a', %1), 'hex') FROM generate_series(1, %2)) TO STDOUT (FORMAT binary)"_s
            .arg(blockBytes)
            .arg(blocks)
            .toLatin1(),
        probe.cancel());
    if (!sent)
        return sent.error();
    CopyTuples tuples{connection};
    for (;;) {
        const auto fields = tuples.next(probe.cancel());
        if (!fields)
            return fields.error();
        if (fields->empty())
            break;
    }
    return static_cast<double>(tuples.bytes()) / std::max(static_cast<double>(clock.nsecsElapsed()) / 1e9, 1e-6);
}

/// What a site would gain by preparing, from what was measured here and now.
void checkGain(SiteProbe &probe, const Trial &trial)
{
    constexpr std::uint64_t fewRows = 10'000;
    constexpr double bytesPerSample = double{blockBytes} / blockSamples;
    if (trial.rows < fewRows)
        return probe.add(u"prepared data"_s, State::Ok,
                         CoreTexts::tr("none; too few rows here to tell what they would gain"));
    const auto rate = blockRate(probe);
    if (!rate)
        return;
    const double rowsPerSecond = trial.rowsPerSecond();
    const double gain = *rate / bytesPerSample / std::max(rowsPerSecond, 1.0);
    const QString text = CoreTexts::tr("none; blocks would come at up to %1 million samples/s, rows come at %2")
                             .arg(*rate / bytesPerSample / 1e6, 0, 'f', 0)
                             .arg(rowsPerSecond / 1e6, 0, 'g', 2);
    if (gain < 2.0)
        probe.add(u"prepared data"_s, State::Ok, text);
    else
        probe.add(
            u"prepared data"_s, State::Warn, text,
            CoreTexts::tr(
                "cbpm3 prepare would make a day up to %1 times quicker, as %2 MB/s of large values against the rows "
                "show; ask the owner of the table")
                .arg(gain, 0, 'f', 0)
                .arg(*rate / 1e6, 0, 'f', 0));
}

/// What is prepared beside the rows, and which ways a fetch has.
void checkPrepared(SiteProbe &probe, const DetectorTable &table, const Trial &trial)
{
    const auto data = probe.findPrepared();
    if (!data) {
        probe.add(u"prepared data"_s, State::Warn, data.error().what, data.error().hint);
        return;
    }
    QStringList paths{u"rows"_s};
    QStringList made;
    if (data->blocks) {
        made << CoreTexts::tr("blocks to %1").arg(isoText(data->blocks->range.end()));
        if (BlockReader::canRead(*data->blocks, probe.layout(), table))
            paths << u"blocks"_s;
        else
            made << CoreTexts::tr("which are not read, because a detector has two spellings");
    }
    if (data->rollup) {
        made << CoreTexts::tr("rollups to %1").arg(isoText(data->rollup->range.end()));
        if (data->rollup->version == table.version())
            paths << u"rollup"_s;
        else
            made << CoreTexts::tr("which are of another detector table");
    }
    if (made.isEmpty())
        checkGain(probe, trial);
    else
        probe.add(u"prepared data"_s, State::Ok, made.join(u", "_s));
    probe.add(u"fetch paths"_s, State::Ok, paths.join(u", "_s));
}

/// Long loads read by two connections.
void checkSharing(SiteProbe &probe)
{
    const auto shared = probe.shareSnapshot();
    if (shared && *shared)
        probe.add(u"two connections"_s, State::Ok, CoreTexts::tr("see one snapshot"));
    else if (shared)
        probe.add(u"two connections"_s, State::Ok,
                  CoreTexts::tr("not tried: this program uses all the sessions that it may have"));
    else
        probe.add(u"two connections"_s, State::Warn,
                  CoreTexts::tr("see each its own moment, because no snapshot is shared: %1").arg(shared.error().what),
                  CoreTexts::tr("rows written during a load may be in one part of it and not in the other"));
}

/// Reads a little as a fetch does: what fails here fails there.
void checkReading(SiteProbe &probe, const TableMapping &mapping, const DetectorTablePtr &table, const TimeRange &extent)
{
    const PostgresSource source{probe.conninfo(), mapping, table, probe.limits(), ReadPath::Rows};
    QElapsedTimer clock;
    clock.start();
    auto trial = readTrial(probe, source, newest(extent, detectorStretch));
    if (!trial) {
        probe.add(u"reading"_s, State::Fail, trial.error().what, trial.error().hint);
        return;
    }
    trial->seconds = std::max(static_cast<double>(clock.nsecsElapsed()) / 1e9, 1e-6);
    probe.add(u"reading"_s, State::Ok,
              CoreTexts::tr("%1 rows in %2 s: %3 million rows/s, %4 MB/s")
                  .arg(trial->rows)
                  .arg(trial->seconds, 0, 'f', 2)
                  .arg(trial->rowsPerSecond() / 1e6, 0, 'f', 2)
                  .arg(static_cast<double>(trial->bytes) / trial->seconds / 1e6, 0, 'f', 0));
    checkSharing(probe);
    checkPrepared(probe, *table, *trial);
}

} // namespace

void checkData(SiteProbe &probe, const TableMapping &mapping, const DetectorTablePtr &table)
{
    const auto extent = checkExtent(probe);
    if (!extent)
        return;
    checkDetectors(probe, *extent, *table);
    checkGaps(probe, *extent);
    checkReading(probe, mapping, table, *extent);
}

} // namespace cbpm
