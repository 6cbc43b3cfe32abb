// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bins/ladder.h"

using namespace std::chrono_literals;

namespace cbpm {
namespace {

struct Step
{
    Duration cell;
    Duration tile;
};

constexpr std::array<Step, 6> steps{{
    {triggerSpacing, 10min},
    {1s, 10min},
    {10s, 1h},
    {1min, 6h},
    {10min, 24h},
    {1h, 168h},
}};

const Step &stepOf(Level level)
{
    return steps[static_cast<std::size_t>(level)];
}

std::int64_t floorDivided(std::int64_t a, std::int64_t b)
{
    return a >= 0 ? a / b : -((-a + b - 1) / b);
}

} // namespace

Interval cellWidth(Level level)
{
    return *Interval::of(stepOf(level).cell);
}

Duration tileSpan(Level level)
{
    return stepOf(level).tile;
}

std::optional<Level> levelFor(Interval interval)
{
    std::optional<Level> found;
    for (const Level level : cellLevels) {
        if (interval.width() % stepOf(level).cell == Duration::zero())
            found = level;
    }
    return found;
}

std::optional<Level> levelOf(Interval interval)
{
    const auto level = levelFor(interval);
    return level && cellWidth(*level) == interval ? level : std::nullopt;
}

std::vector<TilePiece> tilePieces(Level level, const TimeRange &range)
{
    std::vector<TilePiece> pieces;
    const Duration span = tileSpan(level);
    for (TimePoint begin = range.begin(); begin < range.end();) {
        const std::int64_t tile = floorDivided(unixMicroseconds(begin), span.count());
        const TimePoint end = std::min(TimePoint{span * (tile + 1)}, range.end());
        pieces.push_back({tile, *TimeRange::between(begin, end)});
        begin = end;
    }
    return pieces;
}

std::optional<TimeRange> wholeCells(Interval width, const TimeRange &range)
{
    const TimePoint begin = width.binBegin(width.binAt(range.begin() - Duration{1}) + 1);
    return TimeRange::between(begin, width.binBegin(width.binAt(range.end())));
}

} // namespace cbpm
