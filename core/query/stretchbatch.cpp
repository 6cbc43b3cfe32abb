// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/stretchbatch.h"

#include <algorithm>

namespace cbpm {

StretchBatch::StretchBatch(const TimeRange &stretch, Interval interval)
    : m_joiner{interval}, m_whole{std::make_shared<BinBatch>(BinBatch{stretch, {}, {}, {}})}
{
}

void StretchBatch::add(BinBatch slice)
{
    m_joiner.join(slice);
    m_whole->counts += slice.counts;
    m_whole->seenTo = std::min(m_whole->seenTo, slice.seenTo);
    for (std::size_t k = 0; k < slice.series.size(); ++k) {
        const auto [at, isNew] = m_at.emplace(slice.series[k].location, m_whole->series.size());
        if (isNew) {
            m_whole->series.push_back(std::move(slice.series[k]));
            m_whole->seams.push_back(std::move(slice.seams[k]));
        } else {
            m_whole->series[at->second].merge(slice.series[k]);
            m_whole->seams[at->second] = joined(m_whole->seams[at->second], slice.seams[k]);
        }
    }
}

} // namespace cbpm
