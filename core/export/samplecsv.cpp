// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/samplecsv.h"

#include "core/query/sampleorder.h"
#include "core/query/slicebinner.h"

namespace cbpm {
namespace {

constexpr std::string_view header = "time,bpm,top_in,top_out,bot_in,bot_out,sum,x_mm,y_mm,q,flags\n";
constexpr std::size_t flushAt = 1 << 20;

} // namespace

SampleCsv::SampleCsv(OutputFile &file, const DetectorTable &table, std::optional<PositionMethod> method)
    : m_file{file}, m_ring{table, method}
{
    m_text.text(header);
}

Result<void> SampleCsv::add(const SampleBatch &batch)
{
    m_counts += rowCounts(batch);
    std::vector<PositionColumns> positions(batch.detectors.size());
    for (std::size_t k = 0; k < positions.size(); ++k) {
        const DetectorSamples &samples = batch.detectors[k];
        m_ring.apply(samples, positions[k]);
        if (samples.size() > 0)
            m_joiner.join(samples, m_ring.mapAt(samples.row, timePoint(samples.time.back())), positions[k]);
        m_counts += countsOf(positions[k]);
    }
    for (const SamplePlace &place : samplesInOrder(batch)) {
        writeRow(batch.detectors[place.detector], positions[place.detector], place.sample);
        if (m_text.size() >= flushAt) {
            if (const auto flushed = flush(); !flushed)
                return flushed;
        }
    }
    return {};
}

Result<void> SampleCsv::finish()
{
    return flush();
}

void SampleCsv::writeRow(const DetectorSamples &samples, const PositionColumns &positions, std::size_t i)
{
    m_text.time(timePoint(samples.time[i]));
    m_text.character(',');
    m_text.text(samples.location);
    for (const Button button : {Button::TopInner, Button::TopOuter, Button::BottomInner, Button::BottomOuter}) {
        m_text.character(',');
        m_text.number(samples.button[static_cast<std::size_t>(button)][i]);
    }
    for (const double value : {positions.sum[i], positions.x[i], positions.y[i], positions.q[i]}) {
        m_text.character(',');
        m_text.number(value);
    }
    m_text.character(',');
    writeFlags(positions.flags[i]);
    m_text.character('\n');
}

void SampleCsv::writeFlags(std::uint16_t flags)
{
    bool first = true;
    for (int bit = 0; bit < flagCount; ++bit) {
        if (!(flags >> bit & 1))
            continue;
        if (!first)
            m_text.character('+');
        m_text.text(flagWord(bit));
        first = false;
    }
}

Result<void> SampleCsv::flush()
{
    auto written = m_file.write(m_text.view());
    m_text.clear();
    return written;
}

} // namespace cbpm
