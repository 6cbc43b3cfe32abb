// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/orbit.h"
#include "core/query/seamjoiner.h"
#include "core/query/slicebinner.h"

#include <map>

namespace cbpm {

/// What one look ahead brought.
struct Advance
{
    BinBatchPtr settled; ///< bins of a stretch that is final; stretches of successive looks adjoin; may be null
    BinBatchPtr open;    ///< bins of what came after that: the next look brings it anew; may be null
    std::optional<TimePoint> newest; ///< newest sample of any look, but for a few detectors whose clocks are ahead
    std::optional<Orbit> orbit;      ///< of the newest whole trigger of this look
    bool isBehind = false;           ///< there is more to read at once
};

/// Reads a source forward as time goes on, live or replayed: samples go through the same positions and bins as in any
/// load, and each sample is in exactly one settled stretch. One thread at a time.
class Follower
{
public:
    /// Of samples from `begin` on; request.range is not looked at. A row that comes up to `lateness` after the newest
    /// one is still taken in; 0: the data are complete, nothing stays open.
    Follower(SampleSourcePtr source, const LoadRequest &request, TimePoint begin, Duration lateness);

    /// Reads on, to samples before `end` at most and a bounded stretch at a time. After an error the same stretch is
    /// read anew: nothing is lost or doubled. Blocks as a load does.
    Result<Advance> look(TimePoint end, const CancelToken &cancel);

    TimePoint settledTo() const { return m_settledTo; }

private:
    Result<SampleBatch> read(const TimeRange &stretch, const CancelToken &cancel);
    BinBatchPtr binned(const SampleBatch &whole, const TimeRange &part, SeamJoiner &joiner) const;
    std::optional<Orbit> newestOrbit(const SampleBatch &whole);

    SampleSourcePtr m_source;
    LoadRequest m_request;
    DetectorTablePtr m_table;
    SliceBinner m_binner;
    RingMap m_ring;
    Duration m_lateness;
    TimePoint m_settledTo;
    Duration m_reach;
    SeamJoiner m_joiner;
    bool m_hasContext = false; ///< m_joiner knows what came before m_settledTo
    std::optional<TimePoint> m_newest;
    std::map<std::string, DetectorSamples> m_tail; ///< what came last, for a trigger that two looks share
    std::unique_ptr<SampleReader> m_reader;
};

} // namespace cbpm
