// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/loadrequest.h"

#include <string>
#include <unordered_map>

namespace cbpm {

/// Gives the samples at the beginning of a slice the flags that depend on the slice before. Slices must come in time
/// order; gaps between them do not matter: the last reading is the last reading.
class SeamJoiner
{
public:
    explicit SeamJoiner(Interval interval) : m_interval{interval} {}
    /// For samples, without bins.
    SeamJoiner() = default;

    void join(BinBatch &batch);
    void join(const DetectorSamples &samples, const PositionMap &map, PositionColumns &positions);

private:
    std::vector<std::pair<std::int64_t, std::uint16_t>> flagsOf(const std::string &location, Seam &seam);

    Interval m_interval = *Interval::of(triggerSpacing);
    std::unordered_map<std::string, Seam::Reading> m_last;
};

/// The same where stretches come the newest first: flags of later samples, whose bins went before, are added to the
/// bins of the earlier stretch that tells of them.
class BackwardSeamJoiner
{
public:
    explicit BackwardSeamJoiner(Interval interval) : m_interval{interval} {}

    void join(BinBatch &batch);

private:
    struct Later
    {
        Seam seam; ///< as if nothing came before
        std::vector<std::pair<std::int64_t, std::uint16_t>> told;
    };

    Interval m_interval;
    /// What follows; more than one stretch where all of the nearer ones are one run of identical readings.
    std::unordered_map<std::string, std::vector<Later>> m_later;
};

} // namespace cbpm
