// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/closeup.h"

#include "core/query/autointerval.h"

#include <algorithm>

namespace cbpm {
namespace {

constexpr int pause_ms = 60;

/// The visible range and `beside` it on both sides, on edges of bins.
TimeRange around(const TimeRange &visible, Duration beside, const TimeRange &ground, Interval interval)
{
    const TimePoint begin = interval.binBegin(interval.binAt(visible.begin() - beside));
    const TimePoint end = interval.binBegin(interval.binAt(visible.end() + beside) + 1);
    return *TimeRange::between(std::max(begin, ground.begin()), std::min(end, ground.end()));
}

} // namespace

Closeup::Closeup(QThreadPool &pool, QObject *parent) : QObject{parent}, m_loader{pool}
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(pause_ms);
    connect(&m_pause, &QTimer::timeout, this, &Closeup::consider);
    connect(&m_loader, &BinLoader::batchReady, this, [this](const std::shared_ptr<BinBatch> &batch) { m_coming->add(std::move(*batch)); });
    connect(&m_loader, &BinLoader::completed, this, [this] {
        m_shown = std::exchange(m_coming, std::nullopt);
        emit changed();
        fetchNeighbours();
    });
    // What is on screen stands; the load of the whole range says what is wrong with the source.
    connect(&m_loader, &BinLoader::failed, this, [this] { m_coming.reset(); });
}

void Closeup::setGround(std::optional<Ground> ground)
{
    m_loader.cancel();
    m_coming.reset();
    m_ground = std::move(ground);
    if (std::exchange(m_shown, std::nullopt))
        emit changed();
    if (m_ground && m_wish)
        m_pause.start();
}

void Closeup::look(const TimeRange &visible, int pixels, const std::vector<int> &rows)
{
    m_wish = Wish{visible, pixels, rows};
    if (m_ground)
        m_pause.start();
}

bool Closeup::isServed(const RingSeries *series, const TimeRange &range, Interval interval) const
{
    return series && series->range() && series->interval() == interval && series->range()->begin() <= range.begin()
           && range.end() <= series->range()->end()
           && std::ranges::all_of(m_wish->rows, [&](int row) { return series->wasAsked(row); });
}

void Closeup::consider()
{
    if (!m_ground)
        return;
    const auto visible = m_wish->visible.intersected(m_ground->range);
    const Interval interval = autoInterval(m_wish->visible, m_wish->pixels);
    if (!visible || interval >= m_ground->interval || m_wish->rows.empty()) {
        m_loader.cancel();
        if (std::exchange(m_shown, std::nullopt))
            emit changed();
        return;
    }
    if (isServed(m_shown ? &*m_shown : nullptr, *visible, interval))
        return fetchNeighbours();
    load(around(*visible, isKept() ? Duration{0} : visible->duration() / 2, m_ground->range, interval), interval);
}

/// Whether what comes first, and is seen first, need not be asked for again with its neighbours.
bool Closeup::isKept() const
{
    return m_ground->tiles.store && !m_ground->tiles.identity.isEmpty();
}

/// Half of what is visible on both sides, where not even a quarter is there: a pan stays inside for a while.
void Closeup::fetchNeighbours()
{
    const auto visible = m_wish && m_ground ? m_wish->visible.intersected(m_ground->range) : std::nullopt;
    if (!visible || !m_shown || m_pause.isActive() || !isKept())
        return;
    const Interval interval = *m_shown->interval();
    const auto beside = [&](int part) {
        return around(*visible, visible->duration() / part, m_ground->range, interval);
    };
    if (interval == autoInterval(m_wish->visible, m_wish->pixels) && !isServed(&*m_shown, beside(4), interval))
        load(beside(2), interval);
}

void Closeup::load(const TimeRange &range, Interval interval)
{
    m_coming.emplace();
    m_coming->expect(range, interval, m_wish->rows);
    m_loader.load(m_ground->source, {range, interval, m_wish->rows, m_ground->method, 0, m_ground->quantities},
                  m_ground->tiles);
}

const RingSeries *Closeup::seriesFor(const TimeRange &visible) const
{
    const auto wanted = m_ground ? visible.intersected(m_ground->range) : std::nullopt;
    const bool isFiner = wanted && m_shown && m_shown->range() && *m_shown->interval() < m_ground->interval;
    const bool covers =
        isFiner && m_shown->range()->begin() <= wanted->begin() && wanted->end() <= m_shown->range()->end();
    return covers ? &*m_shown : nullptr;
}

} // namespace cbpm
