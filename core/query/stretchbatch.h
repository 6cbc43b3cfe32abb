// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/seamjoiner.h"

#include <memory>
#include <unordered_map>

namespace cbpm {

/// Puts the slices of a stretch, which come in time order, into one batch.
class StretchBatch
{
public:
    StretchBatch(const TimeRange &stretch, Interval interval);

    void add(BinBatch slice);

    /// All of the stretch.
    std::shared_ptr<BinBatch> take() { return std::move(m_whole); }

private:
    SeamJoiner m_joiner;
    std::shared_ptr<BinBatch> m_whole;
    std::unordered_map<std::string, std::size_t> m_at; ///< index in `series` by location
};

} // namespace cbpm
