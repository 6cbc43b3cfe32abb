// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detectors/detector.h"
#include "core/detectors/detectortable.h"
#include "core/source/announcer.h"
#include "core/source/cellreader.h"
#include "core/types/canceltoken.h"
#include "core/types/result.h"
#include "core/types/samplebatch.h"
#include "core/types/timerange.h"

#include <QString>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace cbpm {

/// What a source can say of itself without reading samples.
struct SourceInfo
{
    QString name;                    ///< for people: "archive demo.cbpm3", "host x, database y"; no secret
    QString server;                  ///< version of the server or format of the file
    std::optional<TimeRange> extent; ///< first sample to just after the last, but `astray`; nullopt: empty
    std::optional<TimePoint> astray; ///< the last sample, where it is further ahead than any clock goes wrong
    std::vector<int> detectors;      ///< rows of the table that have samples, where that is cheap to know; else empty
    double rowsPerSecond = 1110.0;   ///< of data time, all detectors: to size slices and estimates
    DetectorTablePtr table;          ///< stored with the data (archives); null: none
    QString path;                    ///< "rows", "blocks", "archive", …: as in the fetch summary
    std::optional<TimePoint>
        clock;        ///< of the machine that keeps the data, at the answer; nullopt: it has none of its own
    QString identity; ///< the same for the same stored data, whoever asks, by whatever way; empty: unknown
};

/// How far a clock may be ahead of another one and still be meant. A sample beyond is no reason to look there.
inline constexpr Duration clockTrust = std::chrono::hours{24};

/// Reads stretches of time, one after the other. Used by one thread at a time; owns its connection or file.
class SampleReader
{
public:
    virtual ~SampleReader() = default;

    /// Begins a stretch; what was left of the one before is dropped.
    virtual Result<void> start(const TimeRange &stretch) = 0;

    /// Lets go of the state of the data that was seen so far, where the source keeps one: the next start() sees them as
    /// they are then, and nothing is held on the server meanwhile.
    virtual Result<void> renew() { return {}; }

    /// The next slice of the stretch, in time order; nullptr: the stretch is complete. Waits at most ~50 ms between
    /// looks at `cancel`; a cancelled read answers Error::Cancelled and has stopped the work on the server, too.
    virtual Result<SampleBatchPtr> next(const CancelToken &cancel) = 0;

    /// The same slice, one detector after the other, for callers that need each only once: a source may then decode
    /// into one buffer that stays in the cache. The batch that comes back has no detectors; nullopt: complete.
    using Visitor = std::function<void(const DetectorSamples &)>;
    virtual Result<std::optional<SampleBatch>> visitNext(const Visitor &visit, const CancelToken &cancel);
};

/// Opens a reader: once, on any thread, while others read. What gave it lives as long.
using ReaderOpening = std::function<Result<std::unique_ptr<SampleReader>>(const CancelToken &cancel)>;

/// Where samples come from: a server, an archive, a simulated ring. Thread-safe; holds no connection itself.
class SampleSource
{
public:
    virtual ~SampleSource() = default;

    /// Looks at the source: may wait for a server; call it on a pool thread.
    virtual Result<SourceInfo> info(const CancelToken &cancel) const = 0;

    /// A reader of its own for the calling thread. `rows` of the table, empty: every detector, also unknown ones.
    virtual Result<std::unique_ptr<SampleReader>> open(const std::vector<int> &rows,
                                                       const CancelToken &cancel) const = 0;

    /// How many readers at once make sense for one load (connections for a server, cores for a file).
    virtual int usefulReaders() const = 0;

    /// What is read at a time: a stretch that begins or ends inside of it costs as much as one that does not.
    virtual Duration grain() const { return std::chrono::minutes{1}; }

    /// How to open one more reader of `rows` that sees exactly what `first` sees, however the data change meanwhile.
    /// To open one takes a while, in which `first` may read, but not before it is asked for here; it lives until then.
    /// Error: there is none to be had now, and the load goes on with those that it has.
    virtual Result<ReaderOpening> openingBeside(SampleReader &first, const std::vector<int> &rows,
                                                const CancelToken &cancel) const;

    /// Cells made beforehand from the same samples, with this table and `method` (nullopt: the table's own); nullptr:
    /// there are none that fit. `rows` as in open().
    virtual Result<std::unique_ptr<CellReader>>
    openCells(const std::vector<int> &rows, std::optional<PositionMethod> method, const CancelToken &cancel) const;

    /// Says when rows have come; nullptr: the source does not tell. Holds a session as long as it lives.
    virtual Result<std::unique_ptr<Announcer>> announcer(const CancelToken &cancel) const;

    /// The table that rows in batches refer to.
    virtual DetectorTablePtr table() const = 0;
    /// The same data read with another table.
    virtual std::shared_ptr<const SampleSource> withTable(DetectorTablePtr table) const = 0;
};

using SampleSourcePtr = std::shared_ptr<const SampleSource>;

} // namespace cbpm
