// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/tilefiller.h"

using namespace Qt::StringLiterals;

namespace cbpm {

QString ringOf(const QString &identity, const DetectorTable &table, std::optional<PositionMethod> method)
{
    return u"%1#%2#%3"_s.arg(identity, table.version(),
                             method ? QString::number(static_cast<int>(*method)) : u"table"_s);
}

TileFiller::TileFiller(TileSink sink, Level level, const TimeRange &range, LoadOrder order)
    : m_sink{std::move(sink)}, m_range{range}, m_order{order}, m_reached{isBackward() ? range.end() : range.begin()}
{
    for (const Level step : cellLevels) {
        if (step >= level) {
            if (const auto cells = wholeCells(cellWidth(step), range))
                m_steps.push_back({step, isBackward() ? cells->end() : cells->begin(), {}});
        }
    }
}

void TileFiller::add(const BinBatch &batch)
{
    if (m_steps.empty())
        return;
    if (isBackward())
        addBackward(batch);
    else
        addForward(batch);
    m_isBegun = true;
}

void TileFiller::addForward(const BinBatch &batch)
{
    for (const BinSeries &series : batch.series)
        put(m_steps.front(), series);
    m_reached = std::clamp(batch.range.end(), m_reached, m_range.end());
    leaveTiles(m_steps.front(), m_reached);
}

void TileFiller::addBackward(const BinBatch &batch)
{
    if (!m_isBegun) { // what was too new to be kept is left out
        m_reached = std::min(m_reached, batch.range.end());
        for (Step &step : m_steps) {
            const Interval width = cellWidth(step.level);
            step.left = std::min(step.left, width.binBegin(width.binAt(m_reached)));
        }
    }
    for (const BinSeries &series : batch.series)
        put(m_steps.front(), series);
    leaveTiles(m_steps.front(), m_reached); // not what has just come: what comes next may tell it of flags
    m_reached = std::clamp(batch.range.begin(), m_range.begin(), m_reached);
}

void TileFiller::put(Step &step, const BinSeries &series)
{
    BinSeries &whole = step.series[series.location];
    whole.location = series.location;
    whole.merge(series);
}

void TileFiller::complete()
{
    m_reached = isBackward() ? m_range.begin() : m_range.end();
    finish();
}

void TileFiller::finish()
{
    for (std::size_t k = 0; k < m_steps.size(); ++k)
        leave(m_steps[k], m_reached);
}

/// Hands over what lies beyond the last edge of a tile before `reached`, where it is a tile or more.
void TileFiller::leaveTiles(Step &step, TimePoint reached)
{
    const Duration span = tileSpan(step.level);
    const auto edgeBefore = [span](TimePoint time) { return TimePoint{span * (time.time_since_epoch() / span)}; };
    if (isBackward() && step.left - reached >= span)
        leave(step, edgeBefore(reached + span - Duration{1}));
    else if (!isBackward() && reached - step.left >= span)
        leave(step, edgeBefore(reached));
}

/// Hands over what `step` has up to `to`, also to the next coarser step.
void TileFiller::leave(Step &step, TimePoint to)
{
    const Interval width = cellWidth(step.level);
    const TimePoint edge = width.binBegin(width.binAt(isBackward() ? to + width.width() - Duration{1} : to));
    const auto range = isBackward() ? TimeRange::between(edge, step.left) : TimeRange::between(step.left, edge);
    if (!range)
        return;
    constexpr auto first = std::numeric_limits<std::int64_t>::min();
    constexpr auto last = std::numeric_limits<std::int64_t>::max();
    const std::int64_t begin = width.binAt(range->begin());
    const std::int64_t end = width.binAt(range->end());
    std::vector<BinSeries> done;
    for (auto &[location, series] : step.series) {
        const bool isAll = series.bin.empty() || (series.bin.front() >= begin && series.bin.back() < end);
        BinSeries rest = isAll          ? BinSeries{}
                         : isBackward() ? series.part(first, begin)
                                        : series.part(end, last);
        rest.location = location;
        done.push_back(isAll ? std::move(series) : series.part(begin, end));
        series = std::move(rest);
    }
    for (const TilePiece &piece : tilePieces(step.level, *range))
        m_sink(step.level, piece, done);
    step.left = edge;
    const auto next = static_cast<std::size_t>(&step - m_steps.data()) + 1;
    if (next == m_steps.size())
        return;
    const Interval coarse = cellWidth(m_steps[next].level);
    for (const BinSeries &series : done)
        put(m_steps[next], series.folded(width, coarse));
    leaveTiles(m_steps[next], edge);
}

} // namespace cbpm
