// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/samplesource.h"
#include "core/source/simulated/ringsimulation.h"

namespace cbpm {

/// A simulated ring as a source; it has data at any time.
class SimulatedSource : public SampleSource
{
public:
    SimulatedSource(DetectorTablePtr table, std::uint64_t seed);

    Result<SourceInfo> info(const CancelToken &cancel) const override;
    Result<std::unique_ptr<SampleReader>> open(const std::vector<int> &rows, const CancelToken &cancel) const override;
    int usefulReaders() const override;
    DetectorTablePtr table() const override { return m_table; }
    SampleSourcePtr withTable(DetectorTablePtr table) const override
    {
        return std::make_shared<SimulatedSource>(std::move(table), m_seed);
    }

private:
    DetectorTablePtr m_table;
    std::uint64_t m_seed;
    std::shared_ptr<const RingSimulation> m_ring;
};

} // namespace cbpm
