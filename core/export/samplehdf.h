// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/export/hdforigin.h"
#include "core/query/ringmap.h"
#include "core/query/seamjoiner.h"

#include <unordered_map>

namespace cbpm {

/// Samples as HDF5, ordered by time, then detector; all [n]:
///   time_us   bpm (number in detectors)   top_in … sum, x_mm, y_mm, q as in SampleCsv, NaN for none   flags (bits)
/// and detectors [d], their names. In a MAT-file numbers in detectors count from 1, and flag_words names the bits.
class SampleHdf
{
public:
    static Result<std::unique_ptr<SampleHdf>> create(const QString &path, const ExportOrigin &origin,
                                                     HdfFile::Dialect dialect = HdfFile::Dialect::Plain);

    Result<void> add(const SampleBatch &batch);
    Result<void> finish();
    Result<void> commit() { return m_file->commit(); }

    const LoadCounts &counts() const { return m_counts; }

private:
    SampleHdf(std::unique_ptr<HdfFile> file, const ExportOrigin &origin);

    Result<std::uint16_t> numberOf(const std::string &location);
    Result<void> flush();

    std::unique_ptr<HdfFile> m_file;
    RingMap m_ring;
    SeamJoiner m_joiner;
    LoadCounts m_counts;
    std::unordered_map<std::string, std::uint16_t> m_numbers;
    std::vector<std::int64_t> m_times;
    std::vector<std::uint16_t> m_detectors;
    std::vector<std::uint16_t> m_flags;
    std::array<std::vector<double>, 8> m_values;
};

} // namespace cbpm
