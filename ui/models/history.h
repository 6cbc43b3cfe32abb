// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/binloader.h"
#include "core/query/opensource.h"
#include "core/query/orbit.h"
#include "ui/models/closeup.h"
#include "ui/models/feed.h"

#include <QElapsedTimer>
#include <QFutureWatcher>
#include <QObject>

namespace cbpm {

/// The stored range on screen: opens the source, loads, and says in which state what is shown is. GUI thread.
class History : public QObject
{
    Q_OBJECT

public:
    enum class State { Empty, Opening, Loading, Complete, Partial, Failed, Following };

    /// What an opened source says.
    struct Opened
    {
        SampleSourcePtr source;
        SourceInfo info;
    };

    /// `tiles` may be null: then nothing is kept.
    History(QThreadPool &pool, TileStorePtr tiles, QObject *parent = nullptr);
    ~History() override;

    /// Opens on the pool; opened() or openFailed() follows. The latest wins.
    void open(const SourceOptions &options);
    /// For sources made elsewhere.
    void setSource(SampleSourcePtr source, const SourceInfo &info);
    const SampleSourcePtr &source() const { return m_source; }
    /// The same data through another table; what is shown stands until the next fetch, unless rows mean others now.
    void useTable(const DetectorTablePtr &table);
    const SourceInfo &info() const { return m_info; }

    /// Loads `quantity` from the next fetch on, beside what is always loaded; false: it does already.
    bool addQuantity(Quantity quantity);

    /// `refines`: the interval was chosen for the pixels, and closer looks may have a finer one.
    void fetch(const TimeRange &range, Interval interval, const std::vector<int> &rows,
               std::optional<PositionMethod> method, bool refines = false);
    void cancel();
    /// Of the last fetch; nullopt: the detectors' own.
    std::optional<PositionMethod> method() const { return m_method; }
    /// Where the pages' own work runs.
    QThreadPool &pool() const { return m_pool; }
    /// Forgets what is kept of `range`: the next fetch asks the source.
    void forget(const TimeRange &range);

    /// Goes on where the last fetch ended, as lookAhead() is called, and keeps the newest `window`. A row that comes up
    /// to `lateness` late is still taken in.
    void follow(Duration window, Duration lateness);
    /// Reads on to samples before `end`; lookedAhead() or lookFailed() follows, unless a look is under way.
    void lookAhead(TimePoint end);
    /// Keeps more than the window while somebody looks at it, within limits.
    void setHolding(bool holding) { m_holding = holding; }
    /// What is shown stands, and grows no more.
    void stopFollowing();

    /// Reads the one trigger nearest to `time`, whole ring, on the pool; orbitFound() follows. The latest wins.
    void findOrbit(TimePoint time);
    const std::optional<Orbit> &orbit() const { return m_orbit; }

    State state() const { return m_state; }
    /// Whether a range of this source was asked for.
    bool wasAsked() const { return m_asked.has_value(); }
    const RingSeries &series() const { return m_series; }
    /// The finest bins at hand for all of `visible`: of the closeup, or of the whole range.
    const RingSeries &seriesFor(const std::optional<TimeRange> &visible) const;
    Closeup &closeup() { return m_closeup; }
    const Error &lastError() const { return m_error; }

    /// 0 to 1 of the range asked for.
    double progress() const;
    double rowsPerSecond() const;
    double secondsLeft() const;

signals:
    /// A load lost its source and goes on after `wait`; what has come stands.
    void interrupted(const cbpm::Error &error, std::chrono::milliseconds wait);
    void opened();
    void openProgressed(double share);
    void openFailed(const cbpm::Error &error);
    void stateChanged();
    void orbitFound();
    void lookedAhead(const cbpm::Advance &advance);
    /// The next look makes up for it.
    void lookFailed(const cbpm::Error &error);
    /// A batch was added to series().
    void seriesGrew();

private:
    void setState(State state);
    void onBatch(const std::shared_ptr<BinBatch> &batch);
    void onOpened();
    void onAdvance(const Advance &advance);

    QThreadPool &m_pool;
    TileStorePtr m_tiles;
    BinLoader m_loader;
    QFutureWatcher<Result<Opened>> m_opening;
    CancelToken m_openCancel;
    SampleSourcePtr m_source;
    SourceInfo m_info;
    RingSeries m_series;
    std::optional<TimeRange> m_asked;
    LoadCounts m_loaded;
    Duration m_cameSoFar{}; ///< of the range asked for
    QElapsedTimer m_clock;
    Closeup m_closeup;
    bool m_refines = false;
    std::optional<PositionMethod> m_method; ///< of the last fetch
    std::vector<int> m_rows;                ///< of the last fetch
    QuantitySet m_quantities;
    Feed m_feed;
    Duration m_window{};
    bool m_holding = false;
    QFutureWatcher<Result<Orbit>> m_finding;
    CancelToken m_findCancel;
    std::optional<Orbit> m_orbit;
    State m_state = State::Empty;
    Error m_error;
};

} // namespace cbpm
