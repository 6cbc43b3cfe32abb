// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/simulated/simulatedsource.h"

#include "core/source/archive/archivefile.h"

#include <QThread>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace cbpm {
namespace {

class SimulatedReader : public SampleReader
{
public:
    SimulatedReader(std::shared_ptr<const RingSimulation> ring, std::vector<int> rows)
        : m_ring{std::move(ring)}, m_rows{std::move(rows)}
    {
    }

    Result<void> start(const TimeRange &stretch) override
    {
        m_stretch = stretch;
        m_next = stretch.begin();
        return {};
    }

    Result<SampleBatchPtr> next(const CancelToken &cancel) override
    {
        if (!m_stretch || m_next >= m_stretch->end())
            return SampleBatchPtr{};
        const std::int64_t slot = archiveformat::slotOf(unixMicroseconds(m_next));
        const TimePoint slotEnd{archiveformat::slotLength * (slot + 1)};
        auto batch = std::make_shared<SampleBatch>(
            SampleBatch{*TimeRange::between(m_next, std::min(slotEnd, m_stretch->end())), {}, 0, 0, 0, 0});
        if (m_slot != slot)
            m_beam = m_ring->beam(slot);
        m_slot = slot;
        for (const int row : m_rows) {
            if (cancel.isCancelled())
                return Error{Error::Kind::Cancelled, {}, {}};
            DetectorSamples samples;
            m_ring->record(row, m_beam, samples);
            crop(samples, batch->range);
            batch->rows += samples.size();
            if (samples.size() > 0)
                batch->detectors.push_back(std::move(samples));
        }
        m_next = batch->range.end();
        return SampleBatchPtr{std::move(batch)};
    }

private:
    std::shared_ptr<const RingSimulation> m_ring;
    std::vector<int> m_rows;
    std::optional<TimeRange> m_stretch;
    TimePoint m_next;
    BeamStretch m_beam;
    std::int64_t m_slot = std::numeric_limits<std::int64_t>::min();
};

} // namespace

SimulatedSource::SimulatedSource(DetectorTablePtr table, std::uint64_t seed)
    : m_table{std::move(table)}, m_seed{seed}, m_ring{std::make_shared<RingSimulation>(m_table, seed)}
{
}

Result<SourceInfo> SimulatedSource::info(const CancelToken &) const
{
    SourceInfo info;
    info.name = u"simulated ring"_s;
    info.path = u"simulated"_s;
    info.table = m_table;
    return info;
}

Result<std::unique_ptr<SampleReader>> SimulatedSource::open(const std::vector<int> &rows, const CancelToken &) const
{
    std::vector<int> wanted = rows;
    if (wanted.empty()) {
        wanted.resize(static_cast<std::size_t>(m_table->size()));
        std::iota(wanted.begin(), wanted.end(), 0);
    }
    return std::unique_ptr<SampleReader>{std::make_unique<SimulatedReader>(m_ring, std::move(wanted))};
}

int SimulatedSource::usefulReaders() const
{
    return std::clamp(QThread::idealThreadCount(), 1, 4);
}

} // namespace cbpm
