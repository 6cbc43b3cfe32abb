// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/tilefiller.h"

using namespace Qt::StringLiterals;

namespace cbpm {

QString ringOf(const QString &identity, const DetectorTable &table, std::optional<PositionMethod> method)
{
    return u"%1#%2#%3"_s.arg(identity, table.version(),
                             method ? QString::number(static_cast<int>(*method)) : u"table"_s);
}

TileFiller::TileFiller(TileSink sink, Level level, const TimeRange &range)
    : m_sink{std::move(sink)}, m_range{range}, m_reached{range.begin()}
{
    for (const Level step : cellLevels) {
        if (step >= level) {
            if (const auto cells = wholeCells(cellWidth(step), range))
                m_steps.push_back({step, cells->begin(), {}});
        }
    }
}

void TileFiller::add(const BinBatch &batch)
{
    if (m_steps.empty())
        return;
    Step &finest = m_steps.front();
    for (const BinSeries &series : batch.series) {
        BinSeries &whole = finest.series[series.location];
        whole.location = series.location;
        whole.merge(series);
    }
    m_reached = std::clamp(batch.range.end(), m_reached, m_range.end());
    const Duration span = tileSpan(finest.level);
    if (m_reached - finest.left >= span) // to the last edge of a tile
        leave(finest, TimePoint{span * (m_reached.time_since_epoch() / span)});
}

void TileFiller::complete()
{
    m_reached = m_range.end();
    finish();
}

void TileFiller::finish()
{
    for (std::size_t k = 0; k < m_steps.size(); ++k)
        leave(m_steps[k], m_reached);
}

/// Hands over what `step` has before `to`, also to the next coarser step.
void TileFiller::leave(Step &step, TimePoint to)
{
    const Interval width = cellWidth(step.level);
    const auto range = TimeRange::between(step.left, width.binBegin(width.binAt(to)));
    if (!range)
        return;
    const std::int64_t begin = width.binAt(range->begin());
    const std::int64_t end = width.binAt(range->end());
    std::vector<BinSeries> done;
    for (auto &[location, series] : step.series) {
        const bool isAll = series.bin.empty() || (series.bin.front() >= begin && series.bin.back() < end);
        BinSeries rest = isAll ? BinSeries{} : series.part(end, std::numeric_limits<std::int64_t>::max());
        rest.location = location;
        done.push_back(isAll ? std::move(series) : series.part(begin, end));
        series = std::move(rest);
    }
    for (const TilePiece &piece : tilePieces(step.level, *range))
        m_sink(step.level, piece, done);
    step.left = range->end();
    const auto next = static_cast<std::size_t>(&step - m_steps.data()) + 1;
    if (next == m_steps.size())
        return;
    Step &coarser = m_steps[next];
    const Interval coarse = cellWidth(coarser.level);
    for (const BinSeries &series : done) {
        BinSeries &whole = coarser.series[series.location];
        whole.location = series.location;
        whole.merge(series.folded(width, coarse));
    }
    const Duration span = tileSpan(coarser.level);
    if (range->end() - coarser.left >= span)
        leave(coarser, TimePoint{span * (range->end().time_since_epoch() / span)});
}

} // namespace cbpm
