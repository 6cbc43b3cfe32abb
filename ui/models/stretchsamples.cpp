// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/stretchsamples.h"

#include "ui/models/history.h"

#include <algorithm>

namespace cbpm {
namespace {

constexpr int pause_ms = 80;
constexpr int following_ms = 5000;                        ///< between two reads of a stretch that moves
constexpr std::size_t mostSamples = 8'000'000;            ///< 200 MB
constexpr std::size_t mostSamplesWithButtons = 3'500'000; ///< 200 MB, too

} // namespace

bool StretchSamples::Order::serves(const Order &other) const
{
    return source == other.source && method == other.method && wish.range == other.wish.range
           && (wish.withButtons || !other.wish.withButtons) && std::ranges::all_of(other.wish.rows, [&](int row) {
                  return std::ranges::find(wish.rows, row) != wish.rows.end();
              });
}

StretchSamples::StretchSamples(History &history, QObject *parent)
    : QObject{parent}, m_history{history}, m_job{history.pool(), [this](const auto &read) { take(read); },
                                                 [this](double share) {
                                                     m_progress = share;
                                                     emit changed();
                                                 }}
{
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &StretchSamples::load);
    connect(&history, &History::opened, this, &StretchSamples::forget);
    // The same range may hold other samples after a new fetch.
    connect(&history, &History::stateChanged, this, [this] {
        if (m_history.state() != History::State::Loading)
            return;
        m_job.cancel();
        m_pause.stop();
        m_wanted.reset();
        m_shown.reset();
    });
}

void StretchSamples::want(const Wish &wish)
{
    const Order order{m_history.source(), m_history.method(), wish};
    if (m_wanted && m_wanted->serves(order))
        return;
    if (m_shown && m_shown->serves(order)) { // back to what is here
        m_job.cancel();
        m_pause.stop();
        m_wanted = m_shown;
        m_problem.reset();
        emit changed();
        return;
    }
    const bool moves = m_history.state() == History::State::Following && m_wanted && m_wanted->wish.rows == wish.rows
                       && m_wanted->wish.withButtons == wish.withButtons;
    m_wanted = order;
    if (!moves)
        m_pause.start(pause_ms);
    else if (!isLoading())
        waitMoving();
}

void StretchSamples::waitMoving()
{
    m_pause.start(static_cast<int>(std::max<qint64>(pause_ms, following_ms - m_sinceLoad.elapsed())));
}

void StretchSamples::load()
{
    if (!m_wanted || !m_wanted->source)
        return;
    m_sinceLoad.start();
    m_progress = 0.0;
    m_problem.reset();
    m_loading = m_wanted;
    m_job.start([order = *m_wanted](const ProgressReport &progress, const CancelToken &cancel) {
        const std::size_t most = order.wish.withButtons ? mostSamplesWithButtons : mostSamples;
        return loadTraces(*order.source,
                          {order.wish.range, order.wish.rows, order.method, order.wish.withButtons, most}, progress,
                          cancel);
    });
    emit changed();
}

void StretchSamples::take(const Result<TracesPtr> &read)
{
    if (read) {
        m_traces = *read;
        m_shown = m_loading;
        if (m_wanted && !m_shown->serves(*m_wanted))
            waitMoving();
    } else if (read.error().kind != Error::Kind::Cancelled) {
        m_problem = read.error();
    }
    emit changed();
}

void StretchSamples::forget()
{
    m_job.cancel();
    m_pause.stop();
    m_wanted.reset();
    m_shown.reset();
    m_traces.reset();
    m_problem.reset();
    emit changed();
}

} // namespace cbpm
