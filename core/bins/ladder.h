// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/types/interval.h"
#include "core/types/timerange.h"

#include <array>
#include <optional>
#include <vector>

namespace cbpm {

/// The steps in which cells are kept. Step 0 are the samples themselves (0.1 s): what is finer than 1 s is computed
/// from them.
enum class Level : int { Samples, Second, TenSeconds, Minute, TenMinutes, Hour };
inline constexpr std::array cellLevels{Level::Second, Level::TenSeconds, Level::Minute, Level::TenMinutes, Level::Hour};

/// Width of a cell.
Interval cellWidth(Level level);
/// Time that one tile spans: some hundred cells.
Duration tileSpan(Level level);

/// The coarsest level whose cells make up bins of `interval`; nullopt: only samples do.
std::optional<Level> levelFor(Interval interval);
/// The level whose cells are `interval` wide.
std::optional<Level> levelOf(Interval interval);

/// `range` cut at the edges of the tiles of `level`; each piece with the number of its tile.
struct TilePiece
{
    std::int64_t tile;
    TimeRange range;
};
std::vector<TilePiece> tilePieces(Level level, const TimeRange &range);

/// The whole cells inside `range`; nullopt: none.
std::optional<TimeRange> wholeCells(Interval width, const TimeRange &range);

} // namespace cbpm
