// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/export/outputfile.h"
#include "core/export/textbuffer.h"
#include "core/query/ringmap.h"
#include "core/query/seamjoiner.h"

namespace cbpm {

/// Raw samples with their positions and flags as CSV, ordered by time, then detector.
class SampleCsv
{
public:
    SampleCsv(OutputFile &file, const DetectorTable &table, std::optional<PositionMethod> method);

    Result<void> add(const SampleBatch &batch);
    Result<void> finish();

    const LoadCounts &counts() const { return m_counts; }

private:
    void writeRow(const DetectorSamples &samples, const PositionColumns &positions, std::size_t i);
    void writeFlags(std::uint16_t flags);
    Result<void> flush();

    OutputFile &m_file;
    TextBuffer m_text;
    RingMap m_ring;
    SeamJoiner m_joiner;
    LoadCounts m_counts;
};

} // namespace cbpm
