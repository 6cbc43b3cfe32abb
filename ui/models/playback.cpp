// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/playback.h"

#include "core/query/follower.h"
#include "ui/models/history.h"
#include "ui/models/viewstate.h"

#include <QtConcurrent>

#include <cmath>

using namespace std::chrono_literals;

namespace cbpm {
namespace {

/// Rows of one trigger are written within this of each other.
constexpr Duration lateness = 2s;
/// Rows may bear a time that is ahead of the clock of the machine that keeps them.
constexpr Duration clockMargin = 10s;
constexpr Duration replayPeriod = 100ms;

int milliseconds(Duration duration)
{
    return static_cast<int>(std::chrono::duration_cast<std::chrono::milliseconds>(duration).count());
}

} // namespace

Playback::Playback(QThreadPool &pool, History &history, ViewState &view, QObject *parent)
    : QObject{parent}, m_pool{pool}, m_history{history}, m_view{view}, m_doorbell{pool}
{
    m_retry.setSingleShot(true);
    m_soon.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, &Playback::answerBell);
    connect(&m_doorbell, &Doorbell::rang, this, [this] {
        m_rang = true;
        answerBell();
    });
    connect(&m_tick, &QTimer::timeout, this, &Playback::tick);
    connect(&m_retry, &QTimer::timeout, this, [this] {
        if (m_phase == Phase::Running)
            tick();
        else
            m_mode == Mode::Replay ? ground(position()) : ask();
    });
    connect(&m_asking, &QFutureWatcherBase::finished, this, &Playback::onAnswer);
    connect(&m_history, &History::opened, this, [this] { // its clock, before anything is looked at
        const auto clock = m_history.info().clock;
        m_clockOffset = clock ? *clock - m_here() : Duration{0};
    });
    connect(&m_history, &History::stateChanged, this, &Playback::onHistoryState);
    connect(&m_history, &History::lookedAhead, this, &Playback::onAdvance);
    connect(&m_history, &History::lookFailed, this, &Playback::fail);
    connect(&m_view, &ViewState::followedChanged, this, [this] {
        if (m_mode != Mode::History && !m_paused && m_phase == Phase::Running && m_newest && !m_view.followed())
            setPaused(true); // somebody looks closer
    });
}

Playback::~Playback()
{
    m_askCancel.cancel();
    m_asking.waitForFinished();
}

void Playback::begin(Mode mode)
{
    m_tick.stop();
    m_retry.stop();
    m_soon.stop();
    m_doorbell.stop();
    m_rang = false;
    m_looking = false;
    m_askCancel.cancel();
    m_asking.setFuture({});
    m_phase = Phase::Idle;
    m_steady = SteadyClock{};
    m_mode = mode;
    m_paused = false;
    m_backoff.succeeded();
    m_problem.reset();
    m_newest.reset();
    m_shown.reset();
    m_history.stopFollowing();
    m_view.setFollowed({});
    emit modeChanged();
    emit changed();
}

void Playback::goHistory()
{
    if (m_mode == Mode::History)
        return;
    m_history.cancel();
    begin(Mode::History);
}

void Playback::goLive()
{
    begin(Mode::Live);
    ask();
}

void Playback::goReplay(const TimeRange &range)
{
    begin(Mode::Replay);
    m_range = range;
    m_view.setCursor(range.begin()); // nothing of what is to come
    ground(range.begin());
}

/// How far the data reach, and what the time is there.
void Playback::ask()
{
    if (!m_history.source())
        return;
    m_phase = Phase::Asking;
    m_askCancel = CancelToken{};
    m_asked = m_here();
    m_asking.setFuture(QtConcurrent::run(
        &m_pool, [source = m_history.source(), cancel = m_askCancel] { return source->info(cancel); }));
}

void Playback::onAnswer()
{
    if (m_phase != Phase::Asking || m_asking.future().resultCount() == 0)
        return;
    const auto info = m_asking.result();
    if (!info)
        return fail(info.error());
    const TimePoint here = m_here();
    m_clockOffset = info->clock ? *info->clock - (m_asked + (here - m_asked) / 2) : Duration{0};
    if (info->extent)
        m_newest = info->extent->end() - Duration{1};
    if (m_newest && info->clock) // one clock that is ahead shall not lead where nobody else is
        m_newest = std::min(*m_newest, sourceNow());
    m_doorbell.listen(m_history.source());
    ground(m_newest.value_or(sourceNow()) - lateness);
}

void Playback::ground(TimePoint end)
{
    m_phase = Phase::Grounding;
    if (m_mode == Mode::Replay) {
        m_base = end;
        m_newest.reset();
    }
    const TimePoint trigger = triggerTime(triggerOf(end));
    emit groundWanted(*TimeRange::between(trigger - m_window, trigger));
}

void Playback::onHistoryState()
{
    if (m_phase == Phase::Idle || m_phase == Phase::Asking)
        return;
    switch (m_history.state()) {
    case History::State::Complete:
    case History::State::Partial: // what is missing of the window is read on
    case History::State::Empty:
        if (m_phase != Phase::Grounding)
            return;
        m_phase = Phase::Running;
        m_history.follow(m_window, m_mode == Mode::Live ? lateness : Duration{0});
        m_clock.start();
        m_tick.start(milliseconds(m_mode == Mode::Live ? m_period : replayPeriod));
        tick();
        return;
    case History::State::Failed:
        if (m_phase == Phase::Grounding)
            fail(m_history.lastError());
        return;
    case History::State::Opening: // another source
        begin(m_mode);
        return;
    default:
        return;
    }
}

TimePoint Playback::sourceNow() const
{
    return m_here() + m_clockOffset;
}

TimePoint Playback::position() const
{
    if (m_mode != Mode::Replay || !m_range)
        return m_newest.value_or(TimePoint{});
    if (m_paused || m_phase != Phase::Running)
        return m_base;
    const double passed_us = static_cast<double>(m_clock.nsecsElapsed()) * 1e-3 * m_speed;
    return std::min(m_base + Duration{std::llround(passed_us)}, m_range->end());
}

TimePoint Playback::lookLimit() const
{
    // Clocks of front ends may be ahead of the server's, too.
    return m_mode == Mode::Live ? std::max(sourceNow(), m_newest.value_or(TimePoint::min())) + clockMargin : position();
}

void Playback::tick()
{
    if (m_phase != Phase::Running)
        return;
    if (!m_retry.isActive()) // else it is waited for
        look();
    emit changed();
}

void Playback::look()
{
    m_looking = true;
    m_sinceLook.start();
    m_history.lookAhead(lookLimit());
}

/// Rows were announced: the next look comes at once, unless one runs or has just been.
void Playback::answerBell()
{
    if (!m_rang || m_looking || m_soon.isActive() || m_phase != Phase::Running || m_mode != Mode::Live)
        return;
    const qint64 rest = milliseconds(shortestPeriod) - m_sinceLook.elapsed();
    if (rest > 0)
        return m_soon.start(static_cast<int>(rest));
    m_rang = false;
    m_tick.start(milliseconds(m_period));
    tick();
}

void Playback::onAdvance(const Advance &advance)
{
    if (m_phase != Phase::Running)
        return;
    m_looking = false;
    m_backoff.succeeded();
    if (std::exchange(m_problem, std::nullopt) && m_mode == Mode::Live)
        m_doorbell.listen(m_history.source()); // its session may have gone with the link
    m_newest = advance.newest ? advance.newest : m_newest;
    if (advance.orbit)
        m_shown = triggerTime(advance.orbit->trigger);
    else if (m_mode == Mode::Replay && !advance.isBehind)
        m_shown = position();
    showNewest();
    emit changed();
    if (advance.isBehind)
        look();
    else if (m_mode == Mode::Replay && !m_paused && m_range && position() >= m_range->end())
        m_loops ? seek(m_range->begin()) : setPaused(true);
    answerBell();
}

void Playback::showNewest()
{
    if (m_paused && m_mode == Mode::Live)
        return;
    const auto shown = m_mode == Mode::Replay ? std::optional{position()} : m_shown;
    if (!shown)
        return;
    if (m_shown)
        m_view.setCursor(*m_shown);
    m_view.setFollowed(TimeRange::between(*shown - m_window, *shown + m_window / 50));
}

void Playback::fail(const Error &error)
{
    m_looking = false;
    m_problem = error;
    if (const auto wait = m_backoff.after(error))
        m_retry.start(*wait);
    emit changed();
}

void Playback::setPaused(bool paused)
{
    if (paused == m_paused || m_mode == Mode::History)
        return;
    if (m_mode == Mode::Replay) {
        if (!paused && m_range && position() >= m_range->end()) {
            m_paused = false;
            return seek(m_range->begin());
        }
        m_base = position();
        m_clock.start();
    }
    m_paused = paused;
    m_history.setHolding(paused);
    if (!paused)
        showNewest();
    emit changed();
}

void Playback::setWindow(Duration window)
{
    if (window == m_window)
        return;
    m_window = window;
    if (m_mode == Mode::Live && m_phase != Phase::Idle)
        ground(m_newest.value_or(sourceNow()) - lateness);
    else if (m_mode == Mode::Replay)
        seek(position());
    emit changed();
}

void Playback::setPeriod(Duration period)
{
    m_period = std::clamp(period, shortestPeriod, longestPeriod);
    if (m_mode == Mode::Live && m_tick.isActive())
        m_tick.start(milliseconds(m_period));
    emit changed();
}

void Playback::setAgeLimit(Duration limit)
{
    m_ageLimit = std::clamp(limit, shortestAgeLimit, longestAgeLimit);
    emit changed();
}

void Playback::setSpeed(double speed)
{
    m_base = position();
    m_clock.start();
    m_speed = std::clamp(speed, slowest, fastest);
    emit changed();
}

void Playback::seek(TimePoint time)
{
    if (m_mode != Mode::Replay || !m_range)
        return;
    m_tick.stop();
    ground(std::clamp(time, m_range->begin(), m_range->end()));
    emit changed();
}

void Playback::step(int triggers)
{
    if (m_mode != Mode::Replay || !m_range)
        return;
    setPaused(true);
    const TimePoint to = std::clamp(m_base + triggerSpacing * triggers, m_range->begin(), m_range->end());
    if (triggers < 0)
        return seek(to);
    m_base = to;
    tick();
}

std::optional<Duration> Playback::age() const
{
    if (m_mode != Mode::Live || !m_newest)
        return std::nullopt;
    return sourceNow() - *m_newest;
}

std::optional<Duration> Playback::nextTry() const
{
    if (!m_retry.isActive())
        return std::nullopt;
    return std::chrono::milliseconds{m_retry.remainingTime()};
}

bool Playback::isLate() const
{
    return m_mode == Mode::Live && (m_problem || !m_newest || sourceNow() - *m_newest > m_ageLimit);
}

} // namespace cbpm
