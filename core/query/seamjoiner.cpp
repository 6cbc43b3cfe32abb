// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/seamjoiner.h"

#include <algorithm>
#include <bit>

namespace cbpm {

std::vector<std::pair<std::int64_t, std::uint16_t>> SeamJoiner::flagsOf(const std::string &location, Seam &seam)
{
    std::vector<std::pair<std::int64_t, std::uint16_t>> flags;
    const auto before = m_last.find(location);
    if (before != m_last.end())
        flags = flagsAcross(before->second, seam);
    m_last.insert_or_assign(location, seam.last);
    return flags;
}

void SeamJoiner::join(BinBatch &batch)
{
    for (std::size_t k = 0; k < batch.series.size(); ++k) {
        for (const auto &[time, flag] : flagsOf(batch.series[k].location, batch.seams[k])) {
            batch.series[k].addFlag(m_interval.binAt(timePoint(time)), flag);
            ++batch.counts.byFlag[static_cast<std::size_t>(std::countr_zero(flag))];
        }
    }
}

void SeamJoiner::join(const DetectorSamples &samples, const PositionMap &map, PositionColumns &positions)
{
    if (samples.size() == 0)
        return;
    Seam seam = seamOf(samples, map);
    for (const auto &[time, flag] : flagsOf(samples.location, seam)) {
        const auto at = std::lower_bound(samples.time.begin(), samples.time.end(), time) - samples.time.begin();
        positions.flags[static_cast<std::size_t>(at)] |= flag;
    }
}

void BackwardSeamJoiner::join(BinBatch &batch)
{
    for (std::size_t k = 0; k < batch.series.size(); ++k) {
        const Seam &seam = batch.seams[k];
        std::vector<Later> &following = m_later[batch.series[k].location];
        Seam::Reading before = seam.last;
        for (Later &later : following) {
            Seam next = later.seam;
            for (const auto &told : flagsAcross(before, next)) {
                if (std::ranges::find(later.told, told) != later.told.end())
                    continue;
                later.told.push_back(told);
                batch.series[k].addLaterFlag(m_interval.binAt(timePoint(told.first)), told.second);
                ++batch.counts.byFlag[static_cast<std::size_t>(std::countr_zero(told.second))];
            }
            before = next.last;
        }
        if (!seam.isOneRun)
            following.clear();
        following.insert(following.begin(), Later{seam, {}});
    }
}

} // namespace cbpm
