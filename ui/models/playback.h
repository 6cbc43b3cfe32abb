// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/backoff.h"
#include "core/source/samplesource.h"
#include "core/types/steadyclock.h"
#include "core/types/timetext.h"
#include "ui/models/doorbell.h"

#include <QElapsedTimer>
#include <QFutureWatcher>
#include <QObject>
#include <QTimer>

#include <functional>

class QThreadPool;

namespace cbpm {

class History;
class ViewState;
struct Advance;

/// Lets time pass over a source: live, with the clock of the machine that keeps the data, or replayed, with a clock
/// that may be stopped, set and made faster. What passes is shown by the history; the pages' cursor goes along.
class Playback : public QObject
{
    Q_OBJECT

public:
    enum class Mode { History, Live, Replay };

    static constexpr Duration shortestPeriod = std::chrono::milliseconds{200};
    static constexpr Duration longestPeriod = std::chrono::seconds{10};
    static constexpr Duration shortestAgeLimit = std::chrono::milliseconds{500};
    static constexpr Duration longestAgeLimit = std::chrono::hours{1};
    static constexpr double slowest = 0.1;
    static constexpr double fastest = 1000.0;

    Playback(QThreadPool &pool, History &history, ViewState &view, QObject *parent = nullptr);
    ~Playback() override;

    Mode mode() const { return m_mode; }
    void goHistory();
    void goLive();
    /// From the beginning of `range`.
    void goReplay(const TimeRange &range);

    /// Live: what comes is kept, the pages stand still. Replay: the clock stands.
    void setPaused(bool paused);
    bool isPaused() const { return m_paused; }

    /// What the pages show up to the newest sample.
    void setWindow(Duration window);
    Duration window() const { return m_window; }
    /// Live: between two looks, where the source does not call for one sooner; clamped to what is allowed.
    void setPeriod(Duration period);
    Duration period() const { return m_period; }
    /// Live: data older than this are an alarm; clamped to what is allowed.
    void setAgeLimit(Duration limit);
    Duration ageLimit() const { return m_ageLimit; }
    /// What this machine's clock is taken to say: for hours that pass faster than ours.
    void setClock(std::function<TimePoint()> clock) { m_here = std::move(clock); }

    /// Replay: seconds of data per second; clamped to what is allowed.
    void setSpeed(double speed);
    double speed() const { return m_speed; }
    void setLoops(bool loops) { m_loops = loops; }
    bool loops() const { return m_loops; }
    void seek(TimePoint time);
    /// Stops the clock and moves it by whole triggers.
    void step(int triggers);
    const std::optional<TimeRange> &range() const { return m_range; }
    /// Replay: what the clock says.
    TimePoint position() const;

    /// The newest sample that came; nullopt: none yet.
    std::optional<TimePoint> newest() const { return m_newest; }
    /// Now, by the clock of the machine that keeps the data.
    TimePoint sourceNow() const;
    /// Live: how old the newest sample is; negative: it is ahead of the clock.
    std::optional<Duration> age() const;
    bool isLate() const;
    /// Live: the source announces new rows; a look follows each, shortestPeriod apart.
    bool isAnnounced() const { return m_doorbell.isListening(); }
    /// Why nothing comes; nullptr: it does.
    const Error *problem() const { return m_problem ? &*m_problem : nullptr; }
    /// Until the next try after a problem; nullopt: there is none.
    std::optional<Duration> nextTry() const;

signals:
    void modeChanged();
    /// The mode's settings, its clock, the age or the problem changed.
    void changed();
    /// The bins of this range are to be loaded, to go on from there.
    void groundWanted(const cbpm::TimeRange &range);

private:
    enum class Phase { Idle, Asking, Grounding, Running };

    void begin(Mode mode);
    void ask();
    void onAnswer();
    void ground(TimePoint end);
    void onHistoryState();
    void tick();
    void look();
    void answerBell();
    void onAdvance(const Advance &advance);
    void fail(const Error &error);
    void showNewest();
    TimePoint lookLimit() const;

    QThreadPool &m_pool;
    History &m_history;
    ViewState &m_view;
    Mode m_mode = Mode::History;
    Phase m_phase = Phase::Idle;
    bool m_paused = false;
    Duration m_window = std::chrono::minutes{10};
    Duration m_period = std::chrono::seconds{1};
    Duration m_ageLimit = std::chrono::seconds{5};
    double m_speed = 1.0;
    bool m_loops = false;
    std::optional<TimeRange> m_range;
    std::optional<TimePoint> m_newest;
    std::optional<TimePoint> m_shown; ///< trigger of the newest orbit, or the newest sample
    SteadyClock m_steady; ///< read anew when a mode begins
    std::function<TimePoint()> m_here = [this] { return m_steady.now(); };
    Duration m_clockOffset{};         ///< source's clock less ours
    TimePoint m_base;                 ///< of the replay's clock, when m_clock was started
    QElapsedTimer m_clock;
    QTimer m_tick;
    QTimer m_retry;
    Doorbell m_doorbell;
    bool m_rang = false;    ///< and no look has followed
    bool m_looking = false;
    QElapsedTimer m_sinceLook;
    QTimer m_soon; ///< the look that follows a ring
    Backoff m_backoff{RetryPolicy::ofViews()};
    std::optional<Error> m_problem;
    QFutureWatcher<Result<SourceInfo>> m_asking;
    CancelToken m_askCancel;
    TimePoint m_asked;
};

} // namespace cbpm
